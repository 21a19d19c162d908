import type { Picture } from '../body/rendering/html.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { buildIssueData } from '../exports/linked-data.ts';
import { count, readingMinutes, text } from '../text.ts';
import { buildByline } from './byline.ts';
import { nameIssue, periodOf } from './issue-name.ts';
import { hueOf } from './hue.ts';
import { buildDay, type Day, type Page, type TextLink, type TitleLink } from './page.ts';
import { buildKeep, type KeepView } from './keep.ts';
import { buildMending } from './mending.ts';
import { buildPaper, type PaperView } from './paper.ts';
import { renderEntry, renderText } from './rendering.ts';
import { buildStretches, type Stretch } from './residuals.ts';
import { buildTwins, type TwinLink } from './twins.ts';

/** A paper in the contents of its issue. */
export type ContentsRow = {
  href: string;
  titleHtml: string;
  tldrHtml: string;
  stretch: Stretch;
  keep: KeepView;
};

/** An issue wherever it is announced: on the front page and in the archive. */
export type IssueCard = {
  href: string;
  titleHtml: string;
  titleText: string;
  /** `January 2025`, or the day where the issue is not a month's. */
  period: string;
  day: Day;
  papers: number;
  hue: number;
  stretches: Stretch[];
};

export type IssuePageView = {
  page: Page;
  issue: IssueCard;
  hero?: { picture: Picture; alt: string; creditHtml?: string };
  /** Its editors and the writers of its summaries, each once. */
  writtenBy: TextLink[];
  /** `33 minutes` */
  minutes: string;
  introHtml: string;
  contents: ContentsRow[];
  papers: PaperView[];
  twins: TwinLink[];
  mending: TextLink[];
  previous?: TitleLink;
  next?: TitleLink;
};

/** @param address where a stretch leads: within the issue's page, or to the paper's own */
function buildIssueStretches(
  { digest }: Edition,
  issue: Issue,
  address: (slug: string) => string,
): Stretch[] {
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  return buildStretches(
    papers.map((paper) => ({
      href: address(paper.slug),
      title: paper.title.plain,
      weights: paper.facts?.weights,
    })),
  );
}

export function buildIssueCard(edition: Edition, issue: Issue): IssueCard {
  const stretches = buildIssueStretches(edition, issue, (slug) => edition.routes.paper(slug));
  return { ...buildIssueLine(edition, issue), stretches };
}

/** An issue where many are announced: without its residuals. */
export function buildIssueLine(edition: Edition, issue: Issue): IssueCard {
  const { routes } = edition;
  return {
    href: routes.issue(issue.id),
    titleHtml: renderText(issue.title),
    titleText: issue.title.plain,
    period: periodOf(issue),
    day: buildDay(issue.date),
    papers: issue.papers.length,
    hue: hueOf(edition, issue.id),
    stretches: [],
  };
}

/** @param address where a row leads: `#titans` within the issue's page, or the paper's own */
export function buildContents(
  edition: Edition,
  issue: Issue,
  address: (slug: string) => string,
): ContentsRow[] {
  const stretches = buildIssueStretches(edition, issue, address);
  return issue.papers.flatMap((slug, index) => {
    const paper = edition.digest.paperBySlug.get(slug);
    const stretch = stretches[index];
    if (!paper || !stretch) return [];
    return [
      {
        href: address(slug),
        titleHtml: renderText(paper.title),
        tldrHtml: renderText(paper.tldr),
        stretch,
        keep: buildKeep(edition, paper),
      },
    ];
  });
}

export function buildIssuePage(edition: Edition, issue: Issue): IssuePageView {
  const { digest, routes } = edition;
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const facts = [issue, ...papers].flatMap((entry) => entry.facts ?? []);
  const sum = (key: 'words' | 'formulas') => facts.reduce((total, f) => total + f[key], 0);
  const within = (slug: string) => `#${slug}`;
  const card = buildIssueCard(edition, issue);
  const hero = buildHero(edition, issue);
  // Before the contents: with their bodies come the settings of their formulas.
  const whole = papers.map((paper) => buildPaper(edition, paper, 'issue'));
  const next = buildIssueLink(edition, digest.issueById.get(issue.newer ?? ''));
  const previous = buildIssueLink(edition, digest.issueById.get(issue.older ?? ''));
  const twins = buildTwins(edition, 'issue', routes.issue(issue.id), papers.length);
  const page: Page = {
    title: issue.title.plain,
    description: `${card.period}: ${papers.map((paper) => paper.title.plain).join('; ')}`,
    path: routes.issue(issue.id),
    hue: card.hue,
    heads: {
      site: digest.site.name,
      title: nameIssue(issue),
      parts: papers.map(({ slug, title }) => ({ id: slug, title: title.plain })),
    },
    kind: 'article',
    article: { published: issue.date, authors: issue.editors.map((id) => routes.author(id)) },
    sharing: {
      src: routes.sharing('issues', issue.id),
      alt: text.sharing(issue.title.plain, digest.site.name, card.period),
    },
    alternates: twins.alternates,
    linkedData: buildIssueData(edition, issue),
  };
  return {
    page,
    issue: { ...card, stretches: buildIssueStretches(edition, issue, within) },
    ...(hero && { hero }),
    writtenBy: buildByline(edition, [...new Set([...issue.writers, ...issue.editors])]),
    minutes: count(readingMinutes(sum('words'), sum('formulas')), 'minute'),
    introHtml: renderEntry(edition, issue, { idPrefix: 'intro--', headingShift: 0 }),
    contents: buildContents(edition, issue, within),
    papers: whole,
    twins: twins.links,
    mending: buildMending(edition, page, issue.file, text.mending.fixIntroduction),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

function buildHero(edition: Edition, issue: Issue): IssuePageView['hero'] {
  const picture = issue.hero && resolveFor(edition, issue).picture(issue.hero.src);
  if (!issue.hero || !picture) return undefined;
  return {
    picture,
    alt: issue.hero.alt,
    ...(issue.hero.credit && { creditHtml: renderText(issue.hero.credit) }),
  };
}

function buildIssueLink({ routes }: Edition, issue: Issue | undefined): TitleLink | undefined {
  return (
    issue && {
      href: routes.issue(issue.id),
      html: renderText(issue.title),
      text: issue.title.plain,
    }
  );
}
