import type { BodyFacts } from '../body/tree.ts';

/** The part of a residual drawing that belongs to one paper. */
export type Stretch = {
  href: string;
  /** What the stretch is called in the drawing: the title up to its colon. */
  text: string;
  /** One value per paragraph or displayed formula, −1 to 1. */
  stems: number[];
};

/**
 * The residuals of some texts against one common prediction: that every paragraph holds mathematics
 * in proportion to its length. What is left is `maths − share × length` in characters; a stem is its
 * square root as a fraction of the largest in the drawing, so that one long derivation does not
 * flatten the rest, and texts drawn together can be compared.
 */
export function buildStretches(
  texts: { href: string; title: string; weights: BodyFacts['weights'] | undefined }[],
): Stretch[] {
  const lists = texts.map(({ weights }) => pair(weights));
  const all = lists.flat();
  const maths = all.reduce((sum, weight) => sum + weight.maths, 0);
  const length = all.reduce((sum, weight) => sum + weight.maths + weight.prose, 0);
  const share = length === 0 ? 0 : maths / length;
  const residual = (weight: Weight) => weight.maths - share * (weight.maths + weight.prose);
  const largest = Math.max(1, ...all.map((weight) => Math.abs(residual(weight))));
  return texts.map(({ href, title }, index) => ({
    href,
    text: title.split(': ')[0] ?? title,
    stems: (lists[index] ?? []).map((weight) => scale(residual(weight) / largest)),
  }));
}

type Weight = { maths: number; prose: number };

/** The weight of each paragraph or formula; of a listing none. */
function pair({ maths, prose }: BodyFacts['weights'] = { maths: [], prose: [] }): Weight[] {
  return maths.map((one, index) => ({ maths: one, prose: prose[index] ?? 0 }));
}

function scale(fraction: number): number {
  return Math.round(Math.sign(fraction) * Math.sqrt(Math.abs(fraction)) * 1000) / 1000;
}
