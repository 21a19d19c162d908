import { expect, test, type Page } from 'playwright/test';
import { listen } from './pages.ts';

const titles = (page: Page) => page.getByRole('main').locator('li h3');

test('a list is sorted and filtered by keys alone, says how many it found, and keeps it in the address', async ({
  page,
}) => {
  const faults = await listen(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('papers/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.includes('/lists/'))).toEqual([]);
  const all = await titles(page).count();
  await page.getByText('Sort and filter').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(`${all} papers`);
  await page.getByLabel('Tag', { exact: true }).selectOption('memory');
  await expect(titles(page)).toHaveCount(2);
  await expect(page.getByRole('status')).toHaveText(`2 of ${all} papers`);
  await page.getByLabel('Author or writer').fill('BEHROUZ, ali');
  await expect(titles(page)).toHaveText([/Titans/]);
  await expect(page).toHaveURL(/\?tag=memory&person=BEHROUZ%2C\+ali$/);
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Clear' }).press('Enter');
  await expect(titles(page)).toHaveCount(all);
  await expect(page).toHaveURL(/papers\/$/);
  expect(faults).toEqual([]);
});

test('an address shows its list at once, whatever else it asks for, and another year under its own', async ({
  page,
}) => {
  await page.goto('papers/?sort=oldest&tag=llms&year=nonsense&utm=1');
  await expect(page.getByLabel('Sort')).toHaveValue('oldest');
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    '2024',
    '2025',
  ]);
  await page.getByLabel('Sort').selectOption('title');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['By title']);
  await expect(titles(page).first()).toHaveText(/DeepSeek-R1/);
  await expect(page.locator('main li time').first()).toHaveText('Jan 22, 2025');
  await expect(page).toHaveURL(/utm=1/);
  await page.reload();
  await expect(titles(page).first()).toHaveText(/DeepSeek-R1/);
});

test('nothing moves when an address asks for another list than the page’s', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        (window as unknown as { shift: number }).shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // The second time, so that fonts are there.
  for (const time of [1, 2]) {
    await page.goto('papers/?tag=memory', { waitUntil: 'networkidle' });
    await expect(titles(page)).toHaveCount(2);
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    if (time === 2) expect(shift).toBeLessThan(0.001);
  }
});

test('who sorts a list before its facts have come gets it sorted', async ({ page }) => {
  let send: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (send = resolve));
  await page.route('**/lists/papers/*.json', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('papers/');
  await page.getByText('Sort and filter').click();
  await page.getByLabel('Sort').selectOption('title');
  send();
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText(['By title']);
  await expect(page.getByLabel('Sort')).toHaveValue('title');
});

test('without its facts a list stays as it is, and says so', async ({ page }) => {
  await page.route('**/lists/**', (route) => route.abort());
  await page.goto('papers/?tag=memory');
  await expect(page.getByRole('status')).toContainText('could not be loaded');
  await expect(titles(page).first()).toBeVisible();
  await page.unroute('**/lists/**');
  await page.getByText('Sort and filter').click();
  await page.getByText('Sort and filter').click();
  await expect(titles(page)).toHaveCount(2);
});

test('a person is found by a misspelt name, in a part of the list that is read then', async ({
  page,
}) => {
  const faults = await listen(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('authors/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => url.includes('/lists/'))).toEqual([]);
  await page.getByRole('searchbox', { name: 'Find a person' }).fill('Behruz, Áli');
  const found = page.getByRole('region', { name: 'Found' });
  await expect(found.getByRole('link')).toHaveText(['Behrouz, Ali']);
  await expect(page.getByRole('status')).toHaveText('1 person');
  await expect(page.getByRole('region', { name: 'B', exact: true })).toBeHidden();
  await expect(page).toHaveURL(/\?find=Behruz/);
  expect(asked.filter((url) => url.includes('/lists/')).length).toBe(2);
  await page.reload();
  await expect(found.getByRole('link')).toHaveText(['Behrouz, Ali']);
  await page.keyboard.press('Tab');
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('region', { name: 'B', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/authors\/$/);
  // A part without people has no file, which the browser tells its console.
  expect(faults).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('there is the list, and no form that does nothing', async ({ page }) => {
    await page.goto('papers/');
    await expect(titles(page).first()).toBeVisible();
    await expect(page.getByText('Sort and filter')).toBeHidden();
    await page.goto('authors/');
    await expect(page.getByRole('link', { name: 'Behrouz, Ali' })).toBeVisible();
    await expect(page.getByText('Find a person')).toBeHidden();
  });
});

test('the papers of a page are no reading list: nothing of that comes, and they stay text', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto('tags/memory/', { waitUntil: 'networkidle' });
  const abstract = page.getByRole('main').locator('.abstract').first();
  await expect(abstract).toHaveCSS('display', 'block');
  await expect(page.getByRole('button', { name: /BibTeX|Save/ })).toHaveCount(0);
  expect(scripts.filter((url) => /own-list|\/keep\./.test(url))).toEqual([]);
});

test('what came since the last visit is said, in every list of this one, and moves nothing', async ({
  page,
}) => {
  const fresh = page.getByRole('main').locator('[data-new="New"]');
  await page.goto('papers/', { waitUntil: 'networkidle' });
  const all = await titles(page).count();
  await expect(fresh).toHaveCount(0);
  const places = () =>
    titles(page).evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
  const before = await places();

  // As if the reader had been here before all of it, and came back in another tab.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('digest-seen'))!;
    localStorage.setItem(key, '2020-01-01');
    sessionStorage.clear();
  });
  await page.reload({ waitUntil: 'networkidle' });
  await expect(fresh).toHaveCount(all);
  await expect.poll(places).toEqual(before);
  await page.goto('', { waitUntil: 'networkidle' });
  await expect(fresh.first()).toBeVisible();

  await page.evaluate(() => sessionStorage.clear());
  await page.reload({ waitUntil: 'networkidle' });
  await expect(fresh).toHaveCount(0);
});
