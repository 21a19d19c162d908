import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
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

test('one that was left behind counts no more where another process has its number', async () => {
  const file = join(folder, 'c');
  writeFileSync(file, String(process.ppid));
  let hasWaited = false;
  await withLock(
    file,
    () => (hasWaited = true),
    () => Promise.resolve(),
    400,
  );
  assert.ok(hasWaited);
});

test('a holder whose thread is busy for longer than a silence is waited for', async () => {
  const file = join(folder, 'd');
  const holder = new Worker(new URL('lock-holder.ts', import.meta.url), {
    workerData: { file, busy: 9000, silence: 4000 },
  });
  await once(holder, 'message');
  const ready = once(holder, 'message').then(() => 'ready');
  const took = withLock(
    file,
    () => undefined,
    () => Promise.resolve('took'),
    4000,
  );
  assert.equal(await Promise.race([took, ready]), 'ready');
  assert.equal(await took, 'took');
});

test('who was halted so long that another took its lock leaves it to that one', async () => {
  const file = join(folder, 'e');
  await withLock(
    file,
    () => undefined,
    () => {
      writeFileSync(file, String(process.ppid));
      return Promise.resolve();
    },
  );
  assert.ok(existsSync(file));
});
