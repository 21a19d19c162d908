import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { runApart, type Told } from './children.ts';
import type { FolderOutcome } from './folder-child.ts';
import { folders } from './folders.ts';

/** Resident memory, sharp and Node among it. */
const MOST_MEGABYTES = 700;

describe('folders', () => {
  let told: Told<FolderOutcome>;
  before(async () => {
    told = await runApart('folder-child.ts', [], [], 90_000);
  });

  test('all were judged, and nothing was written elsewhere', () => {
    assert.equal(told.fault, '');
    assert.equal(told.outcomes.length, Object.keys(folders).length);
  });

  for (const [index, [tries, { codes }]] of Object.entries(folders).entries()) {
    test(tries, () => {
      const outcome = told.outcomes[index];
      assert.ok(outcome, `It, or one before it, ended the process: ${told.fault}`);
      assert.deepEqual(outcome.active, []);
      assert.deepEqual(outcome.codes, codes.toSorted());
      assert.ok(outcome.megabytes < MOST_MEGABYTES, `${outcome.megabytes} MB`);
      // Nothing of what lies outside is shown in a message.
      assert.doesNotMatch(outcome.text, /root:|\/bin\/|daemon/);
    });
  }
});
