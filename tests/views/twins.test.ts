import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetOfPerson, facetOfTag } from '../../src/digest/facets.ts';
import { listCited } from '../../src/exports/lists.ts';
import { buildTwins, buildTwinsOfFacet } from '../../src/views/twins.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest, routes } = edition;
const hrefs = (links: { href: string }[]) => links.map(({ href }) => href);

test('a page leads to its forms, and its head names the same', () => {
  const page = routes.paper('paper-1');
  const { links, alternates } = buildTwins(edition, 'paper', page);
  const expected = (['bib', 'ris', 'csl.json'] as const).map((form) => routes.twin(page, form));
  assert.deepEqual(
    hrefs(links).filter((href) => expected.includes(href)),
    expected,
  );
  assert.deepEqual(hrefs(alternates), hrefs(links));
  for (const { type } of links) assert.match(type, /^(?:application|text)\/[\w.+-]+$/);
});

test('where nothing is cited there is no file of references', () => {
  const empty = buildTwins(edition, 'issue', routes.issue('2026-01'), 0);
  assert.ok(!hrefs(empty.links).some((href) => /\.(?:bib|csl\.json)$/.test(href)));
  const bare = { ...edition, digest: { ...digest, papers: [], issues: [], tags: [], people: [] } };
  assert.deepEqual(listCited({ ...bare, digest: { ...bare.digest, categories: [] } }), []);
});

test('a person of one work is led to that paper’s files, an editor alone to none', () => {
  const of = (id: string) =>
    buildTwinsOfFacet(edition, facetOfPerson(routes, digest.personById.get(id)!));
  assert.ok(hrefs(of('bo-li').links).includes('/digest/authors/bo-li.bib'));
  const led = hrefs(of('di-wu').links);
  assert.ok(led.includes('/digest/papers/paper-1.bib'));
  assert.ok(led.every((href) => href.startsWith('/digest/papers/paper-1.')));
  // They are named for a person's forms, which RIS is none of.
  assert.ok(!led.includes('/digest/papers/paper-1.ris'));
  assert.deepEqual(of('di-wu').alternates, []);
  const editor = { ...digest.personById.get('di-wu')!, papers: [], issues: ['2026-01'] };
  assert.deepEqual(buildTwinsOfFacet(edition, facetOfPerson(routes, editor)), {
    links: [],
    alternates: [],
  });
});

test('a tag of one paper too', () => {
  const tag = { ...digest.tags[0]!, papers: ['paper-1'] };
  const { links, alternates } = buildTwinsOfFacet(edition, facetOfTag(routes, tag));
  assert.deepEqual(
    hrefs(links),
    (['bib', 'csl.json', 'json'] as const).map((form) =>
      routes.twin(routes.paper('paper-1'), form),
    ),
  );
  assert.deepEqual(alternates, []);
});
