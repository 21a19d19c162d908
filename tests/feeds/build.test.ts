import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listWorks } from '../../src/digest/works.ts';
import { buildTrialFiles } from '../../src/feeds/trial.ts';
import { renderFeedFile } from '../../src/feeds/render.ts';
import { readEdition } from '../edition.ts';
import { buildEdition, buildFiles, fileAt, formulas, SITE, writePapers } from './edition.ts';
import { assertWellFormed, readWithFeedsmith } from './parsers.ts';

const edition = await readEdition();
const files = await buildFiles(edition);

test('papers and issues have three formats and two flavours, all else that can be followed is Atom', () => {
  const { digest, routes } = edition;
  const main = (['papers', 'issues'] as const).flatMap((of) =>
    [false, true].flatMap((pictures) =>
      (['atom', 'rss', 'json'] as const).map((format) => routes.feed(of, format, pictures)),
    ),
  );
  const facets = [
    ...digest.tags.filter(({ papers }) => papers.length > 1).map(({ id }) => routes.tag(id)),
    ...digest.categories
      .filter(({ papers }) => papers.length > 1)
      .map(({ slug }) => routes.category(slug)),
    ...digest.people
      .filter((person) => listWorks(person).length > 1)
      .map(({ id }) => routes.author(id)),
  ].map((page) => routes.facetFeed(page));
  assert.deepEqual(files.map(({ path }) => path).sort(), [...main, ...facets].sort());
  assert.equal(routes.feed('papers', 'rss'), '/digest/feeds/papers.xml');
});

test('feeds have ids of their own, of the authority and of what they follow', () => {
  const ids = new Map(files.map(({ path, feed }) => [path, feed.id]));
  assert.equal(ids.get('/digest/feeds/papers.atom'), 'tag:ferrous.example,2025:feed/papers');
  assert.equal(ids.get('/digest/feeds/papers.xml'), ids.get('/digest/feeds/papers.atom'));
  assert.equal(
    ids.get('/digest/feeds/issues-pictures.json'),
    'tag:ferrous.example,2025:feed/issues-pictures',
  );
  assert.equal(
    ids.get('/digest/categories/cs-lg/feed.xml'),
    'tag:ferrous.example,2025:feed/categories/cs.LG',
  );
  const atom = files.filter(({ format }) => format === 'atom').map(({ feed }) => feed.id);
  assert.equal(new Set(atom).size, atom.length);
});

test('an entry is the same in every feed that holds it', () => {
  const entries = new Map<string, string>();
  for (const { feed, path } of files) {
    if (path.includes('-pictures')) continue;
    for (const { id, html } of feed.items) assert.equal(html, entries.get(id) ?? html, path);
    for (const { id, html } of feed.items) entries.set(id, html);
  }
  assert.ok(entries.size > edition.digest.issues.length);
});

test('a feed of a tag, a category or a person holds the summaries of their pages', () => {
  const { digest, routes } = edition;
  const check = (page: string, slugs: readonly string[]) => {
    const { feed } = fileAt(files, routes.facetFeed(page));
    assert.deepEqual(
      feed.items.map(({ url }) => url).sort(),
      slugs
        .filter((slug) => digest.paperBySlug.get(slug)?.body)
        .map((slug) => routes.absolute(routes.paper(slug)))
        .sort(),
    );
  };
  const isFollowed = ({ papers }: { papers: readonly string[] }) => papers.length > 1;
  for (const tag of digest.tags.filter(isFollowed)) check(routes.tag(tag.id), tag.papers);
  for (const { slug, papers } of digest.categories.filter(isFollowed))
    check(routes.category(slug), papers);
  const ada = digest.personById.get('ada-quill')!;
  check(routes.author('ada-quill'), [...new Set([...ada.papers, ...ada.summaries])]);
});

test('a hub is named by what readers follow, and not by the archive', async () => {
  for (const { feed } of files) assert.equal(feed.hub, 'https://hub.example/');
  const many = await buildFiles(
    buildEdition(writePapers(60), SITE.replace("2025' }", "2025', hub: 'https://hub.example/' }")),
  );
  for (const { feed } of many)
    assert.equal(feed.hub, feed.archive.current === undefined ? 'https://hub.example/' : undefined);
});

test('a hundred and twenty papers: every one is found by going back from the newest, under a base path', async () => {
  const large = buildEdition(writePapers(120));
  const all = await buildFiles(large);
  const byAddress = new Map(all.map((file) => [file.feed.self, file]));
  const { absolute } = large.routes;
  const expected = large.digest.papers.map(({ id }) => `tag:shore.example,2025:paper/${id}`);
  for (const pictures of [false, true]) {
    for (const format of ['atom', 'rss', 'json'] as const) {
      const start = absolute(large.routes.feed('papers', format, pictures));
      const found: string[] = [];
      let steps = 0;
      let file = byAddress.get(start);
      const next = file?.feed.archive.previous;
      assert.equal(file?.feed.items.length, 50);
      while (file) {
        const read = readWithFeedsmith(format, renderFeedFile(file));
        found.push(...read.items.map(({ id }) => id ?? ''));
        const previous = read.links
          .find((link) => link?.startsWith('prev-archive '))
          ?.slice('prev-archive '.length);
        if (steps > 0) {
          assert.equal(file.feed.archive.current, start);
          assert.equal(file.path.startsWith('/digest/feeds/papers'), true);
        }
        steps += 1;
        file = previous === undefined ? undefined : byAddress.get(previous);
      }
      assert.equal(next, absolute(large.routes.feedArchive('papers', format, steps - 1, pictures)));
      assert.deepEqual([...new Set(found)].sort(), expected.toSorted());
    }
  }
});

test('a new paper leaves the archive as it is, but for the link to a part that follows', async () => {
  const read = async (count: number) =>
    new Map(
      (await buildFiles(buildEdition(writePapers(count))))
        .filter(({ feed }) => feed.archive.current !== undefined)
        .map((file) => [file.path, renderFeedFile(file)]),
    );
  const before = await read(118);
  const after = await read(130);
  const bare = (source: string | undefined) => source?.replace(/^.*next-archive.*\n/m, '');
  assert.ok(before.size > 0 && after.size > before.size);
  let same = 0;
  for (const [path, source] of before) {
    assert.equal(bare(after.get(path)), bare(source), path);
    if (after.get(path) === source) same += 1;
  }
  assert.ok(same > before.size / 2);
});

test('a word more in a summary changes its entry and that of its issue, and moves no other', async () => {
  const read = async (words: string) => {
    const parts = new Map<string, string>();
    const body = (number: number) => `A summary with $x^2$${number === 5 ? words : ''}.`;
    await buildFiles(buildEdition(writePapers(60, body)), parts);
    return parts;
  };
  const before = await read('');
  const after = await read(' and a word more');
  assert.deepEqual([...after.keys()], [...before.keys()]);
  const changed = [...before].filter(([name, json]) => after.get(name) !== json);
  assert.deepEqual(
    changed.map(([name]) => name).sort(),
    ['mathml', 'pictures'].flatMap((flavour) => [
      `feed/${flavour}/issues/2025-part-1`,
      `feed/${flavour}/papers/pebble-5`,
    ]),
  );
});

const LONG = {
  words: 'Sand & shells. '.repeat(2500),
  'short formulas': '$x$ & '.repeat(400),
  'long formulas': '$\\frac{x_1 + y}{\\sqrt{z}} < 2$, '.repeat(100),
};
for (const [name, body] of Object.entries(LONG)) {
  test(`a document stays under a megabyte, however long the summaries are: ${name}`, async () => {
    const large = await buildFiles(buildEdition(writePapers(60, () => body)));
    let largest = 0;
    for (const file of large) {
      const bytes = Buffer.byteLength(renderFeedFile(file));
      assert.ok(bytes < 1_000_000, `${file.path}: ${bytes}`);
      largest = Math.max(largest, bytes);
    }
    assert.ok(largest > 400_000, `${largest}`);
  });
}

test('a digest without papers has feeds all the same, of the day that its ids are from', async () => {
  const empty = await buildFiles(buildEdition([]));
  assert.equal(empty.length, 12);
  for (const file of empty) {
    const source = renderFeedFile(file);
    assert.equal(file.feed.updated, '2025-01-01');
    if (file.format !== 'json') await assertWellFormed(source);
    assert.deepEqual(readWithFeedsmith(file.format, source).items, []);
  }
});

test('the feed to try a reader with has a formula of each kind, in both flavours', async () => {
  const [mathml, pictures] = buildTrialFiles(edition, formulas);
  assert.ok(mathml && pictures);
  await assertWellFormed(renderFeedFile(mathml));
  const count = (text: string | undefined, of: RegExp) => text?.match(of)?.length;
  const [one, other] = [mathml, pictures].map(({ feed }) => feed.items[0]?.html);
  assert.equal(count(one, /<math /g), count(other, /<img /g));
  assert.match(one ?? '', /<p><math [^>]*display="block">.*<\/math> \(1\)<\/p>/);
  assert.doesNotMatch(other ?? '', /<math/);
  assert.notEqual(mathml.feed.id, pictures.feed.id);
});
