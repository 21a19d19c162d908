import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { readPicture } from '../../src/pictures/picture.ts';

let root: string;
let folder: string;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"/>';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  folder = join(root, 'paper');
  mkdirSync(join(folder, 'figures'), { recursive: true });
});
after(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return `./${name}`;
}

function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#1f77b4',
      noise: { type: 'gaussian', mean: 99, sigma: 30 },
    },
  });
}

async function problem(src: string): Promise<string> {
  const { picture, problems } = await readPicture(folder, src);
  assert.equal(picture, undefined);
  return problems.map(({ code, message, fix }) => `${code}: ${message} ${fix}`).join('\n');
}

describe('pictures that are taken', () => {
  test('an svg, by a name of its stem and its bytes', async () => {
    const { picture } = await readPicture(folder, put('My_Plot.svg', SVG));
    assert.match(picture?.name ?? '', /^my-plot\.[0-9a-f]{10}\.svg$/);
    assert.deepEqual([picture?.width, picture?.height, picture?.type], [20, 10, 'image/svg+xml']);
    const other = await readPicture(folder, put('figures/my_plot.svg', SVG));
    assert.equal(other.picture?.name, picture?.name);
  });

  for (const [format, ending, type] of [
    ['png', 'png', 'image/png'],
    ['jpeg', 'jpg', 'image/jpeg'],
    ['jpeg', 'jpeg', 'image/jpeg'],
    ['webp', 'webp', 'image/webp'],
    ['avif', 'avif', 'image/avif'],
  ] as const) {
    test(`a ${ending}, without what its camera knew, upright, the same each time`, async () => {
      const bytes = await noise(40, 20)
        .withExif({
          IFD0: { Artist: 'Ada', Orientation: '6' },
          IFD3: { GPSLatitude: '51/1 30/1 0/1' },
        })
        .withMetadata({ orientation: 6 })
        .toFormat(format)
        .toBuffer();
      assert.ok(bytes.includes('Ada'));
      const src = put(`photo.${ending}`, bytes);
      const { picture, problems } = await readPicture(folder, src);
      assert.deepEqual(problems, []);
      assert.ok(picture);
      assert.equal(picture.type, type);
      assert.match(
        picture.name,
        new RegExp(`^photo\\.[0-9a-f]{10}\\.${ending === 'jpeg' ? 'jpg' : ending}$`),
      );
      const { exif, icc, xmp, iptc, orientation, width, height } = await sharp(
        picture.bytes,
      ).metadata();
      assert.deepEqual(
        { exif, icc, xmp, iptc, orientation },
        {
          exif: undefined,
          icc: undefined,
          xmp: undefined,
          iptc: undefined,
          orientation: undefined,
        },
      );
      assert.deepEqual([width, height], [picture.width, picture.height]);
      assert.ok(!Buffer.from(picture.bytes).includes('Ada'));
      const copy = await readPicture(folder, put(`copy.${ending}`, bytes));
      assert.deepEqual(Buffer.from(copy.picture?.bytes ?? []), Buffer.from(picture.bytes));
    });
  }

  test('turned by its orientation', async () => {
    const bytes = await noise(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { picture } = await readPicture(folder, put('turned.jpg', bytes));
    assert.deepEqual([picture?.width, picture?.height], [20, 40]);
  });

  test('a wide one, made narrower', async () => {
    const bytes = await sharp({
      create: { width: 4000, height: 100, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    const { picture } = await readPicture(folder, put('wide.png', bytes));
    assert.deepEqual([picture?.width, picture?.height], [1920, 48]);
  });
});

describe('pictures that are refused', () => {
  test('missing, and what may have been meant', async () => {
    put('Curve.svg', SVG);
    assert.equal(
      await problem('./nothing-like-it.svg'),
      'picture-missing: There is no picture `./nothing-like-it.svg` in the folder of this text. Put the file there, or correct its name.',
    );
    assert.equal(
      await problem('./curve.svg'),
      'picture-missing: There is no picture `./curve.svg` in the folder of this text. Write `./Curve.svg`, with these letters.',
    );
    assert.equal(
      await problem('./Kurve.svg'),
      'picture-missing: There is no picture `./Kurve.svg` in the folder of this text. Write `./Curve.svg`.',
    );
    put('figures/inner.svg', SVG);
    assert.equal(
      await problem('./Figures/inner.svg'),
      'picture-missing: There is no picture `./Figures/inner.svg` in the folder of this text. Write `./figures/inner.svg`, with these letters.',
    );
  });

  test('outside the folder, by its path or by a link', async () => {
    writeFileSync(join(root, 'secret.svg'), SVG);
    symlinkSync(join(root, 'secret.svg'), join(folder, 'link.svg'));
    symlinkSync(root, join(folder, 'up'));
    symlinkSync('nowhere', join(folder, 'broken.svg'));
    const told = (src: string) =>
      `picture-outside: The picture \`${src}\` lies outside the folder of its text. Copy the file into the folder and write its name: \`./picture.svg\`.`;
    for (const src of [
      '../secret.svg',
      './figures/../../secret.svg',
      '/etc/passwd.svg',
      'file:///etc/a.svg',
      'C:\\a.svg',
      './link.svg',
      './up/secret.svg',
      './broken.svg',
      'https://example.org/a.svg',
    ]) {
      assert.equal(await problem(src), told(src));
    }
  });

  test('a folder', async () => {
    assert.equal(
      await problem('./figures'),
      'picture-type: `./figures` is no file. Write the path of a picture: `./picture.svg`.',
    );
  });

  test('an ending that is not taken', async () => {
    assert.equal(
      await problem(put('a.gif', 'GIF89a')),
      'picture-type: `a.gif` is a .gif file, which is not taken as a picture. Save it as png, or link to a video where it moves.',
    );
    assert.equal(
      await problem(put('a.constructor', 'x')),
      'picture-type: `a.constructor` is a .constructor file, which is not taken as a picture. Save it as svg (diagrams and plots), png, jpg, webp or avif.',
    );
    assert.equal(
      await problem(put('a', 'x')),
      'picture-type: The picture `a` has no ending that says what it is. Save it as svg (diagrams and plots), png, jpg, webp or avif.',
    );
  });

  test('content that is not what the ending says', async () => {
    assert.equal(
      await problem(put('b.png', await noise(2, 2).jpeg().toBuffer())),
      'picture-type: `b.png` is named .png, but holds a jpg file. Rename it: the ending is .jpg.',
    );
    assert.equal(
      await problem(put('c.png', '%PDF-1.7')),
      'picture-type: `c.png` is named .png, but holds a pdf file. Save it as png.',
    );
    assert.equal(
      await problem(put('d.svg', '<!DOCTYPE html><script>alert(1)</script>')),
      'picture-type: `d.svg` is named .svg, but holds a html file. Save it as svg.',
    );
    assert.equal(
      await problem(put('e.webp', 'hello')),
      'picture-type: `e.webp` does not hold a webp picture, or any other that is known here. Save the picture again from the program that made it.',
    );
  });

  test('too many bytes', async () => {
    assert.equal(
      await problem(put('heavy.png', Buffer.alloc(2_000_001))),
      'picture-too-heavy: `heavy.png` has 2.1 MB; at most 2 MB are taken. Make it smaller: 1920 pixels are the widest that is shown.',
    );
    assert.equal(
      await problem(put('heavy.svg', Buffer.alloc(500_001))),
      'picture-too-heavy: `heavy.svg` has 501 kB; at most 500 kB are taken. Draw fewer points, or save the picture as png.',
    );
  });

  test('too many pixels in few bytes', async () => {
    const bytes = await sharp({
      create: { width: 6000, height: 5000, channels: 3, background: '#fff' },
    })
      .png()
      .toBuffer();
    assert.equal(
      await problem(put('bomb.png', bytes)),
      'picture-too-large: `bomb.png` has more than 25 million pixels. Make it smaller: 1920 pixels are the widest that is shown.',
    );
  });

  test('one that moves', async () => {
    const bytes = await sharp(
      [await noise(4, 4).png().toBuffer(), await noise(4, 4).png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .webp()
      .toBuffer();
    assert.equal(
      await problem(put('moves.webp', bytes)),
      'picture-moves: `moves.webp` moves: it holds 2 pictures. Save one of them, or link to a video.',
    );
  });

  test('damaged', async () => {
    const bytes = await noise(60, 60).jpeg().toBuffer();
    assert.equal(
      await problem(put('cut.jpg', bytes.subarray(0, bytes.length / 2))),
      'picture-damaged: `cut.jpg` is damaged and cannot be read to its end. Save the picture again from the program that made it.',
    );
  });

  test('an svg that fails tells why', async () => {
    assert.match(
      await problem(put('bad.svg', SVG.replace('/>', '><script/></svg>'))),
      /^svg-script: `bad\.svg` has/,
    );
  });
});
