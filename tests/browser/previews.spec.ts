import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { schemes } from './pages.ts';

test('an equation is shown where it is referred to, followed, and come back from', async ({
  page,
}) => {
  await page.goto('issues/2025-01/');
  const reference = page.locator('a.reference[href="#titans--eq-update"]').last();
  await reference.scrollIntoViewIfNeeded();
  const preview = page.getByRole('tooltip');
  // What is still being laid out can move away from under the pointer.
  await expect(async () => {
    await page.mouse.move(2, 2);
    await reference.hover();
    await expect(preview).toContainText('Equation 3 · update', { timeout: 2000 });
  }).toPass();
  await expect(preview.locator('math')).toBeAttached();
  await expect(page.locator('[id="titans--eq-update"]')).toHaveCount(1);
  const before = await reference.boundingBox();
  await reference.click();
  await expect(page).toHaveURL(/#titans--eq-update$/);
  await expect(preview).toHaveCount(0);
  await expect(page.locator('#titans--eq-update')).toBeInViewport();
  await page.goBack();
  await expect
    .poll(async () => Math.abs((await reference.boundingBox())!.y - before!.y))
    .toBeLessThan(1);
});

test('figures, tables and footnotes are shown small, within the window', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  await page.goto('papers/titans/');
  const preview = page.getByRole('tooltip');
  for (const [selector, content] of [
    ['.reference[href="#fig-wiring"]', 'Figure 1'],
    ['.reference[href^="#tab-"]', 'Table 1'],
    ['.footnote-reference', /\w+/],
  ] as const) {
    const link = page.locator(selector).first();
    await link.scrollIntoViewIfNeeded();
    await link.hover();
    await expect(preview).toContainText(content);
    // It has its content before it has its place.
    await expect(async () => {
      const box = await preview.boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(1100);
      expect(box!.y).toBeGreaterThanOrEqual(0);
      expect(box!.y + box!.height).toBeLessThanOrEqual(800);
    }).toPass({ timeout: 15_000 });
    await expect(preview.locator('[id], .footnote-number')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(preview).toHaveCount(0);
  }
});

test('a covered paper is shown as a card, also to the keyboard', async ({ page }) => {
  await page.goto('papers/mixture-of-chapters/');
  const citation = page.locator('a.citation[href$="/papers/titans/"]').first();
  await page.keyboard.press('Tab');
  await citation.focus();
  const preview = page.getByRole('tooltip');
  await expect(preview).toContainText('Learning to Memorize at Test Time');
  await expect(preview).toContainText('takes gradient steps while it reads');
  await expect(preview).toContainText('January 2025');
  await page.keyboard.press('Tab');
  await expect(preview).toHaveCount(0);
  await citation.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/papers\/titans\/$/);
});

test('a card that cannot be fetched leaves a plain link', async ({ page }) => {
  await page.goto('papers/mixture-of-chapters/');
  await page.route('**/papers/titans/', (route) =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
  const citation = page.locator('a.citation[href$="/papers/titans/"]').first();
  await citation.hover();
  await page.waitForTimeout(700);
  await expect(page.locator('.floating:popover-open')).toHaveCount(0);
  await citation.click();
  await expect(page).toHaveURL(/papers\/titans\/$/);
});

test.describe('by thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  for (const colorScheme of schemes) {
    test(`the first tap shows, and what is shown leads there (${colorScheme})`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto('papers/titans/');
      const reference = page.locator('.reference[href^="#tab-"]').first();
      await reference.tap();
      const preview = page.getByRole('dialog', { name: 'table 1' });
      await expect(preview).toBeVisible();
      await expect(page).not.toHaveURL(/#/);
      const { violations } = await new AxeBuilder({ page }).exclude('.katex').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      await page.touchscreen.tap(180, 735);
      await expect(preview).toHaveCount(0);
      await reference.tap();
      await preview.getByRole('link', { name: 'Go to table 1' }).tap();
      await expect(page).toHaveURL(/#tab-/);
      await expect(preview).toHaveCount(0);
    });
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('references and pictures are plain links', async ({ page }) => {
    await page.goto('papers/titans/');
    await page.locator('.reference[href="#eq-linear"]').first().click();
    await expect(page).toHaveURL(/#eq-linear$/);
    await page.locator('a.figure-picture').first().click();
    await expect(page).toHaveURL(/\/pictures\//);
  });
});

test('a picture opens at the size of the screen, then at its own', async ({ page }) => {
  await page.setViewportSize({ width: 1100, height: 700 });
  await page.goto('papers/titans/');
  const link = page.locator('a.figure-picture').first();
  await link.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Figure 1' });
  const image = dialog.getByRole('img');
  await expect(image).toHaveJSProperty('complete', true);
  const widthOf = async () => (await image.boundingBox())?.width ?? 0;
  const heightOf = async () => (await image.boundingBox())?.height ?? 0;
  await expect.poll(widthOf).toBeGreaterThan(100);
  await expect.poll(widthOf).toBeLessThanOrEqual(1100);
  await expect.poll(heightOf).toBeLessThanOrEqual(700);
  const fit = await widthOf();
  await expect(dialog).toContainText('One set of parts, three circuits');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await dialog.getByRole('button', { name: /wiring/ }).click();
  await expect.poll(widthOf).toBeGreaterThan(fit * 1.1);
  const pane = dialog.locator('.picture-pane');
  await expect
    .poll(() => pane.evaluate((node) => node.scrollHeight - node.clientHeight))
    .toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(link).toBeFocused();
});
