import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { isFull, judgedKinds, listen, schemes, seenKinds } from './pages.ts';

for (const [kind, address] of seenKinds) {
  test(`${kind}: nothing sticks out at 360 px or 400 %, breaks the policy or comes from elsewhere`, async ({
    page,
    baseURL,
  }) => {
    const faults = await listen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) faults.push(`asks for ${request.url()}`);
    });
    await page.setViewportSize({ width: 360, height: 740 });
    const response = await page.goto(address);
    expect(response?.status()).toBe(kind === 'missing' ? 404 : 200);
    await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
    const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(widthOf).toBeLessThanOrEqual(360);
    // What a window of 1280 × 1024 shows at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await expect.poll(widthOf).toBeLessThanOrEqual(320);
    expect(faults).toEqual([]);
  });
}

for (const [kind, address] of judgedKinds) {
  test(`${kind}: axe finds nothing in either theme and in forced colours`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    expect(await findFaults(page)).toEqual([]);
    // A whole issue takes half a minute each, and has nothing that one of one paper has not.
    if (kind === 'issue' || (kind === 'paper' && !isFull)) return;
    // The markup is the same in all of them.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaults(page, 'colours')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    expect(await findFaults(page, 'colours')).toEqual([]);
  });

  test(`${kind}: axe finds nothing at 360 px, before any script`, async ({ page }) => {
    test.slow();
    await page.route('**/*.js', (route) => route.abort());
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(address);
    await page.evaluate(() => document.documentElement.removeAttribute('data-script'));
    await expect(page.getByRole('button', { name: 'Settings' })).toBeHidden();
    // Colours are as they are where it is wide.
    expect(await findFaults(page, 'markup')).toEqual([]);
  });
}

for (const colorScheme of isFull ? schemes : []) {
  test(`axe finds nothing in what opens (${colorScheme})`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('issues/2025-01/');
    await page.locator('#titans--their-method').evaluate((node) => node.scrollIntoView());
    await expect(page.getByRole('navigation', { name: 'Place' })).toBeVisible();
    expect(await findFaults(page, 'all', '.position-bar')).toEqual([]);
    await page.goto('tags/');
    await page.goto('issues/2025-01/');
    await expect(page.getByRole('complementary', { name: 'Where you stopped' })).toBeVisible();
    await page.getByRole('button', { name: 'Settings' }).click();
    expect(await findFaults(page, 'all', '.resume', '#_reading')).toEqual([]);
    await page.getByRole('button', { name: 'What the keys do' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await findFaults(page, 'all', 'dialog')).toEqual([]);
  });
}

const COLOURS = 'color-contrast';

/** What axe says of a page or its parts: all that it knows of WCAG 2.2, of colours alone or of all but them. */
async function findFaults(
  page: Page,
  what: 'all' | 'colours' | 'markup' = 'all',
  ...parts: string[]
): Promise<string[]> {
  // What is not laid out yet has an estimated place, where axe sees it lie over its neighbours.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  });
  // Ten thousand spans an issue, and none of them ours; Lighthouse looks at them, too.
  // A frame in which nothing runs answers axe neither.
  const axe = new AxeBuilder({ page }).exclude('.katex').exclude('iframe');
  for (const part of parts) axe.include(part);
  if (what === 'colours') axe.withRules(COLOURS);
  else {
    const colours = { enabled: what === 'all' };
    axe.options({ rules: { 'target-size': { enabled: true }, [COLOURS]: colours } });
  }
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

test('a wide formula and a wide table scroll in their own boxes on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('papers/titans/');
  const wide = () =>
    page
      .locator('.formula-body')
      .evaluateAll(
        (bodies) => bodies.filter((body) => body.scrollWidth > body.clientWidth + 1).length,
      );
  await expect.poll(wide).toBeGreaterThan(0);
  const numbers = page.locator('.formula-number');
  for (const number of await numbers.all()) {
    const box = await number.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(360);
  }
});

test('the dark theme is dark, and pictures stand on a dimmed paper in it', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('papers/titans/');
  const luminance = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const parts = getComputedStyle(node).backgroundColor.match(/[\d.]+/g) ?? [];
        return parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3 / 255;
      });
  expect(await luminance('html')).toBeLessThan(0.2);
  const ground = await luminance('.figure-picture');
  expect(ground).toBeGreaterThan(0.7);
  expect(ground).toBeLessThan(0.93);
});

test('on paper there is no navigation, and what is folded is unfolded', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('issues/2025-01/');
  await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.goto('papers/sbsc/');
  const folded = page.locator('.fold > :not(summary)').first();
  await expect(folded).toBeVisible();
  expect((await folded.boundingBox())?.height).toBeGreaterThan(20);
  await page.emulateMedia({ media: 'screen' });
  await expect(folded).toBeHidden();
});

test('title and first papers are on the first screen of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Mixture of Chapters' }).first(),
  ).toBeInViewport();
});
