import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { TextLink } from '../views/page.ts';
import type { PaperView } from '../views/paper.ts';
import { text } from '../text.ts';

/** The page of a paper as `PaperAlone.astro` writes it, which no browser can run. */
export function renderSheet(paper: PaperView, kicker: string): string {
  const article = h('article.columns.paper', { dataDraft: '' }, [
    h('p.kicker.over-title', kicker),
    renderHead(paper),
    h('div.prose', paper.listing ? renderListing(paper.listing) : [raw(paper.bodyHtml)]),
    h('div', [...renderNotation(paper), ...(paper.trust ? [renderTrust(paper.trust)] : [])]),
  ]);
  const root: Root = { type: 'root', children: [article] };
  return toHtml(root, { allowDangerousHtml: true });
}

/** Markup that a renderer of ours wrote. */
function raw(value: string): ElementContent {
  return { type: 'raw', value };
}

function renderHead(paper: PaperView): Element {
  const { withdrawn } = paper;
  return h('header.head', [
    h('h1.display', [raw(paper.titleHtml)]),
    renderAuthors(paper),
    ...(withdrawn
      ? [
          h('p.withdrawn', [
            h('strong', `${text.paper.withdrawn}, ${withdrawn.day.text}. `),
            raw(withdrawn.noteHtml),
          ]),
        ]
      : []),
    h('p.lead', [raw(paper.tldrHtml)]),
    renderFacts(paper),
  ]);
}

function renderAuthors({ authors, organisations }: PaperView): Element {
  const shown = 8;
  const lead = authors.slice(0, 3).map((author) => author.text);
  return h('div.small.authors', [
    authors.length <= shown
      ? h('p', renderLinks(authors, ', '))
      : h('details', [
          h('summary', text.paper.first(lead.join(', '), authors.length - lead.length)),
          h('p', renderLinks(authors, ', ')),
        ]),
    ...(organisations.length > 0 ? [h('p', organisations.join(', '))] : []),
  ]);
}

function renderFacts(paper: PaperView): Element {
  const rows = [paper.links, paper.tags, paper.categories].filter((links) => links.length > 0);
  return h('div.small.facts', [
    h('p', [
      ...(paper.score
        ? [h('span.score', { title: paper.score.name }, paper.score.value), ' ']
        : []),
      h('time', { dateTime: paper.published.date }, paper.published.text),
    ]),
    ...(paper.venue ? [h('p', paper.venue)] : []),
    ...rows.map((links) => h('p', renderLinks(links, '\u00A0· '))),
  ]);
}

function renderLinks(links: readonly TextLink[], between: string): (ElementContent | string)[] {
  return links.flatMap(({ href, text: words, rel }, index) => [
    ...(index > 0 ? [between] : []),
    h('a.quiet', { href, ...(rel && { rel }) }, words),
  ]);
}

function renderListing(listing: NonNullable<PaperView['listing']>): ElementContent[] {
  return [
    h('p.kicker', text.paper.abstract),
    h('p', [raw(listing.abstractHtml)]),
    ...(listing.byAuthors ? [h('p.small', text.paper.abstractByAuthors)] : []),
  ];
}

function renderNotation({ notation }: PaperView): Element[] {
  if (notation.length === 0) return [];
  const rows = notation.map(({ symbolHtml, meaningHtml }, index) =>
    h('div', { id: `notation-${index}` }, [
      h('dt', [raw(symbolHtml)]),
      h('dd', [raw(meaningHtml)]),
    ]),
  );
  return [
    h('section.notation', [h('h2.kicker', { id: 'notation' }, text.paper.notation), h('dl', rows)]),
  ];
}

function renderTrust(trust: NonNullable<PaperView['trust']>): Element {
  const words = text.paper.trust;
  const row = (term: string, ...children: (ElementContent | string)[]) =>
    h('div', [h('dt', term), h('dd', children)]);
  const { sourceTerm, source, sourceNote, claims, summarised, assistanceHtml } = trust;
  return h('div.small.trust', { id: 'trust' }, [
    h('dl', [
      row(
        words.written,
        ...renderLinks(trust.writers, ', '),
        ...(summarised ? [', ', h('time', { dateTime: summarised.date }, summarised.text)] : []),
      ),
      row(
        sourceTerm,
        ...renderLinks([source], ''),
        [sourceNote && `, ${sourceNote}`, claims && `; ${claims}`].filter(Boolean).join(''),
      ),
      trust.reviewers.length > 0
        ? row(words.reviewed, ...renderLinks(trust.reviewers, ', '))
        : row(words.notReviewed, words.byNobody),
      ...trust.corrections.map(({ day, noteHtml }) =>
        row(words.corrected, h('time', { dateTime: day.date }, day.text), ': ', raw(noteHtml)),
      ),
      ...(assistanceHtml ? [row(words.assistance, raw(assistanceHtml))] : []),
    ]),
  ]);
}
