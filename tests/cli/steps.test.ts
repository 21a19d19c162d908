import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { runChild } from '../../src/cli/child.ts';
import { CACHE, ROOT } from '../../src/cli/folders.ts';
import { createProgress, formatSeconds } from '../../src/cli/progress.ts';
import { countText, runSteps, withoutSkips, type Outcome, type Step } from '../../src/cli/steps.ts';

function record(isTTY = false) {
  const out = { text: '', isTTY, write: (text: string) => (out.text += text) };
  return { out, progress: createProgress(out) };
}

const good: Outcome = { passed: 1, failed: 0, skipped: 0, report: 'not shown' };

describe('steps', () => {
  test('are told in their order, with failures in full', async () => {
    const { out, progress } = record();
    let endFirst: (outcome: Outcome) => void = () => undefined;
    const first = new Promise<Outcome>((resolve) => (endFirst = resolve));
    const order: string[] = [];
    const step = (name: string, run: () => Promise<Outcome>, more: Partial<Step> = {}): Step => ({
      name,
      needs: [],
      run: () => {
        order.push(name);
        return run();
      },
      ...more,
    });
    const counts = await runSteps(
      [
        [step('slow', () => first), step('last', () => Promise.resolve(good))],
        [
          step('bad', () =>
            Promise.resolve({ passed: 2, failed: 1, skipped: 1, report: 'a\nb\n' }),
          ),
          step('needy', () => Promise.resolve(good), { needs: ['bad'] }),
          step('thrown', () => Promise.reject(new Error('oh')), {}),
          step('release', () => {
            endFirst(good);
            return Promise.resolve(good);
          }),
          step('patient', () => Promise.resolve(good), { after: ['last', 'bad'] }),
        ],
      ],
      progress,
    );
    assert.deepEqual(order, ['slow', 'bad', 'thrown', 'release', 'last', 'patient']);
    assert.deepEqual(counts, { passed: 6, failed: 2, skipped: 1 });
    const text = out.text.replace(/\(\d\.\d s\)/g, '(0.0 s)').replace(/ {8}at .*\n/g, '');
    assert.equal(
      text,
      `ok      slow: 1 passed, 0 failed (0.0 s)
ok      last: 1 passed, 0 failed (0.0 s)
FAILED  bad: 2 passed, 1 failed, 1 skipped (0.0 s)
    a
    b
-       needy: not run, since "bad" failed
FAILED  thrown: 0 passed, 1 failed (0.0 s)
    Error: oh
ok      release: 1 passed, 0 failed (0.0 s)
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
  test('off a terminal only outcomes are printed', () => {
    const { out, progress } = record();
    progress.begin('Making the pages');
    progress.update('3 pages');
    progress.note('a word');
    progress.end('Made 3 pages', 1234);
    assert.equal(out.text, 'a word\nMade 3 pages (1.2 s)\n');
  });

  test('on a terminal one line is rewritten', () => {
    const { out, progress } = record(true);
    progress.begin('Making');
    progress.update('3 pages');
    progress.end('Made', 0);
    assert.equal(
      out.text.replaceAll('\r\u001b[2K', '|'),
      '|Making … 0.0 s|Making … 3 pages, 0.0 s|Made (0.0 s)\n',
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
    assert.equal((await node('setInterval(() => {}, 1000)', 300)).hasTimedOut, true);
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

  const module = join(ROOT, 'src/cli/node-tests.ts');

  // In a process of its own: node:test will not run inside node:test.
  async function run(without: string[] = []): Promise<Outcome> {
    const inside = relative(ROOT, folder).replaceAll('\\', '/');
    const options = { patterns: [`${inside}/**/*.test.ts`], without };
    const script = join(folder, 'run.mjs');
    writeFileSync(
      script,
      `delete process.env.NODE_TEST_CONTEXT;
      const { runNodeTests } = await import(${JSON.stringify(pathToFileURL(module).href)});
      console.log(JSON.stringify(await runNodeTests(${JSON.stringify(options)})));`,
    );
    const { output } = await runChild(process.execPath, [script], { limit: 30_000 });
    return JSON.parse(output) as Outcome;
  }

  test('none is said', async () => {
    assert.deepEqual(await run(), {
      passed: 0,
      failed: 0,
      skipped: 0,
      report: 'There are no such tests yet.',
    });
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
test('parent', async (t) => { await t.test('child', () => { throw new Error('child fails'); }); });
`,
    );
    writeFileSync(join(folder, 'b.test.ts'), 'this is no program');
    const { passed, failed, skipped, report } = await run();
    assert.deepEqual([passed, failed, skipped], [1, 3, 1]);
    assert.match(report, /a\.test\.ts:4:3 suite › bad\nError: no good\n/);
    assert.match(report, /^skipped: suite › left out \(no oracle\)$/m);
    assert.match(report, /a\.test\.ts:7:\d+ parent › child\nError: child fails\n/);
    assert.match(report, /b\.test\.ts:1:1 .*b\.test\.ts\n[\s\S]*SyntaxError/);
  });
});
