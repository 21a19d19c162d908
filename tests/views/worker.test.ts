import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { nameCopies } from '../../src/reader/copies-names.ts';
import { readSite } from '../../src/site.ts';
import { buildSiteView } from '../../src/views/site.ts';
import { renderWorker } from '../../src/views/worker.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();

/** What a worker does to the caches of a host when it takes over. */
async function takeOver(file: string, held: string[]) {
  const source = renderWorker(edition, readFileSync(file, 'utf8'));
  const caches = new Set(held);
  const waiting: Promise<unknown>[] = [];
  let isEnded = false;
  runInNewContext(source, {
    addEventListener: (type: string, handle: (event: object) => void) => {
      if (type === 'activate') handle({ waitUntil: (one: Promise<unknown>) => waiting.push(one) });
    },
    caches: { keys: () => [...caches], delete: (name: string) => caches.delete(name) },
    clients: { claim: () => undefined },
    registration: { unregister: () => (isEnded = true) },
  });
  await Promise.all(waiting);
  return { left: [...caches], isEnded };
}

const { kept, pages, files } = nameCopies('/digest/');
const older = 'digest-offline /digest/ 0 pages';
const others = ['digest-offline / 1 kept', 'digest-offline /digest/two/ 1 kept', 'somebody’s'];

test('a worker throws away copies of other versions, and touches no other site of its host', async () => {
  const { left, isEnded } = await takeOver('src/reader/worker.js', [kept, older, pages, ...others]);
  assert.deepEqual(left, [kept, pages, ...others]);
  assert.equal(isEnded, false);
});

test('what a site without it has in its place ends it and what it kept', async () => {
  const held = [kept, older, pages, files, ...others];
  assert.deepEqual(await takeOver('src/reader/no-worker.js', held), {
    left: others,
    isEnded: true,
  });
});

test('`offline: false` in site.yaml offers nothing to anybody', () => {
  const source = 'name: Ferrous\nurl: https://ferrous.example/digest/\n';
  for (const [line, worker] of [
    ['', '/digest/sw.js'],
    ['offline: true\n', '/digest/sw.js'],
    ['offline: false\n', undefined],
  ]) {
    const { site } = readSite(`${source}${line ?? ''}`, 'site.yaml');
    assert.ok(site);
    const { digest } = edition;
    const view = buildSiteView({ ...edition, digest: { ...digest, site } });
    assert.equal(view.worker, worker);
  }
});

test('a worker that finds no room for a copy shows the page all the same, and says so when asked', async () => {
  const source = renderWorker(edition, readFileSync('src/reader/worker.js', 'utf8'));
  const handlers = new Map<string, (event: object) => void>();
  const waiting: Promise<unknown>[] = [];
  let fault: Error | undefined;
  const cache = {
    match: () => Promise.resolve(undefined),
    put: () => (fault ? Promise.reject(fault) : Promise.resolve()),
    delete: () => Promise.resolve(false),
    keys: () => Promise.resolve([]),
  };
  runInNewContext(source, {
    URL,
    location: { origin: 'https://ferrous.example' },
    addEventListener: (type: string, handle: (event: object) => void) => handlers.set(type, handle),
    caches: { open: () => Promise.resolve(cache) },
    fetch: () => Promise.resolve(new Response('', { headers: { 'content-type': 'text/html' } })),
  });
  const open = async () => {
    let answer: Promise<Response> | undefined;
    handlers.get('fetch')?.({
      request: { method: 'GET', mode: 'navigate', url: 'https://ferrous.example/digest/tags/' },
      respondWith: (one: Promise<Response>) => (answer = one),
      waitUntil: (one: Promise<unknown>) => waiting.push(one),
    });
    assert.equal((await answer)?.status, 200);
    await Promise.all(waiting);
  };
  const ask = async () => {
    let told: unknown;
    let answer: Promise<unknown> | undefined;
    handlers.get('message')?.({
      source: { postMessage: (data: unknown) => (told = data) },
      waitUntil: (one: Promise<unknown>) => (answer = one),
    });
    await answer;
    return told;
  };
  fault = new Error('gone');
  await open();
  assert.equal(await ask(), '');
  fault = new DOMException('full', 'QuotaExceededError');
  await open();
  assert.equal(await ask(), 'full');
  fault = undefined;
  await open();
  assert.equal(await ask(), '');
});
