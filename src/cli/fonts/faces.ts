/** One face of the site: what it is called in CSS, where it is cut from, what of it comes first. */
export type Face = {
  /** Begins the name of each of its files. */
  name: string;
  family: string;
  style: 'normal' | 'italic';
  /** As `font-weight` of `@font-face`: the weights that this face is shown for. */
  weight: string;
  /** Files of packages. A character comes from the first that has it. */
  sources: { part: string; file: string }[];
  /** The characters of the file that nearly every page with this face needs; all where it is not worth a second file. */
  core?: string;
  /** Those that come next, where the rest is large: a second file. */
  more?: string;
  /** A point of an axis, or the part of it that stays variable. */
  axes?: Record<string, number | { min: number; max: number }>;
  /** OpenType features that the stylesheets ask for or browsers apply; all where not given. */
  features?: string[];
};

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
    '',
  );

const CAPITALS = range(0x41, 0x5a);
// A space comes along with everything.
const SPACES = ' \u00a0';
const LETTERS = CAPITALS + range(0x61, 0x7a);
const FIGURES = range(0x30, 0x39);
const ASCII = range(0x20, 0x7e);

const PROSE = `${LETTERS}${FIGURES}${SPACES}!"#%&'()+,-./:;=?[]–—‘’“”…·×−`;
const TEXT = `${ASCII}${PROSE}•§°`;

export const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
export const SANS = '@fontsource-variable/instrument-sans/files/instrument-sans';

function serif(
  name: string,
  style: Face['style'],
  weight: string,
  axes: { opsz: number; wght: number },
  core: string,
): Face {
  return {
    name: `source-serif-${name}`,
    family: 'Source Serif 4',
    style,
    weight,
    sources: ['latin', 'latin-ext', 'vietnamese', 'greek'].map((part) => ({
      part,
      file: `${SERIF}-${part}-opsz-${style}.woff2`,
    })),
    // A soft hyphen is seldom seen, and must not fetch a file.
    core: `${core}\u00ad²`,
    axes,
    features: ['ccmp', 'kern', 'liga', 'lnum', 'locl', 'mark', 'mkmk', 'onum', 'tnum'],
  };
}

/**
 * The faces of the text. The serif comes as single cuts: of its axes of weight and optical size, 77 kB for the core
 * alone, a page uses two or three points, at 10 kB each. The sans comes in both weights at once and without its kerning,
 * which for two weights is half of 20 kB, and at its sizes not seen.
 */
export const TEXT_FACES: Face[] = [
  serif('text', 'normal', '400', { opsz: 19, wght: 400 }, TEXT),
  serif('display', 'normal', '300', { opsz: 44, wght: 310 }, PROSE),
  serif('display-italic', 'italic', '300', { opsz: 44, wght: 310 }, PROSE),
  serif('bold', 'normal', '600 700', { opsz: 20, wght: 600 }, PROSE),
  serif('italic', 'italic', '400', { opsz: 19, wght: 400 }, PROSE),
  serif('bold-italic', 'italic', '600 700', { opsz: 20, wght: 600 }, PROSE),
  {
    name: 'instrument-sans',
    family: 'Instrument Sans',
    style: 'normal',
    weight: '400 600',
    sources: ['latin', 'latin-ext'].map((part) => ({
      part,
      file: `${SANS}-${part}-wght-normal.woff2`,
    })),
    core: TEXT,
    axes: { wght: { min: 400, max: 600 } },
    features: ['ccmp', 'lnum', 'locl', 'mark', 'mkmk', 'tnum'],
  },
];

const GREEK = 'αβγδεζηθικλμνξπρστυφχψωϑϕϵ';
const GREEK_CAPITALS = 'ΓΔΘΛΞΠΣΥΦΨΩ';
const OPERATORS = '±×ˆ˜…′ℓ←→↑↓∂∇∈−∗∞∣∥∼≈≤≥⊗⊤⋅';
// U+E020 is the stroke of ≠.
const RARER = 'ˉ˙↦⇒∀∃∅∖∘√∝∧∨∩∪≡≪≫⊂⊆⊕⊙⊥⋮⋯⋱⌈⌉⌊⌋⟨⟩\ue020';

// Sets, expectation, probability, indicator.
const BLACKBOARD = 'CDEFIKNPQRSTZ';
const BRACKETS = '()[]{}';
const LARGE = `${BRACKETS}√∏∑∫⟨⟩`;
// Of braces taller than a file has.
const PIECES = `${BRACKETS}⎧⎨⎩⎪⎫⎬⎭`;

function katex(family: string, cut: string, core?: string, more?: string): Face {
  return {
    name: `katex-${family}-${cut}`
      .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
      .toLowerCase()
      .replace('sans-serif', 'sans'),
    family: `KaTeX_${family}`,
    style: cut.includes('Italic') ? 'italic' : 'normal',
    weight: cut.includes('Bold') ? '700' : '400',
    sources: [{ part: 'rest', file: `katex/dist/fonts/KaTeX_${family}-${cut}.woff2` }],
    ...(core === undefined ? {} : { core: core + SPACES }),
    ...(more === undefined ? {} : { more }),
  };
}

/** KaTeX's faces; those without a core are small, or seldom needed at all. */
export const KATEX_FACES: Face[] = [
  katex('AMS', 'Regular', BLACKBOARD),
  katex('Caligraphic', 'Bold'),
  katex('Caligraphic', 'Regular'),
  katex('Fraktur', 'Bold'),
  katex('Fraktur', 'Regular'),
  katex('Main', 'Bold', LETTERS + FIGURES),
  katex('Main', 'BoldItalic'),
  katex('Main', 'Italic', LETTERS),
  katex('Main', 'Regular', ASCII.replace('`', '') + OPERATORS, GREEK_CAPITALS + RARER),
  katex('Math', 'BoldItalic', LETTERS),
  katex('Math', 'Italic', LETTERS + GREEK),
  katex('SansSerif', 'Bold', LETTERS),
  katex('SansSerif', 'Italic', LETTERS),
  katex('SansSerif', 'Regular', LETTERS),
  katex('Script', 'Regular'),
  katex('Size1', 'Regular', LARGE),
  katex('Size2', 'Regular', LARGE),
  katex('Size3', 'Regular', BRACKETS),
  katex('Size4', 'Regular', PIECES),
  katex('Typewriter', 'Regular'),
];
