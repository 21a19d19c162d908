import type { Site } from '../site.ts';
import { readColours } from '../styles/colours.ts';
import { listHues } from './hue.ts';

/** The sign of the site: stems about the zero line of a box of 40 by 28. */
export type Mark = {
  width: number;
  height: number;
  zero: number;
  stems: { x: number; y: number }[];
};

export function buildMark({ mark }: Site): Mark {
  const [width, height, zero] = [40, 28, 14];
  const stems = mark.map((stem, index) => ({
    x: round(((index + 0.7) * width) / (mark.length + 0.4)),
    y: round(zero - stem * 11),
  }));
  return { width, height, zero, stems };
}

/**
 * The sign as a file, for the tab of a browser: square, in the first hue. It has no stylesheet of the site, so it
 * brings its colours.
 */
export function renderFavicon(site: Site): string {
  const { width, zero, stems } = buildMark(site);
  const { ink } = readColours();
  const live = listHues(site)[0] ?? ink;
  const dots = stems.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3" stroke="none"/>`);
  const lines = stems.map(({ x, y }) => `M${x} ${zero}V${y}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -6 ${width} ${width}" stroke-width="2.5"><style>` +
    `.line{stroke:${ink.light}}.stems{stroke:${live.light};fill:${live.light}}` +
    `@media(prefers-color-scheme:dark){.line{stroke:${ink.dark}}.stems{stroke:${live.dark};fill:${live.dark}}}` +
    `</style><g class="stems"><path d="${lines.join('')}"/>${dots.join('')}</g>` +
    `<path class="line" d="M0 ${zero}H${width}"/></svg>\n`
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
