import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { loadProgram, PARTS, type Program } from '../../src/making/program.ts';

const SLUG = [[{ dynamic: false, spread: false, content: 'papers' }]];
SLUG.push([{ dynamic: true, spread: false, content: 'slug' }]);
const FILE = [[{ dynamic: true, spread: true, content: '...file' }]];
FILE[0]?.push({ dynamic: false, spread: false, content: '.json' });

const ROUTES = [
  { component: 'home', pathname: '/', pattern: '^\\/$', segments: [] },
  { component: 'paper', pattern: '^\\/papers\\/([^/]+?)\\/$', segments: SLUG },
  { component: 'file', pattern: '^\\/(.*?)\\.json$', segments: FILE },
  { component: 'server', pathname: '/server', pattern: '^$', segments: [], prerender: false },
];

/** What stands for a bundle of Astro: it does what these lines say, and tells what it is asked. */
async function load(t: TestContext, app: string): Promise<Program & { asked: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'digest-program-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, PARTS.code));
  const snapshot = { entry: 'entry.mjs', scripts: [], pages: [] };
  writeFileSync(join(folder, PARTS.snapshot), JSON.stringify(snapshot));
  writeFileSync(
    join(folder, PARTS.code, 'entry.mjs'),
    `const routes = ${JSON.stringify(ROUTES)}.map((route) => ({
      routeData: { prerender: true, ...route, pattern: new RegExp(route.pattern) },
    }));
    const asked = [];
    const page = { getStaticPaths: () => { throw new Error('It is asked for all addresses.'); } };
    const known = new Map();
    export const app = {
      routeCache: {
        get: (route) => known.get(route.component),
        set: (route, addresses) => {
          if (known.has(route.component)) throw new Error('It is told twice.');
          known.set(route.component, addresses);
        },
      },
      getComponentByRoute: async () => page,
      asked,
      manifest: { base: '/digest/', routes },
      setInternals() {},
      setOptions() {},
      ${app}
    };`,
  );
  const program = await loadProgram({
    ...{ folder, key: 'key' },
    origin: 'https://shore.example',
  });
  const entry = (await import(pathToFileURL(join(folder, PARTS.code, 'entry.mjs')).href)) as {
    app: { asked: string[] };
  };
  return { ...program, asked: entry.app.asked };
}

function routeOf(program: Program, component: string): RouteData {
  const route = program.routes.find((one) => one.component === component);
  assert.ok(route);
  return route;
}

test('addresses are those of the parameters that a page lists', async (t) => {
  const program = await load(
    t,
    `async getComponentByRoute({ component }) {
      const lists = {
        paper: [{ params: { slug: 'titans' } }, { params: { slug: 'v3' } }],
        file: [{ params: { file: 'lists/papers/2025' } }, { params: {} }],
      };
      return { getStaticPaths: () => lists[component] };
    },`,
  );
  assert.deepEqual(
    program.routes.map(({ component }) => component),
    ['home', 'paper', 'file'],
  );
  assert.deepEqual(await program.listPaths(routeOf(program, 'home')), ['']);
  const papers = await program.listPaths(routeOf(program, 'paper'));
  assert.deepEqual(papers, ['papers/titans', 'papers/v3']);
  await assert.rejects(
    program.listPaths(routeOf(program, 'file')),
    /file names an address without \.\.\.file/,
  );
});

test('a page is asked for with a slash behind it, a file without', async (t) => {
  const program = await load(
    t,
    `async render({ url }) {
      asked.push(url);
      return new Response('made');
    },`,
  );
  const bytes = await program.render(routeOf(program, 'home'), '');
  assert.equal(Buffer.from(bytes ?? []).toString(), 'made');
  await program.render(routeOf(program, 'paper'), 'papers/titans');
  await program.render(routeOf(program, 'file'), 'lists/papers/2025.json');
  assert.deepEqual(program.asked, [
    'https://shore.example/digest/',
    'https://shore.example/digest/papers/titans/',
    'https://shore.example/digest/lists/papers/2025.json',
  ]);
});

test('what answers with an error, or throws, is told with its address', async (t) => {
  const program = await load(
    t,
    `async render({ url }) {
      if (url.endsWith('/broken/')) return new Response('', { status: 500 });
      if (url.endsWith('/lost/')) return new Response('Nothing is here.', { status: 404 });
      throw new Error('The ink is dry.');
    },`,
  );
  const paper = routeOf(program, 'paper');
  await assert.rejects(program.render(paper, 'papers/broken'), {
    message: '/digest/papers/broken/ answers with 500.',
  });
  await assert.rejects(program.render(paper, 'papers/dry'), (error: Error) => {
    assert.equal(error.message, '/digest/papers/dry/ could not be made from paper.');
    assert.equal((error.cause as Error).message, 'The ink is dry.');
    return true;
  });
  const lost = await program.render(paper, 'papers/lost');
  assert.equal(Buffer.from(lost ?? []).toString(), 'Nothing is here.');
});

test('Astro is told that an address is listed, so that it does not list all of them again', async (t) => {
  const program = await load(
    t,
    `async render(request, { routeData }) {
      const { mod, staticPaths } = this.routeCache.get(routeData) ?? {};
      asked.push(mod === page && staticPaths.keyed.get('{"slug":"titans"}') ? 'told' : 'not told');
      return new Response('made');
    },
    async getComponentByRoute() {
      await new Promise(setImmediate);
      return page;
    },`,
  );
  const paper = routeOf(program, 'paper');
  await Promise.all(['a', 'b', 'c'].map((path) => program.render(paper, path)));
  await program.render(routeOf(program, 'home'), '');
  assert.deepEqual(program.asked, ['told', 'told', 'told', 'not told']);
});

test('what Astro warns of while pages are made is a fault', async (t) => {
  const program = await load(
    t,
    `async render() {
      const log = (await this.manifest.logger()).default;
      log.write({ level: 'info', message: 'A page was made.' });
      log.write({ level: 'warn', message: 'A page was made twice.' });
      return new Response('made');
    },`,
  );
  assert.deepEqual(program.faults, []);
  await program.render(routeOf(program, 'home'), '');
  assert.deepEqual(program.faults, ['A page was made twice.']);
});
