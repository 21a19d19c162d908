import { expect, test } from 'playwright/test';

// The journeys must not come to need a script.
test.use({ javaScriptEnabled: false });

test('an issue is read from its contents to an equation and back to its paper', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('link', { name: 'Issues', exact: true }).first().click();
  await page.getByRole('link', { name: 'The month that memory learned to forget' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('memory learned to');
  await expect(page.getByText('Written by').first()).toContainText('Residual editors');
  const contents = page.getByRole('navigation', { name: 'Contents' }).getByRole('listitem');
  await expect(contents).toHaveCount(5);
  await expect(page.getByRole('article')).toHaveCount(5);

  await contents.nth(0).getByRole('link').first().click();
  await expect(page).toHaveURL(/#titans$/);
  const titans = page.getByRole('article').first();
  await expect(titans.getByRole('heading', { level: 2 })).toBeInViewport();
  await titans.getByRole('link', { name: '(3)', exact: true }).first().click();
  await expect(page).toHaveURL(/#titans--eq-update$/);
  await expect(page.locator('#titans--eq-update')).toBeInViewport();

  await titans.getByRole('heading', { level: 2 }).getByRole('link').click();
  await expect(page).toHaveURL(/papers\/titans\/$/);
  await page.goto('papers/titans/#eq-update');
  await expect(page.locator('#eq-update')).toBeInViewport();
});

test('a formula is set in its own fonts, with its letters for a screen reader', async ({
  page,
}) => {
  await page.goto('papers/transformer-squared/');
  const formula = page.locator('.formula .katex').first();
  await expect(formula).toBeVisible();
  await expect(formula.locator('math').first()).toBeAttached();
  await expect(page.locator('.katex-error')).toHaveCount(0);
  // A stylesheet of another version leaves sub- and superscripts at full size.
  const sizes = await page
    .locator('.formula')
    .first()
    .evaluate((node) => {
      const heights = [...node.querySelectorAll('.katex-html span')]
        .filter((span) => span.childElementCount === 0 && span.textContent.trim())
        .map((span) => Number.parseFloat(getComputedStyle(span).fontSize));
      return { most: Math.max(...heights), least: Math.min(...heights) };
    });
  expect(sizes.least).toBeLessThan(sizes.most * 0.8);
});

test('money reads as money beside real mathematics', async ({ page }) => {
  await page.goto('papers/deepseek-v3/');
  await expect(page.getByText('$5.576M').first()).toBeVisible();
  await expect(page.getByText('$5.5M').first()).toBeVisible();
});

test('an author page shows what a listing of the person shows', async ({ page }) => {
  await page.goto('authors/kunal-singh/');
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 2, name: '2026' })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2, name: '2025' })).toBeVisible();
  // Those of papers: the people whom they were written with are a list too.
  const rows = main.getByRole('listitem').filter({ has: page.locator('time') });
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('44.5');
  await expect(rows.nth(0)).toContainText('LG');
  await expect(rows.nth(0).locator('time')).toHaveText('Mar 22');
  await expect(rows.nth(0).locator('time')).toHaveAttribute('datetime', '2026-03-22');
  await expect(rows.nth(0)).toContainText(
    'Tasmay Pankaj Tibrewal, Pritish Saha, Ankit Meda et al.',
  );
  await expect(rows.nth(1)).toContainText('Sep 28');
  await expect(rows.nth(1)).toContainText('Shreyas Singh, Kunal Singh, Pradeep Moturi');
  await expect(rows.nth(1)).not.toContainText('et al.');
  await expect(rows.nth(2)).toContainText('Kunal Singh, Ankan Biswas, Sayandeep Bhowmick et al.');
  await expect(rows.nth(2).locator('time')).toHaveText('Feb 23');
});

test('two hundred authors are folded, and all of them are there', async ({ page }) => {
  await page.goto('papers/deepseek-v3/');
  const authors = page.locator('header .authors details');
  await expect(authors.getByRole('link', { name: 'Zizheng Pan' })).toBeHidden();
  await authors.locator('summary').click();
  await expect(authors.getByRole('link', { name: 'Zizheng Pan' })).toBeVisible();
  await expect(authors.getByRole('link')).toHaveCount(200);
});

test('a link to a covered paper leads to its page here, and that page says so', async ({
  page,
}) => {
  await page.goto('papers/mixture-of-chapters/');
  await page.getByRole('main').getByRole('link', { name: 'Titans', exact: true }).first().click();
  await expect(page).toHaveURL(/papers\/titans\/$/);
  await expect(page.getByRole('link', { name: /^Mixture of Chapters/ }).last()).toBeVisible();
});
