import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildAuthorData,
  buildHomeData,
  buildIssueData,
  buildPaperData,
  buildStatisticsData,
  renderData,
} from '../../src/exports/linked-data.ts';
import { parseFragment } from 'parse5';
import fc from 'fast-check';
import { readEdition } from '../edition.ts';
import { rawText } from './editions.ts';

const edition = await readEdition();
const { digest } = edition;
const site = 'https://ferrous.example/digest';

type Thing = Record<string, unknown> & { '@type': string };

/** The things of a graph as it is written into a page. */
function thingsOf(data: object): Thing[] {
  const read = JSON.parse(JSON.stringify(data)) as { '@context': string; '@graph': Thing[] };
  assert.equal(read['@context'], 'https://schema.org');
  return read['@graph'];
}

const paper = (slug: string) => digest.paperBySlug.get(slug)!;
const namesOf = (people: unknown) => (people as { name: string }[]).map(({ name }) => name);

test('a paper’s page is a review of a scholarly article, in an issue', () => {
  const [review, breadcrumbs] = thingsOf(buildPaperData(edition, paper('paper-1')));
  assert.equal(review?.['@type'], 'Review');
  assert.equal(review['@id'], `${site}/papers/paper-1/#summary`);
  assert.equal(review['name'], 'Summary of “Iron with α²: Heat & <Light>”');
  assert.deepEqual(namesOf(review['author']), ['Ada Quill']);
  assert.deepEqual(namesOf(review['contributor']), ['Bo Li']);
  assert.equal(review['datePublished'], '2026-01-11');
  assert.equal(review['dateModified'], '2026-03-05');
  assert.equal((review['correction'] as unknown[]).length, 2);
  assert.deepEqual(review['isPartOf'], { '@id': `${site}/issues/2026-01/#issue` });
  // A score is somebody else's, and no rating of ours.
  assert.equal(review['reviewRating'], undefined);
  const article = review['itemReviewed'] as Thing;
  assert.equal(article['@type'], 'ScholarlyArticle');
  assert.equal(article['@id'], 'https://doi.org/10.48550/arXiv.2601.00001');
  assert.deepEqual(
    namesOf(article['author']),
    paper('paper-1').authors.map(({ name }) => name),
  );
  assert.deepEqual(article['identifier'], [
    { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2601.00001' },
    { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.48550/arXiv.2601.00001' },
  ]);
  assert.deepEqual(article['sameAs'], [
    'https://arxiv.org/abs/2601.00001v2',
    'https://doi.org/10.48550/arXiv.2601.00001',
  ]);
  assert.deepEqual(
    (breadcrumbs?.['itemListElement'] as Thing[]).map(({ name, item }) => [name, item]),
    [
      ['Ferrous Notes', `${site}/`],
      ['Issues', `${site}/issues/`],
      ['January 2026', `${site}/issues/2026-01/`],
      ['Iron with α²: Heat & <Light>', `${site}/papers/paper-1/`],
    ],
  );
});

test('a person is known by an ORCID where there is one, a group is an organisation', () => {
  const [review] = thingsOf(buildPaperData(edition, paper('paper-1')));
  const authors = (review?.['itemReviewed'] as { author: Thing[] }).author;
  assert.deepEqual(authors[0], {
    '@type': 'Person',
    '@id': 'https://orcid.org/0000-0002-1825-0097',
    name: 'Ada van der Quill',
  });
  assert.deepEqual(authors[4], {
    '@type': 'Organization',
    '@id': `${site}/authors/ironworks/#person`,
    name: 'The Ironworks',
  });
  const [profile] = thingsOf(buildAuthorData(edition, digest.personById.get('ada-quill')!));
  assert.equal(profile?.['@type'], 'ProfilePage');
  const person = profile['mainEntity'] as Thing;
  assert.equal(person['@id'], authors[0]['@id']);
  assert.deepEqual(person['sameAs'], [
    'https://orcid.org/0000-0002-1825-0097',
    'https://quill.example/',
    'https://github.com/ada-quill',
  ]);
});

test('a listing is no review, and what is withdrawn says so', () => {
  const [listing] = thingsOf(buildPaperData(edition, paper('listed')));
  assert.equal(listing?.['@type'], 'WebPage');
  assert.equal((listing['mainEntity'] as Thing)['@type'], 'ScholarlyArticle');
  assert.equal(
    (listing['mainEntity'] as Thing)['abstract'],
    'The abstract of the authors themselves, about β.',
  );
  const [withdrawn] = thingsOf(buildPaperData(edition, paper('paper-4')));
  assert.equal(withdrawn?.['creativeWorkStatus'], 'Withdrawn');
  assert.equal(withdrawn['dateModified'], '2026-02-10');
});

test('an issue has its papers as parts, by the ids of their own pages', () => {
  const issue = digest.issueById.get('2026-rust')!;
  const [publication, periodical] = thingsOf(buildIssueData(edition, issue));
  assert.equal(publication?.['@type'], 'PublicationIssue');
  assert.deepEqual(publication['isPartOf'], { '@id': periodical?.['@id'] });
  // An editor of schema.org is a person; this issue's is a group.
  assert.equal(publication['editor'], undefined);
  assert.deepEqual(namesOf(publication['contributor']), ['The Ironworks']);
  assert.deepEqual(
    (publication['hasPart'] as Thing[]).map((part) => [part['@type'], part['@id']]),
    [['WebPage', `${site}/papers/listed/#page`]],
  );
  const [month] = thingsOf(buildIssueData(edition, digest.issueById.get('2026-01')!));
  const parts = month?.['hasPart'] as Thing[];
  const [review] = thingsOf(buildPaperData(edition, paper('paper-1')));
  assert.ok(parts.some((part) => part['@id'] === review?.['@id']));
});

test('the front page is a site and a periodical', () => {
  const things = thingsOf(buildHomeData(edition));
  assert.deepEqual(
    things.map((thing) => thing['@type']),
    ['WebSite', 'Periodical'],
  );
});

test('whatever a field holds, it ends no script and comes back as it was', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</script>',
      '</ScRiPt ><img src=x onerror=alert(1)>',
      '<!--<script>',
      '\u2028',
      ']]>',
    ),
  );
  fc.assert(
    fc.property(hostile, (value) => {
      const text = rawText(value);
      const first = paper('paper-1');
      const data = buildPaperData(edition, {
        ...first,
        ...{ title: text, tldr: text, abstract: text, abstractByAuthors: true },
        ...{ venue: value, doi: value, openreview: value, url: value },
        authors: first.authors.map((name) => ({ ...name, name: value, affiliation: value })),
        corrections: [{ date: '2026-01-01', note: text }],
      });
      const source = `<script type="application/ld+json">${renderData(data)}</script><p>`;
      const [script, after, ...rest] = parseFragment(source).childNodes;
      assert.deepEqual([script?.nodeName, after?.nodeName, rest.length], ['script', 'p', 0]);
      const [inside] = 'childNodes' in script! ? script.childNodes : [];
      const read: unknown = JSON.parse(inside && 'value' in inside ? inside.value : '');
      assert.deepEqual(read, JSON.parse(JSON.stringify(data)));
    }),
  );
});

test('the page of statistics says what it is counted from', () => {
  const [page, breadcrumbs] = thingsOf(buildStatisticsData(edition));
  assert.equal(page?.['@type'], 'WebPage');
  assert.deepEqual(page['isPartOf'], { '@id': `${site}/#site` });
  assert.equal(page['isBasedOn'], `${site}/digest.json`);
  assert.equal((breadcrumbs?.['itemListElement'] as Thing[]).length, 2);
});
