import { renderPage, withoutFolder, type RenderOptions } from '../body/rendering/html.ts';
import type { Article, Edition } from '../digest/edition.ts';
import type { Text } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { strangers } from '../routes.ts';

/** The body of a paper, of an introduction or of the text about the site as markup; empty where there is none. */
export function renderEntry(
  edition: Edition,
  entry: Article,
  options: Omit<RenderOptions, 'resolve'>,
): string {
  const tree = edition.treeOf(entry);
  return tree ? renderPage(tree, { ...options, resolve: resolveFor(edition, entry) }) : '';
}

/** A title, a tldr, an abstract as markup, its formulas explained where it is told how. Links lead where their writer said. */
export function renderText({ tree }: Text, options: Pick<RenderOptions, 'notation'> = {}): string {
  return renderPage(tree, {
    ...options,
    resolve: { ...withoutFolder, link: (href) => ({ href, rel: strangers }) },
    idPrefix: '',
    headingShift: 0,
  });
}
