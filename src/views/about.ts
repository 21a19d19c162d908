import type { Edition } from '../digest/edition.ts';
import { buildMending } from './mending.ts';
import type { TextLink } from './page.ts';
import { renderEntry } from './rendering.ts';

export type AboutView = { title: string; description: string; html: string; mending: TextLink[] };

/** What the group says of itself; undefined where it says nothing, and the program's own text stands. */
export function buildAbout(edition: Edition): AboutView | undefined {
  const { digest, routes } = edition;
  const { about } = digest;
  if (about === undefined) return undefined;
  const { title, description = digest.site.description, file } = about;
  return {
    title,
    description,
    html: renderEntry(edition, about, { idPrefix: '', headingShift: 0 }),
    mending: buildMending(edition, { title, path: routes.about() }, file),
  };
}
