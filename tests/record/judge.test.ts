import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDigest } from '../../src/digest/build.ts';
import type { Entry } from '../../src/digest/entry.ts';
import { judgeBuilt, judgeRecord } from '../../src/record/judge.ts';
import { readRecord } from '../../src/record/record.ts';
import { issue, lines, listing, paper, person, site, tags } from '../digest/fixture.ts';

const file = 'content/published.txt';
const body = '## The key idea\n\nStones.\n\n$$\nx\n\\label{size}\n$$\n\nBy \\eqref{size}.';

function judge(record: readonly string[], entries: Entry[]): string[] {
  const { digest } = buildDigest(entries, site);
  return lines(judgeRecord(readRecord(record.join('\n'), file), entries, digest, file));
}

test('what is there, or leads on from there, is not lost', () => {
  assert.deepEqual(
    judge(
      [
        'authority shore.example,2026',
        '/',
        '/authors/ada-quill/ feed.xml .bib',
        '/authors/quill/',
        '/categories/cs-lg/',
        '/issues/2025-01/',
        '/issues/2025-first/ id:2025-first',
        '/papers/pebbles/ id:pebbles #idea #eq-size #the-key-idea',
        '/papers/sorting/ id:pebbles .bib',
        '/papers/year/2025/',
        '/papers/year/2025/03/',
        '/tags/pebbles/ feed.xml',
        '/tags/pebbles/2019/',
        '/tags/shingle/',
      ],
      [
        issue('2025-01', { aliases: '[2025-first]', id: '2025-first' }),
        paper(
          '2025-01/sorting',
          {
            aliases: '[pebbles]',
            id: 'pebbles',
            anchors: '{ idea: the-key-idea }',
            categories: '[cs.LG]',
          },
          body,
        ),
        paper('2025-01/more', { title: 'More Pebbles' }),
        person('ada-quill', { name: 'Ada Quill', aliases: '[quill]' }),
        tags('pebbles: { label: Pebbles, description: Small stones., aliases: [shingle] }\n'),
      ],
    ),
    [],
  );
});

test('each loss is told where it is mended, with what to write', () => {
  assert.deepEqual(
    judge(
      [
        '/papers/pebbles/ id:pebbles',
        '/papers/hidden/',
        '/papers/renamed/ id:renamed #eq-length #the-key-ideas',
        '/issues/2025-02/',
        '/issues/2025-03/',
        '/authors/ada-quil/',
        '/authors/jo-marsh/ feed.xml .bib',
        '/tags/pebble/',
        '/categories/cs-cv/',
        '/papers/year/2024/',
        'authority old.example,2020',
        '/issues/2025-04/ id:2025-spring',
      ],
      [
        issue('2025-01'),
        issue('2025-04'),
        paper('2025-04/waves', { title: 'Waves', writers: '[Ada Quill]' }),
        issue('2025-03', { draft: 'true' }),
        paper('2025-01/hidden', { draft: 'true', writers: '[Ada Quill]' }),
        paper('2025-01/pebble', { title: 'Pebbles', writers: '[Ada Quill]' }),
        paper('2025-01/renamed', { id: 'other', anchors: '{ a: the-key-idea }' }, body),
        tags(),
      ],
    ).sort(),
    [
      'issues/2025-03/index.mdx:5:8 published-draft | `/issues/2025-03/` was published, and a draft has no page. | Take `draft: true` out.',
      'issues/2025-04/index.mdx:2:1 lost-feed-id | Feeds know this issue as `2025-spring`, and would show it again as if it were new. | Write `id: 2025-spring`.',
      'papers/2025-01/hidden/index.mdx:11:8 published-draft | `/papers/hidden/` was published, and a draft has no page. | Take `draft: true` out; what should not stand as it is gets `withdrawn:` with the day and the reason.',
      'papers/2025-01/renamed/index.mdx:11:5 lost-feed-id | Feeds know this paper as `renamed`, and would show it again as if it were new. | Write `id: renamed`.',
      'papers/2025-01/renamed/index.mdx:12:10 lost-anchor | `/papers/renamed/#eq-length` was published, and the text has no such anchor any more. | Add `eq-length: eq-size` to `anchors`, if that has its place now.',
      'papers/2025-01/renamed/index.mdx:12:10 lost-anchor | `/papers/renamed/#the-key-ideas` was published, and the text has no such anchor any more. | Add `the-key-ideas: the-key-idea` to `anchors`.',
      'published.txt:10:1 lost-address | `/papers/year/2024/` was published, and nothing stands there or leads on from there. | Some paper was of this year: give it back what it had; only an owner takes the line out.',
      "published.txt:11:1 lost-feed-id | The ids of all feed entries began with `old.example,2020` and would begin with `shore.example,2026`: every reader would get all of them again. | Write `feeds: { authority: 'old.example,2020' }` in site.yaml, whatever the address of the site is.",
      'published.txt:1:1 lost-address | `/papers/pebbles/` was published, and nothing stands there or leads on from there. | Write `aliases: [pebbles]` and `id: pebbles` in `papers/…/pebble/index.mdx`; or bring its folder back, with `withdrawn:` if it no longer stands.',
      'published.txt:4:1 lost-address | `/issues/2025-02/` was published, and nothing stands there or leads on from there. | Write `aliases: [2025-02]` in `issues/2025-01/index.mdx`, or bring its folder back.',
      'published.txt:6:1 lost-address | `/authors/ada-quil/` was published, and nothing stands there or leads on from there. | Write `aliases: [ada-quil]` in `people/ada-quill.yaml`; if the name was changed by mistake, change it back.',
      'published.txt:8:1 lost-address | `/tags/pebble/` was published, and nothing stands there or leads on from there. | Write `aliases: [pebble]` at `pebbles` or what it is now in tags.yaml, or bring it back.',
      'published.txt:9:1 lost-address | `/categories/cs-cv/` was published, and nothing stands there or leads on from there. | Some paper was of this category: give it back what it had; only an owner takes the line out.',
    ].sort(),
  );
});

test('a deleted paper is told without a guess where nothing new may be it', () => {
  assert.deepEqual(
    judge(
      ['/papers/waves/', '/papers/sorting/'],
      [issue('2025-01'), paper('2025-01/sorting'), tags()],
    ),
    [
      'published.txt:1:1 lost-address | `/papers/waves/` was published, and nothing stands there or leads on from there. | Write `aliases: [waves]` in the paper that it is now; or bring its folder back, with `withdrawn:` if it no longer stands.',
    ],
  );
});

test('a section that was renamed is guessed where one alone is new', () => {
  const record = ['/papers/sorting/ #results #the-main-point #eq-size'];
  const told = (text: string) =>
    judge(record, [issue('2025-01'), paper('2025-01/sorting', {}, text), tags()]).map(
      (line) => line.split(' | ')[2],
    );
  const label = '\n\n$$\nx\n\\label{size}\n$$\n\nBy \\eqref{size}.\n\n';
  assert.deepEqual(told(`## Results${label}## In one sentence\n\nStones.`), [
    'Write `anchors: { the-main-point: in-one-sentence }`, if that has its place now.',
  ]);
  const unclear = 'Write `anchors: { the-main-point: … }`, with the anchor that has its place now.';
  assert.deepEqual(told(`## Results${label}## In one sentence\n\n## Why`), [unclear]);
  assert.deepEqual(told(`## Results${label}Stones.`), [unclear]);
  assert.deepEqual(told(`## Stones${label}`), [
    'Write `anchors: { results: … }`, with the anchor that has its place now.',
    unclear,
  ]);
});

test('the authors of a paper that is gone are told in one sentence, those of a draft not at all', () => {
  const record = [
    ...['/authors/ada-quill/', '/authors/al-hill/', '/authors/bo-finch/', '/authors/cy-ng/'],
    ...['/authors/di-wu/', '/authors/jo-marsh/', '/papers/waves/', '/papers/sorting/'],
  ];
  const rest = [issue('2025-01'), paper('2025-01/sorting'), tags()];
  const lostPaper =
    'published.txt:7:1 lost-address | `/papers/waves/` was published, and nothing stands there or leads on from there. | Write `aliases: [waves]` in the paper that it is now; or bring its folder back, with `withdrawn:` if it no longer stands.';
  assert.deepEqual(judge(record, rest), [
    lostPaper,
    'published.txt:2:1 lost-address | `/authors/al-hill/`, `/authors/bo-finch/`, `/authors/cy-ng/` and 1 more were published, and nothing stands there or leads on from there. | They come back with the paper that is lost; where a name was changed, write `aliases:` in the file of who it is now.',
  ]);
  const one = judge(['/authors/al-hill/', '/authors/jo-mash/', '/papers/waves/'], rest);
  assert.deepEqual(one.slice(1), [
    'published.txt:2:1 lost-address | `/authors/jo-mash/` was published, and nothing stands there or leads on from there. | Write `aliases: [jo-mash]` in `people/jo-marsh.yaml`; if the name was changed by mistake, change it back.',
    'published.txt:1:1 lost-address | `/authors/al-hill/` was published, and nothing stands there or leads on from there. | It comes back with the paper that is lost; where a name was changed, write `aliases:` in the file of who it is now.',
  ]);
  const authors = '[Al Hill, Bo Finch, Cy Ng, Di Wu]';
  const draft = paper('2025-01/waves', { authors, draft: 'true' });
  assert.deepEqual(
    judge(record, [...rest, draft]).map((line) => line.split(' ')[1]),
    ['published-draft'],
  );
  // Where no paper is lost, each is told by itself.
  assert.equal(judge(['/authors/al-hill/', '/authors/bo-finch/'], rest).length, 2);
});

test('what a fault hides is not lost as well', () => {
  assert.deepEqual(
    judge(
      ['/papers/sorting/ #results', '/authors/wen-li/', '/categories/cs-cv/', '/tags/pebbles/'],
      [issue('2025-01'), paper('2025-01/sorting', { published: 'soon' }), tags()],
    ),
    [],
  );
});

test('a withdrawn paper keeps its page, and needs no text; a listing made of a summary loses its anchors', () => {
  const record = ['/papers/sorting/ #the-key-idea'];
  const withdrawn = { withdrawn: '{ date: 2026-02-01, note: It was wrong. }' };
  assert.deepEqual(
    judge(record, [issue('2025-01'), listing('2025-01/sorting', withdrawn), tags()]),
    [],
  );
  assert.equal(judge(record, [issue('2025-01'), listing('2025-01/sorting'), tags()]).length, 1);
});

test('two papers that became one may keep either id', () => {
  const record = ['/papers/one/ id:one', '/papers/two/ id:two'];
  const merged = paper('2025-01/two', { aliases: '[one]' });
  assert.deepEqual(judge(record, [issue('2025-01'), merged, tags()]), []);
});

test('an issue without papers has no references, and what one facet is left with stays', () => {
  assert.deepEqual(
    judge(
      ['/issues/2025-01/ .bib .md', '/authors/ada-quill/ feed.xml .bib'],
      [issue('2025-01'), issue('2025-02'), paper('2025-02/sorting'), tags()],
    ),
    [
      'published.txt:1:1 lost-file | `.bib` of `/issues/2025-01/` was published, and an issue without papers has none of it. | Give the issue back a paper; if it never had one, an owner takes the files out of this line.',
    ],
  );
});

test('what a build does not make is told by its line', () => {
  const reading = readRecord('/\n/papers/a/ .bib\n/feeds/ papers.xml\n', file);
  const files = new Set(['index.html', 'papers/a.bib', 'feeds/index.html']);
  const fix =
    'Take back what changed, in the content or in the program; only an owner takes it out of this line.';
  assert.deepEqual(lines(judgeBuilt(reading, files, file)), [
    `published.txt:3:1 lost-file | \`/feeds/papers.xml\` was published, and this build does not make it. | ${fix}`,
    `published.txt:2:1 lost-file | \`/papers/a/\` was published, and this build does not make it. | ${fix}`,
  ]);
});
