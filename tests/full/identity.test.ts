import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { runCommand } from '../fixture.ts';
import { findFirstIn } from '../identity.ts';
import { listFiles } from '../site/site.ts';

// Another group, made by the command that groups use.
const root = mkdtempSync(path.join(tmpdir(), 'digest-identity-'));
const content = path.join(root, 'content');
const dist = path.join(root, 'dist');
after(() => rmSync(root, { recursive: true, force: true }));

before(async () => {
  const { code, output } = await runCommand(
    'init',
    [
      ...['--name', 'Tide Table Club', '--url', 'https://tides.example/reading/club/'],
      ...['--repository', 'https://codeberg.org/tides/club', '--hues', '#5b3a8c'],
      ...['--language', 'en-GB', '--contact', 'https://tides.example/contact'],
    ],
    content,
  );
  assert.equal(code, 0, output);
});

/** The issue that the command began. */
function readMonth(): string {
  const [file = ''] = listFiles(path.join(content, 'issues'));
  return file.split('/')[0] ?? '';
}

async function build(): Promise<(name: string) => string> {
  const { code, output } = await runCommand('build', ['--outDir', dist], content);
  assert.equal(code, 0, output);
  assert.deepEqual(findFirstIn(dist), []);
  const read = (name: string) => readFileSync(path.join(dist, name), 'utf8');
  assert.match(read('index.html'), /<html lang="en-GB"/);
  for (const name of listFiles(dist).filter((file) => file.endsWith('.html'))) {
    const foreign = [...read(name).matchAll(/(?:href|src)="(\/[^"]*)"/g)]
      .map(([, address = '']) => address)
      .filter((address) => !address.startsWith('/reading/club/'));
    assert.deepEqual(foreign, [], name);
  }
  return read;
}

/** Whether a picture has a colour, as near as its palette of a few comes to it. */
async function holdsColour(name: string, hex: string): Promise<boolean> {
  const { data, info } = await sharp(path.join(dist, name))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wanted = [...Buffer.from(hex.slice(1), 'hex')];
  for (let at = 0; at + 2 < data.length; at += info.channels) {
    if (wanted.every((share, i) => Math.abs(share - (data[at + i] ?? 0)) <= 8)) return true;
  }
  return false;
}

test('another group with one paper, six and none shows no word and no mark of the first', async () => {
  const papers = path.join(content, 'papers');
  const example = path.join(papers, readMonth(), 'example');
  const read = await build();
  assert.match(read('about/index.html'), /This is a digest of research papers/);
  const page = read('papers/example/index.html');
  assert.match(page, /https:\/\/codeberg\.org\/tides\/club/);
  assert.match(read('favicon.svg'), /#5b3a8c/);
  assert.ok(await holdsColour('sharing/papers/example.png', '#5b3a8c'));
  assert.ok(!(await holdsColour('sharing/papers/example.png', '#b3261e')));
  assert.ok(!(await holdsColour('sharing/site.png', '#b3261e')));

  const source = readFileSync(path.join(example, 'index.mdx'), 'utf8');
  for (let number = 2; number <= 6; number += 1) {
    const copy = path.join(papers, readMonth(), `example-${number}`);
    cpSync(example, copy, { recursive: true });
    writeFileSync(
      path.join(copy, 'index.mdx'),
      source.replace('/tea.pdf', `/tea-${number}.pdf`).replace('An example', `Example ${number}`),
    );
  }
  writeFileSync(
    path.join(content, 'about.mdx'),
    '---\ntitle: Who we are\n---\n\nWe meet where $h_t$ falls.\n',
  );
  const about = (await build())('about/index.html');
  assert.match(about, /<h1[^>]*>Who we are<\/h1>.*We meet where <span .*class="katex"/s);
  assert.match(about, /codeberg\.org\/tides\/club\/issues\/new\?title=A\+mistake/);
  assert.doesNotMatch(about, /This is a digest/);
  assert.equal(
    listFiles(path.join(dist, 'papers')).filter((file) => /^example[^/]*\/index\.html$/.test(file))
      .length,
    6,
  );

  for (const name of ['papers', 'issues', 'tags.yaml']) {
    rmSync(path.join(content, name), { recursive: true });
  }
  assert.match((await build())('index.html'), /No issue yet/);
});
