// @ts-nocheck: nothing compiles it, and what is written in front is known to no compiler.
// In front of this stand NAMES, BASE, FOLDERS, READING, COPY and NO_COPY: src/views/worker.ts

// As many visited pages, and as many files for them, as are kept.
const MOST_PAGES = 50;
const MOST_FILES = 400;

// The last copy that was to be kept: whether there was no room for it.
let last = Promise.resolve(false);

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(begin()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(BASE)) return;
  if (request.mode === 'navigate') event.respondWith(openPage(event, pathname));
  else if (FOLDERS.some((folder) => pathname.startsWith(folder))) {
    event.respondWith(openFile(event, pathname));
  }
});

// The page of the list asks, and says it.
addEventListener('message', (event) => {
  event.waitUntil(last.then((isFull) => event.source.postMessage(isFull ? 'full' : '')));
});

function keep(copying) {
  return (last = copying.then(
    () => false,
    (fault) => fault.name === 'QuotaExceededError',
  ));
}

async function begin() {
  const ours = [NAMES.kept, NAMES.pages, NAMES.files];
  for (const name of await caches.keys()) {
    if (name.startsWith(NAMES.all) && !ours.includes(name)) await caches.delete(name);
  }
  await clients.claim();
}

// Always what the site says, as long as it says anything.
async function openPage(event, path) {
  let response;
  try {
    response = await fetch(event.request);
  } catch {
    return (await showCopy(path, COPY)) ?? (await showCopy(READING, NO_COPY)) ?? Response.error();
  }
  event.waitUntil(keep(follow(path, response.clone())));
  return response;
}

async function follow(path, response) {
  const kept = await caches.open(NAMES.kept);
  const pages = await caches.open(NAMES.pages);
  const isKept = (await kept.match(path)) !== undefined;
  if (response.status === 404 || response.status === 410) {
    await kept.delete(path);
    await pages.delete(path);
  } else if (response.ok && /^text\/html\b/.test(response.headers.get('content-type') ?? '')) {
    if (isKept) await kept.put(path, response);
    else await putNewest(pages, path, response, MOST_PAGES);
  }
}

async function showCopy(path, note) {
  const copy = await find(path);
  if (!copy) return undefined;
  const html = (await copy.text()).replace(/<main\b[^>]*>/, (main) => main + note);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

async function openFile(event, path) {
  const copy = await find(path);
  if (copy) return copy;
  const response = await fetch(event.request);
  if (response.status === 200) {
    const copy = response.clone();
    const put = async () => putNewest(await caches.open(NAMES.files), path, copy, MOST_FILES);
    event.waitUntil(keep(put()));
  }
  return response;
}

async function find(path) {
  for (const name of [NAMES.kept, NAMES.pages, NAMES.files]) {
    const copy = await caches.match(path, { cacheName: name });
    if (copy) return copy;
  }
  return undefined;
}

// A cache lists what it holds in the order in which it was put.
async function putNewest(cache, path, response, most) {
  await cache.delete(path);
  await cache.put(path, response);
  const held = await cache.keys();
  for (const request of held.slice(0, Math.max(0, held.length - most))) await cache.delete(request);
}
