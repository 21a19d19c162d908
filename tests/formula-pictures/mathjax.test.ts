import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENVIRONMENTS } from '../../src/body/formulas/commands.ts';
import { checkFormula } from '../../src/body/formulas/formula.ts';
import { drawFormula } from '../../src/formula-pictures/mathjax.ts';

const draws = async (tex: string) => (await drawFormula(tex, true)) !== undefined;

test('every environment that bodies may hold is set', async () => {
  for (const name of ENVIRONMENTS) {
    const columns = name.endsWith('array') ? '{c}' : /alignat|alignedat/.test(name) ? '{1}' : '';
    const tex = `\\begin{${name}}${columns} a \\end{${name}}`;
    assert.deepEqual(checkFormula(tex, true), [], name);
    assert.ok(await draws(tex), name);
  }
});

test('what one formula defines, no other knows', async () => {
  for (const definition of [
    '\\def\\mine{x}',
    '\\gdef\\mine{x}',
    '\\global\\def\\mine{x}',
    '\\newcommand{\\mine}{x}',
    '\\let\\mine=x',
  ]) {
    assert.ok(await draws(`${definition}\\mine`), definition);
    assert.equal(await draws('\\mine'), false, definition);
  }
  const before = await drawFormula('\\frac ab\\alpha', true);
  assert.ok(await draws('\\def\\frac#1#2{y}\\renewcommand{\\alpha}{z}\\frac ab\\alpha'));
  assert.deepEqual(await drawFormula('\\frac ab\\alpha', true), before);
});

test('what links, loads or styles is not known', async () => {
  for (const tex of [
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://example.org}',
    '\\class{a}{x}',
    '\\cssId{a}{x}',
    '\\style{color: red}{x}',
    '\\data{a=b}{x}',
    '\\require{html}x',
    '\\includegraphics{a.png}',
    '\\toggle{x}{y}\\endtoggle',
    '\\text{<img src="x">\\href{a}{b}}',
  ]) {
    assert.equal(await draws(tex), false, tex);
  }
  const { svg = '' } = (await drawFormula('\\text{<b a="c">\\&</b>}', true)) ?? {};
  assert.match(svg, /^<svg[^]*<\/svg>$/);
  assert.doesNotMatch(svg, /<b|"c"|&(?!amp;|lt;)/);
});

test('letters that MathJax has no paths for are not drawn by the machine’s', async () => {
  for (const tex of ['\\text{日本}', '\\text{🙂}', '\\circledS 日']) {
    assert.equal(await draws(tex), false, tex);
  }
});

test('formulas set at once do not disturb each other', async () => {
  const sources = ['\\def\\a{x}\\a', '\\a', '\\mathfrak{A}', '\\text{ж}', '\\mathscr L', '\\a{}'];
  const alone: unknown[] = [];
  for (const tex of sources) alone.push(await drawFormula(tex, false));
  const together = await Promise.all(sources.map((tex) => drawFormula(tex, false)));
  assert.deepEqual(together, alone);
});
