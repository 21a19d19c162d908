import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../fixture.ts';
import { listFiles } from '../site/site.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The program and some content in a folder of their own, with nothing built before. */
function copyProgram(content: string): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'digest-again-'));
  folders.push(copy);
  const names = [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  for (const name of names) cpSync(name, path.join(copy, name), { recursive: true });
  copyBackwards(content, path.join(copy, 'content'));
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

/** The last file first, each a day older than the one before it. */
function copyBackwards(from: string, to: string): void {
  for (const [index, file] of listFiles(from).toReversed().entries()) {
    const target = path.join(to, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, readFileSync(path.join(from, file)));
    const day = new Date(Date.UTC(2020, 0, 1 - index));
    utimesSync(target, day, day);
  }
}

type Surroundings = { zone: string; locale: string; isReversed?: boolean };

async function build(
  copy: string,
  outDir: string,
  { zone, locale, isReversed = false }: Surroundings,
): Promise<Map<string, Buffer>> {
  const reversed = pathToFileURL(path.resolve('tests/full/reversed-listings.mjs')).href;
  Object.assign(process.env, {
    ...{ TZ: zone, LANG: locale, LC_ALL: locale },
    NODE_OPTIONS: isReversed ? `--import=${reversed}` : '',
  });
  const { code, output } = await runCommand('build', ['--outDir', outDir], 'content', copy);
  assert.equal(code, 0, output);
  const dist = path.join(copy, outDir);
  return new Map(listFiles(dist).map((file) => [file, readFileSync(path.join(dist, file))]));
}

function assertSame(a: Map<string, Buffer>, b: Map<string, Buffer>): void {
  assert.deepEqual([...a.keys()], [...b.keys()]);
  const changed = [...a]
    .filter(([file, bytes]) => !b.get(file)?.equals(bytes))
    .map(([file]) => file);
  assert.deepEqual(changed, []);
}

const east = { zone: 'Pacific/Kiritimati', locale: 'C.UTF-8' };
const west = { zone: 'America/Anchorage', locale: 'tr_TR.UTF-8', isReversed: true };

// The second has what the first lacks: photographs, a base path, former addresses.
for (const content of ['content', 'tests/fixtures/digest']) {
  test(`one commit gives one set of bytes: two folders, time zones, languages and orders of files, with a cache and without: ${content}`, async () => {
    const first = copyProgram(content);
    const clean = await build(first, 'dist', east);
    assert.ok([...clean.keys()].some((file) => file.endsWith('.png')));
    assertSame(clean, await build(copyProgram(content), 'dist', west));
    assertSame(clean, await build(first, 'again', west));
  });
}
