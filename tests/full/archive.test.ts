import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { expect } from 'playwright/test';
import { findChromium } from '../../src/cli/chromium.ts';
import { runChild } from '../../src/cli/child.ts';
import { serve, type Served } from '../../src/cli/server.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { lettersId } from '../../src/digest/people.ts';
import { writeArchive, type ArchivePaper } from '../archive/archive.ts';

/** A whole site of so many papers, built once and gone through as a reader would. */
const PAPERS = 1000;
const folder = path.resolve('.cache/test/archive');
const content = path.join(folder, 'content');
const site = path.join(folder, 'site');

/** What a first search may load, compressed as every host sends it, in bytes. */
const MOST = { words: 500_000, formula: 300_000 };
/** A name that no paper prints, and the same in other letters. */
const SPELLINGS = ['Rosalind Qvortrup', '罗莎琳德'] as const;

let papers: ArchivePaper[];
let browser: Browser;
let served: Served;

before(async () => {
  for (const old of [folder, cacheFolder(content)]) rmSync(old, { recursive: true, force: true });
  ({ papers } = writeArchive(content, { papers: PAPERS }));
  // One of the authors is known by other names too.
  const [name = ''] = papers[0]?.authors ?? [];
  mkdirSync(path.join(content, 'people'));
  writeFileSync(
    path.join(content, 'people', `${lettersId(name).id}.yaml`),
    `name: ${name}\nnames: [${SPELLINGS.join(', ')}]\n`,
  );
  const { code, output } = await runChild(
    process.execPath,
    ['src/cli/build.ts', '--outDir', site],
    { env: { DIGEST_CONTENT: content }, limit: 20 * 60_000 },
  );
  assert.equal(code, 0, output);
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
const familyOf = (name: string) => name.split(' ').at(-1) ?? '';
/** A name with a letter too few. */
const misspell = (name: string) => name.slice(0, 3) + name.slice(4);

async function open(address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(served.url + address);
  return page;
}

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await page.locator('[data-part="lists"][aria-busy="false"]').waitFor({ state: 'attached' });
}

const found = (page: Page) => page.locator('[data-list="papers"] [data-result]').allTextContents();

test('a paper comes first by its name, and among the first by words of its title and an author', async () => {
  const page = await open('search/');
  const missed: string[] = [];
  for (const { slug, title, authors } of sample()) {
    await search(page, slug);
    if ((await found(page))[0] !== title) missed.push(slug);
    const words = title.replace(/.*: /, '').replace(' for', '').toLowerCase();
    const family = familyOf(authors[0] ?? '');
    await search(page, `${words} ${family}`);
    if (!(await found(page)).slice(0, 3).includes(title)) missed.push(`${words} ${family}`);
  }
  assert.deepEqual(missed, []);
  await page.close();
});

test('a paper is found by half of a formula, and its row leads to where it stands', async () => {
  const page = await open('search/');
  let last: { title: string; link: string } | undefined;
  for (const { formulas, title } of sample()) {
    const tex = formulas[1] ?? '';
    const half = tex
      .slice(0, Math.ceil(tex.length * 0.6))
      .replace(/\\[a-zA-Z]*$/, '')
      .trim();
    await search(page, half);
    const row = page.locator('[data-list="formulas"] .formula-row').filter({ hasText: title });
    await expect(row, half).toHaveCount(1);
    last = { title, link: (await row.getByRole('link').getAttribute('href')) ?? '' };
  }
  assert.ok(last);
  await page.goto(new URL(last.link, page.url()).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(last.title);
  await page.close();
});

test('an author is found by a name with a letter too few', async () => {
  const page = await open('search/');
  const missed: string[] = [];
  for (const { authors } of sample()) {
    const family = authors.map(familyOf).find((name) => name.length > 7);
    if (family === undefined) continue;
    await search(page, misspell(family));
    const names = await page
      .locator('[data-list="papers"] [data-part="authors"]')
      .allTextContents();
    const people = await page
      .locator('[data-filter="person"] [data-part="label"]')
      .allTextContents();
    if (![...names, ...people].some((one) => one.includes(family))) missed.push(family);
  }
  assert.deepEqual(missed, []);
  await page.close();
});

test('what a first search loads is small', async () => {
  const weigh = async (query: string) => {
    const page = await open('search/');
    await page.waitForLoadState('networkidle');
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(response.body().then((body) => (isPacked(body) ? body : gzipSync(body)).length));
    });
    const started = performance.now();
    await search(page, query);
    const took = performance.now() - started;
    await page.waitForLoadState('networkidle');
    page.removeAllListeners('response');
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    console.log(`${query}: ${bytes} bytes in ${sizes.length} answers, ${took.toFixed(0)} ms`);
    await page.close();
    return bytes;
  };
  const [first] = sample();
  assert.ok((await weigh('sparse memory')) < MOST.words);
  // With the vocabulary.
  assert.ok((await weigh(misspell('uncertainty'))) < MOST.words);
  assert.ok((await weigh(first?.formulas[0] ?? '')) < MOST.formula);
});

const titles = (page: Page) => page.locator('[data-list] li h3');
const listTitles = async (page: Page) =>
  (await titles(page).allTextContents()).map((title) => title.trim());
const said = (page: Page) => page.locator('.narrow [role="status"]');
/** What a list of papers says of how many it shows. */
const count = (shown: number, all: number) =>
  shown === all ? `${all} papers` : `${shown} of ${all} papers`;

/** Asserts that a list, sorted by age, shows these papers, the oldest first; of many the first. */
async function showsOldestFirst(page: Page, own: ArchivePaper[], all: number): Promise<void> {
  await expect(said(page)).toHaveText(count(own.length, all));
  const sorted = own.toSorted((a, b) => (a.published < b.published ? -1 : 1));
  await expect(async () => {
    const shown = await listTitles(page);
    const first = sorted.slice(0, shown.length).map(({ title }) => title);
    assert.deepEqual(shown, first);
    assert.ok(shown.length > 0);
  }).toPass({ timeout: 5000 });
}

test('the list of a tag is sorted by age and narrowed to a year', async () => {
  const tags = new Set(papers.flatMap((paper) => paper.tags));
  const [tag = '', own = []] =
    [...tags]
      .map((one): [string, ArchivePaper[]] => [
        one,
        papers.filter((paper) => paper.tags.includes(one)),
      ])
      .toSorted((a, b) => b[1].length - a[1].length)[0] ?? [];
  const year = own[0]?.published.slice(0, 4) ?? '';
  const page = await open(`tags/${tag}/`);
  await page.getByText('Sort and filter').click();
  await expect(said(page)).toHaveText(count(own.length, own.length));
  await page.getByLabel('Sort').selectOption('oldest');
  await showsOldestFirst(page, own, own.length);
  await page.getByLabel('Year', { exact: true }).selectOption(year);
  const narrowed = own.filter(({ published }) => published.startsWith(year));
  await showsOldestFirst(page, narrowed, own.length);
  // Whoever is sent the address sees the same.
  await page.reload();
  await showsOldestFirst(page, narrowed, own.length);
  await page.close();
});

test('the list of a year is sorted by age and narrowed to an author who is typed without accents', async () => {
  const [last] = papers.slice(-1);
  const year = last?.published.slice(0, 4) ?? '';
  const own = papers.filter(({ published }) => published.startsWith(year));
  const name = own.flatMap(({ authors }) => authors).find((one) => /[^ -~]/.test(one)) ?? '';
  const page = await open(`papers/year/${year}/`);
  await page.getByText('Sort and filter').click();
  await page.getByLabel('Sort').selectOption('oldest');
  await showsOldestFirst(page, own, own.length);
  await page.getByLabel('Author or writer').fill(lettersId(name).id.replaceAll('-', ' '));
  await expect(said(page)).toHaveText(/ of /);
  const theirs = own.filter(({ authors }) => authors.includes(name)).map(({ title }) => title);
  await expect
    .poll(async () => {
      const listed = await listTitles(page);
      return theirs.filter((title) => !listed.includes(title));
    })
    .toEqual([]);
  await page.close();
});

test('a person is found among all authors by each of their names, and by a letter too few', async () => {
  const [name = ''] = papers[0]?.authors ?? [];
  const page = await open('authors/');
  const people = page.getByRole('region', { name: 'Found' }).getByRole('link');
  for (const typed of [...SPELLINGS, misspell(SPELLINGS[0].toLowerCase()), name]) {
    await page.getByRole('searchbox', { name: 'Find a person' }).fill(typed);
    await expect(people.first()).toContainText(familyOf(name));
  }
  await people.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(titles(page).filter({ hasText: papers[0]?.title ?? '' })).toHaveCount(1);
  await page.close();
});

test('the numbers of the statistics add up, and the timeline leads to each issue', async () => {
  const page = await open('statistics/');
  const numbers = page.locator('#months ~ div .plot-numbers');
  await numbers.locator('summary').click();
  await expect(numbers.locator('tbody td').last()).toBeVisible();
  const cells = await numbers.locator('tbody td').allInnerTexts();
  const bodies = papers.filter(({ formulas }) => formulas.length > 0);
  assert.equal(
    cells.reduce((sum, cell) => sum + Number(cell), 0),
    bodies.length,
  );
  await page.getByRole('navigation').getByRole('link', { name: 'Issues' }).click();
  const issues = [...new Set(papers.map(({ issue }) => issue))];
  const stems = page.locator('.timeline a');
  await expect(stems).toHaveCount(issues.length);
  const issue = issues[Math.floor(issues.length / 2)] ?? '';
  await page.locator(`.timeline a[href$="/issues/${issue}/"]`).click();
  await page.waitForURL(`**/issues/${issue}/`);
  const own = papers.filter((paper) => paper.issue === issue);
  await expect(page.locator('#contents .contents > li')).toHaveCount(own.length);
  await page.close();
});

test('papers are kept from rows, read without the site, and the site comes back', async () => {
  const [first, second, third] = sample().toReversed();
  assert.ok(first && second && third);
  const page = await open(`issues/${first.issue}/`);
  const keep = async ({ title }: ArchivePaper) => {
    await page.getByRole('button', { name: `Keep ${title}`, exact: true }).click();
    await expect(page.getByRole('button', { name: `Kept ${title}` }).first()).toBeVisible();
  };
  await keep(first);
  await page.goto(
    `${served.url}tags/${second.tags[0] ?? ''}/?year=${second.published.slice(0, 4)}`,
  );
  await keep(second);
  await page.goto(`${served.url}search/?q=${third.slug}`);
  await keep(third);
  const kept = [third, second, first];
  const pages = kept.map(({ slug }) => `/papers/${slug}/`);
  const copies = () =>
    page.evaluate(async () => {
      const held = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return held.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect
    .poll(async () => {
      const held = await copies();
      return ['/reading/', ...pages].filter((one) => !held.includes(one));
    })
    .toEqual([]);

  const { port } = served;
  await served.close();
  await page.goto(`${served.url}reading/`);
  const list = page.getByRole('region', { name: 'Reading list' });
  await expect(list.getByRole('link')).toHaveText(kept.map(({ title }) => title));
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    list.getByRole('button', { name: 'Save as BibTeX' }).click(),
  ]);
  const bibtex = readFileSync(await file.path(), 'utf8');
  for (const { title, arxiv } of kept) {
    assert.ok(bibtex.includes(arxiv), arxiv);
    await page.goto(`${served.url}reading/`);
    await list.getByRole('link', { name: title }).click();
    await expect(page.locator('.out-of-reach')).toContainText('The site is out of reach.');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const formula = page.locator('.formula .katex').first();
    await expect(formula).toBeVisible();
    await expect(formula).toHaveCSS('font-family', /KaTeX/);
  }
  await page.goto(`${served.url}authors/`);
  await expect(page.locator('.out-of-reach')).toContainText('is not kept here');

  served = await serve({ folder: site, port });
  await page.goto(served.url + (pages[0]?.slice(1) ?? ''));
  await expect(page.locator('.out-of-reach')).toHaveCount(0);
  await page.getByRole('button', { name: 'Kept' }).click();
  await page.goto(`${served.url}reading/`);
  await expect(list.getByRole('link')).toHaveText([second.title, first.title]);
  await page.close();
});

/** Pagefind's own files are packed already. */
function isPacked(body: Buffer): boolean {
  return body[0] === 0x1f && body[1] === 0x8b;
}
