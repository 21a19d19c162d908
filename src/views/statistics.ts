import { sharePart, type Edition } from '../digest/edition.ts';
import { buildStatisticsData } from '../exports/linked-data.ts';
import type { Pair } from '../plots/stems.ts';
import { count, text } from '../text.ts';
import type { Page } from './page.ts';
import { listSummaries, planPictures, type Plan, type StatisticView } from './statistics-plans.ts';

/** The digest in pictures, each with the numbers that it is drawn from. */
export type StatisticsView = { page: Page; totals: string; pictures: StatisticView[] };

export async function buildStatistics(edition: Edition): Promise<StatisticsView> {
  const { digest, routes } = edition;
  const { title, intro } = text.linking.statistics;
  const papers = listSummaries(edition);
  const facts = papers.flatMap((paper) => paper.facts ?? []);
  const sum = (key: 'words' | 'formulas') => facts.reduce((total, one) => total + one[key], 0);
  const pictures: StatisticView[] = [];
  for (const { drawn: _, ...plan } of await loadPlans(edition))
    pictures.push({ ...plan, ...(await loadDrawn(edition, plan.id)) });
  return {
    page: {
      title,
      description: intro,
      path: routes.statistics(),
      linkedData: buildStatisticsData(edition),
    },
    totals: [
      count(papers.length, 'summary', 'summaries'),
      count(digest.issues.length, 'issue'),
      count(digest.people.length, 'person', 'people'),
      count(sum('words'), 'word'),
      count(sum('formulas'), 'formula'),
    ].join(' · '),
    pictures,
  };
}

function loadPlans(edition: Edition): Promise<Plan[]> {
  return sharePart(edition, 'statistics/plans', planPictures);
}

/** A picture is drawn again when what it is drawn from is another, not with each word more in a summary. */
function loadDrawn(edition: Edition, id: string): Promise<Pair> {
  const planned = (own: Edition) =>
    sharePart(own, `statistics/planned/${id}`, async (one) => {
      const plan = (await loadPlans(one)).find((picture) => picture.id === id);
      if (!plan) throw new Error(`No picture of the statistics is called ${id}.`);
      return plan.drawn;
    });
  return sharePart(edition, `statistics/drawn/${id}`, async (own) => {
    const drawn = await planned(own);
    // Loaded for who draws: the library and its document take a third of a second.
    const { drawMatrix, drawStems } = await import('../plots/stems.ts');
    return 'stems' in drawn ? drawStems(drawn.stems) : drawMatrix(drawn.matrix);
  });
}
