import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';

/** A paper as the reader's own list takes it, wherever it stands. */
export type KeepView = {
  /** What it is known by for ever, whatever becomes of its slug. */
  id: string;
  /** Its own page. */
  href: string;
  title: string;
};

export function buildKeep({ routes }: Edition, { id, slug, title }: Paper): KeepView {
  return { id, href: routes.paper(slug), title: title.plain };
}
