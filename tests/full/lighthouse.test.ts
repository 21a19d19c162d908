import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { chromium, type Browser } from 'playwright';
import { findChromium } from '../../src/cli/chromium.ts';
import { runInstall } from '../../src/cli/npm.mjs';
import { serve, type Served } from '../../src/cli/server.ts';
import { dist } from '../site/site.ts';

/** Lighthouse is as heavy as a third of everything else, so only these tests install it. */
const own = 'tests/full/lighthouse';
const folder = path.resolve('.cache/lighthouse');
const pages = {
  home: '',
  issue: 'issues/2025-01/',
  paper: 'papers/titans/',
  author: 'authors/kunal-singh/',
  tag: 'tags/memory/',
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const runs = 5;

type Scores = Record<'performance' | 'accessibility' | 'best-practices' | 'seo', number>;
type Result = {
  lhr: {
    categories: Record<string, { score: number }>;
    audits: Record<string, { score: number | null; title: string; scoreDisplayMode: string }>;
  };
};
type Lighthouse = (url: string, flags: object) => Promise<Result>;

let lighthouse: Lighthouse;
let browser: Browser;
let served: Served;
let port: number;

before(async () => {
  const lock = path.join(folder, 'package-lock.json');
  const wanted = readFileSync(path.join(own, 'package-lock.json'), 'utf8');
  const entry = path.join(folder, 'node_modules/lighthouse/core/index.js');
  if (!existsSync(entry) || !existsSync(lock) || readFileSync(lock, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    cpSync(own, folder, { recursive: true });
    await runInstall(folder, 110, process.stderr);
  }
  ({ default: lighthouse } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse });
  port = await freePort();
  const executablePath = await findChromium();
  assert.ok(executablePath, 'There is no Chromium; npm test installs one.');
  browser = await chromium.launch({
    executablePath,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-background-networking'],
  });
  served = await serve({ folder: dist });
});

after(async () => {
  await browser.close();
  await served.close();
});

describe('Lighthouse, as on a phone', () => {
  for (const [name, address] of Object.entries(pages)) {
    test(`${name}: everything right, its speed told ${runs} times`, async () => {
      const results: Result[] = [];
      for (let run = 0; run < runs; run += 1) {
        const onlyCategories = run === 0 ? categories : ['performance'];
        const flags = { port, output: 'json', logLevel: 'error', onlyCategories };
        results.push(await lighthouse(served.url + address, flags));
      }
      const [first] = results;
      assert.ok(first);
      const { performance: _, ...rest } = scoresOf(first);
      const wrong = Object.values(first.lhr.audits)
        .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
        .map(({ title }) => title);
      const whole = { accessibility: 100, 'best-practices': 100, seo: 100 };
      assert.deepEqual(rest, whole, wrong.join('; '));
      const speeds = results
        .map((result) => scoresOf(result).performance)
        .toSorted((a, b) => a - b);
      console.log(
        `${name}: performance ${speeds.join(' ')}, median ${speeds[Math.floor(runs / 2)]}`,
      );
      // Other tests run beside this one, so speed is told and not judged; that nothing moves is.
      assert.equal(first.lhr.audits['cumulative-layout-shift']?.score, 1);
    });
  }
});

function scoresOf({ lhr }: Result): Scores {
  const scores = Object.entries(lhr.categories);
  return Object.fromEntries(
    scores.map(([id, { score }]) => [id, Math.round(score * 100)]),
  ) as Scores;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}
