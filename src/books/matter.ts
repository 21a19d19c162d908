import { renderXml } from '../body/rendering/xml.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import type { Colour } from '../styles/colours.ts';
import { coverSize } from '../sharing/picture.ts';
import { count, longDate, text } from '../text.ts';
import { periodOf } from '../views/issue-name.ts';
import type { Stretch } from '../views/residuals.ts';
import type { Maker } from './book.ts';
import { element, fact, link, raw, root } from './elements.ts';
import { renderBookEntry, renderBookText, shelvePicture, type Shelf } from './rendering.ts';
import { drawResiduals } from './residuals.ts';

/** The file of the cover's picture. */
export const COVER = 'cover.png';

/** What the documents around the chapters are made of. */
export type Matter = {
  edition: Edition;
  issue: Issue;
  papers: readonly Paper[];
  shelf: Shelf;
  makers: readonly Maker[];
  /** `YYYY-MM-DD` */
  modified: string;
  stretches: readonly Stretch[];
  hue: Colour;
};

export function renderCover({ edition, issue }: Matter): string {
  const alt = text.book.coverAlt(issue.title.plain, edition.digest.site.name, periodOf(issue));
  return renderXml(element('img', { src: COVER, ...coverSize, alt }));
}

export function renderTitlePage({
  edition,
  issue,
  papers,
  shelf,
  makers,
  ...more
}: Matter): string {
  const { site } = edition.digest;
  const hero = issue.hero && edition.pictureOf(issue, issue.hero.src);
  const names = (role: Maker['roles'][number]) =>
    makers.filter(({ roles }) => roles.includes(role));
  const { written } = text.paper.trust;
  return renderXml(
    root(
      drawResiduals(more.stretches, more.hue, text.issue.residuals),
      element('p', { class: 'kicker' }, `${site.name} · ${periodOf(issue)}`),
      element('h1', {}, raw(renderBookText(issue.title))),
      site.tagline === '' ? undefined : element('p', { class: 'lead' }, site.tagline),
      element(
        'p',
        { class: 'small' },
        `${longDate(issue.date)} · ${count(papers.length, 'paper')}`,
      ),
      renderMakers(written, names('aut')),
      renderMakers(text.book.edited, names('edt')),
      issue.hero &&
        hero &&
        element(
          'figure',
          {},
          element(
            'p',
            {},
            element('img', {
              ...{ src: shelvePicture(shelf, hero), width: hero.width, height: hero.height },
              alt: issue.hero.alt,
            }),
          ),
          issue.hero.credit &&
            element(
              'figcaption',
              {},
              `${text.issue.picture} `,
              raw(renderBookText(issue.hero.credit)),
            ),
        ),
    ),
  );
}

function renderMakers(role: string, makers: readonly Maker[]) {
  if (makers.length === 0) return undefined;
  const names = makers.map(({ name }, index) => [
    index === 0 ? '' : ', ',
    element('bdi', {}, name),
  ]);
  return element('p', { class: 'small' }, `${role} `, names);
}

export function renderIntroduction({ edition, issue, shelf }: Matter): string {
  const body = raw(renderBookEntry(edition, issue, shelf));
  return renderXml(root(element('h1', {}, text.book.introduction), body));
}

export function renderColophon({ edition, issue, makers, modified }: Matter): string {
  const { digest, routes } = edition;
  const { site } = digest;
  const address = routes.absolute(routes.issue(issue.id));
  const words = text.book;
  const names = (role: Maker['roles'][number]) =>
    makers.flatMap(({ name, roles }) => (roles.includes(role) ? [name] : [])).join(', ');
  const [authors, editors] = [names('aut'), names('edt')];
  return renderXml(
    root(
      element('h1', {}, words.colophon),
      element('p', {}, `${site.name}. ${site.description}`),
      element(
        'dl',
        { class: 'trust' },
        authors === '' ? undefined : fact(text.paper.trust.written, authors),
        editors === '' ? undefined : fact(words.edited, editors),
        fact(words.published, longDate(issue.date)),
        modified === issue.date ? undefined : fact(words.asOf, longDate(modified)),
        fact(words.online, link(address, address)),
        site.licence && fact(text.footer.licence, link(site.licence.url, site.licence.name)),
        site.contact &&
          fact(text.footer.contact, link(site.contact, site.contact.replace(/^mailto:/, ''))),
      ),
      element('p', { class: 'small' }, words.accessibility),
    ),
  );
}
