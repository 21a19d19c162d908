import type { Place, Problem } from '../problem.ts';
import { arrangeBlocks, arrangeSentence, checkPlaces } from './judging/blocks.ts';
import { resolveBraces } from './parsing/braces.ts';
import { findInvisibleCharacters, maskInvisibleCharacters } from './parsing/characters.ts';
import { collect, type Collected } from './writing/collect.ts';
import { buildTreeFacts } from './writing/facts.ts';
import { maskOpenFence } from './parsing/fences.ts';
import { judgeCharacterReferences } from './judging/references.ts';
import { judgeDefinitions } from './judging/definitions.ts';
import { findForeignFormulas } from './judging/foreign-formulas.ts';
import { findMarkdownSlips } from './judging/markdown-slips.ts';
import { judgeFootnotes } from './judging/footnotes.ts';
import { judgeUnusedLabels } from './judging/labels.ts';
import { judgeNotation } from './judging/notation.ts';
import { judgeStructure } from './judging/structure.ts';
import { judgeInlineComponents } from './judging/inline-components.ts';
import { parseSource, type SyntaxNode } from './parsing/parse.ts';
import { buildReport, type Report } from './judging/report.ts';
import { findExcess } from './parsing/shape.ts';
import { findSlips } from './judging/slips.ts';
import { pairTags } from './parsing/tags.ts';
import { TREE_VERSION, type BodyFacts, type Node, type Tree } from './tree.ts';
import { setTypography } from './writing/typography.ts';
import { writeNodes } from './writing/write.ts';
import { checkAnchors } from './writing/link.ts';
import type { Written } from './writing/writer.ts';

/** Parses after which unclosed code is no longer looked for. */
const MAX_PARSES = 10;

/**
 * Compiles the body of one file: MDX text to a tree, with all that is wrong in it. Never
 * throws and never evaluates anything. Where there are problems the tree is only good enough
 * for a preview.
 *
 * @param source the text behind the front matter
 * @param options.file path for the problems
 * @param options.line line of the file on which `source` begins, 1 unless told
 * @param options.summary whether it is about one paper, true unless told: an introduction is not
 * @param options.notation the symbols that the notation of the paper explains, TeX; none is no notation
 */
export function compileBody(
  source: string,
  options: { file: string; line?: number; summary?: boolean; notation?: readonly string[] },
): { tree: Tree; facts: BodyFacts; problems: Problem[] } {
  const report = buildReport(source, options.file, { line: options.line ?? 1, column: 1 });
  const parsed = parseChecked(source, report, false);
  const root = parsed?.root ?? emptyRoot();
  arrangeBlocks(root, report);
  checkPlaces(root, parsed?.unpaired ?? new Set(), report);
  judgeInlineComponents(root, options.summary ?? true, report);
  setTypography(root);
  const collected = collect(root, source, report);
  const { children, written } = write(root.children, collected, report, false);
  const tree: Tree = { type: 'root', version: TREE_VERSION, children };
  checkAnchors(written, findIds(collected), report);
  judgeStructure(root, report);
  judgeDefinitions(root, report);
  const anchors = new Set(written.anchors.map(({ name }) => name));
  judgeUnusedLabels(collected.targets, collected.used, anchors, report);
  judgeNotation(written.displayed, options.notation ?? [], report);
  return { tree, facts: buildFacts(tree, collected, written, report), problems: report.problems() };
}

/**
 * Compiles a text of one paragraph, such as a title or an abstract, to inline children.
 * What begins a block in Markdown is text here: `1. Introduction`, `# of parameters`.
 *
 * @param options.place where in the file the first character of `text` stands
 */
export function compileInline(
  text: string,
  options: { file: string; place: Place },
): { tree: Tree; problems: Problem[] } {
  const report = buildReport(text, options.file, options.place);
  const parsed = parseChecked(text, report, true);
  const root = parsed?.root ?? emptyRoot();
  const paragraphs = root.children ?? [];
  const second = paragraphs[1];
  if (second) {
    report.add({
      offset: second.position.start.offset,
      code: 'second-paragraph',
      message: 'A second paragraph begins here, in a text of one paragraph.',
      fix: 'Delete the empty line before it.',
    });
  }
  const sentence: SyntaxNode = {
    type: 'paragraph',
    position: root.position,
    children: arrangeSentence(
      paragraphs.flatMap((paragraph, index) => [
        ...(index > 0 ? [{ type: 'text', position: paragraph.position, value: ' ' }] : []),
        ...(paragraph.children ?? []),
      ]),
      report,
      true,
    ),
  };
  checkPlaces(sentence, parsed?.unpaired ?? new Set(), report);
  judgeInlineComponents(sentence, false, report);
  setTypography(sentence);
  const collected = collect(sentence, text, report);
  const { children, written } = write(sentence.children, collected, report, true);
  checkAnchors(written, new Set(), report);
  return {
    tree: { type: 'root', version: TREE_VERSION, children },
    problems: report.problems(),
  };
}

/** Parses, and judges all that is judged on the source itself. Undefined where a bound is exceeded. */
function parseChecked(
  source: string,
  report: Report,
  inline: boolean,
): { root: SyntaxNode; unpaired: Set<string> } | undefined {
  const excess = findExcess(source);
  if (excess) {
    report.add(excess);
    return undefined;
  }
  const invisible = findInvisibleCharacters(source);
  for (const fault of invisible) report.add(fault);
  let text = maskInvisibleCharacters(source, invisible);
  let parsed = parseSource(text, inline);
  for (let parses = 1; parses < MAX_PARSES; parses += 1) {
    const masked = maskOpenFence(text, parsed.root, report);
    if (masked === undefined) break;
    text = masked;
    parsed = parseSource(text, inline);
  }
  for (const fault of parsed.faults) report.add(fault);
  judgeCharacterReferences(text, parsed.root, report);
  findForeignFormulas(text, parsed.root, report);
  findMarkdownSlips(text, parsed.root, report);
  const footnotes = judgeFootnotes(parsed.root, report);
  const { tagFaults } = parsed;
  const broken = findSlips(text, parsed.root, { report, tagFaults, footnotes, inline });
  const unpaired = pairTags(parsed.root, broken, report);
  resolveBraces(parsed.root, report);
  return { root: parsed.root, unpaired };
}

function write(
  nodes: readonly SyntaxNode[] | undefined,
  collected: Collected,
  report: Report,
  inline: boolean,
): { children: Node[]; written: Written } {
  const written: Written = {
    pictures: [],
    plots: [],
    links: new Map(),
    displayed: [],
    anchors: [],
    addresses: 0,
    formulas: 0,
  };
  return { children: writeNodes(nodes, { report, collected, written, inline }), written };
}

function findIds(collected: Collected): Set<string> {
  return new Set([
    ...[...collected.headings.values()].map(({ id }) => id),
    ...[...collected.targets.values()].map(({ id }) => id),
  ]);
}

function buildFacts(tree: Tree, collected: Collected, written: Written, report: Report): BodyFacts {
  const pictures = new Map<string, Place>();
  for (const { src, offset } of written.pictures.toSorted((a, b) => a.offset - b.offset)) {
    if (!pictures.has(src)) pictures.set(src, report.place(offset));
  }
  return {
    ...buildTreeFacts(tree),
    pictures: [...pictures].map(([src, place]) => ({ src, ...place })),
    plots: written.plots.map(({ component: { attributes }, literals, offset }) => ({
      attributes,
      at: Object.fromEntries(literals.map((one) => [one.name, report.place(one.offset)])),
      ...report.place(offset),
    })),
    links: [...written.links].map(([url, offset]) => ({ url, ...report.place(offset) })),
    sections: [...collected.headings].flatMap(([node, heading]) => {
      return node.depth === 2 ? [{ ...heading, ...report.place(node.position.start.offset) }] : [];
    }),
  };
}

function emptyRoot(): SyntaxNode {
  const nowhere = { offset: 0 };
  return { type: 'root', position: { start: nowhere, end: nowhere }, children: [] };
}
