import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { runCommand } from '../fixture.ts';
import { listFiles } from '../site/site.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The program and the real content in a folder of their own, with nothing built before. */
function copyProgram(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'digest-again-'));
  folders.push(copy);
  const names = [
    'src',
    'public',
    'content',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  for (const name of names) cpSync(name, path.join(copy, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

async function build(copy: string, zone: string, outDir: string): Promise<Map<string, Buffer>> {
  process.env['TZ'] = zone;
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

test('one commit gives one set of bytes: two folders, two time zones, with a cache and without', async () => {
  const first = copyProgram();
  const clean = await build(first, 'Pacific/Kiritimati', 'dist');
  assertSame(clean, await build(copyProgram(), 'America/Anchorage', 'dist'));
  assertSame(clean, await build(first, 'UTC', 'again'));
});
