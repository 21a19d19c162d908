import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderFeedFormula } from '../../../src/body/formulas/formula.ts';
import { makeStrict } from '../../../src/body/formulas/strict.ts';

function strict(tex: string): string {
  return makeStrict(renderFeedFormula(tex, true)).replace(/^<math[^>]*>|<\/math>$/g, '');
}

test('only mstyle has a level of scripts, and what it is of stays one part', () => {
  assert.equal(
    strict("a_{b_{c'}}"),
    '<msub><mi>a</mi><msub><mi>b</mi><msup><mi>c</mi><mstyle scriptlevel="2">' +
      '<mo lspace="0em" rspace="0em">′</mo></mstyle></msup></msub></msub>',
  );
  assert.equal(
    makeStrict('<mtr><mtd displaystyle="true"><mi>a</mi></mtd></mtr>'),
    '<mtr><mtd><mstyle displaystyle="true"><mi>a</mi></mstyle></mtd></mtr>',
  );
  const table = '<mtable displaystyle="true"><mtr><mtd></mtd></mtr></mtable>';
  assert.equal(makeStrict(table), table);
});

test('a token holds text alone', () => {
  assert.match(
    strict('\\mathop{\\sum}\\limits_a^b'),
    /<munderover><mrow><mo [^>]*>∑<\/mo><\/mrow><mi>a<\/mi><mi>b<\/mi><\/munderover>/,
  );
});

test('a colour that is no number is left out', () => {
  assert.equal(strict('\\colorbox{nothing}{x}'), '<mrow><mtext>x</mtext></mrow>');
  assert.equal(
    strict('\\colorbox{orange}{x}'),
    '<mrow mathbackground="#FF8000"><mtext>x</mtext></mrow>',
  );
});

test('what is strict stays as it is, letter by letter', () => {
  for (const tex of [
    'a<b\\text{ if }c\\ge 1',
    '\\frac{a}{b}\\,\\sqrt[3]{x}',
    '\\left[\\begin{matrix}a&b\\\\c&d\\end{matrix}\\right]',
  ]) {
    const mathml = renderFeedFormula(tex, true);
    assert.equal(makeStrict(mathml), mathml, tex);
  }
});
