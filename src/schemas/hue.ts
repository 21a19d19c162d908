import { z } from 'zod';
import { readColours, type Colour } from '../styles/colours.ts';
import { rule } from './rule.ts';

/** A colour that text can be set in on the paper of a theme: 4.5 to 1, WCAG 2.2 §1.4.3. */
function colour(theme: keyof Colour) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .check(
      rule((value: string) => {
        if (!/^#[0-9a-f]{6}$/.test(value)) {
          return {
            code: 'bad-colour',
            says: 'is not a colour',
            fix: `Write six hexadecimal digits after a hash, in quotes: \`${theme}: "#1f5fa8"\`.`,
          };
        }
        const ratio = contrast(value, readColours().paper[theme]);
        if (ratio >= 4.5) return undefined;
        return {
          code: 'faint-colour',
          says: `has a contrast of ${(Math.floor(ratio * 10) / 10).toFixed(1)} to the paper of the ${theme} theme; text needs 4.5`,
          fix: `Take a ${theme === 'light' ? 'darker' : 'lighter'} colour of that hue.`,
        };
      }),
    );
}

/** A colour of an issue: `{ light, dark }`. */
export const hue = z.strictObject({
  light: colour('light').describe('In the light theme.'),
  dark: colour('dark').describe('In the dark theme.'),
});

/** How far two colours `#rrggbb` stand apart, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of an sRGB colour, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
