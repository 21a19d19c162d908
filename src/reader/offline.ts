/** Keeps what is on the list, and the page that is open, for reading offline, once the reader has asked for it. */
import { twin } from '../routes.ts';
import { nameCopies } from './copies-names.ts';
import { basePath } from './keeping.ts';
import { readStored } from './own-store.ts';

let last: Promise<unknown> = Promise.resolve();
/** Whether there was no room for a copy: for one of this page, for one of the worker. */
const full = { here: false, there: false };
let tell: () => void = () => undefined;

/** Calls back, now and whenever it may have changed, with whether there was no room for a copy. */
export function onRoom(told: (isFull: boolean) => void): void {
  tell = () => told(full.here || full.there);
  tell();
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }) => {
    full.there = data === 'full';
    tell();
  });
  serviceWorker.controller?.postMessage('');
}

/** Does what the setting and the list ask for now. A browser that refuses leaves the site as it is without. */
export function followOffline(): void {
  const panel = document.querySelector<HTMLElement>('[data-worker]');
  const worker = panel?.dataset['worker'];
  // Not all browsers have it, and none outside of a secure context.
  if (worker === undefined || !('serviceWorker' in navigator) || !('caches' in globalThis)) return;
  const end = (fault?: unknown) => {
    full.here = fault instanceof DOMException && fault.name === 'QuotaExceededError';
    tell();
  };
  last = last.then(() => follow(worker)).then(() => end(), end);
}

async function follow(worker: string): Promise<void> {
  const choice = document.documentElement.dataset['offline'];
  const { papers, fault } = readStored();
  if (choice === 'off') await stop(worker);
  else if (choice === 'on' || papers.length > 0) {
    await navigator.serviceWorker.register(worker);
    if (fault === 'newer') return;
    const base = basePath();
    await keepAll(papers.map(({ path }) => base + path));
  }
}

async function stop(worker: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  await registration?.unregister();
  const { all } = nameCopies(basePath());
  for (const name of await caches.keys()) if (name.startsWith(all)) await caches.delete(name);
}

/**
 * Makes the copies those of the list and the pages of these papers, of what they show and run, of the papers'
 * references, and of what this page has loaded.
 */
async function keepAll(papers: readonly string[]): Promise<void> {
  const references = new Map(papers.map((page) => [page, twin(page, 'bib')]));
  const pages = new Set([readingPath(), ...papers]);
  const names = nameCopies(basePath());
  const kept = await caches.open(names.kept);
  const here = location.pathname;
  const held = new Set((await kept.keys()).map(({ url }) => new URL(url).pathname));
  const isOver = [...held].some((path) => path.endsWith('/') && !pages.has(path));
  for (const page of pages) {
    if (page !== here && held.has(page)) continue;
    const copy = await fetchWhole(page);
    if (!copy) continue;
    // The page comes last: where this is broken off, it is begun again at the next one that is opened.
    await takeFiles(kept, await copy.clone().text());
    const reference = references.get(page);
    if (reference !== undefined) await take(kept, reference);
    await kept.put(page, copy);
  }
  if (isOver) {
    const needed = new Set([...pages, ...references.values()]);
    for (const page of pages) {
      const copy = await kept.match(page);
      if (copy) for (const file of await takeFiles(kept, await copy.text())) needed.add(file);
    }
    for (const path of held) if (!needed.has(path)) await kept.delete(path);
  }
  // What was loaded before there was a worker to see it.
  const files = await caches.open(names.files);
  for (const file of listLoaded()) if (!(await caches.match(file))) await take(files, file);
  if (!pages.has(here)) await take(await caches.open(names.pages), here);
}

/** Takes what a page needs and is not there yet: what it shows, its scripts and what they load. */
async function takeFiles(kept: Cache, html: string): Promise<Set<string>> {
  const files = new Set(listFiles(html));
  for (const file of files) {
    const copy = (await kept.match(file)) ?? (await take(kept, file));
    if (!copy || !file.endsWith('.js')) continue;
    for (const next of listImports(await copy.text(), file)) files.add(next);
  }
  return files;
}

async function take(cache: Cache, path: string): Promise<Response | undefined> {
  const response = await fetchWhole(path);
  if (response) await cache.put(path, response.clone());
  return response;
}

/** What is at an address now; undefined where it is not to be had, or leads elsewhere. */
async function fetchWhole(path: string): Promise<Response | undefined> {
  const response = await fetch(path).catch(() => undefined);
  return response?.status === 200 && !response.redirected ? response : undefined;
}

/** What a page asks for to be shown: each file of this site. */
function listFiles(html: string): string[] {
  // Even in a page that is only read, the policy of this one counts its styles.
  const bare = html.replace(/<style\b[\s\S]*?<\/style>/g, '');
  const page = new DOMParser().parseFromString(bare, 'text/html');
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

/** What a script of ours loads, at once or when it is asked for: it names what lies beside it. */
function listImports(source: string, path: string): string[] {
  return [...source.matchAll(/["'`]\.\/([\w.~-]+\.js)["'`]/g)].map(([, name = '']) =>
    path.replace(/[^/]*$/, name),
  );
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
