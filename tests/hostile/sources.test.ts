import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { readCases } from './cases.ts';
import type { Outcome, Task } from './child.ts';
import { judgeApart, type Told } from './children.ts';

const KINDS: Record<string, Task['kind']> = {
  'paper.txt': 'paper',
  'person.txt': 'person',
  'site.txt': 'site',
  'tags.txt': 'tags',
};

/** What is judged in this time, in seconds of the processor: a busy machine makes it no less. */
const MOST = 8;

for (const folder of ['texts', 'facts']) {
  describe(folder, () => {
    const cases = readCases(folder);
    let told: Told<Outcome>;
    before(async () => {
      const tasks = cases.map(({ file, source }) => ({ kind: KINDS[file] ?? 'body', source }));
      told = await judgeApart(tasks, 60_000);
    });

    test('all were judged, and nothing was written', () => {
      assert.equal(told.fault, '');
      assert.equal(told.outcomes.length, cases.length);
      assert.equal(new Set(cases.map(({ file, tries }) => `${file} ${tries}`)).size, cases.length);
    });

    for (const [index, { file, tries, expected }] of cases.entries()) {
      test(`${file.replace('.txt', '')}: ${tries}`, () => {
        const outcome = told.outcomes[index];
        assert.ok(outcome, told.fault);
        assert.deepEqual(outcome.active, []);
        assert.deepEqual(sayings(outcome), expected);
        assert.ok(outcome.seconds < MOST, `${outcome.seconds} s`);
      });
    }
  });
}

/** The errors as the cases write them, each place and code once. */
function sayings({ problems }: Outcome): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ line, column, code }) => `${line}:${column} ${code}`))];
}
