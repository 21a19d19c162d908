import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { setFormula } from '../../src/sharing/formula.ts';
import { pictureSize, type SharingPicture, type TitlePiece } from '../../src/sharing/picture.ts';
import { renderResiduals } from '../../src/sharing/residuals.ts';
import { renderSharingPicture } from '../../src/sharing/render.ts';

const colours = { paper: '#fdfdfb', ink: '#191c21', soft: '#5d626c', live: '#b3261e' };
const text = (words: string): TitlePiece => ({ type: 'text', text: words, italic: false });
const formula = (tex: string, words: string): TitlePiece => ({
  type: 'formula',
  tex,
  text: words,
});
const picture = (...title: TitlePiece[]): SharingPicture => ({
  site: 'Ferrous Notes',
  within: 'January 2026',
  title,
  lines: ['Ada Quill, Paul Balança'],
  stretches: [{ stems: [1, -0.4, 0, 0.2], colour: colours.live, pale: false }],
  colours,
});
const draw = async (...title: TitlePiece[]) =>
  Buffer.from(await renderSharingPicture(picture(...title)));

test('a picture is a PNG of its size, on paper, and the same bytes every time', async () => {
  const png = await draw(text('Iron'));
  const { format, width, height } = await sharp(png).metadata();
  assert.deepEqual({ format, width, height }, { format: 'png', ...pictureSize });
  assert.ok(png.length < 60_000, `${png.length} bytes`);
  const [red, green, blue] = await sharp(png)
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  assert.deepEqual([red, green, blue], [0xfd, 0xfd, 0xfb]);
  assert.ok(png.equals(await draw(text('Iron'))));
  assert.ok(!png.equals(await draw(text('Rust'))));
});

test('a formula is set, not printed', async () => {
  const set = await draw(text('Iron '), formula('\\alpha^2', 'α²'));
  assert.ok(!set.equals(await draw(text('Iron α²'))));
  assert.ok(!set.equals(await draw(text('Iron $\\alpha^2$'))));
});

test('what MathJax cannot set stands as text', async () => {
  for (const tex of [
    '\\nosuchcommand',
    '\\text{铁}',
    '\\rule{90em}{1em}',
    '\\rule{1em}{90em}',
    '{',
  ]) {
    assert.equal(await setFormula(tex, colours), undefined, tex);
  }
  assert.ok((await draw(formula('\\nosuchcommand', 'iron'))).equals(await draw(text('iron'))));
});

test('a formula is one drawing of paths in ink, as wide as it says, whatever it holds', async () => {
  const set = await setFormula(
    '\\mathcal{O}(\\sqrt{n}\\,\\log n) \\text{ <b>\\&} = \\frac{a}{b} < "1"',
    colours,
  );
  assert.ok(set);
  assert.equal(set.svg.match(/<svg/g)?.length, 1);
  assert.doesNotMatch(set.svg, /currentColor|<text|<script|href=|<b>|data-|&/);
  assert.ok(set.width > 8 && set.width < 16, `${set.width}`);
});

test('hostile and odd titles are drawn', async () => {
  const titles = [
    '</text><script>alert(1)</script> &amp; $x$ {a}',
    '\u202eevil \u0000 \ud800 שלום 千问 🎉',
    'x'.repeat(400),
    '',
  ];
  for (const title of titles) assert.ok((await draw(text(title))).length > 1000, title);
});

test('titles with any sign in a formula are drawn', async () => {
  for (const tex of ['a<b', '\\text{</svg><script>&amp;"}', "\\text{\\$'\\$`}", '\\text{$&$}'])
    assert.ok((await draw(formula(tex, 'a'))).length > 1000, tex);
});

test('a picture without residuals, site and lines is drawn', async () => {
  const { title } = picture(text('Alone'));
  const png = await renderSharingPicture({ title, lines: ['', ''], stretches: [], colours });
  assert.ok(png.length > 1000);
});

test('stems stand in reading order, up and down from the zero line, others paler', () => {
  const stretches = [
    { stems: [1, -0.5], colour: '#b3261e', pale: false },
    { stems: [0.5], colour: '#b3261e', pale: true },
  ];
  const svg = renderResiduals(stretches, { width: 168, height: 112 }, colours);
  const stems = [...svg.matchAll(/M(\S+) (\S+)V(\S+)" stroke="(#\w+)"/g)].map((match) =>
    match.slice(1),
  );
  // Six pixels of dot above and below; a stem of 1 takes two thirds of the rest.
  assert.deepEqual(stems, [
    ['28', '72.67', '6', '#b3261e'],
    ['84', '72.67', '106', '#b3261e'],
    ['140', '72.67', '39.34', '#e7bdb9'],
  ]);
  assert.match(svg, /<path d="M0 72\.67H168" stroke="#191c21"/);
});

test('more stems than there is room for are thinned to the longest of neighbours', () => {
  const stems = Array.from({ length: 600 }, (_, index) => (index === 301 ? -1 : 0.1));
  const svg = renderResiduals(
    [{ stems, colour: '#b3261e', pale: false }],
    { width: 1056, height: 99 },
    colours,
  );
  const ends = [...svg.matchAll(/ cy="(\S+)"/g)].map(([, y]) => Number(y));
  assert.ok(ends.length <= 176 && ends.length > 140, `${ends.length}`);
  assert.equal(ends.filter((y) => y > 50).length, 1);
});
