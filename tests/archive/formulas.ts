import type { Dice } from './dice.ts';

const GREEK =
  'alpha beta gamma delta eta theta kappa lambda mu nu xi rho sigma tau phi psi omega'.split(' ');
const LETTERS = [...'abcdfghkmnpqrstuvwxyz'];
const CAPITALS = [...'ABCDEFGHKMPQRSTUVWXYZ'];
const NAMES = 'softmax clip mean std gate norm attn route rank mix read write'.split(' ');

/** How many may be alike as chance has it; about as many as a thousand papers have. */
const LEFT_TO_CHANCE = 12_000;

/** Writes formulas, of which beyond some thousands none comes twice. */
export class Formulas {
  readonly #dice: Dice;
  readonly #written = new Set<string>();

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  writeInline(): string {
    return this.#keep(writeInline(this.#dice));
  }

  writeDisplay(): string {
    return this.#keep(writeDisplay(this.#dice));
  }

  #keep(short: string): string {
    const { greek, letter, number } = slots(this.#dice);
    let formula = short;
    while (this.#written.size >= LEFT_TO_CHANCE && this.#written.has(formula)) {
      formula += ` + \\${greek()}_{${letter()}${number()}}`;
    }
    this.#written.add(formula);
    return formula;
  }
}

/** An inline formula: a symbol, a relation, a range. */
function writeInline(dice: Dice): string {
  const { letter, capital, greek, number } = slots(dice);
  return dice.pick([
    () => `${letter()}_{${letter()}${number()}}`,
    () => `\\${greek()}_{${letter()}}`,
    () => `\\mathbf{${capital()}}_{${number()}} \\in \\mathbb{R}^{${letter()} \\times ${letter()}}`,
    () => `\\${greek()} = ${number()}.${number()}`,
    () => `${letter()}_{${number()}} \\le \\${greek()}^{${number()}}`,
    () => `O(${letter()}^{${number()}} \\log ${letter()})`,
    () => `p_{\\${greek()}}(${letter()} \\mid ${letter()}_{${number()}})`,
    () => `\\lVert ${capital()} - ${capital()}_{${number()}} \\rVert_2`,
  ])();
}

/** A displayed formula of the kinds that such papers have; one of many thousands. */
function writeDisplay(dice: Dice): string {
  const { letter, capital, greek, number, name } = slots(dice);
  return dice.pick([
    () =>
      `${capital()}_{${letter()}} = \\operatorname{${name()}}\\left(\\frac{${capital()} ${capital()}^{\\top}}{\\sqrt{d_{${letter()}}}} + ${capital()}_{${number()}}\\right) ${capital()}`,
    () =>
      `\\mathcal{L}_{${letter()}${number()}}(\\${greek()}) = \\frac{1}{${letter()}} \\sum_{i=1}^{${letter()}} \\left\\lVert f_{\\${greek()}}(x_i) - y_{${letter()}} \\right\\rVert^2 + \\${greek()} \\sqrt{1 + \\${greek()}^{${number()}}}`,
    () =>
      `\\${greek()}_{t+1} = (1 - \\${greek()}_t)\\,\\${greek()}_t + \\${greek()} \\nabla_{\\${greek()}} \\ell_{${letter()}}(${letter()}_t)^{${number()}}`,
    () =>
      `\\mathbb{E}_{${letter()} \\sim p_{\\${greek()}}}\\left[\\log \\frac{p(${letter()} \\mid ${letter()}_{${number()}})}{q_{\\${greek()}}(${letter()})}\\right] \\ge \\${greek()} - ${number()}`,
    () =>
      `\\hat{${letter()}}_{${letter()}} = \\operatorname{${name()}}\\bigl(\\mathbf{W}_{${capital()}${number()}} \\mathbf{${letter()}}_{${letter()}} + \\mathbf{b}_{${letter()}}\\bigr) \\odot \\mathbf{${letter()}}`,
    () =>
      `\\begin{aligned} ${letter()}_t &= \\operatorname{${name()}}(${capital()}_{${letter()}} ${letter()}_{t-${number()}}) \\\\ ${capital()}_t &= \\${greek()}_t ${capital()}_{t-1} + ${letter()}_t ${letter()}_t^{\\top} \\end{aligned}`,
    () =>
      `\\prod_{${letter()}=1}^{${capital()}} \\bigl(1 - \\${greek()}_{${letter()}}\\bigr)^{${number()}} \\approx e^{-\\${greek()} ${capital()} / ${number()}}`,
    () =>
      `${capital()}(${letter()}, ${letter()}) = \\int_{0}^{\\infty} \\frac{\\mathrm{d}\\${greek()}}{${number()} + \\${greek()}^{${letter()}}} \\, \\hat{f}_{${capital()}}(\\${greek()})`,
  ])();
}

function slots(dice: Dice) {
  return {
    letter: () => dice.pick(LETTERS),
    capital: () => dice.pick(CAPITALS),
    greek: () => dice.pick(GREEK),
    number: () => String(2 + dice.below(7)),
    name: () => dice.pick(NAMES),
  };
}
