import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { isFull, listen } from './pages.ts';

/** The place of a paper in a row, or in full where it has no rows; the first where there are several. */
const place = (page: Page, slug: string, kind = '.brief') =>
  page.locator(`main keep-paper${kind}[data-id="${slug}"]`).first();
const keepButton = (page: Page, slug: string, kind?: string) =>
  place(page, slug, kind).locator('[data-keep]');

/** As if they had been kept before, the first two as read. */
async function keepBefore(page: Page, ...slugs: string[]): Promise<void> {
  const papers = slugs.map((id, at) => ({
    ...{ id, path: `papers/${id}/`, title: id, read: at < 2 },
  }));
  await page.addInitScript(
    (list) => {
      // Only once: what the page makes of it stays.
      if (!('digest-list/' in localStorage))
        localStorage.setItem('digest-list/', JSON.stringify(list));
    },
    { version: 1, papers },
  );
}

test('a paper is kept from a row by keys, and every place of it says so until it is taken off', async ({
  page,
}) => {
  const faults = await listen(page);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('papers/', { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/(?:keep|own-|offline)[\w.-]*\.js/.test(url))).toEqual([]);
  const title = (await page.locator('li a[href$="/papers/titans/"]').textContent())!.trim();
  const button = page.getByRole('button', { name: `Keep ${title}`, exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const kept = page.getByRole('button', { name: `Kept ${title}`, exact: true, pressed: true });
  await expect(kept).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(place(page, 'titans').getByRole('link', { name: 'Reading list' })).toBeFocused();

  // In its issue: in the contents, and where it stands in full.
  await page.goto('issues/2025-01/');
  await expect(keepButton(page, 'titans')).toContainText('Kept');
  const full = place(page, 'titans', ':not(.brief)');
  await expect(full.locator('[data-keep]')).toContainText('Kept');
  await full.getByRole('button', { name: 'Mark as read' }).click();
  await expect(place(page, 'titans').locator('.read')).toContainText('You have read this.');
  await page.goto('search/?q=titans');
  await expect(place(page, 'titans').locator('.read')).toBeVisible();
  await keepButton(page, 'titans').click();
  await expect(keepButton(page, 'titans')).toHaveAttribute('aria-pressed', 'false');
  await expect(place(page, 'titans').locator('.read')).toHaveCount(0);
  await page.goto('papers/titans/');
  await expect(keepButton(page, 'titans', '')).toContainText('Keep for later');
  expect(faults).toEqual([]);
});

test('rows that a script made of other pages’ papers are kept under their own address', async ({
  page,
}) => {
  await page.goto('papers/?sort=title');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['By title']);
  const row = page.getByRole('main').locator('li.row').last();
  const address = new URL((await row.locator('h3 a').getAttribute('href'))!, page.url()).pathname;
  await row.locator('[data-keep]').click();
  await expect(row.locator('[data-keep]')).toContainText('Kept');
  await page.getByLabel('Sort').selectOption('oldest');
  await expect(page.locator('[data-keep][aria-pressed="true"]')).toHaveCount(1);
  await page.goto('reading/');
  const link = page.getByRole('region', { name: 'Reading list' }).getByRole('link');
  expect(new URL((await link.getAttribute('href'))!, page.url()).pathname).toBe(address);
});

test('in an issue, who stays at the end of a paper has read that one', async ({ page }) => {
  await page.goto('issues/2025-01/');
  await keepButton(page, 'titans').click();
  await keepButton(page, 'transformer-squared').click();
  await expect(keepButton(page, 'transformer-squared')).toContainText('Kept');
  const end = page.locator('#titans .prose > :last-child');
  // Until what is above has been laid out.
  await expect(async () => {
    await end.evaluate((node) => node.scrollIntoView({ block: 'center' }));
    await expect(place(page, 'titans').locator('.read')).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await expect(place(page, 'transformer-squared').locator('.read')).toHaveCount(0);
});

test('a list that takes no more says so in the row', async ({ page }) => {
  await page.goto('papers/');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await keepButton(page, 'titans').click();
  await expect(place(page, 'titans').getByRole('status')).toContainText('kept nothing');
  await expect(keepButton(page, 'titans')).toHaveAttribute('aria-pressed', 'false');
});

test('nothing moves where papers are kept, and each button is as large as a thumb needs', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const addresses = ['papers/', 'issues/2025-01/', ...(isFull ? ['', 'tags/memory/'] : [])];
  const places = () =>
    page.locator('main :is(.row, .contents li, .stretch, .prose)').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].join(' ');
      }),
    );
  const before: unknown[] = [];
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'networkidle' });
    before.push(await places());
    const sizes = await page
      .locator('[data-keep]')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
    expect(sizes.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
  }
  await keepBefore(page, 'titans', 'mixture-of-chapters');
  for (const [at, address] of addresses.entries()) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page.locator('.brief > .read').first()).toBeVisible();
    await expect.poll(places).toEqual(before[at]);
  }
});

if (isFull) {
  test('axe finds nothing in rows of what is kept and read', async ({ page }) => {
    test.slow();
    await keepBefore(page, 'titans', 'mixture-of-chapters', 'transformer-squared');
    for (const address of ['', 'papers/', 'search/?q=memory']) {
      await page.goto(address);
      await expect(page.locator('.brief > .read').first()).toBeVisible();
      const axe = new AxeBuilder({ page })
        .include('main')
        .withRules([
          ...[
            'button-name',
            'color-contrast',
            'target-size',
            'aria-allowed-attr',
            'list',
            'listitem',
          ],
          ...['nested-interactive', 'region', 'aria-toggle-field-name'],
        ]);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('nothing of it is there', async ({ page }) => {
    for (const address of ['papers/', 'issues/2025-01/']) {
      await page.goto(address);
      await expect(page.locator('keep-paper').first()).toBeHidden();
    }
  });
});

test('none of it is printed', async ({ page }) => {
  await keepBefore(page, 'titans');
  await page.goto('issues/2025-01/');
  await expect(keepButton(page, 'titans')).toContainText('Kept');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('keep-paper:visible')).toHaveCount(0);
});
