import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody, compileInline } from '../../src/body/compile.ts';
import { MAX_PROBLEMS } from '../../src/body/judging/report.ts';
import { BOUNDS } from '../../src/body/parsing/shape.ts';

const file = 'x.mdx';

function fill(part: string, length: number = BOUNDS.length): string {
  return part.repeat(Math.ceil(length / part.length)).slice(0, length);
}

/** The only problem, as text. */
function only(source: string): string {
  const { problems } = compileBody(source, { file });
  assert.equal(problems.length, 1);
  const { line, column, code, message, fix } = problems[0]!;
  return `${line}:${column} ${code} ${message} ${fix}`;
}

test('what exceeds a bound is refused before it is parsed', () => {
  assert.equal(
    only('x'.repeat(BOUNDS.length + 1)),
    '1:1 too-much The text is 60,001 characters long; at most 60,000 are taken. Shorten it, or make two summaries of it.',
  );
  assert.equal(
    only(`a\n\n${fill('[')}`.slice(0, BOUNDS.length)),
    '3:1 too-much More than 1,000 square brackets stand in one block. Divide the block by empty lines.',
  );
  assert.equal(
    only(fill('a* ')),
    '1:1 too-much More than 3,000 of the marks `*`, `_`, `~` stand in one block. Divide the block by empty lines.',
  );
  assert.equal(
    only(fill('>', 50)),
    `1:1 too-much The line \`${'>'.repeat(39)}…\` opens 50 quotations and lists within each other; at most 12 are taken. Use fewer levels.`,
  );
  assert.match(only(fill('>')), /^1:1 too-much /);
  assert.match(only(fill('1. ')), /^1:1 too-much /);
  assert.equal(
    only(fill('> > > > a\n')),
    '101:1 too-much More than 100 lines open quotations and lists within each other. Use fewer levels.',
  );
  assert.equal(
    only(fill('> a\nx\n\n')),
    '9001:1 too-much More than 3,000 lines begin a quotation, an item of a list or a footnote. Shorten the text, or make two summaries of it.',
  );
  assert.match(only(fill('[^a]: b\n\nx\n\n')), / too-much More than 3,000 lines begin /);
  assert.equal(
    only(`${' '.repeat(60)}- a`),
    '1:1 too-much A list item is indented by 60 characters; at most 48 are taken. Use fewer levels.',
  );
  assert.equal(
    only(fill('|', 300)),
    '1:1 too-much One line holds 300 of the mark `|`; a table may have at most 200 columns. Divide the table into several.',
  );
  assert.equal(
    only(fill('a\n===\n')),
    '802:1 too-much More than 400 lines hold nothing but `-` or `=`. Write headings as `## Heading`, and fewer rules.',
  );
  for (const part of ['](', '_', '*_', '![', '~~a ', '_www.a']) {
    assert.match(only(fill(part)), /^1:1 too-much /, part);
  }
});

test('bounds that show only in the tree', () => {
  assert.equal(
    only(fill('$x$ ', 4 * 1_501)),
    '1:6001 too-much The text has more than 1500 formulas. Shorten it, or make two summaries of it.',
  );
  assert.equal(
    only(`${'*a **b '.repeat(30)}x${' b** a*'.repeat(30)}`),
    '1:134 too-deep More than 40 constructs stand within each other here. Use fewer levels of lists, quotations and emphasis.',
  );
});

test('a few characters of the source do not become many of the page', () => {
  assert.equal(
    only(`|${fill('a|', 398)}\n|${fill('-|', 398)}\n${fill('a\n', 100)}`),
    '1:1 too-much The table has 51 rows of 199 cells; at most 5000 cells are taken. Divide it into several, or show what matters and link to the rest.',
  );
  assert.equal(
    only(`${fill('[a]\n\n', 5 * 1_501)}[a]: https://example.org`),
    '3001:1 too-much The text has more than 1500 links and pictures. Shorten it, or make two summaries of it.',
  );
  assert.equal(
    only(`[a] and [a]\n\n[a]: https://example.org "${fill('t', 301)}"`),
    '3:1 long-title The title `ttttttttttttttttttttttttttttttttttttttt…` of an address has 301 characters; at most 300 are taken. Put it into the text.',
  );
  const roots = String.raw`$\def\a{\sqrt x}\def\b{\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b}\c\c\c$`;
  assert.equal(
    only(roots),
    '1:2 formula-too-large The formula is too large to set. Divide it into several formulas.',
  );
});

test('faulty formulas are not set without end', () => {
  const start = process.cpuUsage();
  const { problems } = compileBody(
    Array.from({ length: 900 }, (_, index) => {
      return String.raw`$\def\a#1{#1\\#1\\#1\\#1}\substack{\a{\a{\a{\a{\a{${index}}}}}}}$`;
    }).join(' '),
    { file },
  );
  assert.equal(problems.length, MAX_PROBLEMS + 1);
  assert.ok(process.cpuUsage(start).user < 8_000_000);
});

test('white space costs no more than other text', () => {
  for (const source of [
    `a\n${fill(' ', 59_000)}x`,
    `a | b\n-${fill(' ', 59_000)}x`,
    `import${fill(' ', 59_000)}x`,
  ]) {
    const start = process.cpuUsage();
    compileBody(source, { file });
    assert.ok(process.cpuUsage(start).user < 1_500_000, source.slice(0, 8));
  }
});

test('what no reader sees is refused by reference too', () => {
  const told =
    'invisible-character A reference, `&…;`, stands here for the invisible character U+202E RIGHT-TO-LEFT OVERRIDE. Delete the reference.';
  assert.equal(only('a &#x202e; b'), `1:3 ${told}`);
  assert.equal(only('[a](https://example.org/&#8238;)'), `1:25 ${told}`);
  assert.equal(only('[a](https://example.org "&#8238;")'), `1:26 ${told}`);
  assert.equal(only('![a wave &#8238;](./a.svg)'), `1:10 ${told}`);
  assert.equal(only('<abbr title="&#8238;a">b</abbr>'), `1:14 ${told}`);
  assert.deepEqual(compileBody('`&#8238;` &nbsp; &amp; &lt;', { file }).problems, []);
});

test('elements within each other are bounded', () => {
  assert.equal(
    only(`${'<sub>'.repeat(20)}a${'</sub>'.repeat(20)}`),
    '1:61 too-deep More than 12 elements stand within each other here. Use fewer of them.',
  );
});

test('the list of problems is bounded', () => {
  const { problems } = compileBody(fill('{a} ', 4_000), { file });
  assert.equal(problems.length, MAX_PROBLEMS + 1);
  const { column, code, message, fix } = problems.at(-1)!;
  assert.equal(
    `${column} ${code} ${message} ${fix}`,
    '401 more-problems There are 900 more problems from here on. Mend those above and check again.',
  );
});

test('repetitions of any mark neither throw nor hang', () => {
  const parts =
    '< { } $ $$ ` ` \\ \\( \\[ \\begin{a} <! <!-- {/* <a <a\n <sub> </sub> <Aside>\n\n $$\n $$x\n $1 &amp; &#x3c; [^a] [a](b) ![](b) " \' - -- ... ~ | # ## ``` --- \t \u200b \ud800 http://a'.split(
      ' ',
    );
  for (const part of [...parts, '\n', ' ', '[^a]: b\n\n', '|a|b|\n|-|-|\n', '- a\n', '<a b="']) {
    const source = fill(part, 2_000);
    const start = process.cpuUsage();
    compileBody(source, { file });
    compileInline(source, { file, place: { line: 1, column: 1 } });
    const { user } = process.cpuUsage(start);
    assert.ok(user < 3_000_000, `${JSON.stringify(part)}: ${user / 1000} ms`);
  }
});

test('runs of backticks and dollars of every length', () => {
  for (const mark of ['`', '$']) {
    let source = '';
    for (let length = 1; source.length < 10_000; length += 1) source += ` a${mark.repeat(length)}`;
    compileBody(source, { file });
  }
});

test('names of the language are no components and no attributes', () => {
  const { problems, tree } = compileBody(
    '<constructor />\n\n<Figure __proto__="x" constructor="y" src="./a.svg" alt="A b c" />\n\n<toString>a</toString>\n\n<sub __proto__="x">a</sub>',
    { file },
  );
  assert.deepEqual(
    problems.map(({ line, code }) => `${line} ${code}`),
    [
      '1 forbidden-element',
      '3 unknown-attribute',
      '3 unknown-attribute',
      '5 forbidden-element',
      '7 unknown-attribute',
    ],
  );
  assert.doesNotMatch(JSON.stringify(tree), /proto|constructor|toString/);
});

test('nothing that is refused reaches the tree as an address or an attribute', () => {
  const { tree } = compileBody(
    '[a](javascript:x) [b][c] ![d](../x.png) <Figure src="../y.png" alt="A b c" onclick="z" /> <sub style="w">v</sub>\n\n[c]: data:x\n\n<script>alert(1)</script>',
    { file },
  );
  assert.doesNotMatch(JSON.stringify(tree), /javascript:|data:|onclick|style|script|alert|x\.png/);
});
