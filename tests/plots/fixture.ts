import type { PlotAttributes } from '../../src/body/components/plot.ts';
import type { Finding } from '../../src/plots/finding.ts';

export const attributes = (more: Partial<PlotAttributes> = {}): PlotAttributes => ({
  data: './results.csv',
  x: 'tokens',
  y: 'loss',
  alt: 'Loss falls as tokens grow',
  ...more,
});

export const encode = (text: string) => new TextEncoder().encode(text);

/** Findings as one line each: place, code, message, fix. */
export const lines = (findings: readonly Finding[]) =>
  findings.map(({ at, code, message, fix }) => {
    const place = typeof at === 'string' ? at : `${at.line}:${at.column}`;
    return `${place} ${code} | ${message} | ${fix}`;
  });
