import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkFormula, type FormulaFault } from '../../../src/body/formulas/formula.ts';

/**
 * The table beside this file: a formula, inline or displayed (as a JSON string where it has characters that do not
 * show), then for each fault its offset and code, its message, its fix.
 */
const TABLE = readFileSync(new URL('./faults.txt', import.meta.url), 'utf8');

for (const entry of TABLE.trimEnd().split('\n\n')) {
  const [formula = '', ...lines] = entry.split('\n');
  const [, mode, written = ''] = /^(inline|display) (.*)$/.exec(formula) ?? [];
  const tex = written.startsWith('"') ? (JSON.parse(written) as string) : written;
  test(`told of ${formula}`, () => {
    const told: FormulaFault[] = [];
    for (let index = 0; index < lines.length; index += 3) {
      const [offset, code = ''] = (lines[index] ?? '').trim().split(' ');
      const [message = '', fix = ''] = lines.slice(index + 1, index + 3).map((line) => line.trim());
      told.push({ offset: Number(offset), code, message, fix });
    }
    assert.ok(told.length > 0);
    assert.deepEqual(checkFormula(tex, mode === 'display'), told);
  });
}

const BOUNDS: [tex: string, told: FormulaFault][] = [
  [
    'x'.repeat(4001),
    {
      offset: 4000,
      code: 'formula-too-long',
      message: 'The formula has 4001 characters, more than 4000.',
      fix: 'Divide it into several formulas, or check that the dollars before and after it pair up.',
    },
  ],
  [
    `${'{'.repeat(21)}x${'}'.repeat(21)}`,
    {
      offset: 20,
      code: 'formula-too-deep',
      message: 'The formula is nested too deeply.',
      fix: 'Keep braces, environments and `\\left` … `\\right` at most 20 deep, and give parts of it names.',
    },
  ],
  [
    `\\begin{matrix}${'&'.repeat(3900)}\\end{matrix}`,
    {
      offset: 0,
      code: 'formula-too-large',
      message: 'The formula is too large to set.',
      fix: 'Divide it into several formulas.',
    },
  ],
  [
    `\\def\\a#1{${'#1'.repeat(21)}}\\a{x}`,
    {
      offset: 47,
      code: 'formula-expansion',
      message: 'The definitions in this formula use their arguments more than 20 times.',
      fix: 'Write out what they stand for.',
    },
  ],
];

for (const [tex, told] of BOUNDS) {
  test(`bound: ${tex.slice(0, 20)} …`, () => assert.deepEqual(checkFormula(tex, false), [told]));
}

/** What is as good as a fault elsewhere, and none here. */
const GOOD = [
  '5 × 3 ≤ 20 · y → ∞',
  '\\text{Größe naïve 한국}',
  'x = 1 \\\\ y = 2',
  'a % a comment\n+ b',
  '% alone\na',
  '\\begin{aligned}%\na\\end{aligned}',
  '95\\%',
  '\\color{black} x',
  '\\left\\{ x \\right.',
  '\\verb|}{|',
  '\\newcommand{\\be}{\\begin{aligned}}\\newcommand{\\ee}{\\end{aligned}} \\be a \\ee',
  "f''(x)",
];

for (const tex of GOOD) {
  test(`no fault in ${JSON.stringify(tex)}`, () => assert.deepEqual(checkFormula(tex, true), []));
}
