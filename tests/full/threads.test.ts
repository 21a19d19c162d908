import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runChild } from '../../src/cli/child.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { writeArchive } from '../archive/archive.ts';
import { listFiles } from '../site/site.ts';

/** Enough for several threads to compile them, and to make their pages. */
const PAPERS = 330;

test('one thread and several make the same bytes', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'digest-threads-'));
  const content = path.join(folder, 'content');
  const forget = () => rmSync(cacheFolder(content), { recursive: true, force: true });
  t.after(() => {
    forget();
    rmSync(folder, { recursive: true });
  });
  mkdirSync(content);
  writeArchive(content, { papers: PAPERS, pictures: 1 });
  const build = async (name: string, options: string[]) => {
    forget();
    const outDir = path.join(folder, name);
    const command = [...options, 'src/cli/build.ts', '--outDir', outDir];
    const { code, output } = await runChild(process.execPath, command, {
      env: { DIGEST_CONTENT: content },
      limit: 15 * 60_000,
    });
    assert.equal(code, 0, output);
    return outDir;
  };
  const several = await build('several', []);
  const alone = pathToFileURL(path.resolve('tests/full/one-processor.mjs')).href;
  const one = await build('one', [`--import=${alone}`]);
  const files = listFiles(one);
  assert.deepEqual(listFiles(several), files);
  const differing = files.filter(
    (file) => !readFileSync(path.join(one, file)).equals(readFileSync(path.join(several, file))),
  );
  assert.deepEqual(differing, []);
});
