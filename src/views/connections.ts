import type { Edition } from '../digest/edition.ts';
import type { Paper, Reason, Related } from '../digest/model.ts';
import { listNames, text } from '../text.ts';
import { nameIssue } from './issue-name.ts';
import type { TitleLink } from './page.ts';
import { buildTitleLink } from './paper.ts';

/** Another paper, or an introduction, and what joins it to this one: `March 2026 · both cite Titans`. */
export type Connection = TitleLink & { said: string };

export type ConnectionsView = { mentionedBy: Connection[]; related: Connection[] };

/** Of the tags, titles or names that two papers share. */
const mostNamed = 3;

export function buildConnections(edition: Edition, paper: Paper): ConnectionsView {
  const { digest, routes } = edition;
  const connect = ({ slug, reasons }: Related): Connection[] => {
    const other = digest.paperBySlug.get(slug);
    const link = buildTitleLink(edition, slug);
    if (!other || !link) return [];
    const issue = digest.issueById.get(other.issue);
    const said = reasons.map((reason) => describeReason(edition, reason));
    return [{ ...link, said: [...(issue ? [nameIssue(issue)] : []), ...said].join(' · ') }];
  };
  const introductions = paper.mentionedIn.flatMap((id): Connection[] => {
    const issue = digest.issueById.get(id);
    if (!issue) return [];
    const name = text.linking.introduction(nameIssue(issue));
    return [{ href: routes.issue(id), html: '', text: name, said: '' }];
  });
  return {
    mentionedBy: [...paper.mentionedBy.flatMap(connect), ...introductions],
    related: paper.related.flatMap(connect),
  };
}

function describeReason({ digest }: Edition, reason: Reason): string {
  const { cites, bothCite, authors, tags } = text.linking.reason;
  switch (reason.kind) {
    case 'cites':
      return cites;
    case 'both-cite':
      return bothCite(
        listNames(
          reason.papers.map((slug) => shortTitle(digest, slug)),
          mostNamed,
        ),
      );
    case 'authors':
      return authors(
        listNames(
          reason.people.map((id) => digest.personById.get(id)?.name ?? id),
          mostNamed,
        ),
      );
    case 'tags':
      return tags(
        listNames(
          reason.tags.map((id) => digest.tagById.get(id)?.label ?? id),
          mostNamed,
        ),
      );
  }
}

/** What a paper is called in a sentence: its title up to the colon. */
export function shortTitle({ paperBySlug }: Edition['digest'], slug: string): string {
  return paperBySlug.get(slug)?.title.plain.split(': ')[0] ?? slug;
}
