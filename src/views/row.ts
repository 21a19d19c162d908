import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { MOST_ROWS } from '../digest/periods.ts';
import { shortDate, text } from '../text.ts';
import { buildKeep, type KeepView } from './keep.ts';
import { buildScore, type Day, type ScoreView, type TextLink } from './page.ts';
import { renderText } from './rendering.ts';

/** A paper in a list. */
export type PaperRowView = {
  href: string;
  titleHtml: string;
  score?: ScoreView;
  category?: TextLink;
  /** Without its year, which stands above. */
  day: Day;
  /** The day on which the digest had it. */
  added: string;
  /** The first three. */
  authors: TextLink[];
  /** Whether there are more than those. */
  more: boolean;
  /** Absent in a list so long that it would be mostly abstracts. */
  abstractHtml?: string;
  /** Said after an abstract that is not ours. */
  abstractNote?: string;
  keep: KeepView;
};

export type YearOfRows = { year: string; rows: PaperRowView[] };

export const shownAuthors = 3;

/** A category as a row has it. The archive's own prefix is dropped, as readers of its lists are used to: `LG`. */
export function buildRowCategory({ digest, routes }: Edition, id: string): TextLink | undefined {
  const category = digest.categoryById.get(id);
  return category && { href: routes.category(category.slug), text: id.replace(/^cs\./, '') };
}

function buildRow(edition: Edition, paper: Paper, isBrief: boolean): PaperRowView {
  const { routes } = edition;
  const category = buildRowCategory(edition, paper.categories[0] ?? '');
  return {
    href: routes.paper(paper.slug),
    titleHtml: renderText(paper.title),
    ...(paper.score && { score: buildScore(paper.score) }),
    ...(category && { category }),
    day: { date: paper.published, text: shortDate(paper.published) },
    added: paper.day,
    authors: paper.authors
      .slice(0, shownAuthors)
      .map(({ name, person }) => ({ href: routes.author(person), text: name })),
    more: paper.authors.length > shownAuthors,
    ...(!isBrief && { abstractHtml: renderText(paper.abstract) }),
    ...(!isBrief && paper.abstractByAuthors && { abstractNote: text.paper.abstractByAuthors }),
    keep: buildKeep(edition, paper),
  };
}

/** Papers in rows under the years of their publication, newest first. */
export function buildYears(edition: Edition, slugs: readonly string[]): YearOfRows[] {
  const papers = slugs
    .map((slug) => edition.digest.paperBySlug.get(slug))
    .filter((paper) => paper !== undefined)
    .sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0));
  const years = Map.groupBy(papers, (paper) => paper.published.slice(0, 4));
  return [...years].map(([year, members]) => ({
    year,
    rows: members.map((paper) => buildRow(edition, paper, papers.length > MOST_ROWS)),
  }));
}
