import type { Problem } from './problem.ts';
import { siteSchema, type SiteData } from './schemas/site.ts';
import { readYaml } from './schemas/yaml.ts';

/** The site's own facts, with defaults where they are sensible. */
export type Site = Omit<SiteData, 'feeds' | 'mark' | 'offline'> & {
  tagline: string;
  description: string;
  /** With a slash at its end. */
  url: string;
  language: string;
  /** Stems of its sign, −1 to 1. */
  mark: number[];
  feeds: NonNullable<SiteData['feeds']>;
  /** Whether browsers may keep its pages for reading offline, `true` unless given. */
  offline: boolean;
};

/** Reads the text of `site.yaml`. `file` is its path as problems name it. */
export function readSite(source: string, file: string): { site?: Site; problems: Problem[] } {
  if (source.trim() === '') {
    return {
      problems: [
        {
          file,
          line: 1,
          column: 1,
          severity: 'error',
          code: 'site-missing',
          message: 'There is no site.yaml, or nothing is in it.',
          fix: 'Make the file with two lines at least: `name: …` and `url: https://example.org/`.',
        },
      ],
    };
  }
  const { data, problems } = readYaml(source, { file, line: 1, schema: siteSchema });
  if (data === undefined) return { problems };
  const parsed = new URL(data.url);
  const path = parsed.pathname.endsWith('/') ? parsed.pathname : `${parsed.pathname}/`;
  const tagline = data.tagline ?? '';
  return {
    problems,
    site: {
      ...data,
      tagline,
      description: data.description ?? (tagline === '' ? data.name : `${data.name}: ${tagline}.`),
      url: parsed.origin + path,
      language: data.language ?? 'en',
      mark: data.mark ?? drawMark(data.name),
      offline: data.offline ?? true,
      // The year is part of the ids, so it is a constant: a clock would give every reader all entries again.
      feeds: data.feeds ?? { authority: `${parsed.hostname},2026` },
    },
  };
}

/**
 * A sign of its own for a site that gives none: four stems that follow from the name, two up and two down in some
 * order, so that two groups seldom share one.
 */
export function drawMark(name: string): number[] {
  // FNV-1a (draft-eastlake-fnv), since the same name has the same sign on every machine.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(name))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  const draw = (below: number) => {
    const drawn = hash % below;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
    return drawn;
  };
  const orders = [
    [1, 1, -1, -1],
    [1, -1, 1, -1],
    [1, -1, -1, 1],
    [-1, 1, 1, -1],
    [-1, 1, -1, 1],
    [-1, -1, 1, 1],
  ];
  return (orders[draw(orders.length)] ?? []).map((side) => (side * (3 + draw(8))) / 10);
}
