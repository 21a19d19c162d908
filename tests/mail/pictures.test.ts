import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../../src/pictures/picture.ts';
import { loadMailPictures, placePicture } from '../../src/mail/pictures.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;

test('drawings and plots are made pictures, no wider than the column', async () => {
  const pictures = await loadMailPictures(edition, [paper]);
  const names = [...pictures.keys()];
  assert.ok(names.some((name) => name.startsWith('curve.')));
  assert.equal(names.length, 2);
  for (const picture of pictures.values()) assert.equal(picture.type, 'image/png');
  const curve = edition.pictureOf(paper, './curve.svg')!;
  const wide: Picture = { ...curve, width: 1_120, height: 500 };
  assert.deepEqual(placePicture(edition, pictures, wide), {
    href: `https://ferrous.example/digest/pictures/${pictures.get(curve.name)?.name}`,
    width: 560,
    height: 250,
  });
  assert.equal(placePicture(edition, new Map(), curve), undefined);
});

test('a picture that cannot be made is left out', async () => {
  const broken: Picture = {
    ...edition.pictureOf(paper, './curve.svg')!,
    name: 'broken.svg',
    bytes: Buffer.from('<svg'),
  };
  const own = { ...edition, pictureOf: () => broken };
  const pictures = await loadMailPictures(own, [paper]);
  assert.equal(pictures.has('broken.svg'), false);
  assert.equal(pictures.size, 1);
});
