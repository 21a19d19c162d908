import type { Edition } from '../digest/edition.ts';
import { buildHomeData } from '../exports/linked-data.ts';
import { text } from '../text.ts';
import { buildContents, buildIssueCard, type ContentsRow, type IssueCard } from './issue.ts';
import type { Page } from './page.ts';

export type HomeView = {
  page: Page;
  about: string;
  /** The newest issue; absent in a digest that has none yet. */
  newest?: { issue: IssueCard; contents: ContentsRow[] };
  earlier: IssueCard[];
  /** Where a digest without an issue learns how to begin. */
  contribute: string;
};

/** Issues on the front page besides the newest; the archive has all. */
const earlierIssues = 6;

export function buildHome(edition: Edition): HomeView {
  const { digest, routes } = edition;
  const [newest, ...earlier] = digest.issues;
  const card = newest && buildIssueCard(edition, newest);
  return {
    page: {
      title: '',
      description: digest.site.description,
      path: routes.home(),
      alternates: [
        { href: routes.digestJson(), type: 'application/json', title: text.cite.twin.json },
      ],
      linkedData: buildHomeData(edition),
      ...(card && { hue: card.hue }),
    },
    about: digest.site.description,
    ...(newest &&
      card && {
        newest: {
          issue: card,
          contents: buildContents(edition, newest, (slug) => routes.paper(slug)),
        },
      }),
    contribute: routes.contribute(),
    earlier: earlier.slice(0, earlierIssues).map((issue) => buildIssueCard(edition, issue)),
  };
}
