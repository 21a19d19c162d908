/** Keeps what is on the list, and the page that is open, for reading offline, once the reader has asked for it. */
import { nameCopies } from './copies-names.ts';
import { basePath } from './keeping.ts';
import { readStored } from './own-store.ts';

let last: Promise<unknown> = Promise.resolve();

/** Does what the setting and the list ask for now. A browser that refuses leaves the site as it is without. */
export function followOffline(): void {
  const panel = document.querySelector<HTMLElement>('[data-worker]');
  const worker = panel?.dataset['worker'];
  // Not all browsers have it, and none outside of a secure context.
  if (worker === undefined || !('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  last = last.then(() => follow(worker)).catch(() => undefined);
}

async function follow(worker: string): Promise<void> {
  const choice = document.documentElement.dataset['offline'];
  const { papers, fault } = readStored();
  if (choice === 'off') await stop(worker);
  else if (choice === 'on' || papers.length > 0) {
    await navigator.serviceWorker.register(worker);
    if (fault === 'newer') return;
    const base = basePath();
    await keepAll(new Set([readingPath(), ...papers.map(({ path }) => base + path)]));
  }
}

async function stop(worker: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  await registration?.unregister();
  const { all } = nameCopies(basePath());
  for (const name of await caches.keys()) if (name.startsWith(all)) await caches.delete(name);
}

/** Makes the copies those of these pages, of what they show, and of what this page has loaded. */
async function keepAll(pages: ReadonlySet<string>): Promise<void> {
  const names = nameCopies(basePath());
  const kept = await caches.open(names.kept);
  const here = location.pathname;
  const needed = new Set(pages);
  for (const page of pages) {
    const copy = (page !== here && (await kept.match(page))) || (await take(kept, page));
    if (!copy) continue;
    for (const file of listFiles(await copy.text())) {
      needed.add(file);
      if (!(await kept.match(file))) await take(kept, file);
    }
  }
  for (const { url } of await kept.keys()) {
    const { pathname } = new URL(url);
    if (!needed.has(pathname)) await kept.delete(pathname);
  }
  // What was loaded before there was a worker to see it.
  const files = await caches.open(names.files);
  for (const file of listLoaded()) if (!(await caches.match(file))) await take(files, file);
  if (!pages.has(here)) await take(await caches.open(names.pages), here);
}

/** Puts a copy of what is there now; undefined where there is nothing to be had, and then leaves what there was. */
async function take(cache: Cache, path: string): Promise<Response | undefined> {
  const response = await fetch(path).catch(() => undefined);
  if (!response?.ok || response.redirected) return undefined;
  await cache.put(path, response.clone());
  return response;
}

/** What a page asks for to be shown: each file of this site. */
function listFiles(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const links = 'link:is([rel=stylesheet], [rel=preload])[href]';
  const found = [...page.querySelectorAll(`script[src], img[src], source[srcset], ${links}`)];
  const addresses = found.flatMap((element) => [
    ...['src', 'href'].map((name) => element.getAttribute(name) ?? ''),
    ...(element.getAttribute('srcset') ?? '')
      .split(',')
      .map((one) => one.trim().split(/\s/)[0] ?? ''),
  ]);
  return [...new Set(addresses)].filter((address) => address.startsWith(basePath()));
}

/** Scripts, styles, fonts and pictures that this page has loaded. */
function listLoaded(): string[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const own = location.origin + basePath();
  return entries
    .filter(({ name, initiatorType }) => name.startsWith(own) && initiatorType !== 'fetch')
    .map(({ name }) => new URL(name).pathname);
}

function readingPath(): string {
  return document.querySelector<HTMLAnchorElement>('a[data-reading]')?.pathname ?? basePath();
}
