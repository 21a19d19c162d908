import { expect, test } from 'playwright/test';
import { listen } from './pages.ts';

const paper = 'papers/titans/';
const summary = 'details.cite > summary';

test('what is cited is copied as it stands, by a script that comes when it is asked for', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const faults = await listen(page);
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto(paper, { waitUntil: 'networkidle' });
  const before = scripts.length;
  await page.locator(summary).click();
  const copy = page.locator('#cite').getByRole('button', { name: 'Copy', exact: true });
  await expect(copy).toHaveCount(2);
  expect(scripts.length).toBeGreaterThan(before);
  for (const index of [0, 1]) {
    await copy.nth(index).click();
    await expect(page.locator('#cite [role=status]').nth(index)).toHaveText('Copied');
    const entry = await page.locator('#cite pre').nth(index).textContent();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(entry);
  }
  expect(faults).toEqual([]);
});

test('what is opened before the script has come gets its buttons too', async ({ page }) => {
  const { promise: opened, resolve: letGo } = Promise.withResolvers<undefined>();
  await page.route('**/*.js', async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto(paper, { waitUntil: 'commit' });
  await page.locator(summary).click();
  await expect(page.locator('#cite pre').first()).toBeVisible();
  letGo(undefined);
  const copy = page.locator('#cite').getByRole('button', { name: 'Copy', exact: true });
  await expect(copy).toHaveCount(2);
});

test('the text of the Markdown twin is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(paper);
  const [href, text] = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLAnchorElement>('#cite a[type="text/markdown"]')!;
    return [href, await (await fetch(href)).text()];
  });
  expect(text, href).toContain('Titans');
  await page.locator(summary).click();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.locator('#cite .copies [role=status]')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
});

test('a clipboard that stays closed is told', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto(paper);
  await page.locator(summary).click();
  await page.locator('#cite').getByRole('button', { name: 'Copy', exact: true }).first().click();
  await expect(page.locator('#cite [role=status]').first()).toHaveText(/clipboard closed/);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a link leads to what is cited, opens it, and the files are there', async ({
    page,
    request,
  }) => {
    await page.goto(paper);
    await expect(page.locator('#cite')).toBeHidden();
    await page.locator('.facts a[href="#cite"]').click();
    await expect(page.locator('#cite pre').first()).toBeVisible();
    await expect(page.locator('#cite pre').first()).toContainText(
      '@inproceedings{behrouz2024-titans,',
    );
    for (const link of await page.locator('#cite .twins a').all()) {
      const response = await request.get(
        new URL((await link.getAttribute('href'))!, page.url()).href,
      );
      expect(response.status()).toBe(200);
    }
  });
});
