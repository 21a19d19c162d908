import assert from 'node:assert/strict';
import test from 'node:test';
import { readIssueEntry, readPaperEntry } from '../../src/digest/entry.ts';
import { salvageEntry, salvageTree } from '../../src/digest/salvage.ts';
import { renderPage, withoutFolder } from '../../src/body/rendering/html.ts';
import { buildDigest } from '../../src/digest/build.ts';
import { paper, site } from './fixture.ts';

const where = { issue: '2025-01', slug: 'pebbles' };
const read = (source: string) =>
  readPaperEntry(source, 'content/papers/2025-01/pebbles/index.mdx', where);

test('what is sound stays as it is', () => {
  const sound = paper('2025-01/sound');
  assert.equal(salvageEntry(sound), sound);
});

test('a text that cannot be read has its address and nothing else', () => {
  const entry = salvageEntry(read('no facts'));
  assert.equal(entry.whole, true);
  const { digest } = buildDigest([entry], site);
  const [shown] = digest.papers;
  assert.deepEqual(
    [shown?.slug, shown?.title.plain, shown?.published, shown?.authors, shown?.body],
    ['pebbles', 'pebbles', '2025-01-01', [], false],
  );
});

test('of faulty facts those that are right are shown', () => {
  const entry = salvageEntry(
    read(
      "---\ntitle: Sorting $x$\nauthors: [Ada Quill]\npublished: 2025-13-01\nnotation:\n  - { symbol: '\\nosuch', meaning: Nothing. }\n  - { symbol: 'x', meaning: A pebble. }\n---\n",
    ),
  );
  const [shown] = buildDigest([entry], site).digest.papers;
  assert.ok(shown);
  assert.equal(shown.title.plain, 'Sorting x');
  assert.deepEqual(
    shown.authors.map(({ name }) => name),
    ['Ada Quill'],
  );
  assert.deepEqual(
    shown.notation.map(({ symbol }) => symbol),
    ['x'],
  );
});

test('a formula that cannot be set is shown as it was written', () => {
  const { tree } = paper('2025-01/maths', {}, 'So $\\nosuch$ and $x$:\n\n$$\n\\frac{1\n$$\n');
  assert.ok(tree);
  const html = renderPage(salvageTree(tree), {
    resolve: withoutFolder,
    idPrefix: '',
    headingShift: 0,
  });
  assert.match(html, /<code>\$\\nosuch\$<\/code>/);
  assert.match(html, /<code[^>]*>\\frac\{1/);
  assert.match(html, /class="katex"/);
});

test('an issue without facts', () => {
  const entry = salvageEntry(
    readIssueEntry('---\ntitle: 5\ndate: soon\n---\n', 'content/issues/2025-neurips/index.mdx', {
      issue: '2025-neurips',
    }),
  );
  const [shown] = buildDigest([entry], site).digest.issues;
  assert.deepEqual(
    [shown?.id, shown?.title.plain, shown?.date],
    ['2025-neurips', '5', '2025-01-01'],
  );
});
