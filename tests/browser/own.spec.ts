import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from 'playwright/test';
import { serve, type Served } from '../../src/cli/server.ts';
import { buildFixture, runCommand } from '../fixture.ts';
import { isFull, listen } from './pages.ts';

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
const saved = async (page: Page, name: string) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await file.path());
};
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
  const json = await saved(page, 'Save as a file');
  expect((await saved(page, 'Save as BibTeX')).toString().match(/^@\w+\{/gm)).toHaveLength(4);

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

test('what is kept is read offline; online, what the site says now; and the reader ends it', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto(`${site.url}papers/paper-2/`);
  expect(await workers(page)).toBe(0);
  await keep(page, 'paper-1');
  await expect.poll(() => copies(page)).toContain('/digest/reading/');
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1.bib');
  await page.goto(`${site.url}tags/`);
  await expect.poll(() => copies(page)).toContain('/digest/tags/');

  await site.close();
  await page.goto(`${site.url}papers/paper-1/`);
  await expect(page.locator('.out-of-reach')).toContainText('The site is out of reach.');
  await expect(keepButton(page)).toHaveText(/^\s*Kept /);
  await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
  await page.goto(`${site.url}reading/`);
  await expect(rows(page)).toHaveCount(1);
  expect((await saved(page, 'Save as BibTeX')).toString()).toContain('@');
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
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Never' }).check();
  await expect.poll(() => copies(page)).toEqual([]);
  await expect.poll(() => workers(page)).toBe(0);
  await page.getByRole('radio', { name: 'Now' }).check();
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');
});

test('where the browser has no room left for a copy, the list says so until there is some', async ({
  page,
}) => {
  await page.goto(`${site.url}papers/paper-2/`);
  const client = await page.context().newCDPSession(page);
  const setRoom = (quotaSize?: number) =>
    client.send('Storage.overrideQuotaForOrigin', {
      origin: new URL(site.url).origin,
      ...(quotaSize !== undefined && { quotaSize }),
    });
  await setRoom(1000);
  await keep(page, 'paper-1');
  await page.goto(`${site.url}reading/`);
  await expect(list(page)).toContainText('This browser has no room left for this site');
  await expect(rows(page)).toHaveCount(1);
  await setRoom();
  await page.reload();
  await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');
  await expect(list(page)).not.toContainText('no room left');
});

// It bundles the program anew.
if (isFull) {
  test('`offline: false` takes the worker and all copies from who had them, at the next page', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await keep(page, 'paper-1');
    await expect.poll(() => copies(page)).toContain('/digest/papers/paper-1/');
    await page.goto(`${site.url}tags/`);
    await expect.poll(() => copies(page)).toContain('/digest/tags/');
    await expect.poll(() => workers(page)).toBe(1);

    const content = '.cache/test/content-own';
    const without = `${folder}-without`;
    for (const old of [content, without]) rmSync(old, { recursive: true, force: true });
    cpSync('tests/fixtures/digest', content, { recursive: true });
    appendFileSync(`${content}/site.yaml`, 'offline: false\n');
    const { code, output } = await runCommand('build', ['--outDir', without], content);
    expect(code, output).toBe(0);
    const { port } = site;
    await site.close();
    site = await serve({ folder: without, base: '/digest/', port });

    await page.goto(`${site.url}papers/paper-1/`);
    await expect.poll(() => workers(page), { timeout: 60_000 }).toBe(0);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
    // What is kept stays on the list, and nothing brings a worker back.
    await page.reload();
    await expect(keepButton(page)).toHaveText(/^\s*Kept /);
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect(page.getByRole('radio', { name: 'Never' })).toHaveCount(0);
    await page.goto(`${site.url}reading/`);
    await expect(rows(page)).toHaveCount(1);
    expect(await workers(page)).toBe(0);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
}
