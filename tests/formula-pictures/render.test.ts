import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { checkFormula, FORMULA_BOUNDS } from '../../src/body/formulas/formula.ts';
import { renderFormulaPicture, type RenderedFormula } from '../../src/formula-pictures/render.ts';

async function render(tex: string, display = false): Promise<RenderedFormula> {
  const rendered = await renderFormulaPicture(tex, display);
  assert.ok(rendered, tex);
  return rendered;
}

async function readPixels({ png }: RenderedFormula) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => {
    const at = (y * info.width + x) * 4;
    return [...data.subarray(at, at + 4)];
  };
  return { ...info, pixel, data };
}

test('a picture has two pixels for each of its lengths, and whole lengths', async () => {
  const rendered = await render('\\frac{a}{b}', true);
  const { width, height, depth } = rendered;
  const pixels = await readPixels(rendered);
  assert.deepEqual([pixels.width, pixels.height], [2 * width, 2 * height]);
  for (const length of [width, height, depth]) assert.ok(Number.isInteger(length) && length > 0);
  assert.ok(depth < height);
});

test('a letter stands on the line, and one that hangs below it reaches deeper', async () => {
  const [x, y] = [await render('x'), await render('y')];
  assert.ok(y.depth > x.depth);
  assert.equal(x.depth, 3);
  // The x-height of 16-pixel serifs.
  assert.ok(x.height - x.depth >= 9 && x.height - x.depth <= 11);
});

test('ink is dark, the ground white and opaque up to the corners', async () => {
  const { pixel, width, height, data } = await readPixels(await render('M'));
  for (const [x, y] of [
    [0, 0],
    [width - 1, 0],
    [0, height - 1],
    [width - 1, height - 1],
  ] as const) {
    assert.ok((pixel(x, y)[3] ?? 255) < 128);
  }
  for (const x of [10, width - 10]) {
    assert.deepEqual(pixel(x, 0), [255, 255, 255, 255]);
    assert.deepEqual(pixel(x, height - 1), [255, 255, 255, 255]);
  }
  let darkest = 255;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3] === 255) darkest = Math.min(darkest, data[at] ?? 255);
  }
  assert.ok(darkest < 40);
});

test('a writer’s colours come through', async () => {
  const { data } = await readPixels(await render('\\textcolor{red}{M}\\textcolor{blue}{M}'));
  const has = (test: (red: number, green: number, blue: number) => boolean) => {
    for (let at = 0; at < data.length; at += 4) {
      if (test(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) return true;
    }
    return false;
  };
  assert.ok(has((red, green, blue) => red > 200 && green < 60 && blue < 60));
  assert.ok(has((red, green, blue) => blue > 200 && green < 60 && red < 60));
});

test('what MathJax cannot set and what is too large is no picture', async () => {
  for (const tex of [
    '\\reflectbox{R}',
    '\\text{日}',
    'x'.repeat(400),
    '\\rule{100em}{0.1em}',
    '\\begin{matrix}' + 'a\\\\'.repeat(200) + '\\end{matrix}',
    '\\begin{array}{c}' + '\\rule{20em}{20em}\\\\'.repeat(3) + '\\end{array}',
  ]) {
    assert.equal(await renderFormulaPicture(tex, true), undefined, tex.slice(0, 40));
  }
});

test('the same formula is the same bytes, and few of them', async () => {
  const tex = '\\mathcal M_t = (1-\\alpha_t)\\,\\mathcal M_{t-1} + S_t';
  const [first, second] = [await render(tex, true), await render(tex, true)];
  assert.deepEqual(first, second);
  assert.ok(first.png.length < 4_000);
});

test('the largest formulas that bodies may hold end, and their pictures stay small', async () => {
  const fill = (unit: string) =>
    unit.repeat(Math.floor((FORMULA_BOUNDS.source - 60) / unit.length));
  const nest = (open: string, close: string) => `${open.repeat(18)}a${close.repeat(18)}`;
  for (const tex of [
    fill('x'),
    `\\begin{matrix}${fill('a\\\\')}\\end{matrix}`,
    `\\begin{matrix}${fill('\\substack{a}')}\\end{matrix}`,
    fill('\\left(a\\middle|b\\right)'),
    fill('\\operatorname{a}'),
    fill('\\begin{cases}a\\end{cases}'),
    nest('\\sqrt{', '}'),
    nest('\\underbrace{', '}'),
    nest('\\begin{matrix}', '\\end{matrix}'),
    nest('\\left(', '\\right)'),
    '\\rule{20em}{20em}'.repeat(3),
    `\\def\\a{xx}\\def\\b{\\a\\a}\\def\\c{\\b\\b}\\def\\d{\\c\\c}${'\\d'.repeat(20)}`,
  ]) {
    assert.deepEqual(checkFormula(tex, true), [], tex.slice(0, 40));
    const rendered = await renderFormulaPicture(tex, true);
    assert.ok(!rendered || rendered.png.length < 50_000, tex.slice(0, 40));
  }
});
