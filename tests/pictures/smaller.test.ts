import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { Disk } from '../../src/disk.ts';
import { KeptPictures } from '../../src/pictures/kept.ts';
import { KeptReadings } from '../../src/pictures/kept-readings.ts';
import { Pictures } from '../../src/pictures/pictures.ts';
import { convertRaster, type Encoded, type RasterFormat } from '../../src/pictures/raster.ts';
import { makeSmaller } from '../../src/pictures/smaller.ts';

const root = mkdtempSync(path.join(tmpdir(), 'smaller-'));
after(() => rmSync(root, { recursive: true, force: true }));

function openPictures(name: string): Pictures {
  const folder = path.join(root, name);
  const encoded = new KeptPictures(path.join(folder, 'encoded'));
  return new Pictures(new KeptReadings(path.join(folder, 'readings'), encoded, new Disk()));
}

/** A picture with soft shades in it, as a camera would take. */
function shaded(width: number, height: number) {
  const bytes = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = 110 + 70 * Math.sin(x / 70) * Math.cos(y / 50) + 20 * Math.sin((x * y) / 3000);
      bytes.set([level + 30, level, level - 25], (y * width + x) * 3);
    }
  }
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}

/** Thin lines on nothing. */
function drawn(width: number, height: number) {
  const lines = Array.from({ length: 40 }, (_, k) => `<path d="M0 ${k * 17}L${width} ${k * 9}"/>`);
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g stroke="#b3261e" stroke-width="2">${lines.join('')}</g></svg>`,
    ),
  );
}

async function encoded(image: Sharp, format: RasterFormat): Promise<Encoded> {
  const source = await image.toFormat(format === 'jpg' ? 'jpeg' : format).toBuffer();
  const { made } = await convertRaster(source, format, `a.${format}`);
  assert.ok(made);
  return made;
}

const named = (list: readonly Encoded[]) => list.map(({ format, width }) => `${format} ${width}`);

test('a photograph gets AVIF, then WebP, by rising width, each smaller than what it replaces', async () => {
  const picture = await encoded(shaded(1200, 500), 'jpg');
  const made = await makeSmaller(picture);
  assert.deepEqual(named(made), [
    ...['avif 480', 'avif 960', 'avif 1200'],
    ...['webp 480', 'webp 960', 'webp 1200'],
  ]);
  const sizes = made.map(({ bytes }) => bytes.length);
  assert.ok(sizes.every((size) => size < picture.bytes.length));
  assert.ok((sizes[2] ?? 0) < (sizes[5] ?? 0));
  for (const { format, bytes, width, height } of made) {
    const is = await sharp(bytes).metadata();
    assert.deepEqual([is.width, is.height], [width, height], format);
    assert.ok(Math.abs(height - (width * 500) / 1200) <= 1);
    assert.equal(is.exif, undefined);
  }
  const again = await makeSmaller(picture);
  assert.deepEqual(
    again.map(({ bytes }) => Buffer.from(bytes)),
    made.map(({ bytes }) => Buffer.from(bytes)),
  );
});

test('nothing is made wider, and no step near the full width', async () => {
  const made = await makeSmaller(await encoded(shaded(500, 300), 'png'));
  assert.ok(made.length > 0);
  assert.ok(made.every(({ width }) => width === 500));
});

test('a drawing stays as it is, point for point, and what shows through it still does', async () => {
  const picture = await encoded(drawn(1000, 600), 'png');
  assert.equal(picture.opaque, false);
  const made = await makeSmaller(picture);
  assert.ok(made.every(({ format, opaque }) => format === 'webp' && !opaque));
  const full = made.at(-1);
  assert.ok(full);
  assert.equal(full.width, 1000);
  const points = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer();
  const flat = (data: Buffer) => {
    // Colour where nothing is seen does not count.
    for (let at = 3; at < data.length; at += 4) if (data[at] === 0) data.fill(0, at - 3, at);
    return data;
  };
  assert.ok(flat(await points(full.bytes)).equals(flat(await points(picture.bytes))));
});

test('a picture in WebP or AVIF is the widest of its own kind', async () => {
  const webp = await encoded(shaded(1000, 400), 'webp');
  const ofWebp = await makeSmaller(webp);
  assert.equal(ofWebp.at(-1), webp);
  const avif = await encoded(shaded(1000, 400), 'avif');
  const ofAvif = await makeSmaller(avif);
  assert.deepEqual(named(ofAvif), ['avif 480', 'avif 1000']);
  assert.equal(ofAvif.at(-1), avif);
});

test('what is too small to gain has no smaller files', async () => {
  assert.deepEqual(await makeSmaller(await encoded(shaded(1, 1), 'png')), []);
});

test('what was encoded is kept: a second run encodes nothing, a spoilt file is made again', async () => {
  const folder = path.join(root, 'kept');
  const picture = await encoded(shaded(600, 300), 'jpg');
  let runs = 0;
  const run = async () => {
    const kept = new KeptPictures(folder);
    return await kept.keep('smaller', picture.bytes, async () => {
      runs += 1;
      return await makeSmaller(picture);
    });
  };
  const first = (await run()).map(({ bytes }) => Buffer.from(bytes));
  const second = (await run()).map(({ bytes }) => Buffer.from(bytes));
  assert.equal(runs, 1);
  assert.deepEqual(second, first);
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.avif'));
  writeFileSync(path.join(folder, file ?? ''), 'half');
  assert.deepEqual(
    (await run()).map(({ bytes }) => Buffer.from(bytes)),
    first,
  );
  assert.equal(runs, 2);
});

test('a picture that a misspelt name means is not unused as well', async () => {
  const owner = { file: path.join(root, 'misspelt/index.mdx') };
  mkdirSync(path.dirname(owner.file));
  for (const name of ['curve.svg', 'other.svg']) {
    writeFileSync(path.join(root, 'misspelt', name), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  }
  const pictures = openPictures('misspelt');
  await pictures.add(owner, './Curve.svg', { line: 7, column: 3 });
  assert.deepEqual(pictures.problems, [
    {
      ...{ file: owner.file, line: 7, column: 3, severity: 'error', code: 'picture-missing' },
      message: 'There is no picture `./Curve.svg` in the folder of this text.',
      fix: 'Write `./curve.svg`, with these letters.',
    },
  ]);
  const files = ['curve.svg', 'other.svg'].map((name) => path.join(root, 'misspelt', name));
  assert.deepEqual(
    pictures.findUnused(files).map(({ message }) => message),
    ['other.svg is shown nowhere.'],
  );
});

test('the pictures of a digest: checked without smaller files, built with them, each once', async () => {
  const folder = path.join(root, 'paper');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'Big One.jpg'), await shaded(1200, 500).jpeg().toBuffer());
  const owner = { file: path.join(folder, 'index.mdx') };
  const pictures = openPictures('digest');
  await pictures.add(owner, './Big One.jpg', { line: 1, column: 1 });
  assert.deepEqual(pictures.problems, []);
  const picture = pictures.of(owner, './Big One.jpg');
  assert.ok(picture?.opaque);
  assert.deepEqual([...pictures.byName.keys()], [picture.name]);
  assert.deepEqual(pictures.smallerOf(picture.name), []);
  await pictures.makeSmaller();
  const made = pictures.smallerOf(picture.name);
  assert.equal(made.length, 6);
  for (const { name, type, width, bytes } of made) {
    const ending = type.replace('image/', '');
    assert.match(name, new RegExp(`^big-one-${width}\\.[0-9a-f]{10}\\.${ending}$`));
    assert.equal(pictures.byName.get(name)?.bytes.length, bytes.length);
  }
});
