import { writeRange, type Subset } from './subsets.ts';

const MADE = '/* Made by `npm run fonts`: change src/cli/fonts/ instead. */\n';

/** What stands in until a file has come, so like ours in width and height that the layout stays. */
type StandIn = {
  style: string;
  weight: string;
  /** Names of one cut on different systems, all of the same widths. */
  local: string[];
  /** Our width over theirs, on the text and the titles of issues. */
  size: number;
};

const TIMES = ['Times New Roman', 'Liberation Serif', 'Tinos'];
const ARIAL = ['Arial', 'Liberation Sans', 'Arimo'];
const cut = (names: readonly string[], ending: string) => names.map((name) => `${name} ${ending}`);

const STAND_INS: { family: string; ascent: number; descent: number; cuts: StandIn[] }[] = [
  {
    family: 'Source Serif 4 Stand-in',
    ascent: 1.036,
    descent: 0.335,
    cuts: [
      { style: 'normal', weight: '400', local: TIMES, size: 1.1135 },
      { style: 'normal', weight: '300', local: TIMES, size: 1.0223 },
      { style: 'normal', weight: '600 700', local: cut(TIMES, 'Bold'), size: 1.034 },
      { style: 'italic', weight: '300', local: cut(TIMES, 'Italic'), size: 0.9743 },
      { style: 'italic', weight: '400', local: cut(TIMES, 'Italic'), size: 1.0318 },
      { style: 'italic', weight: '600 700', local: cut(TIMES, 'Bold Italic'), size: 1.0318 },
    ],
  },
  {
    family: 'Instrument Sans Stand-in',
    ascent: 0.97,
    descent: 0.25,
    cuts: [
      { style: 'normal', weight: '400', local: ARIAL, size: 1.0231 },
      { style: 'normal', weight: '600 700', local: cut(ARIAL, 'Bold'), size: 1.0063 },
    ],
  },
];

/** The stylesheet of the text's faces. */
export function renderFonts(subsets: readonly Subset[]): string {
  return [MADE, ...subsets.map((subset) => renderFace(subset, 'swap')), ...renderStandIns()].join(
    '\n',
  );
}

/** KaTeX's stylesheet, from its own: our files as its faces, and of its rules those that our formulas can use. */
export function renderKatex(stylesheet: string, subsets: readonly Subset[]): string {
  const faces = subsets.map((subset) => renderFace(subset, 'block')).join('\n');
  return `${MADE}${faces}\n@layer katex {\n${selectRules(stylesheet).join('\n')}\n}\n`;
}

// Its version for scripts; pictures, which need trust; options of its display that nobody sets.
const UNUSED = /\.katex-version|\.katex img|\.leqno|\.fleqn/;
// For browsers that do not know cascade layers either.
const OLD = /^-(?:ms|moz|webkit)-|^width: *-/;

const SIZE = /\.katex-sizing\.reset-size\d+\.size\d+,/;

function selectRules(stylesheet: string): string[] {
  const rules = stylesheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g);
  const selected = [...rules].flatMap(([, prelude = '', body = '']) => {
    const selector = prelude.trim();
    const declarations = body
      .split(';')
      .map((declaration) => declaration.trim())
      .filter((declaration) => declaration !== '' && !OLD.test(declaration));
    if (selector.startsWith('@') || UNUSED.test(selector) || declarations.length === 0) return [];
    return SIZE.test(selector) ? [] : [`${selector} { ${declarations.join('; ')} }`];
  });
  return [...selected, ...divideSizes(stylesheet)];
}

/** KaTeX has a rule for each size within each other, 121 in all, which are one division. */
function divideSizes(stylesheet: string): string[] {
  const sizes = stylesheet.matchAll(
    /\.fontsize-ensurer\.reset-size6\.size(\d+) \{[^}]*?font-size: ([\d.]+)em;/g,
  );
  const rules = [...sizes].flatMap(([, index = '', size = '']) => [
    `.katex .reset-size${index} { --katex-from: ${size} }`,
    `.katex .size${index} { --katex-to: ${size} }`,
  ]);
  if (rules.length !== 22) throw new Error('KaTeX no longer has its eleven sizes as rules.');
  const divided = 'font-size: calc(1em * var(--katex-to) / var(--katex-from))';
  return [...rules, `.katex :is(.katex-sizing, .fontsize-ensurer) { ${divided} }`];
}

function renderFace(subset: Subset, display: 'swap' | 'block'): string {
  const { face, file } = subset;
  const range = subset.whole ? '' : `unicode-range: ${writeRange(subset)};`;
  return `@font-face {
  font-family: '${face.family}';
  font-style: ${face.style};
  font-weight: ${face.weight};
  font-display: ${display};
  src: url('./fonts/${file}') format('woff2');
  ${range}
}`;
}

function renderStandIns(): string[] {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return STAND_INS.flatMap(({ family, ascent, descent, cuts }) =>
    cuts.map(
      ({ style, weight, local, size }) => `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  src: ${local.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(ascent / size)};
  descent-override: ${percent(descent / size)};
  line-gap-override: 0%;
}`,
    ),
  );
}
