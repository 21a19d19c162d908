import { excerpt, type Fault } from './report.ts';

/**
 * The page's paper and ink by day and by night. They stand here too, since a body is judged where there are no files:
 * a test keeps them those of `src/styles/tokens.css`.
 */
export const GROUNDS = {
  paper: { light: '#fdfdfb', dark: '#131a26' },
  ink: { light: '#191c21', dark: '#e9e6df' },
} as const;
/** Thin strokes with less contrast than this are hardly seen: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
const LEAST = 2.5;

const NAMED: Readonly<Record<string, string>> = {
  ...{ black: '000000', white: 'ffffff', red: 'ff0000', green: '008000', blue: '0000ff' },
  ...{ cyan: '00ffff', magenta: 'ff00ff', yellow: 'ffff00', gray: '808080', grey: '808080' },
  ...{ brown: 'a52a2a', lime: '00ff00', olive: '808000', orange: 'ffa500', pink: 'ffc0cb' },
  ...{ purple: '800080', teal: '008080', violet: 'ee82ee', navy: '000080', maroon: '800000' },
  ...{ silver: 'c0c0c0', gold: 'ffd700', aqua: '00ffff', fuchsia: 'ff00ff', indigo: '4b0082' },
  ...{ darkblue: '00008b', darkgreen: '006400', darkred: '8b0000', midnightblue: '191970' },
  ...{ lightgray: 'd3d3d3', lightgrey: 'd3d3d3', lightblue: 'add8e6', lightgreen: '90ee90' },
  ...{ darkgray: 'a9a9a9', darkgrey: 'a9a9a9', beige: 'f5f5dc', ivory: 'fffff0', snow: 'fffafa' },
};

/** Tells colours of a formula that cannot be seen on the page by day or by night. Offsets count into `tex`. */
export function judgeFormulaColours(tex: string): Fault[] {
  if (!tex.includes('color')) return [];
  const uses =
    /\\(color|textcolor|colorbox|fcolorbox)\s*\{([^{}]{1,40})\}(?:\s*\{([^{}]{1,40})\})?/g;
  return [...tex.matchAll(uses)].flatMap((match): Fault[] => {
    const [, command = '', first = '', second = ''] = match;
    const boxed = command.endsWith('box');
    const colour = (command === 'fcolorbox' ? second : first).trim();
    const luminance = luminanceOf(colour);
    if (luminance === undefined) return [];
    const { light, dark } = GROUNDS[boxed ? 'ink' : 'paper'];
    const contrastOn = (ground: string) => contrast(luminance, luminanceOf(ground) ?? luminance);
    const isSeenAtNight = contrastOn(dark) >= LEAST;
    if (contrastOn(light) >= LEAST && isSeenAtNight) return [];
    const when = isSeenAtNight ? 'by day' : 'in the dark';
    return [
      {
        offset: match.index,
        severity: 'warning',
        code: 'formula-colour',
        message: boxed
          ? `What stands in \`\\${command}\` of \`${excerpt(colour)}\` is hard to see ${when}: the box keeps its colour, the text has the page’s.`
          : `\`${excerpt(colour)}\` is hard to see ${when}: the page is light by day and dark at night.`,
        fix: boxed
          ? 'Write `\\boxed{…}`, or `\\underbrace{…}` to point something out.'
          : 'Leave the colour out, or take one that is seen on both: `red`, `teal`, `green`, `gray`.',
      },
    ];
  });
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance; undefined for a colour that is not known here. */
function luminanceOf(colour: string): number | undefined {
  const name = colour.toLowerCase();
  const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const hex = known ?? /^#?([\da-f]{3}|[\da-f]{6})$/.exec(name)?.[1];
  if (hex === undefined) return undefined;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
