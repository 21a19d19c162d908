import { readColours } from '../styles/colours.ts';
import type { Paint } from './markup.ts';
import { TEXT_SIZE } from './measure.ts';

// A file has one ground, that of the light theme. The hue of the issue is the page's: here the series that it
// marks is told by a heavier line.
const { paper, ink, soft, hairline } = readColours();
const GROUND = paper.light;
const INK = ink.light;
const SOFT = soft.light;
const HAIRLINE = hairline.light;

const FONT = { 'font-family': 'Instrument Sans, Helvetica Neue, Arial, sans-serif' };

/** How a series is drawn: the same as in styles/plots.css. */
const STYLES: readonly { colour: string; width?: string; dash?: string; hollow?: true }[] = [
  { colour: INK, width: '2.75' },
  { colour: INK },
  { colour: SOFT },
  { colour: INK, dash: '7 4', hollow: true },
  { colour: SOFT, dash: '7 4', hollow: true },
  { colour: INK, dash: '2 3', hollow: true },
  { colour: SOFT, dash: '2 3', hollow: true },
  { colour: INK, dash: '9 3 2 3' },
];

/** Colours and lines of a drawing that is a file of its own. */
export const paintFile: Paint = (classes) => {
  const [kind = ''] = classes;
  const series = STYLES[Number(/^plot-(\d)$/.exec(classes[1] ?? '')?.[1] ?? 0)] ?? {
    colour: INK,
  };
  const { colour, width = '1.5', dash, hollow } = series;
  const text = { ...FONT, 'font-size': String(TEXT_SIZE) };
  switch (kind) {
    case 'plot-grid':
      return { stroke: HAIRLINE };
    case 'plot-zero':
      return { stroke: INK };
    case 'plot-mark':
      return { stroke: SOFT };
    case 'plot-tick':
    case 'plot-value':
      return { ...text, fill: kind === 'plot-tick' ? SOFT : INK };
    case 'plot-title':
      return { ...text, fill: SOFT };
    case 'plot-label':
      return { ...text, fill: INK };
    case 'plot-bar':
      return { fill: colour };
    case 'plot-line':
      return {
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        ...(dash !== undefined && { 'stroke-dasharray': dash }),
      };
    case 'plot-dot':
      return {
        fill: hollow ? GROUND : colour,
        stroke: colour,
        'stroke-width': '1.5',
      };
    default:
      return {};
  }
};

/** A whole file: the drawing on a ground of its own, with a margin. */
export function writeFile(width: number, height: number, markup: string): string {
  const margin = 16;
  const [outerWidth, outerHeight] = [width + margin * 2, height + margin * 2];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outerWidth}" height="${outerHeight}" viewBox="${-margin} ${-margin} ${outerWidth} ${outerHeight}">` +
    `<rect x="${-margin}" y="${-margin}" width="${outerWidth}" height="${outerHeight}" fill="${GROUND}"/>${markup}</svg>\n`
  );
}
