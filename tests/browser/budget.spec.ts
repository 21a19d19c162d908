import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from 'playwright/test';
import { isFull } from './pages.ts';

/** Bytes over the wire on a first visit, without pictures: all of them, or the heaviest of each kind. */
const LIMITS: Record<string, number> = {
  '': 120_000,
  'issues/2025-01/': 250_000,
  'authors/kunal-singh/': 120_000,
  'papers/deepseek-v3/': 120_000,
  'papers/titans/': 120_000,
  ...(isFull && {
    'issues/2026-03/': 250_000,
    'tags/memory/': 120_000,
    'papers/deepseek-r1/': 120_000,
    'papers/fathom-deepresearch/': 120_000,
    'papers/mind-evolution/': 120_000,
    'papers/mixture-of-chapters/': 120_000,
    'papers/sbsc/': 120_000,
    'papers/transformer-squared/': 120_000,
  }),
};

test.use({ viewport: { width: 390, height: 844 } });

for (const [address, limit] of Object.entries(LIMITS)) {
  test(`${address || 'home'}: a first visit is under ${limit / 1000} kB`, async ({ page }) => {
    const weights = await weigh(page, address);
    const sum = weights.reduce((total, { bytes }) => total + bytes, 0);
    const list = weights.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
    expect(sum, list).toBeLessThan(limit);
  });
}

for (const address of ['', 'authors/', 'tags/']) {
  test(`${address || 'home'}: without a formula nothing of KaTeX comes`, async ({ page }) => {
    const weights = await weigh(page, address);
    await expect(page.locator('.katex')).toHaveCount(0);
    expect(weights.filter(({ url }) => /katex/i.test(url))).toEqual([]);
  });
}

const READ = [
  '',
  'papers/titans/',
  ...(isFull ? ['issues/2025-01/', 'authors/kunal-singh/', 'tags/memory/'] : []),
];

for (const address of READ) {
  test(`${address || 'home'}: nothing moves while it comes`, async ({ page }) => {
    // With the fonts in the browser's cache, or they are measured as well, by how busy the machine is: the next test's.
    await page.goto(address, { waitUntil: 'networkidle' });
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      // What is ours moves at every visit; what a busy machine brings late, at some.
      await expect(async () => {
        expect(await measureShift(page, address), `${width} px`).toBeLessThan(0.0005);
      }).toPass({ intervals: [0, 0], timeout: 15_000 });
    }
  });

  // A line that breaks elsewhere moves what is below it, however like the stand-in; with stand-ins unlike, it was
  // twice as much.
  test(`${address || 'home'}: fonts a second late hardly move the layout`, async ({ page }) => {
    await page.route(/\.woff2$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    expect(await measureShift(page, address)).toBeLessThan(0.15);
  });
}

/** The layout shift of a visit, as browsers count it. */
async function measureShift(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    if ('shift' in window) return;
    Object.assign(window, { shift: 0 });
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        (window as unknown as { shift: number }).shift += entry.value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(100);
  return await page.evaluate(() => (window as unknown as { shift: number }).shift);
}

/** What a visit asks for: text as gzip sends it, which every host has, fonts as they are, no pictures. */
async function weigh(page: Page, address: string): Promise<{ url: string; bytes: number }[]> {
  const weights: Promise<{ url: string; bytes: number }[]>[] = [];
  page.on('response', (response) => weights.push(weighResponse(response)));
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  return (await Promise.all(weights)).flat();
}

async function weighResponse(response: Awaited<ReturnType<Page['goto']>>) {
  if (!response || response.request().resourceType() === 'image') return [];
  const body = await response.body();
  const isText = response.request().resourceType() !== 'font';
  return [{ url: response.url(), bytes: isText ? gzipSync(body).length : body.length }];
}
