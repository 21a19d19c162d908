import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../../src/cli/chromium.ts';
import { serve, type Served } from '../../src/cli/server.ts';
import { runCommand } from '../fixture.ts';

const folder = '.cache/test/long-issue';
const content = path.join(folder, 'content');
const count = 60;

/** About 700 words, eight inline and three displayed formulas, as the summaries that were counted. */
function writePaper(index: number): string {
  const words = (seed: number, length: number) =>
    Array.from(
      { length },
      (_, at) =>
        ['iron', 'melts', 'slowly', 'under', 'a', 'blue', 'flame'][(seed * 3 + at * at) % 7],
    ).join(' ');
  const section = (title: string, seed: number) => `## ${title}

${words(seed, 60)} $x_{${index}} = \\sum_{i=1}^{n} \\alpha_i y_i^2$ ${words(seed + 1, 60)} and $\\beta_{${seed}}$.

$$
\\mathcal{L}_{${index}}(\\theta) = \\frac{1}{n} \\sum_{i=1}^{n} \\left\\lVert f_\\theta(x_i) - y_i \\right\\rVert^2 + \\lambda_{${seed}} \\sqrt{1 + \\theta^2} \\label{eq:loss-${seed}}
$$

${words(seed + 2, 50)} $\\gamma \\in [0, 1]$ ${words(seed + 3, 50)}.
`;
  const own = `The furnace numbered ${index} was lit at dawn.`;
  return `---
title: Furnace ${index}
authors: [Ada Quill]
published: 2026-01-01
summarised: 2026-01-05
url: https://ferrous.example/furnace-${index}.pdf
tags: [furnaces]
writers: [Ada Quill]
tldr: What furnace ${index} burns.
abstract: A furnace.
---
${['The key idea', 'Their method', 'Results'].map((title, at) => section(title, at + 1)).join('\n')}
## Takeaways

${own}
`;
}

let browser: Browser;
let served: Served;
let url: string;

before(async () => {
  rmSync(folder, { recursive: true, force: true });
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
    writeFileSync(path.join(content, file), text);
  };
  put(
    'site.yaml',
    `name: Furnaces
tagline: what burns
description: Sixty furnaces.
url: https://ferrous.example/
language: en
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
contact: mailto:group@ferrous.example
feeds: { authority: 'ferrous.example,2026' }
`,
  );
  put('tags.yaml', 'furnaces:\n  label: furnaces\n  description: Where it gets hot.\n');
  put(
    'issues/2026-01/index.mdx',
    '---\ntitle: Sixty furnaces\ndate: 2026-01-31\neditors: [Ada Quill]\n---\n\nAll of them.\n',
  );
  for (let index = 1; index <= count; index += 1) {
    put(`papers/2026-01/furnace-${index}/index.mdx`, writePaper(index));
  }
  const dist = path.join(folder, 'dist');
  const { code, output } = await runCommand('build', ['--outDir', dist], content);
  assert.equal(code, 0, output);
  served = await serve({ folder: dist });
  url = `${served.url}issues/2026-01/`;
  const executablePath = await findChromium();
  assert.ok(executablePath, 'There is no Chromium; npm test installs one.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser.close();
  await served.close();
});

/** How many elements of formulas a phone has laid out once the page is there, where the stylesheet is as `change` has it. */
async function countLaidOut(change = (css: string) => css): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const count = await page
    .locator('.katex-html *')
    .evaluateAll(
      (all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length,
    );
  await page.close();
  return count;
}

test('of sixty papers, a phone lays out a tenth or less before it is read on', async () => {
  const whole = await countLaidOut((css) => css.replaceAll('content-visibility:auto', ''));
  const asItIs = await countLaidOut();
  console.log(`${asItIs} of ${whole} elements of formulas are laid out`);
  assert.ok(asItIs < whole / 10, `${asItIs} of ${whole}`);
});

async function open(hash = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
  await page.goto(url + hash);
  await page.getByRole('button', { name: 'Settings' }).waitFor();
  return page;
}

const topOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((node) => node.getBoundingClientRect().top);

test('an anchor leads into a paper that was not laid out, and Back returns to it', async () => {
  const page = await open('#furnace-47--eq-loss-2');
  const formula = '#furnace-47--eq-loss-2';
  await page.waitForFunction((selector) => {
    const { top, bottom } = document.querySelector(selector)!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, formula);
  const before = await topOf(page, formula);
  await page.goto(`${served.url}tags/`);
  await page.goBack();
  await page.waitForFunction(
    ([selector, top]) =>
      Math.abs(document.querySelector(selector)!.getBoundingClientRect().top - top) < 200,
    [formula, before] as const,
  );
  await page.close();
});

test('find-in-page finds what was not laid out', async () => {
  const page = await open();
  const found = await page.evaluate(() =>
    (window as unknown as { find: (text: string) => boolean }).find('numbered 52 was lit at dawn'),
  );
  assert.ok(found);
  await page.close();
});

test('all of them are printed', async () => {
  const page = await open();
  await page.emulateMedia({ media: 'print' });
  const unseen = await page
    .locator('main > article')
    .evaluateAll((articles) =>
      articles
        .filter((article) => getComputedStyle(article).contentVisibility !== 'visible')
        .map(({ id }) => id),
    );
  assert.deepEqual(unseen, []);
  const heights = await page
    .locator('main > article h2 ~ *, main > article .prose > p:last-of-type')
    .evaluateAll(
      (nodes) => nodes.filter((node) => node.getBoundingClientRect().height === 0).length,
    );
  assert.equal(heights, 0);
  await page.close();
});
