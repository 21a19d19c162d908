import {
  renderPage,
  withoutFolder,
  type LinkCard,
  type RenderOptions,
} from '../body/rendering/html.ts';
import { addressKey } from '../digest/graph.ts';
import type { Article, Edition } from '../digest/edition.ts';
import type { Text } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { strangers } from '../routes.ts';
import { text } from '../text.ts';
import { nameIssue } from './issue-name.ts';

/** The body of a paper, of an introduction or of the text about the site as markup; empty where there is none. */
export function renderEntry(
  edition: Edition,
  entry: Article,
  options: Omit<RenderOptions, 'resolve' | 'cardOf'>,
): string {
  const tree = edition.treeOf(entry);
  if (!tree) return '';
  return renderPage(tree, {
    ...options,
    resolve: resolveFor(edition, entry),
    cardOf: (url) => buildCard(edition, entry, url),
  });
}

/** What a text says in its margin of an address of a paper that the digest covers, but of itself and of what it introduces. */
function buildCard({ digest, routes }: Edition, entry: Article, url: string): LinkCard | undefined {
  const slug = digest.paperByAddress.get(addressKey(url) ?? '');
  const paper = slug === undefined ? undefined : digest.paperBySlug.get(slug);
  const issue = paper && digest.issueById.get(paper.issue);
  if (!paper || !issue || entry === paper || entry === issue) return undefined;
  const isBeside = 'issue' in entry && entry.issue === issue.id;
  return {
    href: routes.paper(paper.slug),
    title: paper.title.plain,
    said: isBeside ? text.linking.beside : text.linking.covered(nameIssue(issue)),
  };
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
