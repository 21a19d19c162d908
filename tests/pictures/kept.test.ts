import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { KeptPictures } from '../../src/pictures/kept.ts';
import { nameFile } from '../../src/pictures/name.ts';

const root = mkdtempSync(path.join(tmpdir(), 'encoded-'));
after(() => rmSync(root, { recursive: true, force: true }));

/** Keeps so many pictures, encoded as their source is, and tells how many had to be. */
async function keepAll(kept: KeptPictures, sources: readonly Buffer[]): Promise<number> {
  let count = 0;
  for (const bytes of sources) {
    await kept.keep('png', bytes, () => {
      count += 1;
      return Promise.resolve([{ format: 'png', bytes, width: 1, height: 1, opaque: true }]);
    });
  }
  return count;
}

const sources = (count: number, word = 'picture') =>
  Array.from({ length: count }, (_, at) => Buffer.from(`${word} ${at}`));

test('what no published picture is made of goes, once it is far more than what is', async () => {
  const folder = path.join(root, 'many');
  const kept = new KeptPictures(folder);
  const published = sources(3, 'published');
  const names = published.map((bytes) => nameFile('a', bytes, 'png'));
  const mailed = { name: nameFile('b', published[0]!, 'png'), bytes: published[0]! };
  await keepAll(kept, published);
  await kept.addName(mailed);
  const others = sources(280);
  await keepAll(kept, others);
  const before = readdirSync(folder).length;
  kept.prune(names);
  const left = readdirSync(folder).length;
  assert.ok(left < before * 0.7, `${left} of ${before} files are left.`);
  assert.equal(await keepAll(kept, published), 0);
  assert.deepEqual(await kept.readNamed(mailed.name), mailed.bytes);
  // What is gone is made again.
  assert.ok((await keepAll(kept, others)) > 100);
  assert.equal(await keepAll(kept, others), 0);
});

test('few of them stay, and where nothing was encoded there is nothing to do', async () => {
  const folder = path.join(root, 'few');
  const kept = new KeptPictures(folder);
  kept.prune([]);
  await keepAll(kept, sources(100));
  kept.prune([]);
  assert.equal(await keepAll(kept, sources(100)), 0);
});
