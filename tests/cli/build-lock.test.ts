import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from '../../src/cli/lock.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
after(() => rmSync(folder, { recursive: true }));

test('one after the other, whatever becomes of the first', async () => {
  const file = join(folder, 'deep/a');
  const order: string[] = [];
  const first = withLock(
    file,
    () => order.push('never'),
    async () => {
      await wait(300);
      order.push('first');
      throw new Error('no good');
    },
  );
  const second = withLock(
    file,
    () => order.push('waits'),
    () => Promise.resolve(order.push('second')),
  );
  await assert.rejects(first, { message: 'no good' });
  await second;
  assert.deepEqual(order, ['waits', 'first', 'second']);
  assert.equal(existsSync(file), false);
});

test('what a killed process left behind does not count', async () => {
  const file = join(folder, 'b');
  writeFileSync(file, '4194999');
  assert.equal(
    await withLock(
      file,
      () => undefined,
      () => Promise.resolve(1),
    ),
    1,
  );
});
