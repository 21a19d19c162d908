import type { Delete, Emphasis, PhrasingContent, RootContent, Strong } from 'mdast';
import { findComponent } from '../components/index.ts';
import type { MarkdownContext } from '../components/component.ts';
import { splitFormulas } from '../formulas/inline.ts';
import type * as tree from '../tree.ts';
import { isBlock } from './block.ts';
import { refuseUnsafe } from './elements.ts';
import { shiftLevel } from './handlers.ts';
import {
  html,
  isBlank,
  linkTo,
  openTag,
  paragraph,
  picture,
  plain,
  quote,
  splitEdges,
  text,
} from './markdown-blocks.ts';
import { buildMarkdownTable, writeCellTex } from './markdown-tables.ts';
import type { MarkdownOptions } from './options.ts';

/** The nodes of one body as mdast; its footnotes are numbered by their first reference. */
export class MarkdownNodes {
  readonly #options: MarkdownOptions;
  readonly #definitions = new Map<string, tree.FootnoteDefinition>();
  readonly #noted: string[] = [];
  readonly #marks = new Set<string>();
  #inCell = false;
  #inLink = false;
  #inHeading = false;

  constructor(nodes: readonly tree.Node[], options: MarkdownOptions) {
    this.#options = options;
    this.#collect(nodes);
  }

  /** Nodes as blocks; a run of words beside blocks is a paragraph. */
  blocks(nodes: readonly tree.Node[]): RootContent[] {
    const blocks: RootContent[] = [];
    let run: tree.Node[] = [];
    const flush = () => {
      blocks.push(paragraph(this.phrasing(run)));
      run = [];
    };
    for (const node of nodes) {
      if (!isBlock(node)) {
        run.push(node);
        continue;
      }
      flush();
      blocks.push(...this.#block(node as tree.Block));
    }
    flush();
    return blocks.filter(
      (block) => !/^(?:paragraph|heading|blockquote|list)$/.test(block.type) || !isBlank(block),
    );
  }

  /** Nodes that stand within a sentence. */
  phrasing(nodes: readonly tree.Node[]): PhrasingContent[] {
    return joinPhrasing(nodes.flatMap((node) => this.#inline(node as tree.Inline)));
  }

  /** The definitions of the footnotes that were referred to. */
  notes(): RootContent[] {
    const notes: RootContent[] = [];
    // A note's own text can be the first to refer to another: the list grows while it is read.
    for (let index = 0; index < this.#noted.length; index += 1) {
      const definition = this.#definitions.get(this.#noted[index] ?? '');
      const label = this.#labelOf(index);
      notes.push({
        type: 'footnoteDefinition',
        identifier: label,
        label,
        children: this.blocks(definition?.children ?? []) as never,
      });
    }
    return notes;
  }

  #block(node: tree.Block): RootContent[] {
    switch (node.type) {
      case 'paragraph':
        return this.blocks(node.children);
      case 'heading':
        return [
          {
            type: 'heading',
            depth: shiftLevel(node.depth, this.#options.headingShift) as tree.Heading['depth'],
            children: paragraph(this.#within('heading', node.children)).children,
          },
        ];
      case 'blockquote':
        return [quote(this.blocks(node.children))];
      case 'list':
        return node.children.length === 0 ? [] : [this.#list(node)];
      case 'listItem':
        return [this.#list({ ordered: false, spread: node.spread, children: [node] })];
      case 'code': {
        const isLanguage = node.lang !== undefined && /^[\w+#.-]+$/.test(node.lang);
        return [{ type: 'code', ...(isLanguage && { lang: node.lang }), value: node.value }];
      }
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }];
      case 'table':
      case 'tableRow':
      case 'tableCell':
        return buildMarkdownTable(node, this.#tableContext());
      case 'footnoteDefinition':
        return [];
      case 'formula':
        return [{ type: 'math', value: numbered(node) }];
      case 'component':
        return this.#component(node);
      case 'element':
        if (node.name === 'hr') return [{ type: 'thematicBreak' }];
        if (node.name === 'table') return buildMarkdownTable(node, this.#tableContext());
        return this.#wrap(node);
    }
  }

  #inline(node: tree.Inline): PhrasingContent[] {
    switch (node.type) {
      case 'text':
        return [text(plain(node.value))];
      case 'emphasis':
      case 'strong':
      case 'delete': {
        // Within its like it says nothing more, and the marks of the two would run together.
        const isWithin = this.#marks.has(node.type);
        this.#marks.add(node.type);
        const children = this.phrasing(node.children);
        if (isWithin) return children;
        this.#marks.delete(node.type);
        const [before, core, after] = splitEdges(children);
        return [
          ...before,
          ...(core.length > 0 ? [{ type: node.type, children: core }] : []),
          ...after,
        ];
      }
      case 'inlineCode':
        return this.#code(plain(node.value));
      case 'break':
        if (this.#inHeading) return [text(' ')];
        return this.#inCell ? [html('<br>')] : [{ type: 'break' }];
      case 'link': {
        const children = this.#within('link', node.children);
        const { href } = this.#options.resolve.link(node.url);
        return this.#inLink ? children : linkTo(href, children, node.title);
      }
      case 'image': {
        const found = this.#options.resolve.picture(node.url);
        return [found ? picture(found.href, node.alt, node.title) : text(plain(node.alt))];
      }
      case 'footnoteReference':
        return this.#refer(node.identifier);
      case 'inlineFormula':
        return [{ type: 'inlineMath', value: this.#tex(node.tex) }];
      case 'reference': {
        const words = [text(plain(node.text))];
        return this.#inLink ? words : linkTo(this.#options.resolve.link(`#${node.id}`).href, words);
      }
      case 'component':
        return this.#component(node) as PhrasingContent[];
      case 'element':
        return this.#element(node);
    }
  }

  #component(node: tree.Component): RootContent[] {
    const module = findComponent(node.name);
    if (!module) throw new Error(`A tree holds the component ${node.name}, which does not exist.`);
    const context: MarkdownContext = {
      ...this.#options.resolve,
      // A link may hold no other.
      ...(this.#inLink && { source: () => undefined }),
      blocks: (nodes) => this.blocks(nodes),
      inline: (value) =>
        splitFormulas(value).map((part) =>
          part.type === 'text'
            ? text(plain(part.value))
            : { type: 'inlineMath', value: this.#tex(part.tex) },
        ),
    };
    return module.markdown(node, context);
  }

  #element(node: tree.Element): PhrasingContent[] {
    refuseUnsafe(node);
    if (node.name === 'br') return this.#inline({ type: 'break' });
    if (node.name === 'wbr') return [html('<wbr>')];
    const children = this.phrasing(node.children);
    return [html(openTag(node)), ...children, html(`</${node.name}>`)];
  }

  /** A block of HTML. Markdown within it is read where empty lines part the two. */
  #wrap(node: tree.Element): RootContent[] {
    refuseUnsafe(node);
    return [html(openTag(node)), ...this.blocks(node.children), html(`</${node.name}>`)];
  }

  #list(
    list: Pick<Extract<tree.Block, { type: 'list' }>, 'ordered' | 'start' | 'spread' | 'children'>,
  ) {
    const { ordered, start, spread } = list;
    const children = list.children.map((item) => {
      const blocks = this.blocks(item.children);
      return {
        type: 'listItem' as const,
        spread: item.spread || !isTight(blocks),
        ...(item.checked !== undefined && { checked: item.checked }),
        children: blocks as never,
      };
    });
    return {
      type: 'list' as const,
      ordered,
      ...(ordered && { start: start ?? 1 }),
      spread,
      children,
    };
  }

  #tableContext() {
    return {
      cell: (nodes: readonly tree.Node[]) => this.#within('cell', nodes),
      blocks: (nodes: readonly tree.Node[]) => this.blocks(nodes),
    };
  }

  #code(value: string): PhrasingContent[] {
    if (value === '') return [];
    // In a cell a bar takes a backslash, and then no reader agrees on one that stands before it.
    if (this.#inCell && value.includes('\\|')) {
      return [html('<code>'), text(value), html('</code>')];
    }
    return [{ type: 'inlineCode', value }];
  }

  #tex(tex: string): string {
    const line = plain(tex).trim();
    return this.#inCell ? (writeCellTex(line) ?? line) : line;
  }

  #refer(identifier: string): PhrasingContent[] {
    if (!this.#definitions.has(identifier)) return [];
    if (!this.#noted.includes(identifier)) this.#noted.push(identifier);
    const label = this.#labelOf(this.#noted.indexOf(identifier));
    return [{ type: 'footnoteReference', identifier: label, label }];
  }

  #labelOf(index: number): string {
    return `${this.#options.notePrefix}${index + 1}`;
  }

  #within(place: 'cell' | 'link' | 'heading', nodes: readonly tree.Node[]): PhrasingContent[] {
    const before = [this.#inCell, this.#inLink, this.#inHeading] as const;
    this.#inCell ||= place === 'cell';
    this.#inLink ||= place === 'link';
    this.#inHeading ||= place === 'heading';
    const phrasing = this.phrasing(nodes);
    [this.#inCell, this.#inLink, this.#inHeading] = before;
    return phrasing;
  }

  #collect(nodes: readonly tree.Node[]): void {
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      if ('children' in node) this.#collect(node.children);
    }
  }
}

/** Whether the blocks of an item part without empty lines: words, then perhaps a list. Any other would run on. */
function isTight(blocks: readonly RootContent[]): boolean {
  const [first, ...others] = blocks.map(({ type }) => type);
  return others.length === 0 || (first === 'paragraph' && others.join() === 'list');
}

/** Puts together what is one: runs of text, and neighbours of one kind of emphasis. */
function joinPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text') {
      joined[joined.length - 1] = text(last.value + node.value);
    } else if (isMark(last) && last.type === node.type) {
      last.children = joinPhrasing([...last.children, ...node.children]);
    } else {
      if (last && runsOn(last, node)) joined.push(html('<!-- -->'));
      joined.push(node);
    }
  }
  return joined;
}

/** Whether the marks of two neighbours would be read as one: of formulas, of code, `[^1]:` at the start of a line. */
function runsOn(last: PhrasingContent, node: PhrasingContent): boolean {
  if (node.type === 'text') return last.type === 'footnoteReference' && node.value.startsWith(':');
  return last.type === node.type && /^(?:inlineMath|inlineCode)$/.test(node.type);
}

function isMark(node: PhrasingContent | undefined): node is Emphasis | Strong | Delete {
  return node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete';
}

function numbered({ tex, number }: tree.Formula): string {
  const value = tex.toWellFormed().trim();
  if (number === undefined) return value;
  return `${value}${value.includes('\n') ? '\n' : ' '}\\tag{${number}}`;
}
