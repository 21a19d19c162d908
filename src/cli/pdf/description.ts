import type { Digest } from '../../digest/model.ts';
import { buildRoutes } from '../../routes.ts';

/** A page that is printed, and what its file says of itself. */
export type PrintedPage = {
  /** Where it is published. */
  address: string;
  title: string;
  authors: string[];
  subject: string;
  /** `YYYY-MM-DD` */
  date: string;
};

/** The page of an issue or of a paper, by its id; undefined where there is neither. */
export function describePage(digest: Digest, id: string): PrintedPage | undefined {
  const { absolute, issue: issuePage, paper: paperPage } = buildRoutes(digest.site.url);
  const issue = digest.issueById.get(id);
  const paper = digest.paperBySlug.get(id);
  const nameOf = (person: string) => digest.personById.get(person)?.name ?? person;
  if (issue) {
    return {
      address: absolute(issuePage(id)),
      title: `${issue.title.plain} · ${digest.site.name}`,
      authors: [...new Set([...issue.writers, ...issue.editors])].map(nameOf),
      subject: digest.site.description,
      date: issue.date,
    };
  }
  return (
    paper && {
      address: absolute(paperPage(id)),
      title: `${paper.title.plain} · ${digest.site.name}`,
      authors: paper.writers.map(nameOf),
      subject: paper.tldr.plain,
      date: paper.day,
    }
  );
}
