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

test('a former address leads on with its query and its fragment, to the place that it names', async ({
  page,
}) => {
  await page.goto(`${site.url}papers/first-iron/?from=mail#outcome`);
  await expect(page).toHaveURL(`${site.url}papers/paper-1/?from=mail#outcome`);
  await expect(page.getByRole('heading', { name: 'Results' })).toBeInViewport();
  await page.goto(`${site.url}issues/2026-january/#first-iron--outcome`);
  await expect(page).toHaveURL(`${site.url}issues/2026-01/#first-iron--outcome`);
  await expect(page.locator('#paper-1').getByRole('heading', { name: 'Results' })).toBeInViewport();
});

test('it leads on without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}papers/first-iron/`);
  await expect(page).toHaveURL(`${site.url}papers/paper-1/`);
  await context.close();
});
