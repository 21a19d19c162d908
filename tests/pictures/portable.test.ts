import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import sharp from 'sharp';
import { makePortable } from '../../src/pictures/portable.ts';

const svg = (inside: string, width = 200, height = 100) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`,
  );
const drawing = { isDrawing: true, opaque: false };

async function readPixels(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
}

test('a drawing becomes PNG on white, of two pixels for each CSS pixel', async () => {
  const made = await makePortable(svg('<rect width="100" height="100" fill="#ff0000"/>'), {
    ...drawing,
    width: 150,
  });
  assert.deepEqual([made.format, made.width, made.height], ['png', 300, 150]);
  const pixel = await readPixels(made.bytes);
  assert.deepEqual(pixel(20, 20), [255, 0, 0]);
  assert.deepEqual(pixel(280, 20), [255, 255, 255]);
  // Its edge is sharp: drawn in this size, not enlarged.
  assert.deepEqual(pixel(148, 20), [255, 0, 0]);
  assert.deepEqual(pixel(151, 20), [255, 255, 255]);
});

test('text of a drawing is set in our own faces, whatever it asks for', async () => {
  const set = async (family: string) => {
    const text = `<text x="5" y="60" font-size="40" font-family="${family}">Iron</text>`;
    return (await makePortable(svg(text), { ...drawing, width: 200 })).bytes;
  };
  const [own, arial, mono] = [
    await set('Instrument Sans'),
    await set('Arial, sans-serif'),
    await set('DejaVu Sans Mono, sans-serif'),
  ];
  assert.deepEqual(arial, own);
  assert.deepEqual(mono, own);
  assert.notDeepEqual(await set('Georgia, serif'), own);
});

test('text is set the same whatever language the machine speaks', () => {
  const source = [
    "const { makePortable } = await import('./src/pictures/portable.ts');",
    `const bytes = Buffer.from(${JSON.stringify(svg('<text x="5" y="60" font-size="40" font-family="Arial, sans-serif">ARC-C − 1</text>').toString())});`,
    'const made = await makePortable(bytes, { isDrawing: true, opaque: false, width: 200 });',
    "process.stdout.write(Buffer.from(made.bytes).toString('base64'));",
  ].join('\n');
  const [english, turkish] = ['en_GB.UTF-8', 'tr_TR.UTF-8'].map((LANG) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
      env: { ...process.env, LANG, LC_ALL: LANG },
    }),
  );
  assert.ok(english && english.length > 1_000);
  assert.equal(turkish, english);
});

test('a picture that the page shines through is put on white, another becomes JPEG', async () => {
  const clear = sharp({
    create: { width: 80, height: 40, channels: 4, background: { r: 0, g: 0, b: 255, alpha: 0 } },
  });
  const made = await makePortable(await clear.webp().toBuffer(), {
    isDrawing: false,
    opaque: false,
    width: 80,
  });
  assert.deepEqual([made.format, made.width, made.opaque], ['png', 80, true]);
  assert.deepEqual((await readPixels(made.bytes))(10, 10), [255, 255, 255]);
  const photo = sharp({
    create: { width: 1920, height: 960, channels: 3, background: '#336699' },
  });
  const small = await makePortable(await photo.webp().toBuffer(), {
    isDrawing: false,
    opaque: true,
    width: 560,
  });
  assert.deepEqual([small.format, small.width, small.height], ['jpg', 1120, 560]);
});

test('a drawing of any shape stays of a size that can be mailed', async () => {
  const tall = await makePortable(svg('<rect width="1" height="9000"/>', 10, 9_000), {
    ...drawing,
    width: 10,
  });
  assert.ok(tall.height <= 2_400 && tall.width >= 1);
  const huge = await makePortable(svg('<rect width="9" height="9"/>', 10_000, 5_000), {
    ...drawing,
    width: 560,
  });
  assert.deepEqual([huge.width, huge.height], [1_120, 560]);
  const tiny = await makePortable(svg('<rect width="1" height="1"/>', 2, 2), {
    ...drawing,
    width: 2,
  });
  assert.deepEqual([tiny.width, tiny.height], [4, 4]);
});

test('the same drawing is the same bytes', async () => {
  const bytes = svg('<text x="5" y="60" font-size="40">Iron</text><circle cx="9" cy="9" r="4"/>');
  const [first, second] = [
    await makePortable(bytes, { ...drawing, width: 200 }),
    await makePortable(bytes, { ...drawing, width: 200 }),
  ];
  assert.deepEqual(first.bytes, second.bytes);
});
