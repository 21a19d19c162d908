import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readPaperEntry } from '../../src/digest/entry.ts';
import { buildFrontmatter } from '../../src/scaffold/frontmatter.ts';
import { readLatex } from '../../src/scaffold/latex.ts';
import { readMarkup } from '../../src/scaffold/markup.ts';

const bits = [
  ...['$', '$$', '\\', '\\(', '\\)', '\\[', '\\]', '\\$', '\\\\', '{', '}', '\\emph{', '\\cite{'],
  ...['\\alpha', '\\begin{align}', '\\end{align}', '\\href{', '\\def\\a', '\\"', '\\c', 'x^2'],
  ...[
    '`',
    '``',
    "''",
    '"',
    "'",
    '%',
    '&',
    '&amp;',
    '~',
    '~~',
    '*',
    '**',
    '_',
    '[',
    '](',
    '![',
    '[^1]',
  ],
  ...['<', '</', '<b>', '</b>', '<p>', '<sub>', '</sub>', '<mml:math>', '</mml:math>', '<script>'],
  ...['<!--', '-->', '{/*', '*/}', 'import ', '---', '- ', '1. ', '#', '|', ':', '@', '!', '^'],
  ...[' ', '\n', 'a', '1', '$5', 'https://a.b/c', 'é', '🧪', '\u202e', '\u0300'],
];
const text = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map((list) => list.join(''));

test('whatever a title and an abstract hold, the file lacks nothing but what is left to the writer', () => {
  const property = fc.property(text, fc.boolean(), (source, isMarkup) => {
    const pieces = isMarkup ? readMarkup(source) : readLatex(source);
    const facts = { title: pieces, abstract: pieces, authors: [{ name: 'A B' }] };
    const known = { published: '2025-01-01', arxiv: '2501.00001v1' };
    const { yaml, missing } = buildFrontmatter(
      { ...facts, ...known },
      { tags: {}, today: '2026-01-01' },
    );
    const { problems } = readPaperEntry(`---\n${yaml}---\n`, 'x.mdx', {
      issue: '2026-01',
      slug: 'x',
    });
    const left = missing.map((key) => {
      return `\`${key}\` is ${/^(?:tags|writers)$/.test(key) ? 'an empty list' : 'empty'}.`;
    });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      left,
    );
  });
  fc.assert(property, { numRuns: 2000, seed: 4 });
});
