import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { MOST_ROWS } from '../digest/periods.ts';
import { foldWords } from '../folding.ts';
import type { FactsFile, PaperFacts } from '../reader/facts.ts';
import { shortDate } from '../text.ts';
import { buildScore } from '../views/page.ts';
import { buildRowCategory, shownAuthors } from '../views/row.ts';

/** What the papers published in a year are sorted and filtered by. */
export function buildPaperFacts(edition: Edition, year: string): FactsFile {
  const { digest } = edition;
  const papers = digest.papers.filter(({ published }) => published.startsWith(year));
  const tags = new Set(papers.flatMap((paper) => paper.tags));
  const categories = new Set(papers.flatMap((paper) => paper.categories));
  return {
    tags: Object.fromEntries([...tags].map((id) => [id, digest.tagById.get(id)?.label ?? id])),
    categories: Object.fromEntries(
      [...categories].flatMap((id) => {
        const category = digest.categoryById.get(id);
        const link = buildRowCategory(edition, id);
        if (!category || !link) return [];
        return [[category.slug, { label: id, short: link.text, href: link.href }]];
      }),
    ),
    papers: papers.map((paper) => buildFacts(edition, paper)),
  };
}

function buildFacts({ digest, routes }: Edition, paper: Paper): PaperFacts {
  const authorIds = paper.authors.flatMap(({ person }) =>
    (digest.personById.get(person)?.papers.length ?? 0) > MOST_ROWS ? [person] : [],
  );
  return {
    href: routes.paper(paper.slug),
    ...(paper.id !== paper.slug && { id: paper.id }),
    title: paper.title.plain,
    date: paper.published,
    day: shortDate(paper.published),
    authors: paper.authors.slice(0, shownAuthors).map(({ name }) => name),
    more: paper.authors.length > shownAuthors,
    people: [...paper.authors, ...paper.writers.map((person) => ({ name: '', person }))]
      .map(({ name, person }) => {
        const { name: own = '', names = [] } = digest.personById.get(person) ?? {};
        return [...new Set([name, own, ...names].flatMap(foldWords))].join(' ');
      })
      .join('|'),
    tags: paper.tags,
    categories: paper.categories.flatMap((id) => digest.categoryById.get(id)?.slug ?? []),
    ...(authorIds.length > 0 && { authorIds }),
    ...(paper.score && { score: buildScore(paper.score) }),
  };
}
