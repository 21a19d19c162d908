import type { TextContext } from '../components/component.ts';
import { findComponent } from '../components/index.ts';
import { formulaText } from '../formulas/text.ts';
import { splitFormulas } from '../formulas/inline.ts';
import type { Block, FootnoteDefinition, Inline, ListItem, Node, Tree } from '../tree.ts';
import { words } from '../words.ts';
import { isBlock } from './block.ts';

/**
 * A body as plain text: formulas as Unicode, figures by their captions, rows of tables with tabs between cells,
 * footnotes at the end. Blocks have an empty line between them; there is none at the end.
 */
export function renderText(tree: Tree, { plot = () => undefined }: TextOptions = {}): string {
  const notes: Notes = { definitions: new Map(), order: [], plot };
  collectNotes(tree.children, notes);
  const parts = [renderNodes(tree.children, notes)];
  if (notes.order.length > 0) parts.push(words.notes);
  // A note's own text can be the first to refer to another: the list grows while it is read.
  for (let index = 0; index < notes.order.length; index += 1) {
    const definition = notes.definitions.get(notes.order[index] ?? '');
    parts.push(`[${index + 1}] ${renderNodes(definition?.children ?? [], notes)}`);
  }
  return parts.join('\n\n');
}

/** Where the numbers of a plot come from; without it, its words alone are given. */
export type TextOptions = { plot?: TextContext['plot'] };

/** Footnotes by their name, and the names in the order of their first reference. */
type Notes = {
  definitions: Map<string, FootnoteDefinition>;
  order: string[];
  plot: TextContext['plot'];
};

function collectNotes(nodes: readonly Node[], notes: Notes): void {
  for (const node of nodes) {
    if (node.type === 'footnoteDefinition' && !notes.definitions.has(node.identifier)) {
      notes.definitions.set(node.identifier, node);
    }
    if ('children' in node) collectNotes(node.children, notes);
  }
}

function referNote(identifier: string, notes: Notes): string {
  if (!notes.definitions.has(identifier)) return '';
  if (!notes.order.includes(identifier)) notes.order.push(identifier);
  return `[${notes.order.indexOf(identifier) + 1}]`;
}

/** Runs of inline nodes are one block each. */
function renderNodes(nodes: readonly Node[], notes: Notes): string {
  const parts: string[] = [];
  let run = '';
  for (const node of nodes) {
    if (!isBlock(node)) {
      run += renderInline(node as Inline, notes);
      continue;
    }
    parts.push(run.trim(), renderBlock(node as Block, notes));
    run = '';
  }
  parts.push(run.trim());
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderBlock(node: Block, notes: Notes): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return renderNodes(node.children, notes);
    case 'blockquote':
      return renderNodes(node.children, notes);
    case 'list':
      return node.children
        .map((item, index) =>
          renderItem(item, node.ordered ? `${(node.start ?? 1) + index}. ` : '– ', notes),
        )
        .join(node.spread ? '\n\n' : '\n');
    case 'listItem':
      return renderItem(node, '– ', notes);
    case 'code':
      return node.value;
    case 'thematicBreak':
      return '';
    case 'table':
      return node.children.map((row) => renderBlock(row, notes)).join('\n');
    case 'tableRow':
      return node.children.map((cell) => renderBlock(cell, notes)).join('\t');
    case 'tableCell':
      return renderRun(node.children, notes).replace(/\s+/g, ' ').trim();
    case 'footnoteDefinition':
      return '';
    case 'formula':
      return formulaText(node.tex) + (node.number === undefined ? '' : ` (${node.number})`);
    case 'component': {
      const context: TextContext = {
        nodes: (nodes) => renderNodes(nodes, notes),
        plot: notes.plot,
        inline: (text) =>
          splitFormulas(text)
            .map((part) => (part.type === 'text' ? part.value : formulaText(part.tex)))
            .join(''),
      };
      return findComponent(node.name)?.text(node, context) ?? renderNodes(node.children, notes);
    }
    case 'element':
      return renderElement(node.name, node.children, notes);
  }
}

function renderElement(name: string, children: readonly Node[], notes: Notes): string {
  if (name === 'tr') {
    return children
      .filter((child) => child.type === 'element')
      .map((child) => renderNodes(child.children, notes).replace(/\s+/g, ' ').trim())
      .join('\t');
  }
  if (/^(?:table|thead|tbody|tfoot)$/.test(name)) {
    return children
      .flatMap((child) =>
        child.type === 'element' ? [renderElement(child.name, child.children, notes)] : [],
      )
      .filter(Boolean)
      .join('\n');
  }
  return renderNodes(children, notes);
}

function renderItem(item: ListItem, marker: string, notes: Notes): string {
  const box = item.checked === undefined ? '' : item.checked ? '☑ ' : '☐ ';
  const text = item.children
    .map((child) => renderNodes([child], notes))
    .filter(Boolean)
    .join(item.spread ? '\n\n' : '\n');
  return marker + box + text.replace(/\n(?!\n)/g, `\n${' '.repeat(marker.length)}`);
}

function renderRun(nodes: readonly Inline[], notes: Notes): string {
  return nodes.map((node) => renderInline(node, notes)).join('');
}

function renderInline(node: Inline, notes: Notes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt;
    case 'inlineFormula':
      return formulaText(node.tex);
    case 'reference':
      return node.text;
    case 'footnoteReference':
      return referNote(node.identifier, notes);
    case 'component':
      return renderBlock(node, notes);
    case 'element':
      return node.name === 'br' ? '\n' : renderNodes(node.children, notes);
    default:
      return renderRun(node.children, notes);
  }
}
