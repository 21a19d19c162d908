import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from 'playwright/test';
import { isFull, schemes } from './pages.ts';

const sheetOf = (page: Page) => page.getByRole('dialog', { name: /^(Equation|Formula)/ });
const tipOf = (page: Page) => page.getByRole('tooltip');
/** The letters of a formula, which is what a pointer can hit. */
const update = (page: Page) => page.locator('#eq-update .katex-html');

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('.katex').analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Waits for the sheet's rise to end: colours in between have too little contrast. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // Those that follow a box that scrolls never end.
        .filter(({ timeline }) => timeline === document.timeline)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
}

test('roots and what else of a formula is drawn is as high as its box', async ({ page }) => {
  await page.goto('papers/mixture-of-chapters/');
  const drawings = page.locator('article .katex svg');
  await expect(drawings).not.toHaveCount(0);
  for (const drawing of await drawings.all()) {
    const [height, room] = await drawing.evaluate((svg) => [
      svg.getBoundingClientRect().height,
      svg.parentElement?.getBoundingClientRect().height ?? 0,
    ]);
    expect(room).toBeGreaterThan(5);
    expect(height).toBeCloseTo(room, 0);
  }
});

test('by mouse: a press opens the sheet, which stands beside the text', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('papers/titans/#eq-update');
  await update(page).click();
  const sheet = sheetOf(page);
  await expect(sheet).toHaveAccessibleName('Equation 3 · update');
  await expect(sheet.getByText('accumulated surprise (the momentum term)')).toBeVisible();
  await expect(sheet.getByText('the inner loss on which the memory trains')).toBeVisible();
  await expect(sheet.getByText('a persistent token')).toBeHidden();
  await expect(async () => {
    const formula = await page.locator('#eq-update').boundingBox();
    const box = await sheet.boundingBox();
    expect(box!.x).toBeGreaterThan(formula!.x + formula!.width);
    expect(box!.x + box!.width).toBeLessThanOrEqual(1440);
  }).toPass({ timeout: 15_000 });
  // A press beside it closes it, one on another formula explains that one.
  await page.mouse.click(100, 500);
  await expect(sheet).toHaveCount(0);
  await update(page).click();
  await expect(sheet).toHaveAccessibleName('Equation 3 · update');
  await settled(page);
  const other = await page.locator('.formula .katex-html').nth(3).boundingBox();
  await page.mouse.click(other!.x + other!.width / 2, other!.y + other!.height / 4);
  await expect(sheet).toHaveAccessibleName(/^Equation 4/);
});

test('by mouse: a dwell shows the symbols alone, and they can be pointed into', async ({
  page,
}) => {
  await page.goto('papers/titans/#eq-update');
  await update(page).hover();
  const tip = tipOf(page);
  await expect(tip).toContainText('the memory after step');
  const link = page.locator('#eq-update .formula-link');
  await expect(link).not.toHaveAttribute('title');
  await settled(page);
  const box = await tip.boundingBox();
  await page.mouse.move(box!.x + box!.width / 2, box!.y + box!.height / 2, { steps: 4 });
  await page.waitForTimeout(400);
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await expect(link).toHaveAttribute('title');
  await update(page).hover();
  await page.mouse.move(2, 300);
  await page.waitForTimeout(500);
  await expect(tip).toHaveCount(0);
});

test('by keyboard: one stop a paragraph, arrows within it, and the focus comes back', async ({
  page,
}) => {
  await page.goto('papers/titans/');
  const paragraph = page
    .locator('.prose p:has(.formula-inline ~ .formula-inline .formula-link)')
    .first();
  const links = paragraph.locator('.formula-link');
  await expect(links.nth(1)).toBeAttached();
  await expect(paragraph.locator('.formula-link:not([tabindex="-1"])')).toHaveCount(1);
  await links.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(links.nth(1)).toBeFocused();
  await expect(tipOf(page)).toBeVisible();
  await page.keyboard.press('Enter');
  const sheet = sheetOf(page);
  await expect(sheet).toBeVisible();
  await expect(sheet).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sheet.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(links.nth(1)).toBeFocused();
  // What was just closed is not shown again.
  await page.waitForTimeout(300);
  await expect(tipOf(page)).toHaveCount(0);
});

test('the other formulas of a paper are pressed to go there, and Back returns', async ({
  page,
}) => {
  await page.goto('papers/titans/');
  await update(page).scrollIntoViewIfNeeded();
  await update(page).click();
  const others = sheetOf(page).getByRole('listitem');
  await expect(others.locator('.katex').first()).toBeVisible();
  const texts = await others
    .locator('.katex')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-tex')));
  expect(new Set(texts).size).toBe(texts.length);
  // Relative to the text: fonts that come late may move the whole of it.
  await page.evaluate(() => document.fonts.ready);
  await settled(page);
  const moved = async () => Math.abs((await update(page).boundingBox())!.y - before!.y);
  const before = await update(page).boundingBox();
  // By keyboard: what a test clicks on it first scrolls into view, and the page with it.
  await others.getByRole('link').filter({ hasText: '(1)' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#eq-linear$/);
  await expect(page.locator('#eq-linear')).toBeInViewport();
  await page.goBack();
  await expect.poll(moved).toBeLessThan(1);
  // One without an address.
  await update(page).click();
  await others.getByRole('button').first().focus();
  await page.keyboard.press('Enter');
  await expect(sheetOf(page)).toHaveCount(0);
  await expect(page.locator('.formula-link.found')).toBeInViewport();
  await expect(page.locator('.formula-link.found')).toBeFocused();
  await page.goBack();
  await expect.poll(moved).toBeLessThan(1);
});

test('a symbol is pressed to see where else it is used, in the sheet and on the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('papers/titans/');
  await update(page).click();
  const sheet = sheetOf(page);
  const others = sheet.locator('li .katex');
  await expect(others.first()).toBeVisible();
  const all = await others.count();
  // The symbols come in the order in which the formula is read.
  const formulasIn = (locator: Locator) =>
    locator.evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-tex')));
  await expect
    .poll(async () => (await formulasIn(sheet.locator('dt .katex'))).slice(0, 4))
    .toEqual(['S_t', '\\eta_t', '\\theta_t', '\\nabla']);
  // One that no other formula uses asks nothing.
  const row = (tex: string) =>
    sheet.locator('dl > div', { has: page.locator(`dt [data-tex="${tex}"]`) });
  await expect(row('S_t').getByRole('button')).toHaveCount(0);
  const press = row('x_t').getByRole('button');
  await press.focus();
  await page.keyboard.press('Enter');
  await expect(press).toHaveAttribute('aria-pressed', 'true');
  await expect(sheet.getByRole('heading', { name: 'also in' })).toBeVisible();
  await expect.poll(() => others.count()).toBeLessThan(all);
  await expect
    .poll(async () => (await formulasIn(others)).filter((tex) => !tex?.includes('x_t')))
    .toEqual([]);
  const marked = page.locator('.formula-link[data-marked]');
  await expect(marked.first()).toBeVisible();
  // The whole row takes the press; a second one lets all of them back.
  await row('x_t').locator('dd').click();
  await expect(press).toHaveAttribute('aria-pressed', 'false');
  await expect(others).toHaveCount(all);
  await expect(marked).toHaveCount(0);
  await press.click();
  await page.keyboard.press('Escape');
  await expect(marked).toHaveCount(0);
});

test('a wide formula is set smaller, else broken, and scrolls only then', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const sizes: number[] = [];
  for (const [slug, id, scrolls] of [
    ['titans', 'eq-loss', false],
    ['titans', 'eq-mac', false],
    ['transformer-squared', 'eq-objective', false],
    ['deepseek-r1', 'eq-grpo', true],
  ] as const) {
    await page.goto(`papers/${slug}/`);
    await page.evaluate(() => document.fonts.ready);
    await page.locator(`#${id} .katex-html`).click({ position: { x: 20, y: 12 } });
    const box = sheetOf(page).getByRole('group');
    await expect(box).toBeVisible();
    // It is fitted after it is shown.
    await expect
      .poll(() => box.evaluate((node) => node.scrollWidth > node.clientWidth), id)
      .toBe(scrolls);
    if (scrolls) await expect(box).toHaveAttribute('tabindex', '0');
    else await expect(box).not.toHaveAttribute('tabindex');
    sizes.push(await box.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize)));
  }
  expect(sizes[0]).toBe(21);
  expect(Math.min(...sizes)).toBeCloseTo(16.8);
});

test('a symbol on its own is shown once, with what it means', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('papers/titans/');
  await page.locator('p .formula-link .katex-html', { hasText: /^θt/ }).first().click();
  await expect(sheetOf(page).locator('.sheet-meaning')).toContainText('step size');
  await expect(sheetOf(page).locator('dl')).toHaveCount(0);
});

test('between margin and phone the page moves where the sheet has too little room', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('papers/titans/');
  await page.evaluate(() => document.fonts.ready);
  const formula = page.locator('#eq-mac .formula-link');
  await formula.evaluate((link) => link.scrollIntoView({ block: 'center' }));
  await page.locator('#eq-mac .katex-html').click({ position: { x: 20, y: 12 } });
  const sheet = sheetOf(page);
  await expect(sheet).toBeVisible();
  await settled(page);
  await expect(async () => {
    const [at, box] = [(await formula.boundingBox())!, (await sheet.boundingBox())!];
    expect(at.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(at.y + at.height);
    expect(box.height).toBeGreaterThan(500);
  }).toPass({ timeout: 15_000 });
});

test('in a low window, as at 400 %, head and foot of the sheet leave their room', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await page.goto('papers/titans/');
  await update(page).click({ position: { x: 60, y: 12 } });
  const sheet = sheetOf(page);
  await expect(sheet.locator('.sheet-actions')).not.toBeInViewport();
  await expect.poll(() => widthOf(page)).toBe(360);
  await sheet.getByRole('button', { name: 'Copy LaTeX' }).focus();
  await expect(sheet.getByRole('button', { name: 'Copy LaTeX' })).toBeInViewport();
});

test('LaTeX and the address are copied, and it says so', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('issues/2025-01/#titans--eq-update');
  await page.locator('#titans--eq-update .katex-html').click();
  const sheet = sheetOf(page);
  await sheet.getByRole('button', { name: 'Copy LaTeX' }).click();
  await expect(sheet.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('\\theta_t');
  await sheet.getByRole('button', { name: 'Copy link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(new URL('papers/titans/#eq-update', baseURL).href);
  await sheet.getByRole('link', { name: 'All notation' }).click();
  await expect(page).toHaveURL(/#titans--notation$/);
  await expect(page.locator('#titans--notation')).toBeInViewport();
});

test('where the clipboard is closed, the text can be taken from a field', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto('papers/titans/');
  await update(page).click();
  await sheetOf(page).getByRole('button', { name: 'Copy LaTeX' }).click();
  const field = sheetOf(page).getByRole('textbox');
  await expect(field).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('\\theta_t');
});

test.describe('by thumb', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('the sheet comes from the bottom and leaves the formula in view', async ({ page }) => {
    await page.goto('papers/titans/');
    for (const formula of [
      update(page),
      page.locator('.formula-inline .formula-link .katex-html').nth(4),
    ]) {
      await formula.tap();
      const sheet = sheetOf(page);
      await expect(sheet).toBeVisible();
      await settled(page);
      await expect(async () => {
        const [at, box] = [await formula.boundingBox(), await sheet.boundingBox()];
        expect(Math.round(box!.y + box!.height)).toBe(740);
        expect(at!.y).toBeGreaterThanOrEqual(0);
        expect(at!.y + at!.height).toBeLessThanOrEqual(box!.y);
      }).toPass({ timeout: 15_000 });
      await expect.poll(() => widthOf(page)).toBe(360);
      await expect(sheet.getByRole('button', { name: 'Copy LaTeX' })).toBeInViewport();
      await page.touchscreen.tap(5, 20);
      await expect(sheet).toHaveCount(0);
      await expect(tipOf(page)).toHaveCount(0);
    }
  });

  for (const colorScheme of isFull ? schemes : []) {
    test(`axe finds nothing in the open sheet (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('papers/titans/');
      await update(page).tap();
      await expect(sheetOf(page)).toBeVisible();
      await settled(page);
      expect(await axe(page)).toEqual([]);
    });
  }
});

test('on all papers every formula with a link explains itself', async ({ page }) => {
  test.slow();
  await page.goto('papers/');
  const every = [
    'deepseek-r1',
    'deepseek-v3',
    'fathom-deepresearch',
    'mind-evolution',
    'mixture-of-chapters',
    'sbsc',
    'titans',
    'transformer-squared',
  ];
  for (const slug of isFull ? every : ['titans']) {
    await page.goto(`papers/${slug}/`);
    const lost = await page.locator('.formula-link').evaluateAll((links) =>
      (links as HTMLAnchorElement[]).flatMap((link) =>
        (link.dataset['symbols'] ?? '')
          .split(' ')
          .filter(Boolean)
          .filter((index) => !document.querySelector(`${link.hash}-${index} dt .katex`)),
      ),
    );
    expect(lost).toEqual([]);
    const unused = await page.locator('.notation dl > div').evaluateAll((rows) => {
      const links = [...document.querySelectorAll<HTMLElement>('.formula-link')];
      const used = new Set(links.flatMap(({ dataset }) => dataset['symbols']?.split(' ') ?? []));
      return rows.filter((_, index) => !used.has(String(index))).map(({ id }) => id);
    });
    expect(unused, slug).toEqual([]);
    const formula = page.locator('.formula-link:not([data-symbols=""]) .katex-html').first();
    await formula.click();
    await expect(sheetOf(page).locator('dd, .sheet-meaning').first()).not.toBeEmpty();
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a formula leads to the notation of its paper', async ({ page }) => {
    await page.goto('issues/2025-01/');
    await page.locator('#titans--eq-update .katex-html').click();
    await expect(page).toHaveURL(/#titans--notation$/);
    await expect(page.locator('#titans--notation')).toBeInViewport();
  });
});

test.describe('copying a selection', () => {
  /** What a page puts on the clipboard for a selection from one node to another. */
  async function copy(page: Page, from: string, to: string, whole = true) {
    return page.evaluate(
      ([start, end, isWhole]) => {
        const range = document.createRange();
        const first = document.querySelector(start)!;
        const last = document.querySelector(end)!;
        range.setStart(first, 0);
        range.setEnd(last, isWhole ? last.childNodes.length : 0);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        const data = new DataTransfer();
        const event = new ClipboardEvent('copy', {
          clipboardData: data,
          bubbles: true,
          cancelable: true,
        });
        const isTaken = !last.dispatchEvent(event);
        return { isTaken, text: data.getData('text/plain'), html: data.getData('text/html') };
      },
      [from, to, whole] as const,
    );
  }

  test('writes formulas as LaTeX, and as MathML in HTML', async ({ page }) => {
    await page.goto('papers/titans/');
    const { isTaken, text, html } = await copy(page, '#eq-update', '#eq-update + p');
    expect(isTaken).toBe(true);
    expect(text).toMatch(
      /^\$\$[^$]*\\theta_t[^$]*\$\$\s+\(3\)\s+In\sequation\s\(3\), \$S_t\$ is accu/,
    );
    expect(html).toContain('<math');
    expect(html).not.toMatch(/katex|formula-link| id=/);
  });

  test('takes the whole of a formula that it cuts through', async ({ page }) => {
    await page.goto('papers/titans/');
    const inside = '#eq-update .katex-html .mord';
    const { text } = await copy(page, inside, inside);
    expect(text).toMatch(/^\$\$[^$]*\\theta_t[^$]*\$\$$/);
  });

  test('leaves a selection without formulas to the browser', async ({ page }) => {
    await page.goto('papers/titans/');
    expect((await copy(page, 'h1', 'h1')).isTaken).toBe(false);
  });
});
