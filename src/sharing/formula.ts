import { drawFormula } from '../formula-pictures/mathjax.ts';

/** A formula as paths. Lengths at a size of 1, where the x-height is that of the text around it. */
export type SetFormula = { svg: string; width: number; above: number; below: number };

/** Of Source Serif 4 at its largest optical size, to that of MathJax's font. */
const SCALE = 0.478 / 0.442;
/** What the ground takes of a stroke, in thousandths: MathJax's letters are heavier than the light serif. */
const THINNED = 11;
/** Larger than what a title may hold, in its own size. */
const MOST_WIDTH = 24;
const MOST_HEIGHT = 2.4;

/**
 * Sets a formula in ink. `undefined` where MathJax cannot, or where the formula is too large for a line of a
 * title: then its Unicode text stands there.
 */
export async function setFormula(
  tex: string,
  { ink, paper }: { ink: string; paper: string },
): Promise<SetFormula | undefined> {
  const drawing = await drawFormula(tex, false);
  // What is stretched is an `<svg>` of its own, which the ground would not thin.
  if (drawing?.svg.lastIndexOf('<svg') !== 0) return undefined;
  const formula = {
    svg: drawing.svg
      .replace('stroke="currentColor"', `stroke="${paper}"`)
      .replace('stroke-width="0"', `stroke-width="${THINNED}"`)
      .replaceAll('currentColor', ink),
    width: (drawing.width / 1000) * SCALE,
    above: (-drawing.top / 1000) * SCALE,
    below: ((drawing.height + drawing.top) / 1000) * SCALE,
  };
  const fits =
    formula.width > 0 &&
    formula.width <= MOST_WIDTH &&
    formula.above + formula.below <= MOST_HEIGHT;
  return fits ? formula : undefined;
}
