import assert from 'node:assert/strict';
import path from 'node:path';
import { after, test } from 'node:test';
import { fields, rules } from '../../src/rules/index.ts';
import { findCodes, findCodesIn } from './codes.ts';
import { buildExample, Judge } from './examples.ts';
import { made } from './made.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every code that a problem can have has one entry, and every entry a problem', () => {
  const codes = [...findCodes(root)].sort();
  const entries = rules.map(({ code }) => code).sort();
  assert.ok(codes.length > 200);
  assert.deepEqual(
    codes.filter((code) => !entries.includes(code)),
    [],
    'codes without an entry in src/rules',
  );
  assert.deepEqual(
    entries.filter((code) => !codes.includes(code)),
    [],
    'entries that no source gives',
  );
  assert.equal(new Set(entries).size, entries.length);
});

test('codes are found in every shape in which they are written', () => {
  const source = `
    const a = { code: 'one', message: \`\${x} is.\`, fix: '' };
    const b = { code: y ? 'two-a' : 'two-b', says: 'is', fix: '' };
    report(1, 'three', 'It is so.', '');
    const c = [/x/, 'four', 'It is so.'];
    refuse(z, 'five', ...explain(z));
    function pairCode(text) { return text === '{' ? 'six' : 'seven'; }
    find({ code: 'stem', noun: 'file' });
    const d = { code: \`\${code}-gone\`, message };
    const e = { code: 'not', offset: 1 };
    const f = new Set(['neither', 'nor']);
  `;
  const expected = ['one', 'two-a', 'two-b', 'three', 'four', 'five', 'six', 'seven', 'stem-gone'];
  assert.deepEqual([...findCodesIn([source])], expected);
});

test('entries are written as the page shows them', () => {
  assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length);
  assert.equal(new Set(rules.map(({ title }) => title)).size, rules.length);
  for (const { code, title, why } of rules) {
    assert.match(code, /^[a-z]+(?:-[a-z]+)*$/);
    assert.ok(!title.endsWith('.'), `${code}: a title has no full stop`);
    assert.match(why, /[.!?]$/, code);
    assert.ok(title.length <= 80 && why.length >= 20 && why.length <= 300, `${code}: its length`);
    for (const text of [title, why]) assert.equal(text.split('`').length % 2, 1, code);
  }
  const ids = new Set([...fields.map(({ id }) => id), ...rules.map(({ code }) => code)]);
  assert.equal(ids.size, fields.length + rules.length, 'an anchor stands twice');
});

test('what is made is an example in words', () => {
  const inWords = rules.filter((rule) => rule.in === 'words').map(({ code }) => code);
  assert.deepEqual(Object.keys(made).sort(), inWords.sort());
});

/** Codes that follow from others: what no longer names a file or a tag leaves it unused. */
const FOLLOWING = ['unused-picture', 'unused-tag'];
const BESIDE: Record<string, string[]> = {
  // A value can only be repeated by a name that it was given.
  alias: ['anchor'],
  'duplicate-category': ['unknown-category'],
  'lost-file': ['empty-issue'],
  'more-problems': ['expression'],
  'picture-outside': ['unexpected-file'],
};

const judge = new Judge();
after(() => judge.close());

for (const { id, rules } of fields) {
  test(`the checker finds what is wrong, and nothing else: ${id}`, async () => {
    const faults: string[] = [];
    for (const rule of rules) {
      const { code, severity = 'error' } = rule;
      const wrong = await judge.judge(buildExample(rule, 'wrong'));
      const taken = [code, ...FOLLOWING, ...(BESIDE[code] ?? [])];
      if (!wrong.some((problem) => problem.code === code && problem.severity === severity))
        faults.push(`${code}: the wrong example gives no ${severity} of this code`);
      for (const problem of wrong) {
        if (!taken.includes(problem.code))
          faults.push(`${code}: the wrong example gives ${problem.code} besides`);
      }
      for (const problem of await judge.judge(buildExample(rule, 'right')))
        faults.push(`${code}: the right example gives ${problem.code}: ${problem.message}`);
    }
    assert.deepEqual(faults, []);
  });
}
