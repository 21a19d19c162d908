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
 * Sets a formula in ink. `undefined` where MathJax does not know a command that KaTeX knows,
 * where it needs a letter from outside its fonts, or where the formula is too large for a line of a
 * title: then its Unicode text stands there.
 */
export async function setFormula(
  tex: string,
  { ink, paper }: { ink: string; paper: string },
): Promise<SetFormula | undefined> {
  const { tex2svgPromise, startup } = await (loading ??= load());
  const markup = startup.adaptor.innerHTML(await tex2svgPromise(tex, { display: false }));
  const [, left, top, width, height] =
    /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(markup)?.map(Number) ?? [];
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    return undefined;
  }
  const formula = {
    svg: markup
      // The source in `data-latex` keeps its `<`, which no reader of XML takes.
      .replace(/ data-[\w-]+="[^"]*"/g, '')
      .replace('stroke="currentColor"', `stroke="${paper}"`)
      .replace('stroke-width="0"', `stroke-width="${THINNED}"`)
      .replaceAll('currentColor', ink),
    width: (width / 1000) * SCALE,
    above: (-top / 1000) * SCALE,
    below: ((height + top) / 1000) * SCALE,
  };
  const isPlain = markup.lastIndexOf('<svg') === 0 && !/<text|merror|<image/.test(markup);
  const fits =
    formula.width > 0 &&
    formula.width <= MOST_WIDTH &&
    formula.above + formula.below <= MOST_HEIGHT;
  return isPlain && fits ? formula : undefined;
}

let loading: ReturnType<typeof load> | undefined;

/** Only where a title holds a formula; without the packages that load others, link or colour. */
async function load() {
  const { default: MathJax } = await import('mathjax');
  await MathJax.init({
    loader: { load: ['input/tex-base', '[tex]/ams', '[tex]/boldsymbol', 'output/svg'] },
    tex: { packages: ['base', 'ams', 'boldsymbol'], maxMacros: 200, maxBuffer: 5_000 },
    svg: { fontCache: 'none', linebreaks: { inline: false } },
    startup: { typeset: false },
  });
  return MathJax;
}
