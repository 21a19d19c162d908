import type { Dice } from './dice.ts';
import { nouns } from './words.ts';

/** A drawing as a writer would put beside a summary, what stands for it, and what is said under it. */
export type Chart = { svg: string; alt: string; caption: string };

/** Bars of four things, each with its name and number. */
export function drawChart(dice: Dice): Chart {
  const bars = dice
    .different(nouns, 4)
    .map((name, at) => ({ name, value: 10 + dice.below(900) / 10, y: 24 + 44 * at }));
  const drawn = bars.map(
    ({ name, value, y }) =>
      `<text x="150" y="${y + 20}" text-anchor="end">${name}</text>
<rect x="160" y="${y}" width="${(value * 4).toFixed(1)}" height="28" fill="#1f5fa8"/>
<text x="${(168 + value * 4).toFixed(1)}" y="${y + 20}">${value}</text>`,
  );
  const said = bars.map(({ name, value }) => `${name} ${value}`).join(', ');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 210" width="640" height="210">
<g font-family="Arial, sans-serif" font-size="16" fill="#1a1c20">
${drawn.join('\n')}
<line x1="160" y1="16" x2="160" y2="192" stroke="#1a1c20"/>
</g>
</svg>
`,
    alt: `Bars of four scores: ${said}.`,
    caption: `What each part gives by itself, ${bars[0]?.name ?? ''} first.`,
  };
}
