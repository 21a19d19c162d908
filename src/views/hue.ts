import type { Edition } from '../digest/edition.ts';
import type { Site } from '../site.ts';
import { readColours, type Colour } from '../styles/colours.ts';

/** The colours that issues take in turn: the site's own, else the program's. */
export function listHues({ hues }: Pick<Site, 'hues'>): readonly Colour[] {
  return hues ?? readColours().hues;
}

/**
 * The hue of an issue, 1 to 8: issues take them in turn from the oldest on, so neighbours differ
 * and a new issue leaves the others as they are.
 */
export function hueOf({ digest: { issueById, site } }: Edition, issueId: string): number {
  const { number = 1 } = issueById.get(issueId) ?? {};
  return ((number - 1) % listHues(site).length) + 1;
}
