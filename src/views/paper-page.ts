import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { buildPaperData } from '../exports/linked-data.ts';
import { text } from '../text.ts';
import { buildConnections, type ConnectionsView } from './connections.ts';
import { buildCitation, type CitationView } from './citation.ts';
import { hueOf } from './hue.ts';
import { nameIssue } from './issue-name.ts';
import { buildMending } from './mending.ts';
import type { Page, TextLink, TitleLink } from './page.ts';
import { buildPaper, buildTitleLink, type PaperView } from './paper.ts';
import { buildTwins } from './twins.ts';
import { buildStretches, type Stretch } from './residuals.ts';
import { sharingOfPaper } from './sharing.ts';

export type PaperPageView = {
  page: Page;
  paper: PaperView;
  issue: TextLink;
  position: string;
  /** The paper's own residuals, one stretch; without stems of a listing. */
  stretches: Stretch[];
  connections: ConnectionsView;
  citation: CitationView;
  mending: TextLink[];
  previous?: TitleLink;
  next?: TitleLink;
};

export function buildPaperPage(edition: Edition, paper: Paper): PaperPageView {
  const { digest, routes } = edition;
  const issue = digest.issueById.get(paper.issue);
  const slugs = issue?.papers ?? [paper.slug];
  const index = slugs.indexOf(paper.slug);
  const name = issue ? nameIssue(issue) : paper.issue;
  const neighbour = (at: number) => buildTitleLink(edition, slugs[at]);
  const previous = neighbour(index - 1);
  const next = neighbour(index + 1);
  const page: Page = {
    title: paper.title.plain,
    description: paper.tldr.plain,
    path: routes.paper(paper.slug),
    hue: hueOf(edition, paper.issue),
    heads: { site: digest.site.name, title: paper.title.plain, parts: [] },
    kind: 'article',
    ...(paper.body && { article: buildArticle(edition, paper) }),
    sharing: sharingOfPaper(edition, paper),
    alternates: buildTwins(edition, 'paper', routes.paper(paper.slug)).alternates,
    linkedData: buildPaperData(edition, paper),
  };
  return {
    page,
    paper: buildPaper(edition, paper, 'page'),
    issue: { href: routes.issue(paper.issue), text: name },
    position: text.paper.position(index + 1, slugs.length, name),
    stretches: buildStretches([
      { href: '', title: paper.title.plain, weights: paper.facts?.weights },
    ]),
    connections: buildConnections(edition, paper),
    citation: buildCitation(edition, paper),
    mending: buildMending(edition, page, paper.file),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

function buildArticle({ routes }: Edition, paper: Paper): NonNullable<Page['article']> {
  const [correction] = paper.corrections;
  const modified = paper.withdrawn?.date ?? correction?.date;
  return {
    published: paper.summarised ?? paper.published,
    ...(modified && { modified }),
    authors: paper.writers.map((id) => routes.author(id)),
  };
}
