import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';

const content = path.resolve('.cache/test/dev');
const paper = (slug: string) => path.join(content, 'papers/2026-01', slug);
const clear = () => {
  for (const one of [content, cacheFolder(content)]) rmSync(one, { recursive: true, force: true });
};

let origin = '';
let printed = '';
let stop = () => Promise.resolve();
let hasEnded = () => false;
const hearing = new EventEmitter();

/** What the server has printed, or prints at last, of some form. */
async function waitFor(wanted: RegExp): Promise<string> {
  for (;;) {
    const found = wanted.exec(printed);
    if (found) return found[0];
    if (hasEnded()) throw new Error(printed);
    await once(hearing, 'more');
  }
}

before(async () => {
  clear();
  mkdirSync(content, { recursive: true });
  cpSync('tests/fixtures/digest', content, { recursive: true });
  const child = spawn(process.execPath, ['src/cli/dev.ts', '--port', '4790'], {
    env: { ...process.env, DIGEST_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stop = async () => {
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      printed += text.toString();
      hearing.emit('more');
    });
  }
  child.once('exit', () => hearing.emit('more'));
  hasEnded = () => child.exitCode !== null;
  origin = await waitFor(/http:\/\/localhost:\d+/);
});
after(async () => {
  await stop();
  clear();
});

async function load(slug: string): Promise<{ status: number; html: string }> {
  const response = await fetch(`${origin}/digest/papers/${slug}/`);
  return { status: response.status, html: await response.text() };
}

void test('what is saved while the server runs is shown, and what is wrong is told above the rest', async () => {
  const first = await load('paper-1');
  assert.equal(first.status, 200, first.html + printed);
  assert.doesNotMatch(first.html, /class="problems/);
  const file = path.join(paper('paper-1'), 'index.mdx');
  appendFileSync(file, '\nA word that nobody wrote before.\n');
  assert.match((await load('paper-1')).html, /nobody wrote before/);
  appendFileSync(file, '\nA formula $\\nonsense{$ that is none.\n');
  const faulty = await load('paper-1');
  assert.equal(faulty.status, 200);
  assert.match(faulty.html, /class="problems/);
  assert.match(faulty.html, /nobody wrote before/);
  // What it prints may come after the page.
  await waitFor(/papers\/2026-01\/paper-1\/index\.mdx:\d+:\d+/);
});

void test('a paper that is made, renamed or deleted while the server runs has its page, or none', async () => {
  assert.equal((await load('paper-new')).status, 404);
  cpSync(paper('paper-2'), paper('paper-new'), { recursive: true });
  assert.equal((await load('paper-new')).status, 200);
  renameSync(paper('paper-new'), paper('paper-newer'));
  assert.equal((await load('paper-new')).status, 404);
  assert.equal((await load('paper-newer')).status, 200);
  rmSync(paper('paper-newer'), { recursive: true });
  assert.equal((await load('paper-newer')).status, 404);
});

void test('a page is shown again after what was kept is deleted', async () => {
  rmSync(cacheFolder(content), { recursive: true });
  await load('paper-3');
  assert.equal((await load('paper-3')).status, 200);
});
