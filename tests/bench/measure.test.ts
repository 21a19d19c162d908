import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { measure } from './measure.ts';

const node = (script: string) =>
  measure({ command: process.execPath, args: ['-e', script], cwd: import.meta.dirname });

test('what a program costs is counted with what it starts', async (t) => {
  if (!existsSync('/proc/self/stat')) {
    t.skip('There is no /proc to read CPU and memory from.');
    return;
  }
  // Both hold on until there was time to look, and the second does all the work.
  const work = `const end = process.cpuUsage().user + 400000;
    const held = Buffer.alloc(200e6, 1);
    while (process.cpuUsage().user < end) for (let i = 0; i < 1e7; i += 1) held[0] += 1;`;
  const outcome = await node(
    `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(work)}])`,
  );
  assert.ok('wall' in outcome, JSON.stringify(outcome));
  assert.ok((outcome.cpu ?? 0) >= 0.35, `${outcome.cpu} s`);
  assert.ok((outcome.memory ?? 0) > 200, `${outcome.memory} MB`);
});

test('a program that fails is told from one that is slow', async () => {
  assert.deepEqual(await node('console.error("what is wrong"); process.exit(3)'), {
    failure: 'exit 3: what is wrong',
  });
  assert.deepEqual(
    await measure({ command: 'no-such-program', args: [], cwd: import.meta.dirname }),
    { failure: 'exit 127: ' },
  );
});
