import { facetOfPerson, hasOwnFiles } from '../digest/facets.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper, Person } from '../digest/model.ts';
import { listWorks } from '../digest/works.ts';
import { text } from '../text.ts';
import { nameIssue } from './issue-name.ts';
import type { Sharing } from './page.ts';

export function sharingOfPaper({ digest, routes }: Edition, paper: Paper): Sharing {
  const issue = digest.issueById.get(paper.issue);
  return {
    src: routes.sharing('papers', paper.slug),
    alt: text.sharing(paper.title.plain, digest.site.name, issue ? nameIssue(issue) : paper.issue),
  };
}

/** Whether a picture is drawn of a person: that of somebody with one paper would say what the paper's own does. */
export function hasOwnPicture(edition: Edition, person: Person): boolean {
  return person.issues.length > 0 || hasOwnFiles(edition, facetOfPerson(edition.routes, person));
}

/** The picture of a person: their own, or that of their paper. */
export function sharingOfPerson(edition: Edition, person: Person): Sharing | undefined {
  const { digest, routes } = edition;
  if (hasOwnPicture(edition, person)) {
    const src = routes.sharing('authors', person.id);
    return { src, alt: text.sharing(person.name, digest.site.name) };
  }
  const paper = digest.paperBySlug.get(listWorks(person)[0] ?? '');
  return paper && sharingOfPaper(edition, paper);
}
