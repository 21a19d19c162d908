import assert from 'node:assert/strict';
import test from 'node:test';
import { readPaperEntry, readTagsEntry } from '../../src/digest/entry.ts';
import { mendText } from '../../src/digest/mend-text.ts';

const facts = {
  title: 'On Sorting Pebbles',
  authors: '[Ada Quill]',
  published: '2025-01-02',
  summarised: '2025-01-20',
  arxiv: '2501.00001',
  tags: '[pebbles]',
  tldr: 'Pebbles can be sorted.',
  abstract: 'We sort pebbles by size.',
  writers: '[Jo Marsh]',
};
const write = (more: Record<string, string>, body = 'A summary.') =>
  `---\n${Object.entries({ ...facts, ...more })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n${body}\n`;
const judge = (text: string) =>
  readPaperEntry(text, 'a.mdx', { issue: '2025-01', slug: 'a' }).problems;
const mend = async (source: string) => (await mendText(source, judge)).text;

/** What is mended in a text, and into what. */
const BODY: [before: string, after: string][] = [
  ['a<br>b<wbr>c', 'a<br />b<wbr />c'],
  ['a\n\n<hr>\n\nb', 'a\n\n<hr />\n\nb'],
  ['a <!-- b --> c', 'a {/* b */} c'],
  ['<!--\nb\n\nc\n-->\n\na', '{/* b\n\nc */}\n\na'],
  ['a \\(x + y\\), b', 'a $x + y$, b'],
  ['a \\\\( b_c \\\\) d', 'a $b_c$ d'],
  ['a\n\n\\\\[\nx\n\\\\]\n\nb', 'a\n\n$$\nx\n$$\n\nb'],
  ['a $`b_c`$ d', 'a $b_c$ d'],
  ['```math\na = b\n```', '$$\na = b\n$$'],
  ['a\n\n\\[\nx\n\\]\n\nb', 'a\n\n$$\nx\n$$\n\nb'],
  ['\\[x = 1\\]', '$$\nx = 1\n$$'],
  ['<https://a.example/b?c=d_e#f>', '[https://a.example/b?c=d_e#f](https://a.example/b?c=d_e#f)'],
  ['<jo@a.example>', '[jo@a.example](mailto:jo@a.example)'],
  ['$$ x \\\\\ny $$', '$$\nx \\\\\ny\n$$'],
  ['1. a\n\n   $$ x \\\\\n   y $$\n', '1. a\n\n   $$\n   x \\\\\n   y\n   $$\n'],
  ['a {:.wide .x}', 'a '],
  ['a {.wide}', 'a '],
  ['a\u200bb\u00adc\u2060d\ufeffe', 'abcde'],
  ['a\u200cb', 'ab'],
  ['a &nbsp; b&#x200b;c&shy;d', 'a &nbsp; bcd'],
  ['import X from "./x";\n\na', '\n\na'],
  ['<Aside label=x>\n\na\n\n</Aside>', '<Aside label=x>\n\na\n\n</Aside>'],
  ["``a'' and ``b'', c", '"a" and "b", c'],
  ['<abbr title=Word>w</abbr>', '<abbr title="Word">w</abbr>'],
];

/** What may mean more than one thing, or would be worse, and stays. */
const LEFT = [
  '``a "b" c\'\'',
  "``f''(x)`` a",
  'a<br></br>b',
  'a <b>b</b> c',
  '<!-- a',
  '<!-- a */ b -->',
  'a \\[x\\] b',
  'a \\\\[x\\\\] b',
  '\\[ x\n\ny \\]',
  '- ```math\n  a = b\n  ```',
  '```math\na\n\nb\n```',
  '> \\[\n> x\n> \\]',
  '- \\[\n  x\n  \\]',
  '> $$ x \\\\\n> y $$',
  'a \\(\\nosuch\\) b',
  'a \\(\\) b',
  '<https://a.example/b(c)*d*>',
  '<javascript:alert>',
  '[<https://a.example/b>](https://a.example/b)',
  '[the <https://a.example/b> there](https://a.example/b)',
  '[<https://a.example/b>][c]\n\n[c]: https://a.example/b',
  'a {#b} {width=50%} {a}',
  'a\u202eb',
  'a &#x202e; b',
  'क\u200dष',
  'import X from "./x";\nimport Y from "./y";',
  '<abbr title=a/>',
  'It costs $5 and $6.',
  'a $$x$$ b',
];

test('what is mended in a text', async () => {
  for (const [before, after] of BODY) {
    assert.equal(await mend(write({}, before)), write({}, after));
    assert.equal(await mend(write({}, after)), write({}, after));
  }
});

test('what is left to the writer', async () => {
  for (const body of LEFT) assert.equal(await mend(write({}, body)), write({}, body));
});

const FACTS: [before: Record<string, string>, after: Record<string, string>][] = [
  [{ published: '2025-1-2' }, { published: '2025-01-02' }],
  [{ published: "'2025/01/2'" }, { published: "'2025-01-02'" }],
  [{ published: '2025.1.2' }, { published: '2025-01-02' }],
  [{ title: 'Pebbles: a study' }, { title: "'Pebbles: a study'" }],
  [{ title: "Pebbles: a writer's study" }, { title: "'Pebbles: a writer''s study'" }],
  [{ title: '@pebbles' }, { title: "'@pebbles'" }],
  [{ tldr: '"Of $\\lambda$ pebbles."' }, { tldr: "'Of $\\lambda$ pebbles.'" }],
  [{ tldr: 'Pebbles \\(x\\)\u200b are sorted.' }, { tldr: 'Pebbles $x$ are sorted.' }],
  [
    { abstract: '>-\n  We sort\n  \\(x\\) pebbles.' },
    { abstract: '>-\n  We sort\n  $x$ pebbles.' },
  ],
];

test('what is mended in the facts about a text', async () => {
  for (const [before, after] of FACTS) assert.equal(await mend(write(before)), write(after));
  const misspelt = write({}).replace('summarised:', 'summarized:');
  assert.equal(await mend(misspelt), write({}));
  const address = write({}).replace('arxiv: 2501', 'url: https://arxiv.org/abs/2501');
  assert.equal(await mend(address), write({}));
  assert.equal(await mend(`\uFEFF\n \n${write({}, 'a<br>b')}`), `\uFEFF${write({}, 'a<br />b')}`);
  assert.equal(
    await mend(write({}, 'a<br>b').replaceAll('\n', '\r\n')),
    write({}, 'a<br />b').replaceAll('\n', '\r\n'),
  );
});

const FACTS_LEFT: Record<string, string>[] = [
  { published: '1/2/2025' },
  { published: '2025-02-30' },
  { published: '2025-2-30' },
  { title: '*Pebbles* again' },
  { title: 'Pebbles #1' },
  { tldr: '"A \\"b\\" $\\lambda$."' },
  { title: '\\(x\\) pebbles: "a"' },
  { writer: '[Jo Marsh]' },
];

test('what is left of the facts about a text', async () => {
  for (const some of FACTS_LEFT) assert.equal(await mend(write(some)), write(some));
});

test('a key that would stand twice, or that two are near to, is left', async () => {
  const judgeTags = (text: string) => readTagsEntry(text, 'tags.yaml').problems;
  const source = 'a:\n  label: A\n  labels: B\n  description: C\n';
  assert.equal((await mendText(source, judgeTags)).text, source);
  const slip = 'a:\n  labl: A\n  description: C\n';
  assert.equal((await mendText(slip, judgeTags)).text, slip.replace('labl', 'label'));
});
