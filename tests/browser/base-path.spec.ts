import { expect, test } from 'playwright/test';
import { buildFixture, type Fixture } from '../fixture.ts';

// One worker, so that the fixture is built once.
test.describe.configure({ mode: 'default' });

let site: Fixture;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await buildFixture('digest');
});
test.afterAll(() => site.close());

test('a site under a base path is walked through by its links alone', async ({ page }) => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(site.url);
  await expect(page).toHaveTitle(/^Ferrous Notes/);
  await page.getByRole('link', { name: 'Tags', exact: true }).click();
  await page.getByRole('link', { name: 'alloys', exact: true }).click();
  // In the trail of the tag, and in its list.
  await page
    .getByRole('link', { name: /^Iron with/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/digest\/papers\/paper-1\/$/);
  await expect(page.getByRole('img', { name: /^A falling curve/ })).toHaveJSProperty(
    'complete',
    true,
  );
  await page.getByText('and 6 more').click();
  await page.getByRole('link', { name: 'Ada van der Quill' }).click();
  await expect(page.getByText('Also published as')).toContainText('阿达');
  expect(missing).toEqual([]);
});

test('its search leads to pages below the path, also by a name in another script', async ({
  page,
}) => {
  await page.goto(site.url);
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  const first = page.locator('[data-list="papers"] [data-result]').first();
  for (const query of ['balanca', '阿达', '李文', 'quill']) {
    await page.getByRole('searchbox').fill(query);
    await page.waitForURL((url) => url.searchParams.get('q') === query);
    await expect(page.locator('[data-part="lists"]')).toHaveAttribute('aria-busy', 'false');
    await expect(first, query).toHaveAttribute('href', /^\/digest\/papers\//);
  }
  await page.getByRole('searchbox').fill('e^{-t');
  const formula = page.locator('[data-list="formulas"] .formula-row').first();
  await expect(formula.locator('.katex-html')).toBeVisible();
  await formula.getByRole('link').click();
  await expect(page).toHaveURL(/\/digest\/papers\/paper-\d+\/#eq-heat$/);
});

test('an issue of twelve papers and one with its own picture', async ({ page }) => {
  await page.goto(`${site.url}issues/2026-01/`);
  await expect(page.getByRole('article')).toHaveCount(12);
  // Those that the issue names first, then by the day of the summary.
  const order = await page
    .getByRole('article')
    .evaluateAll((nodes) => nodes.map((node) => node.id));
  expect(order.slice(0, 4)).toEqual(['paper-3', 'paper-1', 'paper-2', 'paper-4']);
  await page.goto(`${site.url}issues/2026-02/`);
  await expect(page.getByRole('img', { name: 'A grey field' })).toBeVisible();
  await expect(page.getByText('Drawn for the test')).toBeVisible();
});

test('a listing, a withdrawn paper, a correction, a score, a notice and a sign-up form', async ({
  page,
}) => {
  await page.goto(`${site.url}papers/listed/`);
  await expect(page.getByRole('main')).toContainText('The abstract of the authors themselves');
  await expect(page.getByRole('main').getByRole('link', { name: /^Iron with/ })).toBeVisible();
  await page.goto(`${site.url}papers/paper-4/`);
  await expect(page.getByText('The furnace was never lit.')).toBeVisible();
  await page.goto(`${site.url}papers/paper-5/`);
  await expect(page.getByText(/was wrong/)).toBeVisible();
  await page.goto(`${site.url}papers/paper-1/`);
  await expect(page.getByText('Score 44.5 (invented listing, 15 January 2026)')).toBeAttached();
  await expect(page.getByRole('complementary').getByText('We are hiring')).toBeVisible();
  const form = page.locator('form');
  await expect(form).toHaveAttribute('action', 'https://mail.example/subscribe');
  await expect(form.getByLabel('E-mail address')).toBeVisible();
});
