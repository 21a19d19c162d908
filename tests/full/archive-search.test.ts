import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { findChromium } from '../../src/cli/chromium.ts';
import { serve, type Served } from '../../src/cli/server.ts';
import { assemble } from '../../src/digest/assemble.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { buildFormulaIndex } from '../../src/search/formulas.ts';
import { loadIndexFiles, writeIndexFiles } from '../../src/search/kept-index.ts';
import { buildVocabulary } from '../../src/search/vocabulary.ts';
import { writeArchive, type ArchivePaper } from '../archive/archive.ts';

/** The search of the site under test, with the index of a thousand papers in place of its own. */
const dist = path.resolve(process.env['DIST'] ?? 'dist');
const folder = path.resolve('.cache/test/archive-search');
const content = path.join(folder, 'content');
const site = path.join(folder, 'site');

/** What a first search may load, compressed as every host sends it, in bytes. */
const MOST = { words: 500_000, formula: 300_000 };

let papers: ArchivePaper[];
let browser: Browser;
let served: Served;

before(async () => {
  for (const old of [folder, cacheFolder(content)]) rmSync(old, { recursive: true, force: true });
  ({ papers } = writeArchive(content, { papers: 1000 }));
  for (const part of ['search/index.html', '_astro', 'favicon.svg'])
    cpSync(path.join(dist, part), path.join(site, part), { recursive: true });
  const entries = readEntries(content, entryKinds);
  const { edition } = await assemble(content, entries, { drawings: false });
  assert.ok(edition);
  const files = await loadIndexFiles(edition, content, () => undefined);
  writeIndexFiles(path.join(site, 'pagefind'), files);
  mkdirSync(path.join(site, 'search'), { recursive: true });
  const put = (name: string, value: unknown) =>
    writeFileSync(path.join(site, 'search', name), JSON.stringify(value));
  put('formulas.json', buildFormulaIndex(edition));
  put('words.json', buildVocabulary(edition));
  served = await serve({ folder: site });
  const executablePath = await findChromium();
  assert.ok(executablePath, 'There is no Chromium; npm test installs one.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
after(async () => {
  await browser.close();
  await served.close();
  for (const old of [folder, cacheFolder(content)]) rmSync(old, { recursive: true, force: true });
});

/** Every seventy-first paper with a body: some of each year. */
const sample = () => papers.filter(({ formulas }, at) => at % 71 === 0 && formulas.length > 0);

async function open(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${served.url}search/`);
  return page;
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await page.locator('[data-part="lists"][aria-busy="false"]').waitFor({ state: 'attached' });
}

const titles = (page: Page) => page.locator('[data-list="papers"] [data-result]').allTextContents();

test('a paper comes first by its name, and among the first by words of its title and an author', async () => {
  const page = await open();
  const missed: string[] = [];
  for (const { slug, title, authors } of sample()) {
    await search(page, slug);
    if ((await titles(page))[0] !== title) missed.push(slug);
    const words = title.replace(/.*: /, '').replace(' for', '').toLowerCase();
    const family = authors[0]?.split(' ').at(-1) ?? '';
    await search(page, `${words} ${family}`);
    if (!(await titles(page)).slice(0, 3).includes(title)) missed.push(`${words} ${family}`);
  }
  assert.deepEqual(missed, []);
  await page.close();
});

test('a paper is found by half of a formula', async () => {
  const page = await open();
  for (const { formulas, title } of sample()) {
    const tex = formulas[1] ?? '';
    const half = tex
      .slice(0, Math.ceil(tex.length * 0.6))
      .replace(/\\[a-zA-Z]*$/, '')
      .trim();
    await search(page, half);
    const found = page.locator('[data-list="formulas"] .formula-row').filter({ hasText: title });
    assert.equal(await found.count(), 1, half);
  }
  await page.close();
});

test('an author is found by a name with a letter too few', async () => {
  const page = await open();
  const missed: string[] = [];
  for (const { authors } of sample()) {
    const family = authors
      .map((name) => name.split(' ').at(-1) ?? '')
      .find((name) => name.length > 7);
    if (family === undefined) continue;
    const slip = family.slice(0, 3) + family.slice(4);
    await search(page, slip);
    const names = await page
      .locator('[data-list="papers"] [data-part="authors"]')
      .allTextContents();
    const people = await page
      .locator('[data-filter="person"] [data-part="label"]')
      .allTextContents();
    if (![...names, ...people].some((one) => one.includes(family))) missed.push(slip);
  }
  assert.deepEqual(missed, []);
  await page.close();
});

test('what a first search loads is small', async () => {
  const weigh = async (query: string) => {
    const page = await open();
    await page.waitForLoadState('networkidle');
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(response.body().then((body) => (isPacked(body) ? body : gzipSync(body)).length));
    });
    const started = performance.now();
    await search(page, query);
    const took = performance.now() - started;
    await page.waitForLoadState('networkidle');
    // What comes after it has no page to be read from.
    page.removeAllListeners('response');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    console.log(`${query}: ${bytes} bytes in ${sizes.length} answers, ${took.toFixed(0)} ms`);
    await page.close();
    return bytes;
  };
  const [first] = sample();
  assert.ok((await weigh('sparse memory')) < MOST.words);
  assert.ok((await weigh(first?.formulas[0] ?? '')) < MOST.formula);
});

/** Pagefind's own files are packed already. */
function isPacked(body: Buffer): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}
