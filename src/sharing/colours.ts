import { readFileSync } from 'node:fs';

/** Colours of the light theme, from the stylesheet that the pages have: a picture has no dark side. */
export type Theme = { paper: string; ink: string; soft: string; hues: string[] };

let theme: Theme | undefined;

export function readTheme(): Theme {
  return (theme ??= parseTheme(readFileSync('src/styles/tokens.css', 'utf8')));
}

/** @param source the text of `styles/tokens.css` */
export function parseTheme(source: string): Theme {
  const find = (name: string) => {
    const [, colour] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}),`).exec(source) ?? [];
    if (colour === undefined) throw new Error(`styles/tokens.css gives no light --${name}.`);
    return colour;
  };
  const hues = [...source.matchAll(/\.hue-\d \{\s*--hue: light-dark\((#[0-9a-f]{6}),/g)];
  return {
    paper: find('paper'),
    ink: find('ink'),
    soft: find('soft'),
    hues: hues.flatMap(([, colour]) => colour ?? []),
  };
}
