import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../src/digest/edition.ts';
import type { Text } from '../../src/digest/model.ts';
import { Cells, type Cell } from '../../src/making/cells.ts';
import { trackReads } from '../../src/making/tracked.ts';
import { buildEdition, paperOf, picture, SORTING, WAVES, type Stuff } from './edition.ts';

type Read = (edition: Edition) => unknown;
type Change = (stuff: Stuff) => void;

const text = (plain: string): Text => ({ tree: { version: 1 } as unknown as Text['tree'], plain });
const sorting = { file: SORTING } as Parameters<Edition['treeOf']>[0];

/** What pages ask of an edition, in all the ways that there are. */
const READS: Record<string, Read> = {
  'a property': (edition) => paperOf(edition, 'sorting').title,
  'two properties': (edition) => {
    const { title, tldr } = paperOf(edition, 'sorting');
    return [title, tldr];
  },
  'a property taken out': (edition) => {
    const { venue, ...rest } = paperOf(edition, 'sorting');
    return [venue, rest];
  },
  'a property that is not there': (edition) => paperOf(edition, 'sorting').withdrawn,
  'in, of what is not there': (edition) => 'withdrawn' in paperOf(edition, 'sorting'),
  'in, of what is there': (edition) => 'venue' in paperOf(edition, 'counting'),
  'an own property': (edition) => Object.hasOwn(paperOf(edition, 'counting'), 'venue'),
  'a copy': (edition) => ({ ...paperOf(edition, 'sorting') }),
  keys: (edition) => Object.keys(paperOf(edition, 'sorting')),
  JSON: (edition) => JSON.stringify(paperOf(edition, 'sorting')),
  'one fact of a body': (edition) => paperOf(edition, 'sorting').facts?.words,
  'another fact': (edition) => paperOf(edition, 'sorting').facts?.sections.map(({ id }) => id),
  'whether there are facts': (edition) => paperOf(edition, 'sorting').facts !== undefined,
  'all facts': (edition) => ({ ...paperOf(edition, 'sorting').facts }),
  'facts of an issue': ({ digest }) => digest.issueById.get('2025-01')?.facts?.words,
  'the order of papers': ({ digest }) => digest.papers.map(({ slug }) => slug),
  'a list': ({ digest }) => digest.papers.map(({ title }) => title.plain),
  'a few of a list': ({ digest }) => digest.papers.slice(0, 1).map(({ title }) => title.plain),
  'the length of a list': ({ digest }) => digest.issues.length,
  'people by name': ({ digest }) => digest.people.map(({ id, name }) => [id, name]),
  'tags by label': ({ digest }) => digest.tags.map(({ label }) => label),
  'a category': ({ digest }) => digest.categoryById.get('cs.LG')?.papers,
  'all categories': ({ digest }) => digest.categories.map((one) => one.papers),
  'what a map has not': ({ digest }) => digest.paperBySlug.get('floating'),
  'whether a map has': ({ digest }) => digest.paperBySlug.has('floating'),
  'whether it has a person': ({ digest }) => digest.personById.has('ada-quill'),
  'a person': ({ digest }) => digest.personById.get('ada-quill')?.bio,
  'the size of a map': ({ digest }) => digest.paperBySlug.size,
  'keys of a map': ({ digest }) => [...digest.tagById.keys()],
  'values of a map': ({ digest }) => [...digest.tagById.values()].map(({ label }) => label),
  'entries of a map': ({ digest }) => [...digest.tagById].map(([id, { label }]) => [id, label]),
  'each of a map': ({ digest }) => {
    const labels: string[] = [];
    digest.tagById.forEach(({ label }) => labels.push(label));
    return labels;
  },
  'an address': ({ digest }) => digest.paperByAddress.get('arxiv:2501.00001'),
  'an address of nobody': ({ digest }) => digest.paperByAddress.has('doi:10.1/x#y'),
  'all addresses': ({ digest }) => [...digest.paperByAddress],
  'the text about the site': ({ digest }) => digest.about?.title,
  'whether there is one': ({ digest }) => digest.about === undefined,
  'all of it': ({ digest }) => ({ ...digest.about }),
  'a tree': (edition) => edition.treeOf(sorting),
  'the key of a tree': (edition) => edition.treeKeyOf(sorting),
  'no tree': (edition) => edition.treeOf({ ...sorting, file: 'content/none.mdx' }),
  'a picture': (edition) => edition.pictureOf(sorting, './sieve.png')?.name,
  'a picture that is not there': (edition) => edition.pictureOf(sorting, './lost.png')?.name,
  'smaller pictures': (edition) => edition.smallerOf(picture('sieve-1.png')).map((one) => one.name),
  'a published picture': ({ pictures }) => pictures.get('sieve-1.png')?.name,
  'a published picture that is not there': ({ pictures }) => pictures.has('lost-1.png'),
  'all published pictures': ({ pictures }) => [...pictures.keys()],
  'a plot': (edition) => edition.plotOf(sorting, WAVES)?.wide,
  'no plot': (edition) => edition.plotOf(sorting, { data: './none.csv' }),
  data: ({ data }) => data.has('waves-1.csv'),
  'all data': ({ data }) => data.size,
  'recorded files': ({ recorded }) => recorded.filesOf('/tags/shells/'),
  'recorded pages': ({ recorded }) => recorded.within('/tags/pebbles/'),
  'what is known': (edition) => edition.known(),
};

/** One thing other than it was. */
const CHANGES: Record<string, Change> = {
  title: (stuff) => (paperOf(stuff, 'sorting').title = text('Other')),
  'title of another': (stuff) => (paperOf(stuff, 'rolling').title = text('Other')),
  tldr: (stuff) => (paperOf(stuff, 'sorting').tldr = text('Other.')),
  venue: (stuff) => (paperOf(stuff, 'counting').venue = 'Pier'),
  withdrawn: (stuff) =>
    (paperOf(stuff, 'sorting').withdrawn = { date: '2025-05-01', note: text('Wrong.') }),
  words: (stuff) => (paperOf(stuff, 'sorting').facts!.words += 1),
  section: (stuff) => (paperOf(stuff, 'sorting').facts!.sections[0]!.id = 'ends'),
  'no facts': (stuff) => delete paperOf(stuff, 'sorting').facts,
  'words of an issue': ({ digest }) => (digest.issueById.get('2025-01')!.facts!.words += 1),
  order: ({ digest }) => digest.papers.reverse(),
  'one more paper': (stuff) => {
    const more = { ...paperOf(stuff, 'sorting'), slug: 'floating' };
    stuff.digest.papers.push(more);
    (stuff.digest.paperBySlug as Map<string, unknown>).set('floating', more);
  },
  'one issue less': ({ digest }) => {
    const gone = digest.issues.pop();
    (digest.issueById as Map<string, unknown>).delete(gone?.id ?? '');
  },
  bio: ({ digest }) => (digest.personById.get('ada-quill')!.bio = text('Ada sleeps.')),
  'a person less': ({ digest }) => {
    digest.people = digest.people.filter(({ id }) => id !== 'ada-quill');
    (digest.personById as Map<string, unknown>).delete('ada-quill');
  },
  label: ({ digest }) => (digest.tagById.get('shells')!.label = 'Houses'),
  'a tag less': ({ digest }) => {
    digest.tags = digest.tags.filter(({ id }) => id !== 'shells');
    (digest.tagById as Map<string, unknown>).delete('shells');
  },
  'papers of a category': ({ digest }) => digest.categoryById.get('cs.LG')!.papers.pop(),
  address: ({ digest }) =>
    (digest.paperByAddress as Map<string, string>).set('arxiv:2501.00001', 'rolling'),
  'another address': ({ digest }) =>
    (digest.paperByAddress as Map<string, string>).set('doi:10.1/x#y', 'rolling'),
  about: ({ digest }) => (digest.about!.title = 'Who they are'),
  'no about': ({ digest }) => delete digest.about,
  tree: ({ trees }) => trees.set(SORTING, trees.get('content/about.mdx')!),
  'one more tree': ({ trees }) => trees.set('content/none.mdx', trees.get(SORTING)!),
  picture: ({ pictures }) => pictures.set(`${SORTING} ./sieve.png`, picture('sieve-2.png')),
  'one more picture': ({ pictures }) =>
    pictures.set(`${SORTING} ./lost.png`, picture('lost-1.png')),
  smaller: ({ smaller }) => smaller.set('sieve-1.png', []),
  plot: ({ plots }) => (plots.get(`${SORTING} ./waves.csv`)!.wide = { width: 1 } as never),
  'one more plot': ({ plots }) =>
    plots.set(`${SORTING} ./none.csv`, plots.get(`${SORTING} ./waves.csv`)!),
  data: ({ data }) => data.delete('waves-1.csv'),
  'recorded files': ({ published }) => published[0]!.files.push('feed.json'),
  'recorded pages': ({ published }) =>
    published.push({ address: '/tags/pebbles/2025/', files: [] }),
  known: ({ known }) => known.entries.pop(),
};

/** What shows less than the cells that it reads, so that it is made again now and then for nothing. */
const WIDE = new Set([
  // A copy is one cell.
  ...['a copy', 'keys', 'JSON', 'a property taken out', 'all facts', 'all of it'],
  // Of a value all is looked at.
  ...['in, of what is there', 'in, of what is not there', 'an own property'],
  ...['another fact', 'a picture', 'a picture that is not there', 'a plot', 'smaller pictures'],
  // Of a list, the order of all.
  ...['a few of a list', 'the length of a list', 'the size of a map', 'all data'],
  ...['tags by label', 'values of a map', 'each of a map', 'all categories', 'a list'],
]);

function open(edition: Edition): { edition: Edition; reads: Set<Cell> } {
  const reads = new Set<Cell>();
  const refuse = () => Promise.reject(new Error('Nothing is shared here.'));
  const share = { one: refuse, all: refuse };
  return { edition: trackReads(edition, (cell) => reads.add(cell), share), reads };
}

for (const [name, read] of Object.entries(READS)) {
  test(`what is read is told: ${name}`, () => {
    const before = buildEdition();
    const { edition, reads } = open(before);
    assert.equal(reads.size, 0);
    const shown = JSON.stringify(read(edition));
    assert.equal(shown, JSON.stringify(read(before)), 'It shows the same as without.');
    let seen = 0;
    for (const [change, make] of Object.entries(CHANGES)) {
      const after = buildEdition(make);
      const isOther = JSON.stringify(read(after)) !== shown;
      const [was, is] = [new Cells(before), new Cells(after)];
      const told = [...reads].filter((cell) => was.hashOf(cell) !== is.hashOf(cell));
      if (isOther) seen += 1;
      if (isOther) assert.notDeepEqual(told, [], `${change} changes what is shown.`);
      else if (!WIDE.has(name)) assert.deepEqual(told, [], `${change} changes nothing here.`);
    }
    assert.ok(seen > 0, 'A change changes what is shown.');
  });
}

test('things are the same objects each time, and of no other reader', () => {
  const plain = buildEdition();
  const { digest } = open(plain).edition;
  const one = digest.paperBySlug.get('sorting');
  assert.ok(one);
  assert.equal(digest.paperBySlug.get('sorting'), one);
  assert.equal(
    digest.papers.find(({ slug }) => slug === 'sorting'),
    one,
  );
  assert.equal(
    [...digest.paperBySlug.values()].find(({ slug }) => slug === 'sorting'),
    one,
  );
  assert.equal(digest.papers, digest.papers);
  assert.equal(one.facts, one.facts);
  assert.equal(digest.paperBySlug, digest.paperBySlug);
  assert.notEqual(open(plain).edition.digest.paperBySlug.get('sorting'), one);
});

test('no write goes through', () => {
  const plain = buildEdition();
  const before = structuredClone(plain.digest);
  const { digest } = open(plain).edition;
  const one = digest.paperBySlug.get('sorting') as unknown as Record<string, unknown>;
  assert.throws(() => (one['slug'] = 'other'), TypeError);
  assert.throws(() => (one['colour'] = 'red'), TypeError);
  assert.throws(() => delete one['title'], TypeError);
  assert.throws(() => Object.defineProperty(one, 'title', { value: 'Other' }), TypeError);
  assert.throws(() => Object.assign(one['facts'] as object, { words: 1 }), TypeError);
  assert.throws(() => Object.assign(digest, { papers: [] }), TypeError);
  assert.throws(() => Object.assign(digest.about as object, { title: 'Other' }), TypeError);
  assert.deepEqual(plain.digest, before);
  assert.equal(digest.paperBySlug.get('sorting')?.title.plain, 'On Sorting Pebbles');
});
