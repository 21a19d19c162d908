import { sharePart, type Edition } from './edition.ts';
import { issueAt, paperAt } from './found.ts';
import type { Paper } from './model.ts';

/**
 * Something of every paper by its slug, for what shows all of them. It is kept by issue: when the text of one paper has
 * changed, those of other issues are not read again.
 *
 * @param name of this among all parts of the edition
 */
export async function sharePapers<Part>(
  edition: Edition,
  name: string,
  make: (edition: Edition, paper: Paper) => Part,
): Promise<Map<string, Part>> {
  const all = new Map<string, Part>();
  for (const { id } of edition.digest.issues) {
    const parts = await sharePart(edition, `${name}/${id}`, (own) =>
      issueAt(own.digest, id).papers.map((slug) => {
        const paper = paperAt(own.digest, slug);
        return [slug, make(own, paper)] as const;
      }),
    );
    for (const [slug, part] of parts) all.set(slug, part);
  }
  return all;
}
