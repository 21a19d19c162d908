import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { RouteData } from 'astro';
import { Cache } from '../../src/cache.ts';
import { listFiles } from '../../src/cli/files.ts';
import { sharePart, type Edition } from '../../src/digest/edition.ts';
import { handedEdition } from '../../src/digest/handing.ts';
import { shareIssues } from '../../src/digest/share-issues.ts';
import { buildSeats, Crew } from '../../src/making/crew.ts';
import { Ledger } from '../../src/making/ledger.ts';
import { makeFiles } from '../../src/making/make.ts';
import type { Program } from '../../src/making/program.ts';
import { buildEdition, paperOf, type Stuff } from './edition.ts';

/** A page of a program: its addresses and what it shows at one. */
type Page = {
  type?: RouteData['type'];
  list(edition: Edition): string[];
  show(edition: Edition, path: string): string | undefined | Promise<string | undefined>;
};

function fakeProgram(pages: Record<string, Page>): Program {
  const pageOf = ({ component }: RouteData) => {
    const page = pages[component];
    assert.ok(page, component);
    return page;
  };
  const routes = Object.entries(pages).map(([component, { type = 'page' }]) => ({
    component,
    type,
  }));
  return {
    ...{ key: 'program', assets: '', faults: [] },
    routes: routes as RouteData[],
    listPaths: (route) => Promise.resolve(pageOf(route).list(handedEdition())),
    async render(route, path) {
      const text = await pageOf(route).show(handedEdition(), path);
      return text === undefined ? undefined : Buffer.from(text);
    },
  };
}

/** A site in a folder of its own, which is made again and again. */
function openSite(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'digest-making-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const [ledgerFolder, out] = [join(folder, 'ledger'), join(folder, 'out')];
  const parts = new Cache(join(folder, 'parts'), 'program');
  let newest = '';
  /** The files that were made, by their names, and those that are gone. */
  return async (pages: Record<string, Page>, change?: (stuff: Stuff) => void) => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
    const ledger = Ledger.read(ledgerFolder, 'program', newest);
    let calls = 0;
    const options = { folder: out, parts, onFile: () => (calls += 1) };
    const { cells } = await makeFiles(buildEdition(change), fakeProgram(pages), ledger, options);
    newest = ledger.write(ledgerFolder, cells);
    const files = listFiles(out).sort();
    assert.equal(calls, files.length);
    const made = Object.fromEntries(
      files.map((file) => [file, readFileSync(join(out, file), 'utf8')]),
    );
    return { made, gone: ledger.listGone().sort(), files: [...ledger.listFiles()].sort() };
  };
}

const PAPERS: Page = {
  list: ({ digest }) => digest.papers.map(({ slug }) => `papers/${slug}`),
  show: (edition, path) => paperOf(edition, path.replace('papers/', '')).title.plain,
};
const HOME: Page = {
  list: () => [''],
  show: ({ digest }) => digest.papers.map(({ tldr }) => tldr.plain).join('\n'),
};
const TEXT: Page = {
  type: 'endpoint',
  list: () => ['all.txt'],
  show: ({ digest }) => digest.papers.map(({ slug }) => slug).join(' '),
};
const LOST: Page = { list: () => ['404'], show: () => 'Nothing is here.' };
const PAGES = { 'paper.astro': PAPERS, 'home.astro': HOME, 'all.ts': TEXT, '404.astro': LOST };

const renamed = (stuff: Stuff) => {
  const paper = paperOf(stuff, 'sorting');
  paper.title = { ...paper.title, plain: 'Of sorting' };
};
const without = (slug: string) => (stuff: Stuff) => {
  stuff.digest.papers = stuff.digest.papers.filter((paper) => paper.slug !== slug);
  (stuff.digest.paperBySlug as Map<string, unknown>).delete(slug);
};

test('all is made at first, where hosts look for it', async (t) => {
  const { made, files, gone } = await openSite(t)(PAGES);
  assert.deepEqual(Object.keys(made), [
    ...['404.html', 'all.txt', 'index.html', 'papers/counting/index.html'],
    ...['papers/rolling/index.html', 'papers/sorting/index.html'],
  ]);
  assert.deepEqual(files, Object.keys(made));
  assert.deepEqual(gone, []);
  assert.equal(made['papers/sorting/index.html'], 'On Sorting Pebbles');
  assert.deepEqual(made['all.txt']?.split(' ').sort(), ['counting', 'rolling', 'sorting']);
});

test('only what shows a change is made again', async (t) => {
  const make = openSite(t);
  const first = await make(PAGES);
  assert.deepEqual((await make(PAGES)).made, {});
  const second = await make(PAGES, renamed);
  assert.deepEqual(second.made, { 'papers/sorting/index.html': 'Of sorting' });
  assert.deepEqual(second.files, first.files);
  assert.deepEqual((await make(PAGES, renamed)).made, {});
  const back = await make(PAGES);
  assert.deepEqual(back.made, { 'papers/sorting/index.html': 'On Sorting Pebbles' });
});

test('a list is made again when one of its papers goes, whose file is gone', async (t) => {
  const make = openSite(t);
  await make(PAGES);
  const { made, gone, files } = await make(PAGES, without('counting'));
  assert.deepEqual(Object.keys(made), ['all.txt', 'index.html']);
  assert.deepEqual(gone, ['papers/counting/index.html']);
  assert.ok(!files.includes('papers/counting/index.html'));
  const again = await make(PAGES);
  assert.deepEqual(Object.keys(again.made), [
    ...['all.txt', 'index.html', 'papers/counting/index.html'],
  ]);
  assert.deepEqual(again.gone, []);
});

test('two things with one address are an error that names both', async (t) => {
  const other: Page = { list: () => ['papers/sorting'], show: () => 'Other' };
  await assert.rejects(openSite(t)({ ...PAGES, 'other.astro': other }), {
    message: 'Two things would stand at /papers/sorting: of paper.astro and other.astro.',
  });
  // One page twice is no better.
  const twice: Page = { ...LOST, list: () => ['a', 'a'] };
  await assert.rejects(openSite(t)({ 'a.astro': twice }), /at \/a: of a.astro and a.astro/);
});

test('a page that fails stops all, and is made by the next build', async (t) => {
  const make = openSite(t);
  await make(PAGES);
  const failing: Page = {
    ...PAPERS,
    show: (edition, path) => {
      if (path === 'papers/sorting') throw new Error('The ink is dry.');
      return PAPERS.show(edition, path);
    },
  };
  await assert.rejects(make({ ...PAGES, 'paper.astro': failing }, renamed), /The ink is dry/);
  // The ledger on the disk is that of the last good build.
  assert.deepEqual((await make(PAGES, renamed)).made, {
    'papers/sorting/index.html': 'Of sorting',
  });
});

test('nothing is written for a page that fails, nor after its failure is told', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'digest-making-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const paths = Array.from({ length: 40 }, (_, number) => `page-${number}`);
  const shown: string[] = [];
  const page: Page = {
    list: () => paths,
    async show(_, path) {
      shown.push(path);
      if (path === 'page-2') throw new Error('The ink is dry.');
      await new Promise(setImmediate);
      return path;
    },
  };
  const ledger = new Ledger('program');
  const parts = new Cache(join(folder, 'parts'), 'program');
  const options = { folder: join(folder, 'out'), parts, onFile: () => undefined };
  const edition = buildEdition();
  const making = makeFiles(edition, fakeProgram({ 'a.astro': page }), ledger, options);
  await assert.rejects(making, /The ink is dry/);
  const told = [...shown];
  assert.ok(told.length < paths.length, 'The rest is left.');
  const files = listFiles(options.folder).sort();
  assert.ok(!files.includes('page-2/index.html'));
  assert.ok(!ledger.listFiles().has('page-2/index.html'));
  for (const _ of paths) await new Promise(setImmediate);
  assert.deepEqual(shown, told);
  assert.deepEqual(listFiles(options.folder).sort(), files);
});

test('a page that makes nothing is an error', async (t) => {
  const empty: Page = { list: () => ['a'], show: () => undefined };
  await assert.rejects(openSite(t)({ 'a.astro': empty }), /Nothing was made for a\/index.html/);
});

test('what several show a part of is made once, and again when it changes', async (t) => {
  const make = openSite(t);
  let rows = 0;
  let lists = 0;
  const row = (edition: Edition) =>
    sharePart(edition, 'row', (given) => {
      rows += 1;
      return { long: (paperOf(given, 'sorting').facts?.words ?? 0) > 100 };
    });
  const list = (edition: Edition) =>
    sharePart(edition, 'list', async (given) => {
      lists += 1;
      return `${String((await row(given)).long)} ${paperOf(given, 'counting').venue ?? 'nowhere'}`;
    });
  const pages = {
    'list.astro': { list: () => ['a', 'b', 'c', 'd', 'e'], show: (edition) => list(edition) },
    'row.astro': {
      list: () => ['row'],
      show: async (edition) => String((await row(edition)).long),
    },
    'home.astro': HOME,
  } satisfies Record<string, Page>;
  const count = () => [rows, lists];

  const first = await make(pages);
  assert.deepEqual(count(), [1, 1]);
  assert.equal(first.made['e/index.html'], 'false nowhere');
  assert.equal(Object.keys(first.made).length, 7);
  assert.deepEqual((await make(pages)).made, {});
  assert.deepEqual(count(), [1, 1]);

  // The list alone is another: the row is taken as it was.
  const venue = (stuff: Stuff) => (paperOf(stuff, 'counting').venue = 'Pier');
  const second = await make(pages, venue);
  assert.deepEqual(count(), [1, 2]);
  assert.equal(second.made['a/index.html'], 'false Pier');
  assert.deepEqual(Object.keys(second.made).length, 5);

  // The row is made again and is the same, so that none who show it are.
  const none = await make(pages, (stuff) => {
    venue(stuff);
    paperOf(stuff, 'sorting').facts!.words += 1;
  });
  assert.equal(rows, 2);
  assert.deepEqual(none.made, {});
  assert.equal(none.files.length, first.files.length);

  // The row is another, and so is all that shows it.
  const third = await make(pages, (stuff) => {
    venue(stuff);
    paperOf(stuff, 'sorting').facts!.words = 200;
  });
  assert.equal(rows, 3);
  assert.equal(Object.keys(third.made).length, 6);
  assert.equal(third.made['row/index.html'], 'true');
  assert.equal(third.made['c/index.html'], 'true Pier');
});

test('a shared part whose making fails, fails what shows it', async (t) => {
  const page: Page = {
    list: () => ['a', 'b'],
    show: (edition) =>
      sharePart(edition, 'part', () => Promise.reject(new Error('The well is dry.'))),
  };
  await assert.rejects(openSite(t)({ 'a.astro': page }), /The well is dry/);
});

test('pages that are made at the same time read what is theirs', async (t) => {
  const make = openSite(t);
  const page: Page = {
    ...PAPERS,
    async show(_, path) {
      await new Promise(setImmediate);
      const edition = handedEdition();
      await new Promise(setImmediate);
      return paperOf(edition, path.replace('papers/', '')).title.plain;
    },
  };
  await make({ 'paper.astro': page });
  assert.deepEqual(Object.keys((await make({ 'paper.astro': page }, renamed)).made), [
    'papers/sorting/index.html',
  ]);
});

/** Makes a site with several threads, each of which is a call here; they talk as threads do. */
async function makeTogether(
  t: TestContext,
  programs: readonly Program[],
  edition: Edition = buildEdition(),
) {
  const folder = mkdtempSync(join(tmpdir(), 'digest-making-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const out = join(folder, 'out');
  mkdirSync(out);
  const crews = buildSeats(programs.length).map((seat) => new Crew(seat));
  const ledgers = programs.map(() => new Ledger('program'));
  let told = 0;
  const ends = programs.map(async (program, number) => {
    const crew = crews[number] ?? new Crew();
    const parts = new Cache(join(folder, 'parts'), 'program');
    const onFile = () => (told += number === 0 ? 1 : 0);
    const options = { folder: out, parts, onFile, crew };
    try {
      return await makeFiles(edition, program, ledgers[number] ?? new Ledger(''), options);
    } catch (error) {
      crew.tell({ kind: 'failure', error });
      throw error;
    }
  });
  try {
    const [first] = await Promise.all(ends);
    const [ledger] = ledgers;
    assert.ok(first && ledger);
    return {
      ...first,
      ledger,
      ledgerFolder: join(folder, 'ledger'),
      told,
      files: listFiles(out).sort(),
    };
  } finally {
    await Promise.allSettled(ends);
    for (const crew of crews) crew.close();
  }
}

const MANY: Page = {
  list: () => Array.from({ length: 30 }, (_, number) => `page-${number}`),
  async show({ digest }, path) {
    await new Promise(setImmediate);
    return `${path} ${digest.papers.length}`;
  },
};

test('several threads make each file once, and the first knows of all', async (t) => {
  const shown: string[] = [];
  const program = (thread: string) =>
    fakeProgram({
      'many.astro': {
        ...MANY,
        show(edition, path) {
          shown.push(`${thread} ${path}`);
          return MANY.show(edition, path);
        },
      },
    });
  const made = await makeTogether(t, ['a', 'b', 'c'].map(program));
  const paths = shown.map((line) => line.slice(2));
  assert.deepEqual(paths.toSorted(), MANY.list(buildEdition()).toSorted());
  assert.deepEqual(new Set(shown.map((line) => line[0])), new Set(['a', 'b', 'c']));
  assert.equal(made.files.length, 30);
  assert.equal(made.told, 30);
  assert.deepEqual([...made.ledger.listFiles()].sort(), made.files);
  const newest = made.ledger.write(made.ledgerFolder, made.cells);
  const ledger = Ledger.read(made.ledgerFolder, 'program', newest);
  for (const file of made.files) assert.ok(ledger.hasCurrent(file, made.cells));
});

test('threads that list divide the parts of issues, and each has all of them', async (t) => {
  const made: string[] = [];
  const values: string[] = [];
  const program = (thread: string): Program => {
    const whole = fakeProgram({
      'many.astro': { ...MANY, list: (edition) => edition.digest.issues.map(({ id }) => id) },
    });
    return {
      ...whole,
      async listPaths(route) {
        const parts = await shareIssues(handedEdition(), 'years', (_, { id }) => {
          made.push(`${thread} ${id}`);
          return id.slice(0, 4);
        });
        values.push(parts.join());
        return await whole.listPaths(route);
      },
    };
  };
  const { issues } = buildEdition().digest;
  await makeTogether(t, ['a', 'b'].map(program));
  assert.equal(made.length, issues.length);
  assert.equal(new Set(made.map((line) => line[0])).size, 2);
  const all = issues.map(({ id }) => id.slice(0, 4)).join();
  assert.deepEqual(values, [all, all]);
});

test('what another thread fails with, fails the first, which does not wait for it', async (t) => {
  const failing = fakeProgram({ 'many.astro': { ...MANY, show: () => undefined } });
  const programs = [fakeProgram({ 'many.astro': MANY }), failing];
  await assert.rejects(makeTogether(t, programs), /Nothing was made for page-\d+/);
});

test('threads that list different files are found out, and none is missing from a site', async (t) => {
  const reversed: Page = { ...MANY, list: (edition) => MANY.list(edition).reverse() };
  const programs = [MANY, reversed].map((page) => fakeProgram({ 'many.astro': page }));
  await assert.rejects(makeTogether(t, programs), /was not made: two threads have listed/);
});

test('what the program of another thread went on without is told', async (t) => {
  const program = fakeProgram({ 'many.astro': MANY });
  const { faults } = await makeTogether(t, [program, { ...program, faults: ['A style is lost.'] }]);
  assert.deepEqual(faults, ['A style is lost.']);
});
