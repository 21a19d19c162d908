import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import type { RouteData } from 'astro';
import { withHanded } from '../../src/digest/handing.ts';
import type { Program } from '../../src/making/program.ts';
import { readEdition } from '../edition.ts';
import { limit } from './equal-program.ts';

const edition = await readEdition();

/** Every page of ours; each lists one address and makes its own name. */
const whole: Program = {
  key: 'key',
  assets: 'assets',
  faults: [],
  routes: globSync('src/pages/**/[!_]*.{astro,ts,mdx}').map(
    (component) => ({ component }) as RouteData,
  ),
  listPaths: ({ component }) => Promise.resolve([component]),
  render: ({ component }) => Promise.resolve(Buffer.from(component)),
};
const limited = limit(whole);
const routeOf = (page: string) => {
  const route = limited.routes.find(({ component }) => component === `src/pages/${page}`);
  assert.ok(route, page);
  return route;
};
const list = (page: string) => withHanded(edition, () => limited.listPaths(routeOf(page)));
const make = (page: string, path: string) =>
  withHanded(edition, async () => String(await limited.render(routeOf(page), path)));

test('the row that makes as much as the peers has their pages, and none that they have not', async () => {
  assert.deepEqual(limited.routes.map(({ component }) => component).sort(), [
    'src/pages/404.astro',
    'src/pages/authors/[id].astro',
    'src/pages/authors/[id]/[...period].astro',
    'src/pages/feeds/[...file].ts',
    'src/pages/index.astro',
    'src/pages/issues/[id].astro',
    'src/pages/papers/[slug].astro',
    'src/pages/pictures/[name].ts',
    'src/pages/tags/[id].astro',
    'src/pages/tags/[id]/[...period].astro',
  ]);
  assert.deepEqual(await list('papers/[slug].astro'), ['src/pages/papers/[slug].astro']);
  const people = await list('authors/[id].astro');
  const { personById } = edition.digest;
  assert.ok(people.length > 0 && people.length < personById.size);
  for (const path of people)
    assert.ok(personById.get(path.replace('authors/', ''))!.papers.length > 1, path);
});

test('its feed and its pictures are the files of the whole site', async () => {
  assert.deepEqual(await list('feeds/[...file].ts'), ['feeds/papers.atom']);
  assert.match(await make('feeds/[...file].ts', 'feeds/papers.atom'), /^<\?xml [\s\S]*<feed /);
  const [first, ...others] = await list('pictures/[name].ts');
  assert.ok(first);
  assert.equal(others.length, edition.pictures.size - 1);
  const { bytes } = edition.pictures.get(first.replace('pictures/', ''))!;
  assert.equal(await make('pictures/[name].ts', first), String(Buffer.from(bytes)));
});
