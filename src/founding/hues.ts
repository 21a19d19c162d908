import { contrast } from '../schemas/hue.ts';
import { readColours, type Colour } from '../styles/colours.ts';

/** Contrast with some room above the 4.5 that text needs. */
const ENOUGH = 4.6;
const HUES = 6;

/**
 * What somebody wrote for the hues of a site: pairs `#1f5fa8/#8abaf8` for the light and the dark theme, or colours for
 * the light theme alone, to each of which one for the dark is made; of a single colour six, all round the circle.
 * What is no colour is passed on as it stands, for the schema to judge.
 */
export function readHues(answer: string): Colour[] {
  const written = answer.split(/[\s,;]+/).filter((part) => part !== '');
  const [only = ''] = written;
  if (written.length === 1 && isColour(only)) return makeHues(only.toLowerCase());
  return written.map((part) => {
    const [light = '', dark] = part.split('/');
    return { light, dark: dark ?? (isColour(light) ? brighten(readOklch(light)) : light) };
  });
}

/** Six hues from one, which stays the first of the light theme as it is. */
function makeHues(first: string): Colour[] {
  const { l, c, h } = readOklch(first);
  return Array.from({ length: HUES }, (_, index) => {
    const turned = { l, c, h: h + (index * 2 * Math.PI) / HUES };
    return { light: index === 0 ? first : darken(turned), dark: brighten(turned) };
  });
}

function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** The same hue, as dark as the paper of the light theme wants it. */
function darken(colour: Oklch): string {
  return seek(colour, -0.01, readColours().paper.light);
}

/** The same hue, as light as the paper of the dark theme wants it. */
function brighten(colour: Oklch): string {
  return seek({ ...colour, l: Math.max(colour.l, 0.76) }, 0.01, readColours().paper.dark);
}

function seek(colour: Oklch, step: number, paper: string): string {
  for (let { l } = colour; ; l += step) {
    const hex = writeHex({ ...colour, l });
    if (l <= 0 || l >= 1 || contrast(hex, paper) >= ENOUGH) return hex;
  }
}

/** Lightness 0 to 1, chroma, hue in radians: https://bottosson.github.io/posts/oklab/ */
type Oklch = { l: number; c: number; h: number };

function readOklch(hex: string): Oklch {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const middle = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short;
  const b2 = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short;
  return { l, c: Math.hypot(a, b2), h: Math.atan2(b2, a) };
}

/** As sRGB; where that does not reach so far, with less chroma. */
function writeHex({ l, c, h }: Oklch): string {
  for (let chroma = c; ; chroma -= 0.005) {
    const [a, b] = [Math.max(0, chroma) * Math.cos(h), Math.max(0, chroma) * Math.sin(h)];
    const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
    const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
    const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
    const linear = [
      4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
      -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
      -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
    ];
    if (chroma > 0 && linear.some((share) => share < -0.0005 || share > 1.0005)) continue;
    return `#${linear.map(writeChannel).join('')}`;
  }
}

function writeChannel(linear: number): string {
  const share = Math.min(1, Math.max(0, linear));
  const value = share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;
  return Math.round(value * 255)
    .toString(16)
    .padStart(2, '0');
}

/** Hues as lines for a terminal: each on the paper of both themes, with its contrast; in colour where it has some. */
export function renderHues(hues: readonly Colour[], colour: boolean): string {
  const { paper } = readColours();
  const show = (hue: string, ground: string) => {
    const ratio = contrast(hue, ground).toFixed(1);
    const text = ` ${hue} ${ratio.padStart(4)}:1 `;
    return colour
      ? `\u001b[48;2;${channels(ground)}m\u001b[38;2;${channels(hue)}m ■${text}\u001b[0m`
      : text;
  };
  return hues
    .map(({ light, dark }, index) => {
      return `  ${index + 1} ${show(light, paper.light)} ${show(dark, paper.dark)}`.trimEnd();
    })
    .join('\n');
}

function channels(hex: string): string {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(';');
}
