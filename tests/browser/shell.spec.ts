import { expect, test, type Locator, type Page } from 'playwright/test';
import { buildFixture, type Fixture } from '../fixture.ts';
import { listen } from './pages.ts';

/** Every box that is reached by Tab although it does not scroll, or scrolls and is not reached. */
const wrongBoxes = (page: Page) =>
  page.locator('.formula-body, .table-scroll, pre.code').evaluateAll((boxes) =>
    boxes
      .filter((box) => box.checkVisibility({ contentVisibilityAuto: true }))
      .filter((box) => {
        const overflows = box.scrollWidth > box.clientWidth + 1;
        const isReached =
          (box.getAttribute('tabindex') === '0' && box.getAttribute('aria-label') !== null) ||
          box.querySelector('a[href]') !== null;
        return overflows ? !isReached : box.hasAttribute('tabindex');
      })
      .map((box) => box.outerHTML.slice(0, 120)),
  );

test('nothing that opens breaks the policy', async ({ page }) => {
  const faults = await listen(page);
  await page.goto('papers/titans/#eq-update');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'What the keys do' }).click();
  await expect(page.getByRole('dialog', { name: 'What the keys do' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('#eq-update .katex-html').click();
  await expect(page.getByRole('dialog', { name: /^Equation/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.reference').first().hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('a.figure-picture').first().click();
  await expect(page.getByRole('dialog', { name: /^Figure/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto('papers/mixture-of-chapters/');
  await page.locator('a.citation').first().hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  expect(faults).toEqual([]);
});

test('what the policy forbids does not happen', async ({ page }) => {
  const faults = await listen(page);
  await page.goto('papers/titans/');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken"';
    document.body.append(script);
    const image = new Image();
    image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    document.body.append(image);
  });
  await expect.poll(() => faults.filter((fault) => fault.includes('refuses')).length).toBe(2);
  expect(await page.title()).not.toBe('taken');
});

test.describe('another group’s site', () => {
  let site: Fixture;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    site = await buildFixture('digest');
  });
  test.afterAll(() => site.close());

  test('its own hues, newsletter and base path keep to the policy', async ({ page }) => {
    const faults = await listen(page);
    for (const address of [
      '',
      'issues/',
      'issues/2026-01/',
      'issues/2026-02/',
      'papers/paper-1/',
    ]) {
      await page.goto(site.url + address);
      await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible();
    }
    const live = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--live'));
    await expect.poll(live).toContain('#0b6775');
    expect(faults).toEqual([]);
  });

  test('j and k go through twelve papers', async ({ page }) => {
    await page.goto(`${site.url}issues/2026-01/`);
    for (const paper of ['paper-3', 'paper-1', 'paper-2']) {
      await page.keyboard.press('j');
      await expect(page.locator(`#${paper} h2 a`)).toBeFocused();
      await expect(page.locator(`#${paper} h2`)).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('k');
    await expect(page.locator('#paper-1 h2 a')).toBeFocused();
    await expect(page.getByRole('navigation', { name: 'Place' })).toHaveText('2 of 12 · contents');
  });
});

test.describe('the theme', () => {
  test('a chosen theme is there before anything is drawn, on every page', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(ground).toBe('rgb(19, 26, 38)');
    // With the reader's script held back, only what stands in the head can have done it.
    await page.route('**/*.js', () => undefined);
    await page.goto('papers/titans/', { waitUntil: 'commit' });
    await page.locator('h1').waitFor();
    await expect.poll(ground).toBe('rgb(19, 26, 38)');
  });

  test('the panel is worked by keys alone, and two tabs agree', async ({ page, context }) => {
    await page.goto('papers/titans/');
    const other = await context.newPage();
    await other.goto('tags/');
    await page.getByRole('button', { name: 'Settings' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('radio', { name: 'Auto' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'By the browser' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();
    await expect(other.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(other.locator('html')).toHaveAttribute('data-maths', 'native');
    await other.getByRole('button', { name: 'Settings' }).click();
    await expect(other.getByRole('radio', { name: 'Light' })).toBeChecked();
  });

  test('formulas set by the browser keep their place and their number', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('digest-maths', 'native'));
    await page.goto('papers/titans/');
    const formula = page.locator('.formula').first();
    await expect(formula.locator('.katex-html')).toBeHidden();
    // Fonts that come late move them between two looks.
    await expect(async () => {
      const [maths, number, whole] = await Promise.all([
        formula.locator('math').boundingBox(),
        formula.locator('.formula-number').boundingBox(),
        formula.boundingBox(),
      ]);
      expect(maths!.width).toBeGreaterThan(40);
      expect(number!.x).toBeGreaterThanOrEqual(maths!.x + maths!.width - 1);
      expect(number!.x + number!.width).toBeLessThanOrEqual(whole!.x + whole!.width + 1);
      const middle = maths!.y + maths!.height / 2;
      expect(Math.abs(number!.y + number!.height / 2 - middle)).toBeLessThan(12);
    }).toPass({ timeout: 15_000 });
    await expect(page.locator('.formula-inline math').first()).toBeVisible();
  });

  test('blocked and corrupt storage change nothing', async ({ page }) => {
    const faults = await listen(page);
    await page.addInitScript(() => {
      for (const name of ['theme', 'maths', 'keys', 'places']) {
        localStorage.setItem(`digest-${name}`, '[{"path":1},null,"');
      }
    });
    await page.goto('issues/2025-01/');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('radio', { name: 'Auto' })).toBeChecked();

    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto('issues/2025-01/');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(faults).toEqual([]);
  });
});

test.describe('keys', () => {
  test('go through rows and sections, to other pages, and show their list', async ({ page }) => {
    await page.goto('papers/');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(page.getByRole('main').getByRole('listitem').nth(1).locator('h3 a')).toBeFocused();
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/papers\/[a-z-]+\/$/);
    await page.goto('papers/titans/');
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { name: 'The key idea' })).toBeInViewport();
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    // Until it is loaded, its script with it.
    await page.waitForURL(/issues\/$/);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'What the keys do' });
    await expect(help).toContainText('Go to Tags');
    await expect(help).toContainText('Go to Reading list');
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await expect(page).toHaveURL(/issues\/$/);
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).not.toHaveURL(/issues/);
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(page).toHaveURL(/reading\/$/);
  });

  test('are the reader’s own while something is typed, with Ctrl, and when switched off', async ({
    page,
  }) => {
    await page.goto('papers/titans/');
    const y = () => page.evaluate(() => scrollY);
    await page.evaluate(() => {
      const field = document.createElement('input');
      document.querySelector('main')?.prepend(field);
      field.focus();
    });
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await expect(page.locator('main > input')).toHaveValue('j?');
    expect(await y()).toBe(0);
    await page.locator('main > input').blur();
    await page.keyboard.press('Control+j');
    expect(await y()).toBe(0);
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('radio', { name: 'Off' }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await y()).toBe(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // The list is still there for who asks for it with the mouse.
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'What the keys do' }).click();
    await expect(page.getByRole('dialog', { name: 'What the keys do' })).toBeVisible();
  });
});

test.describe('a long page', () => {
  test('says where one is, and leads to the contents', async ({ page }) => {
    await page.goto('issues/2025-01/');
    const place = page.getByRole('navigation', { name: 'Place' });
    await expect(place).toBeHidden();
    for (const [id, words] of [
      ['transformer-squared', '3 of 5 · contents'],
      ['titans', '1 of 5 · contents'],
    ] as const) {
      await page.locator(`#${id}`).evaluate((node) => node.scrollIntoView());
      await expect(place).toHaveText(words);
    }
    await page.emulateMedia({ media: 'print' });
    await expect(place).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await place.getByRole('link', { name: 'contents' }).click();
    await expect(page.locator('#contents')).toBeInViewport();
    await expect(place).toBeHidden();
  });

  test('offers to go on where one stopped, never jumps, and can be told no', async ({ page }) => {
    await page.goto('issues/2025-01/');
    const section = page.locator('#titans--their-method');
    await section.evaluate((node) => {
      node.scrollIntoView();
      scrollBy(0, 250);
    });
    await page.goto('tags/');
    await page.goto('issues/2025-01/');
    const offer = page.getByRole('complementary', { name: 'Where you stopped' });
    await expect(offer).toContainText('Continue where you stopped: Titans, Their method');
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await offer.getByRole('link').click();
    await expect(offer).toBeHidden();
    await expect(page).toHaveURL(/#titans--/);
    await expect(page.locator('#titans .prose > :focus')).toBeInViewport();
    await page.goto('tags/');
    await page.goto('issues/2025-01/');
    await offer.getByRole('button', { name: 'Dismiss' }).click();
    await page.goto('tags/');
    await page.goto('issues/2025-01/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(200);
    await expect(offer).toHaveCount(0);
  });

  test('Back, an anchor and find-in-page reach what is not laid out yet', async ({ page }) => {
    await page.goto('issues/2025-01/#deepseek-r1--notation');
    await expect(page.locator('#deepseek-r1--notation')).toBeInViewport();
    await page.evaluate(() => document.fonts.ready);
    const before = await page.evaluate(() => ({
      top: document.querySelector('#deepseek-r1--notation')!.getBoundingClientRect().top,
    }));
    await page.goto('tags/');
    await page.goBack();
    await expect
      .poll(() =>
        page.evaluate(
          () => document.querySelector('#deepseek-r1--notation')!.getBoundingClientRect().top,
        ),
      )
      .toBeCloseTo(before.top, -2);
    await page.goto('issues/2025-01/');
    const last = page.locator('#deepseek-r1 .prose > p').last();
    const isThere = (options?: CheckVisibilityOptions) =>
      last.evaluate((node, options) => node.checkVisibility(options), options);
    // Browsers find what waits to be laid out, and nothing in what is hidden.
    expect(await isThere({ contentVisibilityAuto: true })).toBe(false);
    expect(await isThere()).toBe(true);
    const textOf = (words: Locator) =>
      words.evaluate((node) => /[A-Z][\w ,]{12,60}/.exec(node.textContent)?.[0] ?? '');
    const find = (text: string) =>
      (window as unknown as { find: (text: string) => boolean }).find(text);
    // Chromium's shell finds nothing at all, not even what it shows.
    if (!(await page.evaluate(find, await textOf(page.locator('h1'))))) return;
    const words = await textOf(last);
    await page.reload();
    await expect.poll(() => page.evaluate(find, words)).toBe(true);
  });

  test('boxes are reached by Tab while they scroll, and only then', async ({ page }) => {
    await page.goto('papers/titans/');
    await expect.poll(() => wrongBoxes(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => wrongBoxes(page)).toEqual([]);
    await page.goto('issues/2025-01/');
    await expect.poll(() => wrongBoxes(page)).toEqual([]);
  });

  test('nothing moves while it is read', async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          (window as unknown as { shifts: number }).shifts += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('issues/2025-01/');
    // How the fonts come in is measured with the fonts.
    await page.evaluate(async () => {
      await document.fonts.ready;
      Object.assign(window, { shifts: 0 });
    });
    for (let step = 0; step < 12; step += 1) {
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(60);
    }
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number }).shifts);
    expect(shifts).toBeLessThan(0.01);
  });
});
