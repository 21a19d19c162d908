import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MailPictures } from '../../src/mail/pictures.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;
const curve = edition.pictureOf(paper, './curve.svg')!;

test('a drawing is made a picture once a mail shows it, no wider than the column', async () => {
  const pictures = new MailPictures();
  const wide: Picture = { ...curve, bytes: curve.bytes, width: 1_120, height: 500 };
  const before = pictures.place(edition, wide)!;
  assert.equal(before.href.length, `https://ferrous.example/digest/pictures/${curve.name}`.length);
  assert.equal(await pictures.makeShown('<p>No picture.</p>'), false);
  assert.deepEqual(pictures.list(), []);

  assert.equal(await pictures.makeShown(`<img src="${before.href}">`), true);
  const [name = ''] = pictures.list();
  assert.match(name, /^curve\.[0-9a-f]{10}\.png$/);
  assert.deepEqual(pictures.place(edition, wide), {
    href: `https://ferrous.example/digest/pictures/${name}`,
    width: 560,
    height: 250,
  });
  assert.equal(before.href.length, `https://ferrous.example/digest/pictures/${name}`.length);
  assert.equal(await pictures.makeShown(`<img src="${before.href}">`), false);
});

test('a picture that cannot be made is left out', async () => {
  const pictures = new MailPictures();
  const broken: Picture = { ...curve, name: 'broken.0123456789.svg', bytes: Buffer.from('<svg') };
  const { href } = pictures.place(edition, broken)!;
  assert.equal(await pictures.makeShown(`<img src="${href}">`), true);
  assert.equal(pictures.place(edition, broken), undefined);
  assert.deepEqual(pictures.list(), []);
  assert.equal(await pictures.makeShown(`<img src="${href}">`), false);
});
