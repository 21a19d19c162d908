import { mdxMd } from 'micromark-extension-mdx-md';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Fault } from '../judging/report.ts';
import { REFUSED_AUTOLINKS, trimGfm } from './gfm.ts';
import { beginPass, buildSyntax, type TagFault } from './syntax.ts';
import { buildTreeExtension, type Segment, type TagAttribute } from './syntax-tree.ts';
import type { Span } from './spans.ts';

/** A node of mdast, of `syntax.ts` or of `tags.ts`, read loosely: `type` says which fields there are. */
export type SyntaxNode = {
  type: string;
  position: { start: { offset: number }; end: { offset: number } };
  children?: SyntaxNode[];
  value?: string;
  url?: string;
  title?: string | null;
  alt?: string | null;
  identifier?: string;
  label?: string | null;
  depth?: 1 | 2 | 3 | 4 | 5 | 6;
  ordered?: boolean | null;
  start?: number | null;
  spread?: boolean | null;
  checked?: boolean | null;
  lang?: string | null;
  align?: ('left' | 'right' | 'center' | null)[] | null;
  /** Formulas and braces. */
  span?: Span;
  segments?: Segment[];
  /** Tags, and elements made of a pair of them. */
  name?: string | null;
  attributes?: TagAttribute[];
  flow?: boolean;
  closing?: boolean;
  selfClosing?: boolean;
  /** Left over from an element that was refused. */
  unwrapped?: boolean;
  /** References: `\ref` or `\eqref`. */
  command?: string;
};

export type Parsed = {
  root: SyntaxNode;
  /** Why a `<` that stayed text is no tag, by its offset. */
  tagFaults: Map<number, TagFault>;
  faults: Fault[];
};

/** How deep constructs may stand in each other. */
export const MAX_DEPTH = 40;

const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'definition',
  'gfmFootnoteDefinition',
  'headingAtx',
  'list',
  'setextUnderline',
  'table',
  'thematicBreak',
];

/**
 * Parses Markdown with tags, braces and formulas. Never throws at what a writer wrote.
 *
 * @param source without invisible characters, within the bounds of `shape.ts`
 * @param inline whether only what stands within a paragraph is known: `1. x` is text
 */
export function parseSource(source: string, inline: boolean): Parsed {
  return inline && isPlain(source) ? buildPlain(source) : parseMarkup(source, inline);
}

/** The same, also where there is no markup. */
export function parseMarkup(source: string, inline: boolean): Parsed {
  const faults: Fault[] = [];
  const { tagFaults } = (pass = beginPass(source));
  const processor = inline ? inlineProcessor : blockProcessor;
  const root = processor.parse(source) as unknown as SyntaxNode;
  pruneDepth(root, faults);
  return { root, tagFaults, faults };
}

// The extensions are made once, since that takes as long as to parse a title; a parse runs from its beginning to its end.
let pass = beginPass('');
const blockProcessor = buildProcessor(false);
const inlineProcessor = buildProcessor(true);

function buildProcessor(inline: boolean) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm, { singleTilde: false })
    .use(function (this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [
        ...(data.micromarkExtensions ?? []).map((gfm) => trimGfm(gfm, () => pass)),
        mdxMd(),
        { disable: { null: [...REFUSED_AUTOLINKS, ...(inline ? BLOCK_CONSTRUCTS : [])] } },
        buildSyntax(() => pass, inline),
      ];
      data.fromMarkdownExtensions = [
        // Transforms make nodes without positions (e-mail addresses found in text).
        ...(data.fromMarkdownExtensions ?? [])
          .flat()
          .map((extension) => ({ ...extension, transforms: [] })),
        buildTreeExtension(() => pass),
      ];
    })
    .freeze();
}

/** Whether a text of one line has no character that could be markup, and so is itself. */
function isPlain(source: string): boolean {
  return /^(?! )[\p{L}\p{M}\p{N} ,;:.?()'"–—%+=-]+(?<! )$/u.test(source);
}

function buildPlain(value: string): Parsed {
  const position = { start: { offset: 0 }, end: { offset: value.length } };
  const paragraph = { type: 'paragraph', position, children: [{ type: 'text', position, value }] };
  return {
    root: { type: 'root', position, children: [paragraph] },
    tagFaults: new Map(),
    faults: [],
  };
}

/** Cuts the tree at `MAX_DEPTH` without recursion, so that all that walks it later may recurse. */
function pruneDepth(root: SyntaxNode, faults: Fault[]): void {
  const stack: [node: SyntaxNode, depth: number][] = [[root, 0]];
  let told = false;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [node, depth] = entry;
    if (!node.children) continue;
    if (depth < MAX_DEPTH) {
      for (const child of node.children) stack.push([child, depth + 1]);
      continue;
    }
    node.children = [];
    if (told) continue;
    told = true;
    faults.push({
      offset: node.position.start.offset,
      code: 'too-deep',
      message: `More than ${MAX_DEPTH} constructs stand within each other here.`,
      fix: 'Use fewer levels of lists, quotations and emphasis.',
    });
  }
}
