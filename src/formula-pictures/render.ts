import sharp from '../encoder.ts';
import { drawFormula, type FormulaDrawing } from './mathjax.ts';

/** A formula as PNG, of two pixels for each CSS pixel of its lengths; all of them are whole. */
export type RenderedFormula = {
  png: Uint8Array;
  width: number;
  height: number;
  /** How far it reaches below the line that it stands on. */
  depth: number;
};

/** Of letters, in CSS pixels: their x-height is then that of the usual serifs at 16 and 17. */
const SIZE = 18;
/** What one CSS pixel is in the drawing's own lengths. */
const UNIT = 1000 / SIZE;
const DENSITY = 2;
/** Ground around the ink, so that it does not touch a dark page; beside it less, where a comma follows. */
const PADDING = 2;
const SIDE = 1;
const CORNER = 3;
const INK = '#111111';
/** White on every page, since nobody can tell a picture whether it is night: black ink alone would be lost in it. */
const GROUND = '#ffffff';
/** CSS pixels; what is larger fits no column, and takes over a tenth of a second. */
const MOST_WIDTH = 1_600;
const MOST_HEIGHT = 1_000;
const MOST_AREA = 500_000;
/** Shades from ink to ground: half a byte a pixel, and no edge looks rougher. Colours of a writer's want more. */
const SHADES = 16;
const COLOURS = 64;

/**
 * Sets a formula in dark ink on white ground with round corners, which is invisible on a white page and legible on
 * any other. `undefined` where MathJax cannot set it, or where it is too large.
 */
export async function renderFormulaPicture(
  tex: string,
  display: boolean,
): Promise<RenderedFormula | undefined> {
  const drawing = await drawFormula(tex, display);
  const size = drawing && measure(drawing);
  if (!drawing || !size) return undefined;
  const { width, height, depth } = size;
  const bytes = Buffer.from(compose(drawing, size));
  const png = await sharp(bytes)
    .png({
      // More effort takes a third more time, and makes no file smaller by more than a fortieth.
      ...{ palette: true, effort: 1, dither: 0, compressionLevel: 6 },
      colours: isColoured(drawing) ? COLOURS : SHADES,
    })
    .toBuffer();
  return { png, width, height, depth };
}

function isColoured({ svg }: FormulaDrawing): boolean {
  return /(?:fill|stroke)="(?!currentColor"|none")/.test(svg);
}

type Size = { width: number; height: number; depth: number };

function measure({ top, width, height }: FormulaDrawing): Size | undefined {
  const above = Math.ceil(-top / UNIT) + PADDING;
  const depth = Math.ceil((top + height) / UNIT) + PADDING;
  const size = { width: Math.ceil(width / UNIT) + 2 * SIDE, height: above + depth, depth };
  return size.width <= MOST_WIDTH &&
    size.height <= MOST_HEIGHT &&
    size.width * size.height <= MOST_AREA
    ? size
    : undefined;
}

function compose({ svg, left, width }: FormulaDrawing, size: Size): string {
  const [wide, high] = [size.width * UNIT, size.height * UNIT];
  const x = left - (wide - width) / 2;
  const y = -(size.height - size.depth) * UNIT;
  const box = `x="${x}" y="${y}" width="${wide}" height="${high}"`;
  const paths = svg.slice(svg.indexOf('>') + 1).replaceAll('currentColor', INK);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width * DENSITY}" height="${size.height * DENSITY}" ` +
    `viewBox="${x} ${y} ${wide} ${high}"><rect ${box} rx="${CORNER * UNIT}" fill="${GROUND}" shape-rendering="crispEdges"/>${paths}`
  );
}
