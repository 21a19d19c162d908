import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import { renderPageFormula } from '../body/formulas/formula.ts';
import { buildSymbolIndex } from '../body/formulas/symbols.ts';
import { text } from '../text.ts';
import { strangers } from '../routes.ts';
import { buildCoins } from './citation.ts';
import { buildKeep, type KeepView } from './keep.ts';
import {
  buildDay,
  buildScore,
  type Day,
  type ScoreView,
  type TextLink,
  type TitleLink,
} from './page.ts';
import { renderEntry, renderText } from './rendering.ts';
import { buildTrust, type TrustView } from './trust.ts';

/** A paper wherever it stands in full: on its own page and within its issue. */
export type PaperView = {
  slug: string;
  keep: KeepView;
  /** Earlier slugs, where it stands in its issue: anchors of the page. */
  formerSlugs: readonly string[];
  href: string;
  /** What Zotero finds it by. */
  coins: string;
  titleHtml: string;
  tldrHtml: string;
  authors: TextLink[];
  organisations: readonly string[];
  published: Day;
  venue?: string;
  tags: TextLink[];
  categories: TextLink[];
  /** The paper itself, code and more; the paper first. */
  links: TextLink[];
  score?: ScoreView;
  notation: { symbolHtml: string; meaningHtml: string }[];
  /** The page of all equations. */
  equations: string;
  bodyHtml: string;
  /** About as many lines as it takes on the measure, with its head and foot. */
  lines: number;
  /** Only of a listing, which has no body. */
  listing?: { abstractHtml: string; byAuthors: boolean; summarisedIn?: TitleLink };
  withdrawn?: { day: Day; noteHtml: string };
  trust?: TrustView;
};

/** @param place `page` where the paper is the page's subject, `issue` where it is one of several on it */
export function buildPaper(edition: Edition, paper: Paper, place: 'page' | 'issue'): PaperView {
  const { digest, routes } = edition;
  const within = place === 'issue';
  const trust = buildTrust(edition, paper);
  const explained = notationOf(paper, within);
  // Before the texts around it: with it come the settings of their formulas.
  const bodyHtml = renderEntry(edition, paper, {
    // No slug holds two hyphens: `titans--two` is a section, `titans-two` another paper.
    idPrefix: within ? `${paper.slug}--` : '',
    headingShift: within ? 1 : 0,
    formerIds: listFormerIds(paper, within),
    ...explained,
  });
  return {
    slug: paper.slug,
    keep: buildKeep(edition, paper),
    formerSlugs: within ? paper.aliases : [],
    href: routes.paper(paper.slug),
    coins: buildCoins(edition, paper),
    titleHtml: renderText(paper.title),
    tldrHtml: renderText(paper.tldr, explained),
    authors: paper.authors.map(({ name, person }) => ({ href: routes.author(person), text: name })),
    organisations: paper.organisations,
    published: buildDay(paper.published),
    ...(paper.venue && { venue: paper.venue }),
    tags: paper.tags.map((id) => ({
      href: routes.tag(id),
      text: digest.tagById.get(id)?.label ?? id,
    })),
    categories: paper.categories.map((id) => ({
      href: routes.category(digest.categoryById.get(id)?.slug ?? id),
      text: id,
    })),
    links: buildPaperLinks(paper),
    ...(paper.score && { score: buildScore(paper.score) }),
    notation: paper.notation.map(({ symbol, meaning }) => ({
      symbolHtml: renderPageFormula(symbol, false),
      meaningHtml: renderText(meaning),
    })),
    equations: routes.equations(),
    bodyHtml,
    lines: estimateLines(paper),
    ...(!paper.body && { listing: buildListing(edition, paper) }),
    ...(paper.withdrawn && {
      withdrawn: {
        day: buildDay(paper.withdrawn.date),
        noteHtml: renderText(paper.withdrawn.note),
      },
    }),
    ...(trust && { trust }),
  };
}

/** Ids that its renamed anchors had, and on the page of its issue all those that began with an earlier slug. */
function listFormerIds({ slug, aliases, anchors, facts }: Paper, within: boolean) {
  const formerIds = new Map<string, string[]>();
  for (const id of facts?.anchors ?? []) {
    const names = Object.keys(anchors).filter((old) => anchors[old] === id);
    const former = within
      ? [slug, ...aliases]
          .flatMap((one) => [id, ...names].map((name) => `${one}--${name}`))
          .slice(1)
      : names;
    if (former.length > 0) formerIds.set(within ? `${slug}--${id}` : id, former);
  }
  return formerIds;
}

/** Where the symbols of a paper are explained, for its formulas; nothing where none are. */
function notationOf({ slug, notation }: Paper, within: boolean) {
  if (notation.length === 0) return {};
  const { symbolsIn } = buildSymbolIndex(notation.map(({ symbol }) => symbol));
  return { notation: { href: within ? `#${slug}--notation` : '#notation', symbolsIn } };
}

export function buildTitleLink(edition: Edition, slug: string | undefined): TitleLink | undefined {
  const paper = slug === undefined ? undefined : edition.digest.paperBySlug.get(slug);
  if (!paper) return undefined;
  return {
    href: edition.routes.paper(paper.slug),
    html: renderText(paper.title),
    text: paper.title.plain,
  };
}

/** From its words and blocks alone: a window scrolls by it until the paper is laid out. */
function estimateLines({ facts, notation }: Paper): number {
  const { words = 0, formulas = 0, weights } = facts ?? {};
  const blocks = weights?.maths.length ?? 0;
  return Math.round(20 + (words + formulas) / 10 + blocks * 1.3 + notation.length * 1.3);
}

function buildListing(edition: Edition, paper: Paper): NonNullable<PaperView['listing']> {
  const summarisedIn = buildTitleLink(edition, paper.summarisedIn);
  return {
    abstractHtml: renderText(paper.abstract),
    byAuthors: paper.abstractByAuthors,
    ...(summarisedIn && { summarisedIn }),
  };
}

/** The paper itself, code and more; the paper first. */
export function buildPaperLinks(paper: Paper): TextLink[] {
  const { link } = text.paper;
  return [
    ...listSources(paper).map(({ kind, id, href }) => ({
      href,
      text: kind === 'arxiv' ? `${link.arxiv} ${id}` : link[kind],
    })),
    ...(['code', 'project', 'pdf', 'video', 'slides', 'data'] as const).flatMap((kind) => {
      const href = paper.links[kind];
      return href ? [{ href, text: link[kind] }] : [];
    }),
  ].map((one) => ({ ...one, rel: strangers }));
}
