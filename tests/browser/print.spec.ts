import { expect, test, type Page } from 'playwright/test';

const controls = (page: Page) =>
  page.getByRole('main').locator(':is(button, select, input:not([type=search])):visible');

test('what is pressed is not printed, and what is found or kept is', async ({ page }) => {
  await page.goto('papers/titans/');
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(page.getByRole('button', { name: 'Kept' })).toBeVisible();
  for (const [address, what] of [
    ['search/?q=memory', '.row-title'],
    ['reading/', '.own-list li'],
    ['statistics/', '.plot svg'],
    ['feeds/', '#all'],
    ['papers/', '.row-title'],
  ] as const) {
    await page.emulateMedia({ media: 'screen' });
    await page.goto(address);
    await expect(page.getByRole('main').locator(`${what}:visible`).first()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(controls(page)).toHaveCount(0);
    await expect(page.getByRole('main').locator(`${what}:visible`).first()).toBeVisible();
  }
});

test('the fonts of formulas far down come before they are seen, so that a page prints at once', async ({
  page,
  context,
}) => {
  const countFonts = (where: Page) =>
    where.evaluate(() => {
      const faces = [...document.fonts].filter(({ family }) => family.includes('KaTeX'));
      return faces.filter(({ status }) => status === 'loaded').length;
    });
  const address = 'papers/transformer-squared/';
  const printed = await context.newPage();
  await printed.emulateMedia({ media: 'print' });
  await printed.goto(address, { waitUntil: 'networkidle' });
  await printed.evaluate(() => document.fonts.ready.then(() => undefined));
  const all = await countFonts(printed);
  await page.setViewportSize({ width: 1100, height: 700 });
  await page.goto(address);
  await expect.poll(() => countFonts(page)).toBe(all);
  // On a phone once it is read on.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload({ waitUntil: 'networkidle' });
  expect(await countFonts(page)).toBeLessThan(all);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => countFonts(page)).toBe(all);
});

test('the title of a printed row begins where the row does', async ({ page }) => {
  await page.goto('papers/');
  await page.emulateMedia({ media: 'print' });
  const row = page.getByRole('main').locator('.row').first();
  await expect(async () => {
    const { x } = (await row.boundingBox())!;
    expect((await row.locator('h3 a').boundingBox())?.x).toBeCloseTo(x, 0);
  }).toPass({ timeout: 15_000 });
});

test('the numbers of a picture are printed where the reader opened them, as wide as they are', async ({
  page,
}) => {
  await page.goto('statistics/');
  const numbers = page.locator('#topics ~ div .plot-numbers');
  await page.emulateMedia({ media: 'print' });
  await expect(numbers).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await numbers.locator('summary').click();
  await page.emulateMedia({ media: 'print' });
  await expect(numbers.locator('tbody th').last()).toBeVisible();
  await expect(numbers.locator('.table-scroll')).toHaveCSS('overflow-x', 'visible');
});
