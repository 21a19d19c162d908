import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { compareCodes } from '../digest/people.ts';
import { monthOfYear } from '../text.ts';
import { shortTitle } from './connections.ts';
import type { Day, TextLink } from './page.ts';
import { renderText } from './rendering.ts';

/** The papers of a tag from the oldest on, with what each refers back to. */
export type TrailView = {
  steps: TrailStep[];
  /** Whether it is long, and opened by who wants it. */
  folded: boolean;
};

export type TrailStep = {
  href: string;
  titleHtml: string;
  /** The month in which the paper was made public. */
  day: Day;
  refersTo: TextLink[];
  /** How many later steps refer back to it, as a fraction of the most. */
  stem: number;
};

/** As many papers are a trail as they are; of more, those that refer to each other. */
const few = 12;
/** Of more steps, those that most refer to. */
const mostSteps = 60;

/**
 * Undefined where there is nothing to go along: one paper, or many without a link among them. A summary may link to a
 * paper that is newer than its own: only what is older is gone back to.
 */
export function buildTrail(edition: Edition, slugs: readonly string[]): TrailView | undefined {
  const { digest, routes } = edition;
  const papers = slugs
    .flatMap((slug) => digest.paperBySlug.get(slug) ?? [])
    .sort((a, b) => compareCodes(a.published, b.published) || compareCodes(a.slug, b.slug));
  const places = new Map(papers.map(({ slug }, index) => [slug, index]));
  const backwards = ({ citations }: Paper, index: number) =>
    citations.filter((slug) => (places.get(slug) ?? papers.length) < index);
  const referred = new Map<string, number>();
  for (const [index, paper] of papers.entries())
    for (const slug of backwards(paper, index)) referred.set(slug, (referred.get(slug) ?? 0) + 1);
  const most = Math.max(1, ...referred.values());
  const isOn = buildChoice(papers, referred, backwards);
  const steps = papers.flatMap((paper, index): TrailStep[] => {
    if (!isOn(paper.slug)) return [];
    const refersTo = backwards(paper, index).filter(isOn);
    const stem = (referred.get(paper.slug) ?? 0) / most;
    return [
      {
        href: routes.paper(paper.slug),
        titleHtml: renderText(paper.title),
        day: { date: paper.published, text: monthOfYear(paper.published) },
        refersTo: refersTo.map((slug) => ({
          href: routes.paper(slug),
          text: shortTitle(digest, slug),
        })),
        stem,
      },
    ];
  });
  return steps.length < 2 ? undefined : { steps, folded: steps.length > few };
}

/** Which papers are steps: all of a few, of more those that refer or are referred to, and of many of these the most referred to. */
function buildChoice(
  papers: readonly Paper[],
  referred: ReadonlyMap<string, number>,
  backwards: (paper: Paper, index: number) => string[],
): (slug: string) => boolean {
  if (papers.length <= few) return () => true;
  const times = ({ slug }: Paper) => referred.get(slug) ?? 0;
  const linked = papers.filter(
    (paper, index) => times(paper) > 0 || backwards(paper, index).length > 0,
  );
  // Of as many, the older ones, which more could refer to.
  const chosen = linked.toSorted((a, b) => times(b) - times(a)).slice(0, mostSteps);
  const slugs = new Set(chosen.map(({ slug }) => slug));
  return (slug) => slugs.has(slug);
}
