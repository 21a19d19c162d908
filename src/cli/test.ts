import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { readArguments, stop } from './arguments.ts';
import { readBuilt } from './builder.ts';
import { runChild } from './child.ts';
import { ensureChromium, type Found } from './chromium.ts';
import { CACHE, ROOT } from './folders.ts';
import { runNodeTests, type NodeTestOptions } from './node-tests.ts';
import { createProgress } from './progress.ts';
import { serve } from './server.ts';
import { countText, runSteps, withoutSkips, type Outcome, type Step } from './steps.ts';

/** The site that the tests read; no reader's `dist` is touched. */
const DIST = join(CACHE, 'test', 'dist');
const IS_CI = Boolean(process.env['CI']);
const MINUTE = 60_000;

const progress = createProgress();
let chromium: Promise<Found> | undefined;

/** What is tested over a built site, or takes long, has steps of its own. */
const OTHER_TESTS = ['tests/site', 'tests/browser', 'tests/full'];

const STEPS: Record<string, Omit<Step, 'name'>> = {
  format: { needs: [], run: () => runTool('prettier/bin/prettier.cjs', ['--check', '.']) },
  // Astro writes types that the linter reads.
  lint: { needs: [], after: ['types'], run: runLint },
  types: { needs: [], run: () => runTool('astro/bin/astro.mjs', ['check']) },
  unit: {
    needs: [],
    run: () => runTests({ patterns: ['tests/**/*.test.ts'], without: OTHER_TESTS }),
  },
  build: { needs: [], run: runBuild },
  site: { needs: ['build'], run: () => runTests({ patterns: ['tests/site/**/*.test.ts'] }) },
  browser: { needs: ['build'], run: runBrowserTests },
  full: {
    needs: ['build'],
    run: () => runTests({ patterns: ['tests/full/**/*.test.ts'], limit: 30 * MINUTE }),
  },
};

// Two lanes for two cores, about as long as each other. Types come before the build in one of
// them, since both write what Astro knows of the content.
const LANES = [['format', 'unit', 'lint'], ['types', 'build', 'site', 'browser'], ['full']];
const USUAL = Object.keys(STEPS).filter((name) => name !== 'full');

const { values, positionals } = readArguments(
  { full: { type: 'boolean' } },
  'npm test, npm test -- unit lint, or npm run test:full',
  { positionals: true },
);
const unknown = positionals.find((name) => !Object.hasOwn(STEPS, name));
if (unknown !== undefined) {
  stop(`There is no step "${unknown}". Write one of: ${Object.keys(STEPS).join(', ')}.`);
}
const wanted = chooseSteps(values.full === true ? ['full', ...positionals] : positionals);
if (wanted.has('browser')) chromium = ensureChromium((line) => progress.note(line));

const lanes = LANES.map((names) =>
  names.filter((name) => wanted.has(name)).map((name) => toStep(name)),
).filter((lane) => lane.length > 0);
const counts = await runSteps(lanes, progress);
console.log(countText(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

/** The named steps, all the usual ones where none is named, and what they need. */
function chooseSteps(names: string[]): Set<string> {
  const chosen = names.length === 0 ? USUAL : names;
  return new Set([...chosen, ...chosen.flatMap((name) => STEPS[name]?.needs ?? [])]);
}

function toStep(name: string): Step {
  const step = STEPS[name];
  if (step === undefined) throw new Error(`No step is called ${name}.`);
  const run = async () => (IS_CI ? withoutSkips(await step.run()) : await step.run());
  return { ...step, name, run };
}

/** Runs a tool from node_modules as one check. */
async function runTool(script: string, args: string[]): Promise<Outcome> {
  const command = [join(ROOT, 'node_modules', script), ...args];
  const ending = await runChild(process.execPath, command, { limit: 10 * MINUTE });
  const report = ending.hasTimedOut ? `${ending.output}\nStopped after 10 minutes.` : ending.output;
  return { ...oneCheck(ending.code === 0 && !ending.hasTimedOut), report };
}

async function runLint(): Promise<Outcome> {
  if (!existsSync(join(ROOT, '.astro/types.d.ts'))) await runTool('astro/bin/astro.mjs', ['sync']);
  return await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0']);
}

function oneCheck(isGood: boolean) {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

async function runTests(options: NodeTestOptions): Promise<Outcome> {
  process.env['DIST'] = DIST;
  return await runNodeTests(options);
}

async function runBuild(): Promise<Outcome> {
  const script = join(ROOT, 'src/cli/build.ts');
  const ending = await runChild(process.execPath, [script, '--outDir', DIST], {
    limit: 10 * MINUTE,
  });
  return { ...oneCheck(ending.code === 0), report: ending.output };
}

async function runBrowserTests(): Promise<Outcome> {
  const found = await chromium;
  if (found === undefined || 'missing' in found) {
    return { ...oneCheck(false), report: found?.missing ?? '' };
  }
  const served = await serve({ folder: DIST, base: readBuilt(DIST)?.base ?? '/', port: 0 });
  const results = join(CACHE, 'test', 'browser.json');
  mkdirSync(join(CACHE, 'test'), { recursive: true });
  rmSync(results, { force: true });
  const ending = await runChild(
    process.execPath,
    [join(ROOT, 'node_modules/playwright/cli.js'), 'test', '--reporter=list,json'],
    {
      limit: 20 * MINUTE,
      env: {
        CHROMIUM_PATH: found.path,
        DIST,
        FORCE_COLOR: '0',
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
        SITE_URL: served.url,
      },
    },
  );
  await served.close();
  return { ...readBrowserCounts(results), report: reportOf(ending.output) };
}

/** Playwright's own counts; a run that ended before it wrote them has failed. */
function readBrowserCounts(file: string) {
  try {
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      errors: unknown[];
    };
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      skipped: stats.skipped,
    };
  } catch {
    return oneCheck(false);
  }
}

/** The list of what passed is of no use beside what failed. */
function reportOf(output: string): string {
  const lines = stripVTControlCharacters(output).split('\n');
  return lines.filter((line) => !/^\s+(ok|✓)\s/.test(line)).join('\n');
}
