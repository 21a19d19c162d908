import type { Edition } from '../digest/edition.ts';
import type { TextLink } from './page.ts';

/** People by id, as links to their pages, in the order given. */
export function buildByline({ digest, routes }: Edition, ids: readonly string[]): TextLink[] {
  return ids.map((id) => ({
    href: routes.author(id),
    text: digest.personById.get(id)?.name ?? id,
  }));
}
