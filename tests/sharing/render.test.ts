import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { setFormula } from '../../src/sharing/formula.ts';
import { pictureSize, type SharingPicture, type TitlePiece } from '../../src/sharing/picture.ts';
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

test('pictures drawn at once are those drawn one after another', async () => {
  const titles = [[text('Iron')], [formula('x^2', 'x²')], [text('Rust')], [text('Iron')]];
  const alone: Buffer[] = [];
  for (const title of titles) alone.push(await draw(...title));
  assert.deepEqual(await Promise.all(titles.map((title) => draw(...title))), alone);
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
