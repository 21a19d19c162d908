import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from 'playwright/test';
import { serve, type Served } from '../../src/cli/server.ts';
import { renderWorker } from '../../src/views/worker.ts';
import { readEdition } from '../edition.ts';
import { buildFixture } from '../fixture.ts';
import { listen } from './pages.ts';

// One worker, so that the fixture is built once.
test.describe.configure({ mode: 'default' });

/** A copy of the built site, whose pages a test may change, and whose host it may stop. */
const folder = '.cache/test/site-own';
let site: Served;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const built = await buildFixture('digest');
  await built.close();
  rmSync(folder, { recursive: true, force: true });
  cpSync('.cache/test/site-digest', folder, { recursive: true });
  site = await start();
});
test.afterAll(() => site.close());

const start = (port?: number) =>
  serve({ folder, base: '/digest/', ...(port !== undefined && { port }) });

const keepButton = (page: Page) => page.locator('.keep button').first();
const keep = async (page: Page, slug: string) => {
  await page.goto(`${site.url}papers/${slug}/`);
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(keepButton(page)).toHaveText(/^\s*Kept /);
};
const list = (page: Page) => page.getByRole('region', { name: 'Reading list' });
const rows = (page: Page) => list(page).getByRole('listitem');
const copies = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys())
        found.push(new URL(url).pathname);
    }
    return found;
  });
const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test('a paper is kept, found on the list, marked as read and removed, and put back', async ({
  page,
}) => {
  const faults = await listen(page);
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(`${site.url}papers/paper-1/`, { waitUntil: 'networkidle' });
  expect(scripts.filter((url) => /\/(?:keep|own-|offline|sw)[\w.-]*\.js/.test(url))).toEqual([]);
  const title = (await page.locator('meta[property="og:title"]').getAttribute('content'))!;
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(keepButton(page)).toHaveAttribute('aria-pressed', 'true');
  await page.locator('.keep').getByRole('link', { name: 'Reading list' }).click();

  await expect(page.getByRole('heading', { name: 'To read' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).getByRole('link')).toHaveText(title);
  await rows(page).getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByRole('heading', { name: 'Read', exact: true })).toBeVisible();
  await expect(rows(page).getByRole('button', { name: 'Mark as unread' })).toBeFocused();
  await rows(page).getByRole('button', { name: 'Remove' }).click();
  await expect(list(page)).toContainText('Nothing is kept yet.');
  await page.keyboard.press('Enter');
  await expect(rows(page).getByRole('button', { name: 'Mark as unread' })).toBeFocused();
  await rows(page).getByRole('link').click();
  await expect(keepButton(page)).toHaveText(/^\s*Kept /);
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeVisible();
  expect(faults).toEqual([]);
});

test('two tabs agree, and who comes to the end of a paper has read it', async ({
  page,
  context,
}) => {
  await page.goto(`${site.url}reading/`);
  const other = await context.newPage();
  await keep(other, 'paper-1');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'To read' })).toBeVisible();
  await other.setViewportSize({ width: 360, height: 300 });
  await other.reload();
  await expect(other.getByRole('button', { name: 'Mark as read' })).toBeVisible();
  await other.locator('main > article .prose > :last-child').scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { name: 'Read', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(keepButton(other)).toHaveText(/^\s*Keep for later /);
});

test('a list is saved, added elsewhere, and saved as BibTeX', async ({ page, browser }) => {
  await keep(page, 'paper-1');
  await keep(page, 'paper-2');
  await page.goto(`${site.url}reading/`);
  const saved = async (name: string, from: Page) => {
    const [file] = await Promise.all([
      from.waitForEvent('download'),
      from.getByRole('button', { name }).click(),
    ]);
    return readFileSync(await file.path());
  };
  const json = await saved('Save as a file', page);
  expect((await saved('Save as BibTeX', page)).toString().match(/^@\w+\{/gm)).toHaveLength(4);

  // What a worker passes on, a test cannot hold back.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${site.url}reading/`);
  const add = async (buffer: Buffer) => {
    await elsewhere
      .locator('input[type=file]')
      .setInputFiles({ name: 'list.json', mimeType: 'application/json', buffer });
    return elsewhere.getByRole('status');
  };
  await expect(await add(Buffer.from('no list'))).toContainText('This file is no reading list.');
  await expect(await add(Buffer.from('{"version":2}'))).toContainText('newer version');
  await expect(await add(json)).toHaveText('2 papers added.');
  await expect(rows(elsewhere)).toHaveCount(2);
  await expect(await add(json)).toHaveText('Nothing in it was new.');
  await elsewhere.route('**/*.bib', (route) => route.abort());
  await elsewhere.getByRole('button', { name: 'Save as BibTeX' }).click();
  await expect(elsewhere.getByRole('status')).toContainText('Nothing was saved');
  await context.close();
});

test('storage that is full, closed, broken or of a newer version is survived and told', async ({
  page,
}) => {
  const faults = await listen(page);
  const key = 'digest-list/digest/';
  await page.goto(`${site.url}papers/paper-1/`);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(page.locator('.keep [role=status]')).toContainText('This browser kept nothing');
  await expect(keepButton(page)).toHaveText(/^\s*Keep for later /);

  await page.reload();
  await page.evaluate((name) => (localStorage[name] = '{"version":2,"papers":[]}'), key);
  await page.goto(`${site.url}reading/`);
  await expect(list(page)).toContainText('A newer version of the site has written this list.');
  await page.evaluate((name) => (localStorage[name] = '{"version":'), key);
  await page.reload();
  await expect(list(page)).toContainText('is no list any more');
  await keep(page, 'paper-1');
  await page.goto(`${site.url}reading/`);
  await expect(rows(page)).toHaveCount(1);

  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  await page.reload();
  await expect(list(page)).toContainText('Nothing is kept yet.');
  expect(faults).toEqual([]);
});

test('what is kept is read offline; online, what the site says now; and one file ends it all', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto(`${site.url}papers/paper-2/`);
  expect(await workers(page)).toBe(0);
  await keep(page, 'paper-1');
  await expect.poll(() => copies(page)).toContain('/digest/reading/');
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');
  await page.goto(`${site.url}tags/`);
  await expect.poll(() => copies(page)).toContain('/digest/tags/');

  await site.close();
  await page.goto(`${site.url}papers/paper-1/`);
  await expect(page.locator('.out-of-reach')).toContainText('The site is out of reach.');
  await expect(keepButton(page)).toHaveText(/^\s*Kept /);
  expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  await page.goto(`${site.url}reading/`);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Save as BibTeX' }).click();
  await expect(page.getByRole('status')).toContainText('Nothing was saved');
  await page.goto(`${site.url}tags/`);
  await expect(page.locator('h1')).toBeVisible();
  await page.goto(`${site.url}papers/paper-3/`);
  await expect(page.locator('.out-of-reach')).toContainText('is not kept here');
  await expect(page.locator('h1')).toHaveText('Reading list');

  // Online again, with another page than the copy.
  const file = `${folder}/papers/paper-1/index.html`;
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace('</h1>', ' corrected</h1>'));
  site = await start(site.port);
  await page.goto(`${site.url}papers/paper-1/`);
  await expect(page.locator('h1')).toContainText('corrected');
  await expect(page.locator('.out-of-reach')).toHaveCount(0);

  // The reader's own switch.
  await page.getByRole('button', { name: 'Reading' }).click();
  await page.getByRole('radio', { name: 'Never' }).check();
  await expect.poll(() => copies(page)).toEqual([]);
  expect(await workers(page)).toBe(0);
  await page.getByRole('radio', { name: 'Now' }).check();
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');

  // Everybody's: what a site with `offline: false` has at the same address.
  const none = readFileSync('src/reader/no-worker.js', 'utf8');
  writeFileSync(`${folder}/sw.js`, renderWorker(await readEdition(), none));
  await page.goto(`${site.url}about/`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect.poll(() => workers(page)).toBe(0);
  await expect.poll(() => copies(page)).toEqual([]);
});
