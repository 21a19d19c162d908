import { MACROS } from './macros.ts';

/**
 * A formula as paths in one `<svg>` that draws in `currentColor`; lengths in thousandths of the size of its letters,
 * counted from where it begins on the line: `top` is negative above it.
 */
export type FormulaDrawing = {
  svg: string;
  left: number;
  top: number;
  width: number;
  height: number;
};

/**
 * Sets a formula by MathJax. `undefined` where MathJax does not know a command that KaTeX knows, or where it needs a
 * letter from outside its own fonts, which every machine would draw another way.
 */
export async function drawFormula(
  tex: string,
  display: boolean,
): Promise<FormulaDrawing | undefined> {
  const { tex2svgPromise, startup } = await (loading ??= load());
  let markup: string;
  try {
    // What one formula defines, no other knows.
    const set = await tex2svgPromise(`\\begingroupSandbox ${tex}`, { display });
    markup = startup.adaptor.innerHTML(set);
  } catch {
    return undefined;
  }
  const [, left, top, width, height] =
    /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(markup)?.map(Number) ?? [];
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    return undefined;
  }
  // The source in `data-latex` keeps its `<`, which no reader of XML takes.
  const svg = markup.replace(/ data-[\w-]+="[^"]*"/g, '');
  return /<(?:text|merror|image|foreignObject)/.test(markup) || markup.includes('data-mjx-error')
    ? undefined
    : { svg, left, top, width, height };
}

let loading: ReturnType<typeof load> | undefined;

/** Of MathJax's packages for TeX those that set what bodies may hold; none that loads, links or styles. */
const PACKAGES = [
  ...['ams', 'amscd', 'begingroup', 'boldsymbol', 'braket', 'cancel', 'cases', 'centernot'],
  ...['color', 'configmacros', 'enclose', 'extpfeil', 'mathtools', 'newcommand', 'textcomp'],
  ...['textmacros', 'unicode', 'upgreek', 'verb'],
];

async function load() {
  const { default: MathJax } = await import('mathjax');
  await MathJax.init({
    loader: {
      load: ['input/tex-base', ...PACKAGES.map((name) => `[tex]/${name}`), 'output/svg'],
    },
    tex: {
      packages: ['base', ...PACKAGES],
      macros: MACROS,
      maxMacros: 200,
      maxBuffer: 5_000,
      textmacros: { packages: { '[+]': ['textcomp'] } },
    },
    svg: { fontCache: 'none', linebreaks: { inline: false } },
    startup: { typeset: false },
  });
  return MathJax;
}
