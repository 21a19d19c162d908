import { readFileSync } from 'node:fs';

/** One colour in the light and in the dark theme, as `#b3261e`. */
export type Colour = { light: string; dark: string };

/** What of the stylesheet's colours is needed where no stylesheet reaches: in files, and to judge others by. */
export type Colours = {
  paper: Colour;
  ink: Colour;
  soft: Colour;
  hairline: Colour;
  hues: readonly Colour[];
};

let colours: Colours | undefined;

/** The colours of `tokens.css`. Every command runs in the project's folder. */
export function readColours(): Colours {
  return (colours ??= parseColours(readFileSync('src/styles/tokens.css', 'utf8')));
}

/** @param source the text of `tokens.css`, of which the first setting of a colour counts */
export function parseColours(source: string): Colours {
  const pair = 'light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)';
  const find = (name: string): Colour => {
    const [, light, dark] = new RegExp(`--${name}: ${pair}`).exec(source) ?? [];
    if (light === undefined || dark === undefined)
      throw new Error(`styles/tokens.css gives no --${name} for light and dark.`);
    return { light, dark };
  };
  const hues = source.matchAll(new RegExp(`\\.hue-\\d \\{\\s*--hue: ${pair}`, 'g'));
  return {
    paper: find('paper'),
    ink: find('ink'),
    soft: find('soft'),
    hairline: find('hairline'),
    hues: [...hues].map(([, light = '', dark = '']) => ({ light, dark })),
  };
}
