import assert from 'node:assert/strict';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { Disk } from '../../src/disk.ts';
import { KeptPictures } from '../../src/pictures/kept.ts';
import { KeptReadings } from '../../src/pictures/kept-readings.ts';
import { Pictures } from '../../src/pictures/pictures.ts';
import { readPicture } from '../../src/pictures/picture.ts';

const root = mkdtempSync(path.join(tmpdir(), 'readings-'));
after(() => rmSync(root, { recursive: true, force: true }));

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 10"><desc>made by</desc></svg>`;

/** A folder of a text beside what is kept of it. */
function open(name: string) {
  const text = path.join(root, name, 'text');
  const readings = path.join(root, name, 'readings');
  mkdirSync(text, { recursive: true });
  const openKept = () =>
    new KeptReadings(readings, new KeptPictures(path.join(root, name, 'encoded')), new Disk());
  return {
    readings,
    lines: path.join(readings, 'lines'),
    put: (file: string, content: string | Uint8Array) =>
      writeFileSync(path.join(text, file), content),
    openKept,
    /** What a run finds, and how many lines it has added. */
    read: async (...files: string[]) => {
      const kept = openKept();
      const before = countLines(readings);
      const found = [];
      for (const file of files) {
        const { picture, problems } = await readPicture(text, `./${file}`, kept);
        found.push({ ...picture, text: picture && String(Buffer.from(picture.bytes)), problems });
      }
      kept.finish();
      return { found, added: countLines(readings) - before };
    },
    /** The same without anything that is kept. */
    readAnew: async (...files: string[]) => {
      const found = [];
      for (const file of files) {
        const { picture, problems } = await readPicture(text, `./${file}`);
        found.push({ ...picture, text: picture && String(Buffer.from(picture.bytes)), problems });
      }
      return found;
    },
    owner: { file: path.join(text, 'index.mdx') },
  };
}

function countLines(folder: string): number {
  if (!readdirSync(folder).includes('lines')) return 0;
  return readFileSync(path.join(folder, 'lines'), 'utf8').split('\n').length - 1;
}

/** Soft shades, of which smaller files are worth it. */
function photo(width: number): Promise<Buffer> {
  const bytes = Buffer.alloc(width * 400);
  for (const index of bytes.keys()) {
    const [x, y] = [index % width, Math.floor(index / width)];
    bytes[index] = 110 + 70 * Math.sin(x / 70) * Math.cos(y / 50) + 20 * Math.sin((x * y) / 3000);
  }
  return sharp(bytes, { raw: { width, height: 400, channels: 1 } })
    .jpeg()
    .toBuffer();
}

test('what is kept is what is read anew, problems among it', async () => {
  const { put, read, readAnew } = open('same');
  put('a.svg', svg(20));
  put('wrong.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
  put('named.png', svg(20));
  put('photo.jpg', await photo(600));
  const files = ['a.svg', 'wrong.svg', 'named.png', 'photo.jpg'];
  const anew = await readAnew(...files);
  assert.deepEqual(
    anew.map(({ problems }) => problems.length > 0),
    [false, true, true, false],
  );
  assert.deepEqual((await read(...files)).found, anew);
  const again = await read(...files);
  assert.deepEqual(again.found, anew);
  assert.equal(again.added, 0);
});

test('other bytes and another name are another picture, also with the time and length of before', async () => {
  const { put, read, readAnew } = open('changed');
  put('a.svg', svg(20));
  await read('a.svg');
  put('a.svg', svg(30));
  put('b.svg', svg(20));
  const { found, added } = await read('a.svg', 'b.svg');
  assert.equal(added, 2);
  assert.deepEqual(found, await readAnew('a.svg', 'b.svg'));
  assert.deepEqual(
    found.map(({ name, width }) => [name?.split('.')[0], width]),
    [
      ['a', 30],
      ['b', 20],
    ],
  );
});

test('a broken line and a drawing that is gone are made again, a spoilt one is told and then made again', async () => {
  const { put, read, readAnew, readings, lines } = open('broken');
  for (const name of ['a.svg', 'b.svg']) put(name, svg(20));
  const anew = await readAnew('a.svg', 'b.svg');
  await read('a.svg', 'b.svg');
  truncateSync(lines, readFileSync(lines).length - 9);
  const mended = await read('a.svg', 'b.svg');
  assert.deepEqual(mended.found, anew);
  appendFileSync(lines, 'nothing of ours\n');
  const drawings = readdirSync(readings).filter((name) => name.endsWith('.drawing'));
  rmSync(path.join(readings, drawings[0] ?? ''));
  assert.deepEqual((await read('a.svg', 'b.svg')).found, anew);
  writeFileSync(path.join(readings, drawings[0] ?? ''), 'half');
  await assert.rejects(read('a.svg', 'b.svg'), /is gone from the cache; build again/);
  assert.deepEqual((await read('a.svg', 'b.svg')).found, anew);
});

test('facts are read without the bytes', async () => {
  const { put, read, readings, openKept, owner } = open('facts');
  put('a.svg', svg(20));
  await read('a.svg');
  const pictures = new Pictures(openKept());
  await pictures.add(owner, './a.svg', { line: 1, column: 1 });
  const picture = pictures.of(owner, './a.svg');
  for (const name of readdirSync(readings))
    if (name.endsWith('.drawing')) rmSync(path.join(readings, name));
  assert.deepEqual(JSON.parse(JSON.stringify(picture)), {
    ...{ name: picture?.name, width: 20, height: 10, type: 'image/svg+xml', opaque: false },
  });
  assert.throws(() => picture?.bytes);
});

test('smaller files are kept with the picture, by its names, and made again where one is gone', async () => {
  const { put, openKept, owner } = open('smaller');
  put('big.jpg', await photo(1200));
  const make = async () => {
    const pictures = new Pictures(openKept());
    await pictures.add(owner, './big.jpg', { line: 1, column: 1 });
    await pictures.makeSmaller();
    pictures.finish();
    const { name } = pictures.of(owner, './big.jpg') ?? { name: '' };
    return pictures.smallerOf(name).map((one) => ({ ...one, size: one.bytes.length }));
  };
  const first = await make();
  assert.ok(first.length > 1);
  assert.deepEqual(await make(), first);
  const encoded = path.join(root, 'smaller', 'encoded');
  for (const name of readdirSync(encoded))
    if (!name.endsWith('.json')) rmSync(path.join(encoded, name));
  assert.deepEqual(await make(), first);
});

test('what is shown no more goes, once it is more than what is shown', async () => {
  const { put, read, readings } = open('pruned');
  const wide = (index: number) => `${'x'.repeat(200)}-${index}.svg`;
  // Long lines of problems, so that few go over the measure.
  const wrong = `<svg xmlns="http://www.w3.org/2000/svg">${Array.from({ length: 19 }, (_, index) => `<${'y'.repeat(50)}${index}/>`).join('')}</svg>`;
  const files = Array.from({ length: 160 }, (_, index) => wide(index));
  for (const file of files) put(file, wrong);
  await read(...files);
  put('a.svg', svg(20));
  const { found, added } = await read('a.svg');
  assert.ok(added < 0 && countLines(readings) > 1, `${countLines(readings)} lines are left.`);
  assert.deepEqual(await read('a.svg'), { found, added: 0 });
});
