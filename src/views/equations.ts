import { renderPage, withoutFolder } from '../body/rendering/html.ts';
import { TREE_VERSION } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import { text } from '../text.ts';
import type { Page, TitleLink } from './page.ts';
import { buildTitleLink } from './paper.ts';

/** Every labelled formula of the digest under its paper, newest paper first. */
export type EquationsView = {
  page: Page;
  papers: { paper: TitleLink; equations: EquationView[] }[];
};

/** `html` is the formula, set; `href` its place on the paper's own page, `name` its label in words. */
export type EquationView = { href: string; number: string; name: string; html: string };

export function buildEquations(edition: Edition): EquationsView {
  const { digest, routes } = edition;
  return {
    page: {
      title: text.equations.title,
      description: text.equations.intro,
      path: routes.equations(),
    },
    papers: digest.papers.flatMap(({ slug, facts }) => {
      const paper = buildTitleLink(edition, slug);
      if (!paper || !facts || facts.equations.length === 0) return [];
      const equations = facts.equations.map(({ id, number, tex }) => ({
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
