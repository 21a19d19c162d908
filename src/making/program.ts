import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GetStaticPaths, RouteData } from 'astro';

/** What the pages are made with: their code, bundled by Astro, and the styles and scripts that go with it. */
export type Program = {
  /** Another program has another key. */
  key: string;
  /** Folder of the files that go onto every site as they are. */
  assets: string;
  /** What Astro went on without, in its words: a page would be missing or wrong. */
  faults: readonly string[];
  routes: readonly RouteData[];
  /** The addresses of a route, from the base path on, without the slash at either end; `''` is the home page. */
  listPaths(route: RouteData): Promise<string[]>;
  /** The bytes at an address; `undefined` where nothing is to be there. */
  render(route: RouteData, path: string): Promise<Uint8Array | undefined>;
};

/** What `astro-build.ts` writes beside the bundle: what Astro's own prerenderer would take from its memory. */
export type Snapshot = {
  entry: string;
  scripts: { stage: string; content: string }[];
  pages: { route: string; component: string; styles: unknown[] }[];
};

/** As far as it is asked here; Astro publishes no type of it. */
type BuildApp = {
  manifest: {
    base: string;
    routes: { routeData: RouteData }[];
    /** Where the log goes, from the first page on. */
    logger?: () => Promise<{ default: Destination }>;
  };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: RouteData): Promise<{ getStaticPaths?: GetStaticPaths }>;
  /** What Astro knows of the addresses of a route. */
  routeCache: {
    get(route: RouteData): unknown;
    set(route: RouteData, known: { mod: unknown; staticPaths: unknown }): void;
  };
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
};

type Destination = { write(line: { level: string; message: string }): void };

/** Where the parts of a program lie in its folder. */
export const PARTS = { code: 'code', assets: 'assets', snapshot: 'snapshot.json' };

/** Where a program lies that was bundled; can be sent to a thread. */
export type Bundled = {
  folder: string;
  key: string;
  /** Of the site, without the base path. */
  origin: string;
  /** Path of a module with a `limit`, by which the program makes a part of the site. */
  limitedBy?: string | undefined;
};

/** What a module has that makes of a program one of fewer pages. */
export type Limiting = { limit: (program: Program) => Program };

/**
 * Loads a program that was bundled, by the way of Astro's own default prerenderer
 * (`astro/dist/core/build/default-prerenderer.js`): the bundle's application, told of the styles and scripts.
 */
export async function loadProgram(bundled: Bundled): Promise<Program> {
  const program = await loadWhole(bundled);
  const { limitedBy } = bundled;
  if (limitedBy === undefined) return program;
  const { limit } = (await import(pathToFileURL(limitedBy).href)) as Limiting;
  return limit(program);
}

async function loadWhole({ folder, key, origin }: Bundled): Promise<Program> {
  const snapshot = JSON.parse(readFileSync(join(folder, PARTS.snapshot), 'utf8')) as Snapshot;
  const entry = pathToFileURL(join(folder, PARTS.code, snapshot.entry)).href;
  const { app } = (await import(entry)) as { app: BuildApp };
  const faults: string[] = [];
  const destination: Destination = {
    write({ level, message }) {
      if (level === 'error' || level === 'warn') faults.push(message);
    },
  };
  // As `makePageDataKey` of Astro joins them.
  const pagesByKeys = new Map(
    snapshot.pages.map((page) => [`${page.route}&${page.component}`, page]),
  );
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap: new Map() });
  app.setOptions({
    settings: { scripts: snapshot.scripts },
    logger: { options: { destination } },
  });
  // In place of that of the process in which the program was bundled.
  app.manifest.logger = () => Promise.resolve({ default: destination });
  const { base, routes } = app.manifest;
  const tellAddresses = async (route: RouteData) => {
    if (route.pathname !== undefined || app.routeCache.get(route)) return;
    const mod = await app.getComponentByRoute(route);
    // Another page of the route may have told it meanwhile.
    if (!app.routeCache.get(route)) app.routeCache.set(route, { mod, staticPaths: LISTED });
  };
  return {
    key,
    assets: join(folder, PARTS.assets),
    faults,
    routes: routes.map(({ routeData }) => routeData).filter(({ prerender }) => prerender),
    async listPaths(route) {
      if (route.pathname !== undefined) return [trim(route.pathname)];
      const { getStaticPaths } = await app.getComponentByRoute(route);
      if (!getStaticPaths) throw new Error(`${route.component} lists no addresses.`);
      const options = { routePattern: route.route } as Parameters<GetStaticPaths>[0];
      const paths = (await getStaticPaths(options)) as { params: Record<string, string> }[];
      return paths.map(({ params }) => fillIn(route, params));
    },
    async render(route, path) {
      // Astro wants a slash behind every address whose route does not end like a file's name.
      const slash = path === '' || route.pattern.test(`/${path}`) ? '' : '/';
      const url = new URL(base + encodeURI(path) + slash, origin);
      await tellAddresses(route);
      const rendering = app.render(new Request(url), { routeData: route });
      const response = await rendering.catch((cause: unknown) => {
        throw new Error(`${url.pathname} could not be made from ${route.component}.`, { cause });
      });
      if (response.status !== 200 && response.status !== 404)
        throw new Error(`${url.pathname} answers with ${response.status}.`);
      return response.body ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  };
}

/**
 * What Astro is told instead of listing all addresses of a route before it makes the first: that whichever it is asked
 * for is listed, as it has been, without props.
 */
const LISTED = Object.assign([], { keyed: { get: () => ({}) } });

/** The address that a route has with these parameters. */
function fillIn({ component, segments }: RouteData, params: Record<string, string>): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ dynamic, spread, content }) => {
        if (!dynamic) return content;
        const value = params[spread ? content.replace('...', '') : content];
        if (value === undefined)
          throw new Error(`${component} names an address without ${content}.`);
        return value;
      })
      .join(''),
  );
  return trim(parts.join('/'));
}

function trim(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}
