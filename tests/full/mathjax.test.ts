import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMANDS } from '../../src/body/formulas/commands.ts';
import { checkFormula } from '../../src/body/formulas/formula.ts';
import { drawFormula } from '../../src/formula-pictures/mathjax.ts';

const draws = async (tex: string) => (await drawFormula(tex, true)) !== undefined;

/** Ways to use a command, `X`: some way or other a body may hold each. */
const USES = [
  ...['X', 'X a', 'X{a}', 'X{a}{b}', 'X{a}{b}{c}', 'X{1em}', 'X{1em}{a}', 'X{1em}{1em}'],
  ...['X{red}{a}', 'X{red}', 'X{red}{blue}{a}', '\\left X a\\right.', '\\left( a X| b\\right.'],
  ...['X( a\\right)', '\\left( a X)'],
  ...['X(', '\\begin{array}{c}X a\\end{array}', 'a\\\\X b', '\\text{X}'],
  ...['\\text{X a}', 'X{(}{)}{1em}{0}{a}{b}', 'X 1em', 'X 3mu', '\\sum X_a^b', 'a X b', 'X|a|'],
  'X{a}{b}{c}{d}',
];

test('every command that bodies may hold is set, but for one', async () => {
  const lost: string[] = [];
  for (const name of COMMANDS) {
    const ways = USES.map((use) => use.replace('X', () => `\\${name}`)).filter(
      (tex) => checkFormula(tex, true).length === 0,
    );
    assert.ok(ways.length > 0, `no use of \\${name}`);
    let isDrawn = false;
    for (const tex of ways) if ((isDrawn ||= await draws(tex))) break;
    if (!isDrawn) lost.push(name);
  }
  assert.deepEqual(lost, ['reflectbox']);
});
