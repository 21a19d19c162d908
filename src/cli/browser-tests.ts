import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBuilt } from './builder.ts';
import { runChild } from './child.ts';
import { CACHE, ROOT } from './folders.ts';
import { withoutPassed } from './node-tests.ts';
import { serve } from './server.ts';
import { oneCheck, type Outcome } from './steps.ts';

/** Serves the site in `folder` and runs Playwright's tests on it, with the browser at `chromium`. `env` is told to them. */
export async function runBrowserTests(
  folder: string,
  chromium: string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const served = await serve({ folder, base: readBuilt(folder)?.base ?? '/' });
  const results = join(CACHE, 'test', 'browser.json');
  rmSync(results, { force: true });
  const { output } = await runChild(
    process.execPath,
    [join(ROOT, 'node_modules/playwright/cli.js'), 'test', '--reporter=list,json'],
    {
      limit: 20 * 60_000,
      env: {
        ...env,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: results,
        SITE_URL: served.url,
      },
    },
  );
  await served.close();
  return { ...readCounts(results), report: withoutPassed(output) };
}

/** Playwright's own counts; a run that ended before it wrote them has failed. */
function readCounts(file: string) {
  try {
    const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; skipped: number };
      errors: unknown[];
    };
    const failed = stats.unexpected + errors.length;
    return { passed: stats.expected, failed, skipped: stats.skipped };
  } catch {
    return oneCheck(false);
  }
}
