import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import type { Page } from './page.ts';

/** The page of what the browser keeps: the same for everybody until a script fills it. */
export function buildReading({ routes }: Edition): { page: Page } {
  return {
    page: { title: text.reading.title, description: text.reading.intro, path: routes.reading() },
  };
}
