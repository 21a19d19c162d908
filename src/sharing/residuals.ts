import { pictureSize, sideMargin, type ColouredStretch, type SharingPicture } from './picture.ts';

/** The zero line of residuals with its stems, in pixels; the line goes over all of them. */
type LaidResiduals = {
  /** Distance of the line from the top. */
  zero: number;
  /** Width of a stem. */
  stroke: number;
  /** Radius of the dot at the end of a stem. */
  dot: number;
  stems: { x: number; end: number; colour: string }[];
};

/** The distance below which stems run into each other, in pixels. */
const CLOSEST = 6;
const FARTHEST = 56;
/** How far the picture reaches to each side of the line, at least: a line alone stands in the middle. */
const LEAST_REACH = 0.15;
/** Heights that a sharing picture tells apart: a pixel each, in the cover of a book four. */
const STEPS = 200;

/** The zero line with its stems, as SVG of a size. */
export function renderResiduals(
  stretches: readonly ColouredStretch[],
  size: { width: number; height: number },
  { ink, paper }: Pick<SharingPicture['colours'], 'ink' | 'paper'>,
): string {
  const { width, height } = size;
  const { zero, stroke, dot, stems } = layResiduals(stretches, size, paper);
  const drawn = stems.map(
    ({ x, end, colour }) =>
      `<path d="M${x} ${zero}V${end}" stroke="${colour}"/><circle cx="${x}" cy="${end}" r="${dot}" fill="${colour}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" stroke-width="${stroke}">${drawn.join('')}<path d="M0 ${zero}H${width}" stroke="${ink}" stroke-width="2.5"/></svg>`;
}

/**
 * Lays the stems of stretches out in a drawing of a size. Where there are more than room, they are thinned.
 *
 * @param ground that pale stretches are mixed with
 */
export function layResiduals(
  stretches: readonly ColouredStretch[],
  { width, height }: { width: number; height: number },
  ground: string,
): LaidResiduals {
  const stems = thin(stretches, width).flatMap(({ stems: heights, colour, pale }) => {
    const shown = pale ? mix(colour, ground, 0.3) : colour;
    return heights.map((value) => ({ value, colour: shown }));
  });
  const step = Math.min(FARTHEST, width / Math.max(1, stems.length));
  const dot = Math.min(6, step * 0.3);
  const reach = (side: number) => Math.max(LEAST_REACH, ...stems.map(({ value }) => value * side));
  const scale = (height - 2 * dot) / (reach(1) + reach(-1));
  const zero = round(dot + reach(1) * scale);
  return {
    ...{ zero, dot: round(dot) },
    stroke: round(Math.min(3, step * 0.22)),
    stems: stems.map(({ value, colour }, index) => ({
      ...{ x: round((index + 0.5) * step), end: round(zero - value * scale) },
      colour,
    })),
  };
}

/**
 * Stretches as a sharing picture shows them: its data holds nothing that nobody sees, so that most changes of one
 * text leave the pictures of its neighbours as they are.
 */
export function showStretches(stretches: readonly ColouredStretch[]): ColouredStretch[] {
  return thin(stretches, pictureSize.width - 2 * sideMargin).map((stretch) => ({
    ...stretch,
    stems: stretch.stems.map((stem) => Math.round(stem * STEPS) / STEPS),
  }));
}

/**
 * No more stems than a width has room for: of as many neighbours as that takes the one farthest from the line. Each
 * stretch keeps one, unless there are more stretches than room.
 */
function thin(stretches: readonly ColouredStretch[], width: number): ColouredStretch[] {
  const most = Math.floor(width / CLOSEST);
  const longest = Math.max(1, ...stretches.map(({ stems }) => stems.length));
  const countLeft = (bucket: number) =>
    stretches.reduce((sum, { stems }) => sum + Math.ceil(stems.length / bucket), 0);
  let bucket = 1;
  while (bucket < longest && countLeft(bucket) > most) bucket += 1;
  let room = most;
  return stretches.map((stretch) => {
    const stems = Array.from({ length: Math.ceil(stretch.stems.length / bucket) }, (_, index) => {
      const few = stretch.stems.slice(index * bucket, (index + 1) * bucket);
      return few.reduce((far, stem) => (Math.abs(stem) > Math.abs(far) ? stem : far), 0);
    }).slice(0, room);
    room -= stems.length;
    return { ...stretch, stems };
  });
}

/** A share of one colour in another, each as `#b3261e`; transparency would be drawn in a third more time. */
function mix(colour: string, ground: string, share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const [over = 0, under = 0] = [colour, ground].map((hex) =>
      parseInt(hex.slice(at, at + 2), 16),
    );
    return Math.round(under + (over - under) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
