import type { Edition } from '../../src/digest/edition.ts';
import { handedEdition } from '../../src/digest/handing.ts';
import { loadFeedFile } from '../../src/feeds/load.ts';
import { renderFeedFile } from '../../src/feeds/render.ts';
import type { Program } from '../../src/making/program.ts';

/** A route of which fewer addresses are made than it lists, or whose files are made otherwise than by itself. */
type Change = {
  list?: (edition: Edition) => string[];
  make?: (edition: Edition, path: string) => Promise<Uint8Array | undefined>;
};

/** The routes of what the peers make; the page about errors is what tells a folder with a site. */
const ROUTES: Readonly<Record<string, Change>> = {
  'index.astro': {},
  '404.astro': {},
  'papers/[slug].astro': {},
  'issues/[id].astro': {},
  'authors/[id].astro': {
    list: ({ digest, routes }) =>
      digest.people.filter(({ papers }) => papers.length > 1).map(({ id }) => routes.author(id)),
  },
  'tags/[id].astro': {},
  // Where one page is too much.
  'authors/[id]/[...period].astro': {},
  'tags/[id]/[...period].astro': {},
  // By itself, a route lists all of its addresses first: for that, it would draw formulas and write mails.
  'feeds/[...file].ts': {
    list: ({ routes }) => [routes.feed('papers', 'atom')],
    make: async (edition, path) => Buffer.from(renderFeedFile(await loadFeedFile(edition, path))),
  },
  'pictures/[name].ts': {
    list: ({ pictures, routes }) => [...pictures.keys()].map((name) => routes.picture(name)),
    make: (edition, path) =>
      Promise.resolve(edition.pictures.get(path.slice('pictures/'.length))?.bytes),
  },
};

/**
 * The program making what the peers make: each paper, each issue in full, each tag, each author of more than one paper,
 * the home page, one feed, and the pictures of the papers.
 */
export function limit(program: Program): Program {
  const changeOf = (component: string) => ROUTES[component.replace('src/pages/', '')];
  return {
    ...program,
    routes: program.routes.filter(({ component }) => changeOf(component)),
    async listPaths(route) {
      const list = changeOf(route.component)?.list;
      if (!list) return await program.listPaths(route);
      const edition = handedEdition();
      const { length } = edition.routes.base;
      return list(edition).map((address) => address.slice(length).replace(/\/$/, ''));
    },
    async render(route, path) {
      const make = changeOf(route.component)?.make;
      return make ? await make(handedEdition(), path) : await program.render(route, path);
    },
  };
}
