import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { isFull, listen } from './pages.ts';

const papers = (page: Page) => page.locator('[data-list="papers"] [data-result]');
const formulas = (page: Page) => page.locator('[data-list="formulas"] .formula-row');
const field = (page: Page) => page.getByRole('searchbox');
const said = (page: Page) => page.getByRole('status');

/** What is searched, and the paper that must come first. */
const FIRST: [query: string, title: RegExp][] = [
  ['titans', /^Titans/],
  ['Mixture of Chapters', /^Mixture of Chapters/],
  ['alpha_k', /^Transformer²/],
  ['α', /^T/],
  ['alpha', /^T|^DeepSeek-V3/],
  ['momentum surprise', /^Titans/],
  ['d_h', /^DeepSeek-V3|^Mixture/],
  ['dh', /^DeepSeek-V3|^Mixture/],
  ['normalization', /^Mixture|^DeepSeek/],
  ['memorise', /^Titans/],
  ['modeling', /^Titans/],
  ['long-context', /^Titans|^Mixture/],
  ['KV cache', /^DeepSeek-V3/],
  ['gpt-4o', /^(?:DeepSeek|Fathom|SBSC)/],
  ['kunal singh', /^(?:Mixture|Fathom|SBSC)/],
  ['DeepSeek-AI', /^DeepSeek/],
  ['islands of candidates', /^(?:Mind Evolution|Evolving)/],
  ['singular values', /^Transformer²/],
  ['KL divergence', /^(?:DeepSeek|Transformer²)/],
  ['google research', /^(?:Titans|Mind|Evolving)/],
  ['2501.00663', /^Titans/],
  // As one misspells names and words.
  ['behruz', /^Titans/],
  ['Mirokni memory', /^Titans/],
  ['pritsh saha', /^Mixture/],
  ['transfomer', /^(?:Transformer²|Mixture)/],
];

test('every query of the table has its paper first', async ({ page }) => {
  test.slow();
  const faults = await listen(page);
  await page.goto('search/');
  const wrong: string[] = [];
  for (const [query, title] of FIRST) {
    await field(page).fill(query);
    await page.waitForURL((url) => url.searchParams.get('q') === query);
    await expect(page.locator('[data-part="lists"]')).toHaveAttribute('aria-busy', 'false');
    // Not busy any more, it has shown what it found in the same turn.
    const first = (await papers(page).allTextContents())[0] ?? 'nothing';
    if (!title.test(first)) wrong.push(`${query} → ${first}`);
  }
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
});

/** A formula or a part of one, however it is written, and where it stands. */
const FORMULAS: [query: string, paper: RegExp, hash: string][] = [
  ['\\mathrm{softmax}(QK^T', /^Mixture/, '#eq-read'],
  [
    '\\operatorname{softmax}\\left( \\frac{QK^{\\top}}{\\sqrt{d_h}} \\right)',
    /^Mixture/,
    '#eq-read',
  ],
  ['softmax(QKᵀ/√d', /^Mixture/, '#eq-read'],
  ['(1-\\alpha_t) \\mathcal{M}_{t-1}', /^Titans/, '#eq-update'],
  ['$W = U \\Sigma V^T$', /^Transformer²/, '#eq-svd'],
  ['\\frac{r_i - \\mathrm{mean}', /^DeepSeek-R1/, '#eq-advantage'],
  ['\\mathsf{TC}^{0', /^Titans/, '#'],
];

test('half a formula is found, set, with the way to its place', async ({ page }) => {
  const faults = await listen(page);
  await page.goto('search/');
  for (const [query, paper, hash] of FORMULAS) {
    await field(page).fill(query);
    const first = formulas(page).first();
    await expect(first.getByRole('link', { name: paper }), query).toBeVisible();
    await expect(first.locator('.katex-html')).toBeVisible();
    await expect(first.getByRole('link'), query).toHaveAttribute('href', new RegExp(hash));
  }
  const link = formulas(page).first().getByRole('link');
  const href = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.locator(href.slice(href.indexOf('#')))).toBeInViewport();
  expect(faults).toEqual([]);
});

test('the sheet of a formula leads to formulas like it', async ({ page }) => {
  await page.goto('papers/titans/');
  await page.locator('#eq-update .katex-html').click();
  await page.getByRole('link', { name: 'Find formulas like this' }).click();
  await expect(page).toHaveURL(/search\/\?q=/);
  await expect(field(page)).toHaveValue(/mathcal M/);
  await expect(
    formulas(page)
      .first()
      .getByRole('link', { name: /^Titans/ }),
  ).toBeVisible();
});

test('a slip is mended and said; what stands nowhere finds nothing', async ({ page }) => {
  await page.goto('search/?q=behruz');
  await expect(said(page)).toHaveText('1 paper');
  await expect(
    page.getByText('Nothing has “behruz”, so this is what has “behrouz”.'),
  ).toBeVisible();
  // A word that only bodies have.
  await field(page).fill('matirces');
  await expect(
    page.getByText('Nothing has “matirces”, so this is what has “matrices”.'),
  ).toBeVisible();
  await field(page).fill('titans xyzzyx');
  await expect(page.getByText('No paper has “xyzzyx”.')).toBeVisible();
  await expect(papers(page).first()).toHaveText(/^Titans/);
  await field(page).fill('xyzzyx');
  await expect(said(page)).toHaveText('Nothing found');
  await expect(papers(page)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Authors' })).toBeVisible();
});

test('who was searched is named, however far behind', async ({ page }) => {
  await page.goto('search/?q=pradeep+moturi');
  const authors = page.locator('[data-list="papers"] [data-part="authors"]').first();
  await expect(authors.locator('mark')).toHaveText('Pradeep Moturi');
});

test('papers are narrowed and ordered, and Back undoes it', async ({ page }) => {
  await page.goto('search/?q=model');
  await expect(said(page)).toHaveText(/papers/);
  const all = await papers(page).count();
  await page.getByRole('checkbox', { name: /^Memory/ }).check();
  await expect(page).toHaveURL(/\?q=model&tag=memory$/);
  await expect(papers(page).filter({ hasText: 'Titans' })).toBeVisible();
  await expect.poll(() => papers(page).count()).toBeLessThan(all);
  await expect(page.getByRole('checkbox', { name: /^Memory/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^Memory/ })).toBeFocused();
  await page.getByRole('radio', { name: 'Newest first' }).check();
  await expect(page).toHaveURL(/&sort=date$/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=model$/);
  await expect(papers(page)).toHaveCount(all);
  await expect(page.getByRole('radio', { name: 'Best first' })).toBeChecked();

  // An address alone, without words, in another tab.
  await page.goto('search/?person=kunal-singh&month=2025-02');
  await expect(said(page)).toHaveText('1 paper');
  await expect(papers(page)).toHaveText(/^SBSC/);
});

test('a long list of people is shown in parts, and none of them is lost', async ({ page }) => {
  await page.goto('search/?q=deepseek-v3');
  const people = page.getByRole('group', { name: 'People' });
  await expect(people.getByRole('checkbox')).toHaveCount(6);
  await people.getByRole('button').click();
  await expect(people.getByRole('checkbox')).toHaveCount(36);
  await expect(people.getByRole('checkbox').nth(6)).toBeFocused();
  await expect(people.getByRole('button')).toHaveText(/^\d+ more$/);
});

test('keys lead to the field, down to the results and back', async ({ page }) => {
  await page.goto('papers/titans/');
  await page.keyboard.press('/');
  await page.waitForURL(/search\/$/);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('memory');
  await expect(said(page)).toHaveText('3 papers');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(papers(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(papers(page).nth(1)).toBeFocused();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/papers\/mixture-of-chapters\/$/);
  await page.goBack();
  await expect(field(page)).toHaveValue('memory');
  await expect(papers(page).first()).toBeVisible();
});

test('nothing is loaded before somebody searches, and nothing of it on other pages', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const ofSearch = () =>
    asked.filter((url) => /pagefind|formulas\.json|words\.json|finder\./.test(url));
  await page.goto('papers/titans/', { waitUntil: 'networkidle' });
  await page.goto('search/', { waitUntil: 'networkidle' });
  expect(ofSearch()).toEqual([]);
  await field(page).fill('memory');
  await expect(said(page)).toHaveText('3 papers');
  // A word asks for no formulas.
  expect(ofSearch().filter((url) => url.includes('formulas'))).toEqual([]);
});

test('what was typed is never markup', async ({ page }) => {
  const faults = await listen(page);
  for (const query of [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    '<mark>titans</mark>',
  ]) {
    await page.goto(`search/?${new URLSearchParams({ q: query, tag: query })}`);
    await expect(said(page)).not.toHaveText('');
    await expect(page.locator('main img, main script:not([src]):not([type])')).toHaveCount(0);
  }
  expect(faults).toEqual([]);
});

test('where no worker can be had, the page searches by itself', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await page.goto('search/?q=memory');
  await expect(said(page)).toHaveText('3 papers');
  expect(faults).toEqual([]);
});

test('without its index the page says so, and finds formulas all the same', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`search/?${new URLSearchParams({ q: '\\alpha_t' })}`);
  await expect(page.getByText('The texts cannot be searched now')).toBeVisible();
  await expect(formulas(page).first().locator('.katex-html')).toBeVisible();
  await page.unroute('**/pagefind/**');
  await field(page).fill('memory');
  await expect(said(page)).toHaveText('3 papers');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page leads to the indexes', async ({ page }) => {
    await page.goto('search/?q=memory');
    await expect(page.getByRole('search')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'Tags' }).click();
    await expect(page).toHaveURL(/tags\/$/);
  });
});

if (isFull) {
  test('axe finds nothing, with results of both kinds', async ({ page }) => {
    test.slow();
    await page.goto(`search/?${new URLSearchParams({ q: 'd_h' })}`);
    await expect(papers(page).first()).toBeVisible();
    await expect(formulas(page).first().locator('.katex-html')).toBeVisible();
    const judge = async (axe: AxeBuilder) => {
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    };
    await judge(new AxeBuilder({ page }));
    await page.emulateMedia({ colorScheme: 'dark' });
    await judge(new AxeBuilder({ page }).withRules('color-contrast'));
  });
}
