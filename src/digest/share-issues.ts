import type { Edition } from './edition.ts';
import { issueAt, paperAt } from './found.ts';
import type { Issue, Paper } from './model.ts';

/**
 * Something of every issue, in their order, for what shows all of them. It is kept by issue: when a paper has changed,
 * what other issues have is not looked at.
 *
 * @param name of this among all parts of the edition
 * @param make from the edition that it is given, as `sharePart` asks of it
 */
export async function shareIssues<Part>(
  edition: Edition,
  name: string,
  make: (edition: Edition, issue: Issue) => Part | Promise<Part>,
): Promise<Part[]> {
  const parts = edition.digest.issues.map(({ id }) => ({
    name: `${name}/${id}`,
    make: (own: Edition) => make(own, issueAt(own.digest, id)),
  }));
  if (edition.share) return await edition.share.all(parts);
  const made: Part[] = [];
  for (const part of parts) made.push(await part.make(edition));
  return made;
}

/** The same of every paper by its slug. */
export async function sharePapers<Part>(
  edition: Edition,
  name: string,
  make: (edition: Edition, paper: Paper) => Part,
): Promise<Map<string, Part>> {
  const parts = await shareIssues(edition, name, (own, { papers }) =>
    papers.map((slug) => [slug, make(own, paperAt(own.digest, slug))] as const),
  );
  return new Map(parts.flat());
}
