import type { ElementContent } from 'hast';
import { renderBookFormula } from '../body/rendering/formulas.ts';
import { renderXml } from '../body/rendering/xml.ts';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import type { Colour } from '../styles/colours.ts';
import { longDate, text } from '../text.ts';
import { buildScore, type TextLink } from '../views/page.ts';
import { buildPaperLinks } from '../views/paper.ts';
import type { Stretch } from '../views/residuals.ts';
import { buildTrust } from '../views/trust.ts';
import { element, fact, link, raw, root } from './elements.ts';
import { addressInBook, renderBookEntry, renderBookText, type Shelf } from './rendering.ts';
import { drawResiduals } from './residuals.ts';

/** A paper as a chapter: its head, its summary, its symbols, how the summary came about. */
export function renderChapter(
  edition: Edition,
  paper: Paper,
  { shelf, stretch, hue }: { shelf: Shelf; stretch: Stretch | undefined; hue: Colour },
): string {
  const own = edition.routes.absolute(edition.routes.paper(paper.slug));
  return renderXml(
    root(
      drawResiduals(stretch ? [stretch] : [], hue),
      renderHead(edition, paper),
      ...(paper.withdrawn
        ? []
        : paper.body
          ? [
              raw(renderBookEntry(edition, paper, shelf)),
              renderNotation(paper),
              renderTrust(edition, paper),
            ]
          : renderListing(edition, paper, shelf)),
      element('p', { class: 'small' }, link(own, text.book.onTheWeb)),
    ),
  );
}

function renderHead({ digest, routes }: Edition, paper: Paper): ElementContent {
  const { title, tldr, authors, organisations, published, venue, score, withdrawn } = paper;
  const labels = paper.tags.map((id) => ({
    href: routes.absolute(routes.tag(id)),
    text: digest.tagById.get(id)?.label ?? id,
  }));
  const categories = paper.categories.map((id) => ({
    href: routes.absolute(routes.category(digest.categoryById.get(id)?.slug ?? id)),
    text: id,
  }));
  const people = authors.map(({ name, person }) => ({
    href: routes.absolute(routes.author(person)),
    text: name,
  }));
  const when = [longDate(published), venue, score && buildScore(score).name];
  return element(
    'header',
    {},
    element('h1', {}, raw(renderBookText(title))),
    element('p', { class: 'small' }, renderLinks(people, ', ')),
    organisations.length > 0
      ? element('p', { class: 'small' }, organisations.join(', '))
      : undefined,
    withdrawn &&
      element(
        'p',
        { class: 'withdrawn' },
        element('strong', {}, `${text.paper.withdrawn}, ${longDate(withdrawn.date)}.`),
        ' ',
        raw(renderBookText(withdrawn.note)),
      ),
    element('p', { class: 'lead' }, raw(renderBookText(tldr))),
    element('p', { class: 'small' }, when.filter(Boolean).join(' · ')),
    element('p', { class: 'small' }, renderLinks(buildPaperLinks(paper), ' · ')),
    element('p', { class: 'small' }, renderLinks([...labels, ...categories], ' · ')),
  );
}

/** Names may be of any script, so each is kept from turning what stands around it. */
function renderLinks(links: readonly TextLink[], between: string): ElementContent[] {
  return links.flatMap(({ href, text: words }, index) => [
    ...root(index === 0 ? '' : between).children,
    link(href, element('bdi', {}, words)),
  ]) as ElementContent[];
}

function renderNotation({ notation }: Paper): ElementContent | undefined {
  if (notation.length === 0) return undefined;
  const rows = notation.map(({ symbol, meaning }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, raw(renderBookFormula(symbol, false))),
      element('td', {}, raw(renderBookText(meaning))),
    ),
  );
  return element(
    'section',
    { class: 'notation' },
    element('h2', { id: 'notation' }, text.paper.notation),
    element('table', {}, element('tbody', {}, rows)),
  );
}

function renderTrust(edition: Edition, paper: Paper): ElementContent | undefined {
  const trust = buildTrust(edition, paper, renderBookText);
  if (!trust) return undefined;
  const words = text.paper.trust;
  const { routes } = edition;
  const people = (links: readonly TextLink[]) =>
    renderLinks(
      links.map(({ href, ...link }) => ({ ...link, href: routes.absolute(href) })),
      ', ',
    );
  const { sourceTerm, source, sourceNote, claims } = trust;
  return element(
    'dl',
    { class: 'trust' },
    fact(words.written, people(trust.writers), trust.summarised && `, ${trust.summarised.text}`),
    fact(
      sourceTerm,
      link(source.href, source.text),
      sourceNote && `, ${sourceNote}`,
      claims && `; ${claims}`,
    ),
    trust.reviewers.length > 0
      ? fact(words.reviewed, people(trust.reviewers))
      : fact(words.notReviewed, words.byNobody),
    trust.corrections.map(({ day, noteHtml }) =>
      fact(words.corrected, `${day.text}: `, raw(noteHtml)),
    ),
    trust.assistanceHtml && fact(words.assistance, raw(trust.assistanceHtml)),
  );
}

/** In place of a summary: the abstract, and which summary covers the paper. */
function renderListing(edition: Edition, paper: Paper, shelf: Shelf): ElementContent[] {
  const { digest, routes } = edition;
  const covering = digest.paperBySlug.get(paper.summarisedIn ?? '');
  const { abstract, abstractByAuthors, summarisedIn } = text.paper;
  return [
    element('h2', {}, abstract),
    element('p', {}, raw(renderBookText(paper.abstract))),
    ...(paper.abstractByAuthors ? [element('p', { class: 'small' }, abstractByAuthors)] : []),
    ...(covering
      ? [
          element(
            'p',
            {},
            `${summarisedIn} `,
            link(
              addressInBook(edition, shelf, routes.paper(covering.slug)),
              raw(renderBookText(covering.title)),
            ),
            '.',
          ),
        ]
      : []),
  ];
}
