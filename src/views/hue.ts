import type { Edition } from '../digest/edition.ts';

/** How many hues `styles/tokens.css` brings. */
const ownHues = 8;

/**
 * The hue of an issue, 1 to 8: issues take them in turn from the oldest on, so neighbours differ
 * and a new issue leaves the others as they are.
 */
export function hueOf(edition: Edition, issueId: string): number {
  const { issues, site } = edition.digest;
  const fromOldest = issues.length - 1 - issues.findIndex((issue) => issue.id === issueId);
  return (fromOldest % (site.hues?.length ?? ownHues)) + 1;
}
