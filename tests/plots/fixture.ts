import type { PlotAttributes } from '../../src/body/components/plot.ts';
import type { Component } from '../../src/body/tree.ts';
import type { Finding } from '../../src/plots/finding.ts';

/** The attributes of a sound plot, with others where they are given. */
export function attributes(more: Partial<PlotAttributes> = {}) {
  const all = { data: './results.csv', x: 'tokens', y: 'loss', alt: 'Loss falls', ...more };
  return all as PlotAttributes & Component['attributes'];
}

export const encode = (text: string) => new TextEncoder().encode(text);

/** Findings as one line each: place, code, message, fix. */
export const lines = (findings: readonly Finding[]) =>
  findings.map(({ at, code, message, fix }) => {
    const place = typeof at === 'string' ? at : `${at.line}:${at.column}`;
    return `${place} ${code} | ${message} | ${fix}`;
  });
