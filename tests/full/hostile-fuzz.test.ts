import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compileBody, compileInline } from '../../src/body/compile.ts';
import { checkFormula, renderPageFormula } from '../../src/body/formulas/formula.ts';
import { renderFeed, renderPage, withoutFolder } from '../../src/body/rendering/html.ts';
import { renderText } from '../../src/body/rendering/text.ts';
import type { Tree } from '../../src/body/tree.ts';
import { readPaperEntry, readPersonEntry } from '../../src/digest/entry.ts';
import { mendText } from '../../src/digest/mend-text.ts';
import { salvageTree } from '../../src/digest/salvage.ts';
import type { Problem } from '../../src/problem.ts';
import { findActive, wordsOf } from '../hostile/active.ts';

const file = 'x.mdx';
/** Seconds of the processor for a text of some kilobytes; most take a thousandth of it. */
const MOST = 4;

/** The same texts every time; a slow machine sees fewer of them. */
const settings = (seed: number) => ({
  seed,
  numRuns: 20_000,
  interruptAfterTimeLimit: 15_000,
  markInterruptAsFailure: false,
});

/** A word that stands nowhere else, so that it can be looked for. */
const word = fc.integer({ min: 100, max: 999 }).map((number) => `wort${number}`);

const TEX = [
  ...[
    'x',
    '1',
    '+',
    '=',
    '{',
    '}',
    '^',
    '_',
    '&',
    '\\\\',
    ' ',
    '%',
    '#1',
    '$',
    '\\,',
    '(',
    ')',
    '|',
    '<',
    '"',
    "'",
  ],
  ...[
    '\\alpha',
    '\\frac{a}{b}',
    '\\frac',
    '\\sqrt',
    '\\sqrt{x}',
    '\\left(',
    '\\right)',
    '\\text{a}',
    '\\text{',
    '\\sum_{i}',
  ],
  ...[
    '\\begin{matrix}',
    '\\end{matrix}',
    '\\begin{align}',
    '\\end{align}',
    '\\def\\a{\\b}',
    '\\a',
    '\\label{x}',
    '\\tag{1}',
  ],
  ...[
    '\\href{x}{y}',
    '\\htmlClass{a}{b}',
    '\\color{red}',
    '\\rule{1em}{1em}',
    '\\mathbb{R}',
    '\\operatorname{a}',
    '\\unknown',
  ],
];
const tex = fc.array(fc.constantFrom(...TEX), { maxLength: 14 }).map((parts) => parts.join(''));

const SLIPS = [
  ...[
    '{',
    '}',
    '<',
    '>',
    '$',
    '$$',
    '`',
    '```',
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '](',
    '![',
    '\\',
    '|',
    '#',
    '- ',
    '> ',
  ],
  ...[
    '{ran()}',
    '{/*',
    '*/}',
    '<!--',
    '-->',
    '<b>',
    '</b>',
    '<br>',
    '<script>ran()</script>',
    '<img src=x onerror=ran()>',
  ],
  ...[
    '[a](javascript:ran())',
    '<Figure',
    '/>',
    '<Aside>',
    '</Aside>',
    '<sub>',
    '</sub>',
    '[^1]',
    '[^1]: ',
    '\\ref{x}',
    '\\eqref{x}',
  ],
  ...[
    '\\cite{a}',
    '\\begin{align}',
    '&',
    '&amp;',
    '&#x202e;',
    '\u200b',
    '\ud800',
    '\u0000',
    '\r',
    '\t',
    '\n',
    '\n\n',
    '---',
    '***',
  ],
  ...[
    'import a from "b"',
    'export const a = 1',
    'https://a.example/',
    '"',
    "'",
    '...',
    '--',
    '\ufeff',
    '1. ',
    '1985. ',
    'a@b.example',
  ],
];

const inline = fc.oneof(
  { weight: 6, arbitrary: word },
  word.map((one) => `*${one}*`),
  word.map((one) => `**${one}**`),
  word.map((one) => `\`${one}\``),
  word.map((one) => `[${one}](https://a.example/)`),
  word.map((one) => `<sub>${one}</sub>`),
  word.map((one) => `~~${one}~~`),
  tex.map((one) => `$${one}$`),
  fc.constant('$x_1$'),
  fc.constant('A result <Claim at="Table 1" />'),
);
const sentence = fc.array(inline, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(' '));

const block = fc.oneof(
  { weight: 3, arbitrary: sentence },
  sentence.map((one) => `## ${one}`),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((one) => `- ${one}`).join('\n')),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((one) => `1. ${one}`).join('\n')),
  sentence.map((one) => `> ${one}`),
  fc.tuple(word, word).map(([a, b]) => `| ${a} | b |\n| - | - |\n| ${b} | $x$ |`),
  word.map((one) => `\`\`\`js\n${one}\n\`\`\``),
  tex.map((one) => `$$\n${one}\n$$`),
  sentence.map((one) => `<Aside>\n\n${one}\n\n</Aside>`),
  fc.tuple(word, sentence).map(([a, b]) => `<Details summary="${a}">\n\n${b}\n\n</Details>`),
  sentence.map((one) => `<Figure src="./a.svg" alt="What it shows">\n\n${one}\n\n</Figure>`),
  fc.tuple(word, sentence).map(([a, b]) => `${a}[^a]\n\n[^a]: ${b}`),
);
const sound = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'));
const slip = fc.oneof(fc.constantFrom(...SLIPS), tex, fc.string({ unit: 'binary', maxLength: 6 }));

/** What is sound, with slips put into it anywhere. */
const mixed = fc
  .tuple(sound, fc.array(fc.tuple(fc.nat(), slip), { maxLength: 5 }))
  .map(([text, slips]) =>
    slips.reduce((whole, [at, part]) => {
      const index = at % (whole.length + 1);
      return whole.slice(0, index) + part + whole.slice(index);
    }, text),
  );
const raw = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(slip, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...SLIPS), { maxLength: 80 }).map((parts) => parts.join(' ')),
);

function timed<T>(work: () => T): T {
  const start = process.cpuUsage();
  const result = work();
  assert.ok(process.cpuUsage(start).user / 1e6 < MOST, 'it takes too long');
  return result;
}

function judgePlaces(source: string, problems: readonly Problem[]): void {
  // A lone CR ends a line for Markdown, and for no editor.
  const lines = [source.split(/\r?\n/), source.split(/\r\n|\n|\r/)];
  for (const { line, column, code, message, fix } of problems) {
    const place = `${code} at ${line}:${column}`;
    // Behind a byte order mark, or at the end of a line with its mark.
    const isIn = lines.some((list) => column <= (list[line - 1]?.length ?? -2) + 2);
    assert.ok(line >= 1 && column >= 1 && isIn, place);
    assert.ok(message.length > 5 && message.length < 2_000 && fix.length > 3, place);
  }
}

function judgeTree(tree: Tree): string {
  const shown = salvageTree(tree);
  const options = { resolve: withoutFolder, idPrefix: '', headingShift: 0 };
  const page = renderPage(shown, options);
  assert.deepEqual(findActive(page), []);
  assert.deepEqual(findActive(renderFeed(shown, options)), []);
  renderText(tree);
  return wordsOf(page);
}

const hasErrors = (problems: readonly Problem[]) =>
  problems.some(({ severity }) => severity === 'error');

describe('bodies', () => {
  const judge = (source: string) => {
    const { tree, problems } = timed(() => compileBody(source, { file }));
    judgePlaces(source, problems);
    const words = judgeTree(tree);
    if (hasErrors(problems)) return;
    for (const [one] of source.replace(/\{\/\*[\s\S]*?\*\/\}/g, '').matchAll(/wort\d{3}/g))
      assert.ok(words.includes(one), `${one} is lost`);
  };
  test('sound texts with slips', () => fc.assert(fc.property(mixed, judge), settings(1)));
  test('sound texts', () => fc.assert(fc.property(sound, judge), settings(2)));
  test('anything', () => fc.assert(fc.property(raw, judge), settings(3)));
  test('a sentence', () =>
    fc.assert(
      fc.property(fc.oneof(sentence, raw), (source) => {
        const place = { line: 1, column: 1 };
        const { tree, problems } = timed(() => compileInline(source, { file, place }));
        judgePlaces(source, problems);
        judgeTree(tree);
      }),
      settings(4),
    ));
});

test('formulas', () =>
  fc.assert(
    fc.property(
      fc.oneof(tex, fc.string({ unit: 'binary', maxLength: 40 })),
      fc.boolean(),
      (source, display) => {
        const faults = timed(() => checkFormula(source, display));
        for (const { offset } of faults) assert.ok(offset >= 0 && offset <= source.length);
        if (faults.length === 0)
          assert.deepEqual(findActive(renderPageFormula(source, display)), []);
      },
    ),
    settings(5),
  ));

test('what is mended is no worse, and is mended once', () =>
  fc.assert(
    fc.asyncProperty(mixed, async (source) => {
      const judge = (text: string) => compileBody(text, { file }).problems;
      const { text } = await mendText(source, judge);
      const count = (problems: readonly Problem[]) =>
        problems.filter(({ severity }) => severity === 'error').length;
      assert.ok(count(judge(text)) <= count(judge(source)), 'there are more errors than before');
      assert.equal((await mendText(text, judge)).text, text);
    }),
    { ...settings(6), numRuns: 2_000 },
  ));

describe('facts', () => {
  const key = fc.constantFrom(
    ...[
      'title',
      'authors',
      'published',
      'summarised',
      'arxiv',
      'url',
      'tags',
      'tldr',
      'abstract',
      'writers',
      'links',
    ],
    ...[
      'score',
      'notation',
      'name',
      'bio',
      'names',
      'homepage',
      '__proto__',
      'constructor',
      'toString',
      '<<',
      '? ',
      'x',
    ],
  );
  const leaf = fc.oneof(
    word,
    slip,
    fc.constantFrom(
      ...[
        '2026-02-30',
        '2603.00001v1',
        '&a x',
        '*a',
        '!!js/function x',
        '|',
        '>-',
        '"a\\b"',
        "'a''b'",
        '~',
        '[',
        '{',
        '- a',
      ],
      ...[
        'https://a.example/',
        'javascript:ran()',
        '# a',
        'a # b',
        'a: b',
        '@a',
        '%a',
        '`a`',
        '[a, b]',
        '{ a: b }',
        '"',
        "'",
      ],
    ),
  );
  const line = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(key, leaf).map(([a, b]) => `${a}: ${b}`) },
    fc.tuple(fc.constantFrom('', '  ', '\t', '    '), leaf).map(([a, b]) => `${a}- ${b}`),
    fc.tuple(key, key, leaf).map(([a, b, c]) => `${a}:\n  ${b}: ${c}`),
    fc.constantFrom('---', '...', '%YAML 1.1', ''),
    leaf,
  );
  const yaml = fc.oneof(
    fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const judge = (
    source: string,
    read: (source: string) => {
      problems: Problem[];
      whole: boolean;
      texts: Record<string, { tree: Tree }>;
    },
  ) => {
    const entry = timed(() => read(source));
    judgePlaces(source, entry.problems);
    for (const { tree } of Object.values(entry.texts)) judgeTree(tree);
    assert.equal(({} as Record<string, unknown>)['bio'], undefined);
    if (entry.whole) assert.doesNotMatch(JSON.stringify(entry), /"(?:javascript|data):/);
  };
  test('of a paper', () =>
    fc.assert(
      fc.property(yaml, mixed, (facts, body) =>
        judge(`---\n${facts}\n---\n\n${body}`, (source) =>
          readPaperEntry(source, file, { issue: '2026-03', slug: 'memory' }),
        ),
      ),
      settings(7),
    ));
  test('of a person', () =>
    fc.assert(
      fc.property(yaml, (source) =>
        judge(source, (one) => readPersonEntry(one, file, { id: 'ada' })),
      ),
      settings(8),
    ));
});
