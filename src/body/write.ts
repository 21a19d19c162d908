import { judgeComponentAttributes, judgeElementAttributes } from './attributes.ts';
import { resolveUse, type Collected } from './collect.ts';
import { writeEquation } from './equations.ts';
import { dropMask } from './fences.ts';
import { checkFormula } from './formula.ts';
import { judgeLink, judgePicture } from './links.ts';
import { findMarkup } from './markup.ts';
import { nearest } from './nearest.ts';
import type { SyntaxNode } from './parse.ts';
import { excerpt, type Report } from './report.ts';
import type { Block, Component, Inline, Node, Table, TableRow } from './tree.ts';

/** What the writing of a tree finds out on its way. */
export type Written = {
  pictures: { src: string; offset: number }[];
  links: Set<string>;
  anchors: { name: string; offset: number }[];
  formulas: number;
};

export type Writer = {
  report: Report;
  collected: Collected;
  written: Written;
  /** Whether pictures may stand in this text: their files are judged by who holds the body. */
  pictures: boolean;
};

/** At most so many formulas of one text are set; KaTeX and Temml take about half a millisecond each. */
export const MAX_FORMULAS = 1_500;

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
      const target = resolveUse(use, writer.collected, writer.report);
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
  if (depth === 1) {
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
  const rows = (node.children ?? []).map((row): TableRow => {
    const cells = row.children ?? [];
    const excess = cells[width];
    if (excess) {
      writer.report.add({
        offset: excess.position.start.offset,
        code: 'long-row',
        message: `This row has ${cells.length} cells, the table ${width} columns.`,
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

function writeLink(node: SyntaxNode, children: Inline[], writer: Writer): Node {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  const url = source?.url ?? '';
  const fault = judgeLink(url);
  if (fault && 'code' in fault) writer.report.add({ offset, ...fault });
  else if (fault) writer.written.anchors.push({ name: fault.anchor, offset });
  else writer.written.links.add(url);
  if (children.length === 0) {
    writer.report.add({
      offset,
      code: 'empty-link',
      message: `The link to \`${excerpt(url)}\` has no text.`,
      fix: `Write \`[text](${excerpt(url)})\`.`,
    });
  }
  // A refused address does not reach the tree, whatever the caller does with the problems.
  if (fault && 'code' in fault) return { type: 'emphasis', children };
  return { type: 'link', url, ...(source?.title && { title: source.title }), children };
}

function writeImage(node: SyntaxNode, writer: Writer): Node | undefined {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  const url = source?.url ?? '';
  const alt = (node.alt ?? '').trim();
  if (!writer.pictures) {
    writer.report.add({
      offset,
      code: 'picture-in-line',
      message: `The picture \`${excerpt(url)}\` stands in a text of one line.`,
      fix: 'Put it into the body of the summary: `<Figure src="./picture.svg" alt="…" />`.',
    });
    return undefined;
  }
  const fault = judgePicture(url);
  if (fault) writer.report.add({ offset, ...fault });
  else writer.written.pictures.push({ src: url, offset });
  if (alt === '') {
    writer.report.add({
      offset,
      code: 'missing-alt',
      message: `The picture \`${excerpt(url)}\` has no words for those who do not see it.`,
      fix: `Write what it shows: \`![What it shows](${excerpt(url)})\`.`,
    });
  }
  if (fault) return { type: 'text', value: alt };
  return { type: 'image', url, alt, ...(source?.title && { title: source.title }) };
}

function resolveDefinition(node: SyntaxNode, writer: Writer): SyntaxNode | undefined {
  if (node.type === 'link' || node.type === 'image') return node;
  return writer.collected.definitions.get(node.identifier ?? '');
}

function writeFormula(node: SyntaxNode, writer: Writer): Node {
  const { report, collected } = writer;
  const display = node.type === 'formula';
  const found = collected.equations.get(node);
  if (!found) return { type: 'text', value: '' };
  const offset = node.position.start.offset;
  const { text: tex, offsets } = writeEquation(found.equation, (use) => {
    return resolveUse(use, collected, report)?.number;
  });
  const fault = node.span?.fault;
  if (fault)
    report.add({
      offset: 'offset' in fault ? fault.offset : offset,
      ...explainFence(fault.code, tex),
    });
  if (!display && node.span?.dollars === 2) {
    report.add({
      offset,
      code: 'display-in-sentence',
      message: `\`$$${excerpt(tex)}$$\` stands in the middle of a sentence.`,
      fix: `Write \`$${excerpt(tex)}$\`, or \`$$\` on lines of its own before and behind the formula.`,
    });
  }
  // What an unclosed fence took in may be prose.
  if (tex === '' && fault?.code !== 'unclosed') {
    report.add({
      offset,
      code: 'empty-formula',
      message: 'The formula is empty.',
      fix: 'Write it between the dollars, or `\\$` for a dollar itself.',
    });
  } else if (fault?.code !== 'unclosed' && isWithinCount(offset, writer)) {
    for (const problem of checkFormula(tex, display)) {
      const { offset: at, ...rest } = problem;
      report.add({ offset: offsets[Math.min(at, offsets.length - 1)] ?? offset, ...rest });
    }
  }
  if (!display) return { type: 'inlineFormula', tex };
  const { id, number } = found;
  return {
    type: 'formula',
    tex,
    ...(id !== undefined && { id }),
    ...(number !== undefined && { number }),
  };
}

function isWithinCount(offset: number, { written, report }: Writer): boolean {
  written.formulas += 1;
  if (written.formulas === MAX_FORMULAS + 1) {
    report.add({
      offset,
      code: 'too-much',
      message: `The text has more than ${MAX_FORMULAS} formulas.`,
      fix: 'Shorten it, or make two summaries of it.',
    });
  }
  return written.formulas <= MAX_FORMULAS;
}

function explainFence(
  code: 'unclosed' | 'empty-line' | 'text-on-fence' | 'text-after',
  tex: string,
) {
  switch (code) {
    case 'unclosed':
      return {
        code: 'unclosed-formula',
        message: 'The formula that `$$` opens here is not closed before the next empty line.',
        fix: 'Write `$$` on a line of its own behind the formula, and leave no empty line in it.',
      };
    case 'empty-line':
      return {
        code: 'empty-line-in-formula',
        message: 'An empty line stands in a displayed formula.',
        fix: 'Delete it; for more room between two lines write `\\\\[1ex]`.',
      };
    case 'text-on-fence':
      return {
        code: 'text-on-fence',
        message:
          'A displayed formula of several lines shares a line with its `$$`, which MDX would drop.',
        fix: `Write \`$$\`, then \`${excerpt(tex)}\`, then \`$$\`, each beginning a line of its own.`,
      };
    case 'text-after':
      return {
        code: 'text-after-formula',
        message: 'Text follows the `$$` that closes a displayed formula.',
        fix: 'Begin a new line for it; a full stop or a comma goes into the formula.',
      };
  }
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
  const { attributes: read, id, number } = collected.components.get(node) ?? { attributes: [] };
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
  const src = read.find((attribute) => attribute.name === 'src');
  if (src) {
    const fault = judgePicture(String(src.value));
    if (fault) report.add({ offset: src.offset, ...fault });
    else writer.written.pictures.push({ src: String(src.value), offset: src.offset });
  }
  if (report.count() === before) {
    for (const fault of rule.check?.(component) ?? []) {
      report.add({ offset: node.position.start.offset, ...fault });
    }
  }
  return component;
}

/** Tells links to `#anchor` that lead nowhere. */
export function checkAnchors(written: Written, ids: ReadonlySet<string>, report: Report): void {
  for (const { name, offset } of written.anchors) {
    if (ids.has(name)) continue;
    const near = nearest(name, ids);
    report.add({
      offset,
      code: 'dead-anchor',
      message: `The link leads to \`#${excerpt(name)}\`, which is nowhere in this text.`,
      fix: near
        ? `Did you mean \`#${near}\`?`
        : 'Write the words of a heading in small letters joined by hyphens, such as `#key-idea`.',
    });
  }
}
