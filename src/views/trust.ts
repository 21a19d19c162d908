import type { Edition } from '../digest/edition.ts';
import type { Paper, Text } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import { sources } from '../routes.ts';
import { count, text } from '../text.ts';
import { buildByline } from './byline.ts';
import { buildDay, type Day, type TextLink } from './page.ts';
import { renderText } from './rendering.ts';

/** How a summary came about: what a reader goes by who asks whether to believe it. */
export type TrustView = {
  writers: TextLink[];
  summarised?: Day;
  /** Nobody: the page says so. */
  reviewers: TextLink[];
  /** What the source is: `Written from` only where the version is known that was read. */
  sourceTerm: string;
  source: TextLink;
  /** Said where an arXiv paper's version was not noted. */
  sourceNote?: string;
  /** A version that came after the one that was read. */
  newer?: { link: TextLink; since: string };
  assistanceHtml?: string;
  /** `7 results say …`; absent where none does. */
  claims?: string;
  corrections: { day: Day; noteHtml: string }[];
};

/**
 * Undefined for a listing, which has no summary.
 *
 * @param render how an outlet sets a text with maths; as a page does unless given
 */
export function buildTrust(
  edition: Edition,
  paper: Paper,
  render: (text: Text) => string = renderText,
): TrustView | undefined {
  if (!paper.facts) return undefined;
  const { claims } = paper.facts;
  const isVague = paper.arxiv !== undefined && paper.arxiv.version === undefined;
  return {
    writers: buildByline(edition, paper.writers),
    ...(paper.summarised && { summarised: buildDay(paper.summarised) }),
    reviewers: buildByline(edition, paper.reviewers),
    sourceTerm: isVague ? text.paper.trust.paper : text.paper.trust.source,
    source: buildSource(paper),
    ...(isVague && { sourceNote: text.paper.trust.noVersion }),
    ...(paper.assistance && { assistanceHtml: render(paper.assistance) }),
    ...(paper.arxiv?.newer && { newer: buildNewer(paper.arxiv.id, paper.arxiv.newer) }),
    ...(claims > 0 && {
      claims: text.paper.trust.claims(count(claims, 'result'), claims === 1),
    }),
    corrections: paper.corrections.map(({ date, note }) => ({
      day: buildDay(date),
      noteHtml: render(note),
    })),
  };
}

function buildNewer(id: string, newer: NonNullable<NonNullable<Paper['arxiv']>['newer']>) {
  const { version, date, checked } = newer;
  return {
    link: { href: sources.arxiv(id + version), text: version },
    since: text.lasting.since(date, checked),
  };
}

/** As it is known: by its number where it has one, by whose page it is where it has none. */
function buildSource(paper: Paper): TextLink {
  const { link } = text.paper;
  const [source] = listSources(paper);
  if (!source) return { href: '', text: link.url };
  const { kind, id, href } = source;
  if (kind === 'url') return { href, text: URL.parse(href)?.hostname ?? link.url };
  return { href, text: kind === 'openreview' ? link[kind] : `${link[kind]} ${id}` };
}
