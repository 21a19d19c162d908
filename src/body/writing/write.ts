import { judgeComponentAttributes, judgeElementAttributes } from '../judging/attributes.ts';
import { resolveUse } from './collect.ts';
import { dropMask } from '../parsing/fences.ts';
import { judgeHost } from '../judging/hosts.ts';
import { judgePicture, judgeWebAddress } from '../judging/links.ts';
import { findMarkup } from '../judging/markup.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt } from '../judging/report.ts';
import type { Block, Component, Inline, Node, Table, TableRow } from '../tree.ts';
import { writeFormula } from './formula.ts';
import { writeImage, writeLink } from './link.ts';
import type { Writer, Written } from './writer.ts';

/** Cells of one table; plots of one text. */
const MAX_CELLS = 5_000;
const MAX_PLOTS = 12;

/** Turns arranged and collected syntax into nodes of the tree, and judges each on the way. */
export function writeNodes(nodes: readonly SyntaxNode[] | undefined, writer: Writer): Node[] {
  const result: Node[] = [];
  for (const node of nodes ?? []) {
    const written = writeNode(node, writer);
    const last = result.at(-1);
    if (written?.type === 'text' && last?.type === 'text') last.value += written.value;
    else if (written) result.push(written);
  }
  return result;
}

function writeNode(node: SyntaxNode, writer: Writer): Node | undefined {
  const offset = node.position.start.offset;
  const inline = () => writeNodes(node.children, writer) as Inline[];
  const blocks = () => writeNodes(node.children, writer) as Block[];
  switch (node.type) {
    case 'text':
      return { type: 'text', value: dropMask(node.value ?? '') };
    case 'paragraph':
      return { type: 'paragraph', children: inline() };
    case 'heading':
      return writeHeading(node, inline(), writer);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return { type: node.type, children: inline() };
    case 'inlineCode':
      return { type: 'inlineCode', value: node.value ?? '' };
    case 'break':
    case 'thematicBreak':
      return { type: node.type };
    case 'blockquote':
      return { type: 'blockquote', children: blocks() };
    case 'list':
      return {
        type: 'list',
        ordered: node.ordered ?? false,
        ...(node.ordered && typeof node.start === 'number' && { start: node.start }),
        spread: node.spread ?? false,
        children: (node.children ?? []).map((item) => ({
          type: 'listItem',
          spread: item.spread ?? false,
          ...(typeof item.checked === 'boolean' && { checked: item.checked }),
          children: writeNodes(item.children, writer) as Block[],
        })),
      };
    case 'code': {
      const lang = /^[A-Za-z0-9+#._-]{1,30}$/.exec(node.lang ?? '')?.[0];
      return { type: 'code', ...(lang && { lang }), value: node.value ?? '' };
    }
    case 'table':
      return writeTable(node, writer);
    case 'footnoteDefinition':
      return { type: 'footnoteDefinition', identifier: node.identifier ?? '', children: blocks() };
    case 'footnoteReference':
      return { type: 'footnoteReference', identifier: node.identifier ?? '' };
    case 'link':
    case 'linkReference':
      return writeLink(node, inline(), writer);
    case 'image':
    case 'imageReference':
      return writeImage(node, writer);
    case 'formula':
    case 'inlineFormula':
      return writeFormula(node, writer);
    case 'reference': {
      const use = { command: node.command ?? 'ref', name: node.value ?? '', offset };
      const target = resolveUse(use, writer);
      if (!target) return { type: 'text', value: '??' };
      const text = use.command === 'eqref' ? `(${target.number})` : target.number;
      return { type: 'reference', kind: target.kind, id: target.id, text };
    }
    case 'element':
      return writeElement(node, writer);
    default:
      // Definitions of links are resolved where they are used.
      return undefined;
  }
}

function writeHeading(node: SyntaxNode, children: Inline[], writer: Writer): Node {
  const offset = node.position.start.offset;
  const depth = node.depth ?? 2;
  const { id, text } = writer.collected.headings.get(node) ?? { id: 'section', text: '' };
  if (depth === 1 && text !== '') {
    writer.report.add({
      offset,
      code: 'first-heading',
      message: `The heading \`${excerpt(text)}\` is of the first level, which is the title's.`,
      fix: `Write \`## ${excerpt(text)}\`.`,
    });
  }
  if (text === '') {
    writer.report.add({
      offset,
      code: 'empty-heading',
      message: 'The heading has no words.',
      fix: 'Write them behind the `#` marks, or `\\#` if the mark itself is meant.',
    });
  }
  return { type: 'heading', depth, id, children };
}

function writeTable(node: SyntaxNode, writer: Writer): Table {
  const width = node.align?.length ?? 0;
  const lines = node.children ?? [];
  if (lines.length * width > MAX_CELLS) {
    // Rows that are too short are filled up: two characters of the source could be two hundred cells.
    writer.report.add({
      offset: node.position.start.offset,
      code: 'too-much',
      message: `The table has ${lines.length} rows of ${width} cells; at most ${MAX_CELLS} cells are taken.`,
      fix: 'Divide it into several, or show what matters and link to the rest.',
    });
    return { type: 'table', align: [], children: [] };
  }
  const rows = lines.map((row): TableRow => {
    const cells = row.children ?? [];
    const excess = cells[width];
    if (excess) {
      writer.report.add({
        offset: excess.position.start.offset,
        code: 'long-row',
        message: `This row has ${cells.length} cells, the table ${width} ${width === 1 ? 'column' : 'columns'}.`,
        fix: 'Delete the cells that are too many, or widen the first row and the row of dashes; inside a formula write `\\vert` for `|`.',
      });
    }
    return {
      type: 'tableRow',
      children: cells.slice(0, width).map((cell) => {
        return { type: 'tableCell', children: writeNodes(cell.children, writer) as Inline[] };
      }),
    };
  });
  return { type: 'table', align: [...(node.align ?? [])], children: rows };
}

function writeElement(node: SyntaxNode, writer: Writer): Node | undefined {
  const { report, collected } = writer;
  const markup = findMarkup(node.name);
  if (!markup) return undefined;
  const children = writeNodes(node.children, writer);
  const name = node.name ?? '';
  if (markup.kind === 'element') {
    const attributes = judgeElementAttributes(node, markup.rule, report);
    return { type: 'element', name, attributes, children };
  }
  const { rule } = markup;
  const {
    attributes: read,
    id,
    number,
  } = collected.components.get(node) ?? {
    attributes: { literals: [], refused: new Set<string>() },
  };
  const before = report.count();
  const attributes = judgeComponentAttributes(node, read, rule.attributes, report);
  const component: Component = {
    type: 'component',
    name,
    attributes,
    ...(id !== undefined && { id }),
    ...(number !== undefined && { number }),
    children,
  };
  const src = read.literals.find((attribute) => attribute.name === rule.picture);
  // An empty one is told by the schema.
  if (src && src.value !== '') {
    const fault = judgePicture(String(src.value));
    if (fault) report.add({ offset: src.offset, ...fault });
    // As a link's: a refused address does not reach the tree.
    if (fault) component.attributes = without(component.attributes, src.name);
    else writer.written.pictures.push({ src: String(src.value), offset: src.offset });
  }
  const link = read.literals.find((attribute) => attribute.name === rule.link);
  if (link && link.value !== '' && !writeAddress(String(link.value), link.offset, writer))
    component.attributes = without(component.attributes, link.name);
  // Even where something is wrong with it: its file is not unused.
  if (rule.numbers) writePlot(component, read.literals, node.position.start.offset, writer);
  if (report.count() === before) {
    for (const { attribute, ...fault } of rule.check?.(component) ?? []) {
      const place = read.literals.find(({ name }) => name === attribute);
      report.add({ offset: place?.offset ?? node.position.start.offset, ...fault });
    }
  }
  return component;
}

function without(attributes: Component['attributes'], name: string): Component['attributes'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== name));
}

function writePlot(
  component: Component,
  literals: Written['plots'][number]['literals'],
  offset: number,
  { report, written: { plots } }: Writer,
): void {
  plots.push({ component, literals, offset });
  if (plots.length !== MAX_PLOTS + 1) return;
  report.add({
    offset,
    code: 'too-much',
    message: `The text has more than ${MAX_PLOTS} plots.`,
    fix: 'Keep those of the main results, or put the numbers of several into one file with a `series`.',
  });
}

/** An address in an attribute, which leads out of the site; false where it is refused. */
function writeAddress(url: string, offset: number, { report, written }: Writer): boolean {
  const fault = judgeWebAddress(url);
  if (fault) {
    report.add({ offset, ...fault });
    return false;
  }
  const host = judgeHost(url);
  if (host) report.add({ offset, ...host });
  if (!written.links.has(url)) written.links.set(url, offset);
  return true;
}
