import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../cache.ts';
import { contentFolder } from '../digest/folders.ts';
import { readArguments, stop } from './arguments.ts';
import { runBrowserTests } from './browser-tests.ts';
import { runChild } from './child.ts';
import { ensureChromium } from './chromium.ts';
import { ensureDebian, FACES, ORACLES } from './debian.ts';
import { CACHE, ROOT } from './folders.ts';
import { runNodeTests } from './node-tests.ts';
import { createProgress } from './progress.ts';
import { countText, oneCheck, runSteps, withoutSkips, type Outcome, type Step } from './steps.ts';
import { runUnitTests } from './unit-tests.ts';

/** The site that the tests read, told to them as `DIST`; no reader's `dist` is touched. */
const DIST = join(CACHE, 'test', 'dist');
process.env['DIST'] = DIST;
const MINUTE = 60_000;

// Two lanes for two cores, about as long as each other. Types come before the build in one of
// them, since both write what Astro knows of the content.
const LANES: Step[][] = [
  [
    {
      name: 'format',
      run: () => runTool('prettier/bin/prettier.cjs', '--check', '.', ...keepFormatted()),
    },
    { name: 'unit', run: () => runUnitTests(2 * MINUTE) },
    // Astro writes types that the linter reads.
    {
      name: 'lint',
      needs: 'types',
      run: () => runTool('eslint/bin/eslint.js', '.', '--max-warnings=0'),
    },
  ],
  [
    { name: 'types', run: () => runTool('astro/bin/astro.mjs', 'check') },
    { name: 'build', run: () => runScript('src/cli/build.ts', '--outDir', DIST) },
    {
      name: 'site',
      needs: 'build',
      // All of them read the same pages.
      run: () => runNodeTests(['tests/site/**/*.test.ts'], 4 * MINUTE, { isTogether: true }),
    },
    { name: 'browser', needs: 'build', run: () => lookAtPages() },
  ],
  // One after the other: what measures speed runs last and alone.
  [
    {
      name: 'long',
      needs: 'build',
      run: () => runSeeing('tests/full/!(lighthouse).test.ts'),
    },
    { name: 'every-page', needs: 'build', run: () => lookAtPages({ EVERY_PAGE: '1' }) },
    {
      name: 'lighthouse',
      needs: 'build',
      run: () => runSeeing('tests/full/lighthouse.test.ts'),
    },
  ],
];

const FULL = ['long', 'every-page', 'lighthouse'];
/** The steps that drive a browser. */
const SEEING = ['browser', ...FULL];
/** Those of them that look at the papers which the program comes with, for example this one. */
const LOOKING = ['browser', 'every-page', 'lighthouse'];
const LOOKED_AT = 'papers/2025-01/titans/index.mdx';
const steps = LANES.flat();
const { values, positionals } = readArguments(
  { full: { type: 'boolean' } },
  'npm test, npm test -- unit lint, or npm run test:full',
  true,
);
const named = values.full === true ? [...FULL, ...positionals] : positionals;
const unknown = named.find((name) => !steps.some((step) => step.name === name));
if (unknown !== undefined) {
  const names = steps.map(({ name }) => name).join(', ');
  stop(`There is no step "${unknown}". Write one of: ${names}.`);
}
const wanted = new Set(
  steps
    .filter(({ name }) => (named.length === 0 ? !FULL.includes(name) : named.includes(name)))
    .flatMap(({ name, needs }) => [name, needs]),
);

const progress = createProgress();
if (!existsSync(join(contentFolder(), LOOKED_AT))) {
  const out = LOOKING.filter((name) => wanted.delete(name));
  // A group's own papers are judged by `npm run check`; what they look like is the program's matter.
  if (out.length > 0) {
    progress.note(`-       ${out.join(', ')}: left out, since the content has no ${LOOKED_AT}`);
  }
}
// Sought at once: a download goes on beside the first steps.
const chromium = SEEING.some((name) => wanted.has(name)) ? prepareToSee() : undefined;
const lanes = LANES.map((lane) => lane.filter(({ name }) => wanted.has(name)));
const counts = await runSteps(process.env['CI'] ? lanes.map(strict) : lanes, progress);
console.log(countText(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

async function prepareToSee() {
  const tell = (line: string) => progress.note(line);
  const found = await ensureChromium(tell);
  // After it: two package managers at once would lock each other out.
  await ensureDebian(wanted.has('long') ? { ...FACES, ...ORACLES } : FACES, tell);
  return found;
}

function strict(lane: Step[]): Step[] {
  return lane.map((step) => ({ ...step, run: async () => withoutSkips(await step.run()) }));
}

function runTool(script: string, ...args: string[]): Promise<Outcome> {
  return runScript(join('node_modules', script), ...args);
}

/** What was found to be formatted is not read again, as long as what formats it is the same. */
function keepFormatted(): string[] {
  const packages = hashOf(readFileSync(join(ROOT, 'package-lock.json'))).slice(0, 16);
  const kept = join(CACHE, 'test', `formatted-${packages}`);
  return ['--cache', '--cache-strategy=content', `--cache-location=${kept}`];
}

/** Runs a script of the project as one check. */
async function runScript(script: string, ...args: string[]): Promise<Outcome> {
  const command = [join(ROOT, script), ...args];
  const { code, output } = await runChild(process.execPath, command, { limit: 10 * MINUTE });
  return { ...oneCheck(code === 0), report: output };
}

/** Tests that start the browser themselves. */
async function runSeeing(pattern: string): Promise<Outcome> {
  await chromium;
  return await runNodeTests([pattern], 30 * MINUTE);
}

async function lookAtPages(env: Record<string, string> = {}): Promise<Outcome> {
  const found = await chromium;
  if (found !== undefined && 'path' in found) return await runBrowserTests(DIST, found.path, env);
  return { ...oneCheck(false), report: found?.missing ?? '' };
}
