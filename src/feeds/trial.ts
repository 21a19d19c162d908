import { renderFeed, withoutFolder } from '../body/rendering/html.ts';
import type { Edition } from '../digest/edition.ts';
import { buildTagUri } from '../digest/tag-uri.ts';
import { specimen } from '../formula-pictures/specimen.ts';
import { text } from '../text.ts';
import { firstDay } from './build.ts';
import { buildPicturesForm, type Formulas } from './entries.ts';
import type { FeedFile } from './feed.ts';

/** The paths of the feed to try a reader with, in both flavours. */
export function listTrialFiles({ routes }: Edition): string[] {
  return [false, true].map((pictures) => routes.trialFeed(pictures));
}

/** The feed to try a reader with, in both flavours: one entry with a formula of each kind. */
export function buildTrialFiles(edition: Edition, formulas: Formulas): FeedFile[] {
  const { digest, routes } = edition;
  const { site } = digest;
  const { authority } = site.feeds;
  const words = text.feeds.trial;
  return [false, true].map((pictures): FeedFile => {
    const { formulaPicture } = pictures ? buildPicturesForm(edition, formulas) : {};
    const options = { idPrefix: '', headingShift: 0, resolve: withoutFolder };
    const updated = firstDay(authority);
    const path = routes.trialFeed(pictures);
    const home = routes.absolute(routes.feeds());
    const own = { name: site.name, url: routes.absolute(routes.home()) };
    return {
      path,
      format: 'atom',
      feed: {
        id: buildTagUri(site, `feed/try${pictures ? '-pictures' : ''}`),
        title: text.feeds.feedTitle(site.name, words.title, pictures),
        description: words.intro,
        home,
        self: routes.absolute(path),
        language: site.language,
        site: own,
        icon: routes.absolute(routes.favicon()),
        updated,
        items: [
          {
            id: buildTagUri(site, 'try'),
            url: home,
            title: words.entry,
            authors: [own],
            published: updated,
            updated,
            summary: words.intro,
            topics: [],
            picture: routes.absolute(routes.siteSharing()),
            html: renderFeed(specimen, { ...options, ...(formulaPicture && { formulaPicture }) }),
          },
        ],
        archive: {},
      },
    };
  });
}
