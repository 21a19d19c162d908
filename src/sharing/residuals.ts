import type { ColouredStretch, SharingPicture } from './picture.ts';

/** The distance below which stems run into each other, in pixels. */
const CLOSEST = 6;
const FARTHEST = 56;
/** How far the picture reaches to each side of the line, at least: a line alone stands in the middle. */
const LEAST_REACH = 0.15;

type Stem = { height: number; colour: string; pale: boolean };

/**
 * The zero line with its stems, as SVG of a size. Where there are more stems than room, neighbours
 * are thinned to the one that is left farthest from the line.
 */
export function renderResiduals(
  stretches: readonly ColouredStretch[],
  { width, height }: { width: number; height: number },
  { ink, paper }: Pick<SharingPicture['colours'], 'ink' | 'paper'>,
): string {
  const stems = thin(stretches, Math.floor(width / CLOSEST));
  const step = Math.min(FARTHEST, width / Math.max(1, stems.length));
  const dot = Math.min(6, step * 0.3);
  const stroke = Math.min(3, step * 0.22);
  const reach = (side: number) => Math.max(LEAST_REACH, ...stems.map((stem) => stem.height * side));
  const scale = (height - 2 * dot) / (reach(1) + reach(-1));
  const zero = round(dot + reach(1) * scale);
  const drawn = stems.map(({ height: value, colour, pale }, index) => {
    const x = round((index + 0.5) * step);
    const y = round(zero - value * scale);
    const shown = pale ? mix(colour, paper, 0.3) : colour;
    return `<path d="M${x} ${zero}V${y}" stroke="${shown}"/><circle cx="${x}" cy="${y}" r="${round(dot)}" fill="${shown}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" stroke-width="${round(stroke)}">${drawn.join('')}<path d="M0 ${zero}H${width}" stroke="${ink}" stroke-width="2.5"/></svg>`;
}

/** At most so many stems, each stretch keeping its share and at least one. */
function thin(stretches: readonly ColouredStretch[], most: number): Stem[] {
  const all = stretches.reduce((sum, { stems }) => sum + stems.length, 0);
  const bucket = Math.max(1, Math.ceil(all / most));
  return stretches
    .flatMap(({ stems, colour, pale }) =>
      Array.from({ length: Math.ceil(stems.length / bucket) }, (_, index) => {
        const few = stems.slice(index * bucket, (index + 1) * bucket);
        const height = few.reduce((far, stem) => (Math.abs(stem) > Math.abs(far) ? stem : far), 0);
        return { height, colour, pale };
      }),
    )
    .slice(0, most);
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
