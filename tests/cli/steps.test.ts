import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runChild } from '../../src/cli/child.ts';
import { CACHE, ROOT } from '../../src/cli/folders.ts';
import { runNodeTests } from '../../src/cli/node-tests.ts';
import { createProgress, formatSeconds } from '../../src/cli/progress.ts';
import { countText, runSteps, withoutSkips, type Outcome, type Step } from '../../src/cli/steps.ts';

function record(isTTY = false) {
  const out = { text: '', isTTY, write: (text: string) => (out.text += text) };
  return { out, progress: createProgress(out) };
}

const good: Outcome = { passed: 1, failed: 0, skipped: 0, report: 'not shown' };

describe('steps', () => {
  test('wait for what they need, and are told with failures in full', async () => {
    const { out, progress } = record();
    const step = (name: string, outcome: Outcome, needs?: string): Step => ({
      name,
      ...(needs === undefined ? {} : { needs }),
      run: () => Promise.resolve(outcome),
    });
    const bad = { passed: 2, failed: 1, skipped: 1, report: 'a\nb\n' };
    const counts = await runSteps(
      [
        [step('patient', good, 'last')],
        [
          step('bad', bad),
          step('needy', good, 'bad'),
          step('needier', good, 'needy'),
          { name: 'thrown', run: () => Promise.reject(new Error('oh')) },
          step('last', good),
        ],
      ],
      progress,
    );
    assert.deepEqual(counts, { passed: 4, failed: 2, skipped: 1 });
    assert.equal(
      out.text.replace(/\(\d\.\d s\)/g, '(0.0 s)').replace(/ {8}at .*\n/g, ''),
      `FAILED  bad: 2 passed, 1 failed, 1 skipped (0.0 s)
    a
    b
-       needy: not run, since "bad" failed
-       needier: not run, since "needy" failed
FAILED  thrown: 0 passed, 1 failed (0.0 s)
    Error: oh
ok      last: 1 passed, 0 failed (0.0 s)
ok      patient: 1 passed, 0 failed (0.0 s)
`,
    );
  });

  test('in CI what is skipped has failed', () => {
    assert.deepEqual(withoutSkips({ passed: 3, failed: 0, skipped: 2, report: 'skipped: x' }), {
      passed: 3,
      failed: 2,
      skipped: 0,
      report: 'skipped: x\nSkipped tests count as failed here, since CI is set.',
    });
    assert.equal(withoutSkips(good), good);
  });

  test('the last line', () => {
    assert.equal(countText({ passed: 12, failed: 0, skipped: 0 }), '12 passed, 0 failed');
    assert.equal(countText({ passed: 1, failed: 2, skipped: 3 }), '1 passed, 2 failed, 3 skipped');
  });
});

describe('progress', () => {
  async function make(isTTY: boolean): Promise<string> {
    const { out, progress } = record(isTTY);
    const { promise, resolve } = Promise.withResolvers<string>();
    const made = progress.during('Making', promise);
    progress.update('3 pages');
    progress.note('a word');
    resolve('made');
    assert.equal(await made, 'made');
    return out.text.replaceAll('\r\u001b[2K', '|');
  }

  test('off a terminal only notes are printed', async () => {
    assert.equal(await make(false), 'a word\n');
  });

  test('on a terminal one line is rewritten', async () => {
    assert.equal(
      await make(true),
      '|Making … 0.0 s|Making … 3 pages, 0.0 s|a word\n|Making … 3 pages, 0.0 s|',
    );
  });

  test('times', () => {
    assert.deepEqual([80, 9940, 9960, 59_400, 125_000].map(formatSeconds), [
      '0.1 s',
      '9.9 s',
      '10 s',
      '59 s',
      '2 min 5 s',
    ]);
  });
});

describe('programs', () => {
  const node = (code: string, limit = 10_000) =>
    runChild(process.execPath, ['-e', code], { limit });

  test('both streams and the code', async () => {
    const { code, output } = await node('console.log(1); process.exitCode = 3');
    assert.deepEqual([code, output], [3, '1\n']);
  });

  test('one that hangs is stopped, one that is not there is 127', async () => {
    assert.deepEqual(await node('setInterval(() => {}, 1000)', 300), {
      code: 1,
      output: '\nStopped by SIGTERM; the limit is 0.3 s.',
    });
    assert.equal((await runChild('no-such-program', [], { limit: 1000 })).code, 127);
  });
});

describe('tests of node:test', () => {
  let folder: string;
  before(() => {
    mkdirSync(CACHE, { recursive: true });
    folder = mkdtempSync(join(CACHE, 'node-tests-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function run(isTogether = false): Promise<Outcome> {
    const inside = relative(ROOT, folder).replaceAll('\\', '/');
    // Set by the outer runner, it would make the inner one answer in its own protocol.
    const context = process.env['NODE_TEST_CONTEXT'];
    delete process.env['NODE_TEST_CONTEXT'];
    const running = runNodeTests([`${inside}/**/*.test.ts`], 10_000, { isTogether });
    if (context !== undefined) process.env['NODE_TEST_CONTEXT'] = context;
    return await running;
  }

  test('none is a failure', async () => {
    const { passed, failed } = await run();
    assert.deepEqual([passed, failed], [0, 1]);
  });

  test('single tests are counted, failures told with their place', async () => {
    writeFileSync(
      join(folder, 'a.test.ts'),
      `import { describe, test } from 'node:test';
describe('suite', () => {
  test('good', () => {});
  test('bad', () => { throw new Error('no good'); });
  test('left out', { skip: 'no oracle' }, () => {});
});
`,
    );
    writeFileSync(join(folder, 'b.test.ts'), 'this is no program');
    const { passed, failed, skipped, report } = await run();
    assert.deepEqual([passed, failed, skipped], [1, 2, 1]);
    assert.match(report, /a\.test\.ts:4:3\n✖ bad .*\n {2}Error: no good\n/);
    assert.match(report, /left out .*# no oracle$/m);
    assert.match(report, /SyntaxError/);
    assert.doesNotMatch(report, /✔/);
  });

  test('files that share a process are counted one by one, and one that is no program fails', async () => {
    rmSync(join(folder, 'b.test.ts'));
    writeFileSync(
      join(folder, 'c.test.ts'),
      `import { test } from 'node:test'; test('another', () => {});`,
    );
    const { passed, failed, skipped, report } = await run(true);
    assert.deepEqual([passed, failed, skipped], [2, 1, 1]);
    assert.match(report, /a\.test\.ts:4:3\n✖ bad /);
    writeFileSync(join(folder, 'b.test.ts'), 'this is no program');
    const broken = await run(true);
    assert.ok(broken.failed > 0);
    assert.match(broken.report, /SyntaxError/);
  });
});
