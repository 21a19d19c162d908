import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../src/rules/index.ts';
import { buildErrors } from '../../src/views/errors.ts';
import { readEdition } from '../edition.ts';

const { page, fields } = buildErrors(await readEdition());
const find = (code: string) =>
  fields.flatMap((field) => field.rules).find((rule) => rule.code === code);

test('the page of problems holds every rule, with both examples', () => {
  assert.equal(page.path, '/digest/contribute/errors/');
  assert.ok(!page.description.includes('`'));
  const shown = fields.flatMap((field) => field.rules);
  assert.equal(shown.length, rules.length);
  for (const { code, examples } of shown) {
    assert.deepEqual(
      examples.map(({ label }) => label),
      ['Wrong', 'Right'],
    );
    for (const { parts } of examples) assert.ok(parts.length > 0, code);
  }
});

test('an example says where it stands, unless it is a summary', () => {
  assert.deepEqual(find('unclosed-tag')?.examples[0]?.parts, [
    { source: 'The first line,<br>and the second.' },
  ]);
  assert.deepEqual(find('bad-branch')?.examples[1]?.parts, [
    { file: 'site.yaml', source: 'branch: main' },
  ]);
  assert.deepEqual(find('duplicate-paper')?.examples[0]?.parts, [
    { file: 'papers/2026-03/gates/index.mdx', source: 'arxiv: 2603.00001v2' },
  ]);
  assert.deepEqual(find('symbolic-link')?.examples[1]?.parts, [{ words: 'The file itself.' }]);
});

test('a warning says that it stops nothing', () => {
  assert.equal(find('unused-tag')?.severity, 'warning: it stops nothing');
  assert.equal(find('unknown-tag')?.severity, 'error');
});
