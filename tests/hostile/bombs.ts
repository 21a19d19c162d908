import { BOUNDS } from '../../src/body/parsing/shape.ts';
import type { Task } from './child.ts';

/** What costs much for little: its name says what grows. */
export type Bomb = { tries: string; task: Task };

const full = BOUNDS.length;
const megabyte = 1_000_000;

/** `part` again and again, as long as the longest text that is taken, or as told. */
function fill(part: string, length: number = full): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

function nest(open: string, inside: string, close: string, depth: number): string {
  return open.repeat(depth) + inside + close.repeat(depth);
}

const bodies: Record<string, string> = {
  'a line of a megabyte': fill('a', megabyte),
  'a megabyte of words': fill('a b\n\n', megabyte),
  'a line as long as is taken': fill('a'),
  'ten megabytes of brackets': fill('[', 10 * megabyte),
  'brackets in many blocks': fill(`${fill('[', 900)}\n\n`),
  'brackets that close, in many blocks': fill(`${nest('[', 'a', ']', 400)}\n\n`),
  'links in links': fill(`${nest('[', 'a', '](https://example.org)', 60)}\n\n`, 20_000),
  'pictures in pictures': fill(`${nest('![', 'a', '](./a.svg)', 60)}\n\n`, 20_000),
  'emphasis in many blocks': fill(`${fill('*a **b ', 800)}\n\n`),
  'emphasis of every mark': fill('*_~~**__*_', 2_900),
  'emphasis of three letters': fill(`${fill('***a_', 2_000)}\n\n`),
  'quotations within each other': fill('> > > > > > > > > > > a\n', 2_000),
  'quotations that go on lazily': `${fill('>', 10)} ${fill('a\n', 20_000)}`,
  'lists within lists': Array.from({ length: 24 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join(
    '',
  ),
  'lists of one item': fill('- a\n\n1. b\n\n'),
  'a list of empty items': fill('-\n'),
  'a table of a hundred thousand cells': `${fill('|a', 400)}|\n${fill('|-', 400)}|\n${fill(`${fill('|b', 400)}|\n`, 200_400)}`,
  'a table of empty rows': `|${fill('a|', 398)}\n|${fill('-|', 398)}\n${fill('|\n', 40_000)}`,
  'tables without end': fill('a|b\n-|-\n\n'),
  'rows of a table that are none': fill('a|b\n'),
  'footnotes that are never told': fill('[^a] '),
  'footnotes that hold footnotes': Array.from(
    { length: 1_400 },
    (_, n) => `[^${n}]: a[^${n + 1}]\n\n`,
  ).join(''),
  'one footnote a thousand times': `${fill('a[^1] ', 6_000)}\n\n[^1]: ${fill('b ', 20_000)}`,
  'definitions of one name': fill('[a]: https://example.org\n'),
  'references to one long address': `${fill('[a] ', 5_000)}\n\n[a]: https://example.org/${fill('b', 1_900)}`,
  entities: fill('&amp;'),
  'entities of the longest name': fill('&CounterClockwiseContourIntegral;'),
  'entities that end nowhere': fill('&'),
  'numbers of characters': fill('&#x10FFFF;'),
  backslashes: fill('\\'),
  'code of every length': Array.from({ length: 300 }, (_, n) => '`'.repeat(n + 1)).join(' '),
  'fences that never end': fill('```\n~~~\n'),
  'fences in quotations': fill('> ```\n'),
  headings: fill('## a\n'),
  'headings of one name': fill('## a\n\na\n\n', 30_000),
  'headings of long names': fill(`## ${fill('a-', 2_000)}\n\na\n\n`),
  underlines: fill('a\n-\n', 1_500),
  'tags that never end': fill('<a '),
  'tags with a thousand attributes': `<Figure ${Array.from({ length: 4_000 }, (_, n) => `a${n}="b"`).join(' ')} />`,
  'tags whose quote never ends': fill('<a b="'),
  'elements within each other': fill(`${nest('<sub>', 'a', '</sub>', 100)}\n\n`),
  'components within each other': nest('<Aside>\n\n', 'a', '\n\n</Aside>', 400),
  'components that never end': fill('<Aside>\n\n'),
  'closing tags of nothing': fill('</sub>'),
  'braces within each other': nest('{', 'a', '}', 20_000),
  'braces that never end': fill('{a '),
  'comments that never end': fill('{/* '),
  'comments of HTML that never end': fill('<!-- '),
  dollars: fill('$'),
  'dollars with words': fill('$a '),
  'pairs of dollars': fill('$$a'),
  'formulas of the largest size': fill(`$$\n${fill('\\frac{a}{b}', 3_900)}\n$$\n\n`),
  'formulas that are all different': Array.from({ length: 1_400 }, (_, n) => `$x_{${n}}$`).join(
    ' ',
  ),
  'formulas with an unknown command each': Array.from(
    { length: 1_400 },
    (_, n) => `$\\u${'abcdefghij'[n % 10]}x y_{${n}}$`,
  ).join(' '),
  'matrices within matrices': `$$\n${nest('\\begin{matrix}', 'a', '\\end{matrix}', 60)}\n$$`,
  'roots within roots': `$${nest('\\sqrt{', 'a', '}', 400)}$`,
  'fences of every size': `$${nest('\\left(', 'a', '\\right)', 200)}$`,
  'accents on accents': `$${nest('\\hat', 'a', '', 600)}$`,
  'definitions that double': `$${'bcdefghijk'.split('').reduce((tex, name, at) => `${tex}\\def\\${name}{${`\\${'abcdefghij'[at] ?? 'a'}`.repeat(8)}}`, '\\def\\a{x}')}\\k$`,
  'definitions in every formula': fill(String.raw`$\def\a#1{#1#1#1#1}\a{\a{\a{\a{x}}}}$ `),
  'names of operators without end': `$${fill('\\operatorname{a}', 3_900)}$`,
  'text in formulas without end': `$${nest('\\text{a $', 'x', '$}', 60)}$`,
  'marks on one letter': `a${fill('\u0301', full - 1)}`,
  'letters of two units': fill('\u{1f600}'),
  'halves of pairs': fill('\ud800'),
  'marks that nobody sees': fill('\u200b'),
  'line ends of Windows and of old': fill('a\r\n\r'),
  'white space': fill(' \t\u00a0'),
  'bare addresses': fill('https://example.org/a_b_ '),
  'bare addresses that never end': fill('http://'),
  'www without end': fill('www.'),
  'mail without end': fill('a@b.'),
  citations: fill('\\cite{a} \\ref{b} \\eqref{c} '),
  'labels of formulas': fill('$$\na \\label{b}\n$$\n\n'),
  claims: fill('<Claim at="Table 1" /> '),
  plots: fill('<Plot data="./a.csv" x="a" y="b" alt="What it shows" />\n\n'),
  figures: fill('<Figure src="./a.svg" alt="What it shows" />\n\n'),
  'words of LaTeX': fill('\\textbf{a} \\begin{b} \\end{c} '),
  imports: fill('import a from "b"\n\n'),
  'quotes that turn': fill(`"'`),
  'dashes and dots': fill('--...---'),
};

const facts: Record<string, string> = {
  'aliases of aliases': `name: Ada\nbio: &a x\n${Array.from({ length: 60 }, (_, n) => `k${n}: &b${n} [${fill(`*${n === 0 ? 'a' : `b${n - 1}`}, `, 80)}]\n`).join('')}`,
  anchors: `name: Ada\n${Array.from({ length: 5_000 }, (_, n) => `k${n}: &a${n} x\n`).join('')}`,
  'a scalar of a hundred thousand letters': `name: Ada\nbio: ${fill('a', 110_000)}`,
  'a scalar of a megabyte': `name: ${fill('a', megabyte)}`,
  'a block of empty lines': `name: Ada\nbio: |\n${fill('\n', 100_000)}`,
  'brackets of flow': `name: Ada\nlinks: ${fill('[', 100_000)}`,
  'braces of flow': `name: Ada\nlinks: ${fill('{a: ', 100_000)}`,
  'brackets of flow that close': `name: Ada\nlinks: ${nest('[', 'x', ']', 3_000)}`,
  'quotes that never end': fill('a: "\n', 100_000),
  'keys that ask': fill('? ', 50_000),
  'tags without end': fill('!a ', 50_000),
  'comments without end': fill('# a\n', 110_000),
  'empty lines in front of an order': `${fill('\n# a\n', 100_000)}%`,
  'documents without end': fill('---\n', 100_000),
  'tabs without end': fill('\t', 100_000),
  'keys that are all the same': fill('name: a\n', 100_000),
  'escapes without end': `name: "${fill('\\x41', 100_000)}"`,
  'colons without end': fill('a: b: c: ', 50_000),
  'names without end': `name: Ada\nnames: [${Array.from({ length: 20_000 }, (_, n) => `a${n}`).join(', ')}]`,
};

export const bombs: Bomb[] = [
  ...Object.entries(bodies).map(([tries, source]) => ({
    tries,
    task: { kind: 'body', source } as const,
  })),
  ...Object.entries(facts).map(([tries, source]) => ({
    tries,
    task: { kind: 'person', source } as const,
  })),
];
