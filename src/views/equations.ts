import { renderPage, withoutFolder } from '../body/rendering/html.ts';
import { TREE_VERSION } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import { compareCodes } from '../digest/people.ts';
import { listOfEquations, OF_EQUATIONS, selectPeriod } from '../digest/periods.ts';
import { count, periodName, text } from '../text.ts';
import type { Page, TitleLink } from './page.ts';
import { buildTitleLink } from './paper.ts';
import { buildParts, type PartsView } from './parts.ts';

/** Labelled formulas of the digest under their papers, newest paper first. */
export type EquationsView = {
  page: Page;
  title: string;
  intro?: string;
  /** The way to the others, where a page does not hold all. */
  parts?: PartsView;
  papers: { paper: TitleLink; equations: EquationView[] }[];
};

/** `html` is the formula, set; `href` its place on the paper's own page, `name` its label in words. */
export type EquationView = { href: string; number: string; name: string; html: string };

/** @param period a year or a month; empty for the newest */
export function buildEquations(edition: Edition, period = ''): EquationsView {
  const { digest, routes } = edition;
  const list = listOfEquations(digest, routes);
  const papers = digest.papers.toSorted((a, b) => compareCodes(b.published, a.published));
  const everything = papers.flatMap(({ slug, published, facts }) =>
    (facts?.equations ?? []).map((equation) => ({ slug, published, equation })),
  );
  const dayOf = ({ published }: (typeof everything)[number]) => published;
  const { all, shown } = selectPeriod(everything, dayOf, period, OF_EQUATIONS);
  const last = shown.length < all.length ? shown.at(-1) : undefined;
  const parts = buildParts(edition, list, {
    first: routes.equations(),
    period,
    ...(last && {
      last: dayOf(last),
      said: text.list.newestOf(shown.length, count(all.length, 'equation')),
    }),
  });
  const title = period === '' ? text.equations.title : text.list.equationsOf(periodName(period));
  return {
    page: {
      title,
      description: period === '' ? text.equations.intro : title,
      path: period === '' ? routes.equations() : routes.period(list.folder, period),
    },
    title,
    ...(period === '' && { intro: text.equations.intro }),
    ...(parts && { parts }),
    papers: [...Map.groupBy(shown, ({ slug }) => slug)].flatMap(([slug, own]) => {
      const paper = buildTitleLink(edition, slug);
      if (!paper) return [];
      const equations = own.map(({ equation: { id, number, tex } }) => ({
        href: `${paper.href}#${id}`,
        number: `(${number})`,
        name: id.replace(/^eq-/, '').replaceAll('-', ' '),
        html: renderAlone(tex),
      }));
      return [{ paper, equations }];
    }),
  };
}

/** A displayed formula as a body has it, without number and links. */
function renderAlone(tex: string): string {
  return renderPage(
    { type: 'root', version: TREE_VERSION, children: [{ type: 'formula', tex }] },
    {
      resolve: withoutFolder,
      idPrefix: '',
      headingShift: 0,
    },
  );
}
