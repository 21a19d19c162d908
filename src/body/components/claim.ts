import type { Element } from 'hast';
import { h } from 'hastscript';
import { z } from 'zod';
import { nearest } from '../nearest.ts';
import { linkTo, text } from '../rendering/markdown-blocks.ts';
import type { Component } from '../tree.ts';
import { words } from '../words.ts';
import type { ComponentModule, HtmlContext } from './component.ts';
import { textOf } from './component.ts';

const MAX_AT = 80;

const FORMS =
  'Write the place as the paper names it: `Table 3`, `Figure 2`, `§5.2`, `Section 5.2, Table 3`, `Appendix B`, `p. 7`, `Abstract`.';

/** What a paper numbers, as it is written here, and how else people write it. */
const KINDS: Readonly<Record<string, string[]>> = {
  Table: ['tab'],
  Tables: ['tabs'],
  Figure: ['fig'],
  Figures: ['figs'],
  Section: ['sec', 'sect'],
  Sections: ['secs'],
  Appendix: ['app'],
  Equation: ['eq'],
  Equations: ['eqs'],
  Theorem: ['thm'],
  Lemma: [],
  Proposition: ['prop'],
  Corollary: ['cor'],
  Definition: ['def'],
  Algorithm: ['alg'],
  Footnote: ['fn'],
};
const NAMES = Object.keys(KINDS);

// `3`, `5.2`, `A.4.1`, `S2`, `2(a)`, `B`; two of them as a range or a pair.
const NUMBER = String.raw`(?:[A-Z]?\d{1,4}(?:\.\d{1,3}){0,3}(?:[a-z]|\([a-z]\))?|[A-Z](?:\.\d{1,3}){0,3})`;
const NUMBERS = String.raw`${NUMBER}(?:(?:[–-]| and | to )${NUMBER})?`;
const PART = String.raw`(?:(?:${NAMES.join('|')}) ${NUMBERS}|§§? ?${NUMBERS}|pp?\. \d{1,4}(?:[–-]\d{1,4})?|Abstract)`;
const PLACES = String.raw`${PART}(?:, ${PART}){0,3}`;
const PLACE = new RegExp(`^${PLACES}$`);
/** `Table 3, row E`, `Table 3 (E)`. */
const PLACE_AND_MORE = new RegExp(
  `^(${PLACES})(?:,| [^\\p{L}\\d]| rows?\\b| lines?\\b| columns?\\b)`,
  'u',
);

export const claim: ComponentModule = {
  name: 'Claim',
  inline: true,
  children: 'none',
  attributes: z.strictObject({
    at: z
      .string()
      .refine((at) => at.length <= MAX_AT && PLACE.test(at), {
        error: ({ input }) => explainPlace(String(input)),
      })
      .describe(
        'Where in the paper the result before it stands: `Table 3`, `Figure 2`, `§5.2`, `Section 5.2, Table 3`, `Appendix B`, `p. 7`, `Abstract`.',
      ),
  }),
  page(node, context) {
    const at = placeOf(node);
    const source = context.source(at);
    if (!source) return [tied(h('span.claim', `[${at}]`))];
    const { href, rel } = source;
    // The text has tables of its own: "[Table 1]" beside them wants saying whose it is.
    const name = `${at} ${words.ofThePaper}`;
    const said = { ariaLabel: name, title: name };
    return [tied(h('a.claim', { href, ...(rel ? { rel } : {}), ...said }, `[${at}]`))];
  },
  feed: (node, context) => [bracketed(placeOf(node), context)],
  text: (node) => `(${placeOf(node)})`,
  markdown(node, context) {
    const at = placeOf(node);
    const source = context.source(at);
    return [text('('), ...linkTo(source?.href, [text(at)]), text(')')];
  },
};

/** To the result before it. */
function tied(element: Element): Element {
  element.data = { tie: 'claim' };
  return element;
}

function bracketed(at: string, context: HtmlContext) {
  const source = context.source(at);
  return source ? h('a', { href: source.href }, `[${at}]`) : h('span', `[${at}]`);
}

function placeOf(node: Component): string {
  return textOf(node, 'at') ?? '';
}

/** What to write instead, in the writer's own numbers where they can be read: `tab. 3` means `Table 3`. */
function explainPlace(at: string): string {
  if (at.length > MAX_AT) return FORMS;
  const parts = at.trim().split(/\s*[,;]\s*/);
  const mended = parts.map(mendPart).join(', ');
  if (PLACE.test(mended)) return `Write \`at="${mended}"\`.`;
  const found = PLACE_AND_MORE.exec(mended)?.[1];
  return found === undefined
    ? FORMS
    : `Write \`at="${found}"\`: rows, columns and the like belong in the sentence.`;
}

function mendPart(part: string): string {
  const plain = part.replace(/\s+/g, ' ');
  if (/^abstract$/i.test(plain)) return 'Abstract';
  const page = /^(?:p|pg|page)\.? ?(\d+)$/i.exec(plain)?.[1];
  if (page !== undefined) return `p. ${page}`;
  const [, word = '', number = ''] = /^(\p{L}+)\.? ?#?(\S.*)$/u.exec(plain) ?? [];
  const name = word.toLowerCase();
  const kind =
    NAMES.find((one) => one.toLowerCase() === name || KINDS[one]?.includes(name)) ??
    nearest(word, NAMES);
  // `Appendix b`, but `Table 3b`.
  const mended = number.replace(/^[a-z](?![a-z])/, (letter) => letter.toUpperCase());
  return kind === undefined ? plain : `${kind} ${mended}`;
}
