import assert from 'node:assert/strict';
import { buildRecorded } from '../../src/digest/recorded.ts';
import { test } from 'node:test';
import { facetOfTag, hasOwnFiles } from '../../src/digest/facets.ts';
import { listDocuments } from '../../src/exports/files.ts';
import { listCited } from '../../src/exports/lists.ts';
import { listFeeds } from '../../src/feeds/catalogue.ts';
import { buildTag } from '../../src/views/lists.ts';
import { buildEdition, writePapers } from '../feeds/edition.ts';
import { tags } from '../digest/fixture.ts';

const list = tags(
  'pebbles: { label: Pebbles, description: Small stones. }\nsand: { label: Sand, description: Smaller ones., aliases: [grit] }\n',
);
const [, ...papers] = writePapers(4, undefined, { 2: { tags: '[sand]' } });
const edition = buildEdition([list, ...papers]);

/** What stands beside the page of a tag, and what its head and its text say of it. */
function describe(one: typeof edition, id: string) {
  const page = one.routes.tag(id);
  const { page: head, follow } = buildTag(one, id);
  return {
    feed: listFeeds(one).some(({ home }) => home === page),
    references: listCited(one).some((cited) => cited.page === page),
    document: listDocuments(one).some(
      (path) => one.routes.base + path === one.routes.twin(page, 'json'),
    ),
    named: (head.alternates ?? []).length > 0,
    followed: follow !== undefined,
  };
}

const all = { feed: true, references: true, document: true, named: true, followed: true };
const none = { feed: false, references: false, document: false, named: false, followed: false };

test('a facet of one paper has no files, and nothing names any', () => {
  assert.deepEqual(describe(edition, 'pebbles'), all);
  assert.deepEqual(describe(edition, 'sand'), none);
});

test('what was published once stays, under this name or the one before', () => {
  for (const address of ['/tags/sand/', '/tags/grit/']) {
    const recorded = buildRecorded([{ address, files: ['.bib', 'feed.xml'] }]);
    assert.deepEqual(describe({ ...edition, recorded }, 'sand'), all, address);
  }
  const bare = { ...edition, recorded: buildRecorded([{ address: '/tags/sand/', files: [] }]) };
  assert.ok(!hasOwnFiles(bare, facetOfTag(edition.routes, edition.digest.tagById.get('sand')!)));
});
