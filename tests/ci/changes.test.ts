import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildChanges, changesSchema, firstPage } from '../../src/ci/changes.ts';
import { inCode, MARK, renderComment } from '../../src/ci/comment.ts';
import { build, issue, paper, tags } from '../digest/fixture.ts';

const none = { count: 0, first: [] };
const january = issue('2026-01');
const sorting = paper('2026-01/sorting');
const old = paper('2026-01/old', { writers: '[Wen Li]' });
const before = build(tags(), january, sorting, old).digest;

test('what a pull request does is told in pages, papers, people and tags', () => {
  const waves = paper('2026-01/waves', {
    title: 'Waves of $x^2$ @shore',
    tags: '[pebbles, sea]',
    writers: '[Eve Stone]',
    categories: '[cs.LG]',
  });
  const more = tags(
    'pebbles: { label: Pebbles, description: Small stones. }\nsea: { label: The sea, description: Water. }\n',
  );
  const after = build(more, january, sorting, waves).digest;
  const changes = buildChanges(before, after, [sorting.file, waves.file, old.file]);
  assert.deepEqual(changesSchema.parse(JSON.parse(JSON.stringify(changes))), changes);
  assert.deepEqual(changes, {
    base: '/',
    pages: {
      added: {
        count: 4,
        first: ['authors/eve-stone/', 'categories/cs-lg/', 'papers/waves/', 'tags/sea/'],
      },
      removed: { count: 2, first: ['authors/wen-li/', 'papers/old/'] },
    },
    papers: {
      added: { count: 1, first: [{ path: 'papers/waves/', title: 'Waves of x² @shore' }] },
      changed: { count: 1, first: [{ path: 'papers/sorting/', title: 'On Sorting Pebbles' }] },
      removed: { count: 1, first: [{ path: 'papers/old/', title: 'On Sorting Pebbles' }] },
    },
    tags: { count: 1, first: [{ path: 'tags/sea/', name: 'The sea' }] },
    people: { count: 1, first: [{ path: 'authors/eve-stone/', name: 'Eve Stone' }] },
  });
  assert.equal(firstPage(changes), 'papers/waves/');
});

test('nothing changed is nothing told; without a base all is new', () => {
  const same = buildChanges(before, before, []);
  assert.deepEqual(same, {
    base: '/',
    pages: { added: none, removed: none },
    papers: { added: none, changed: none, removed: none },
    tags: none,
    people: none,
  });
  assert.equal(firstPage(same), '');
  assert.equal(buildChanges(undefined, before, []).papers.added.count, 2);
});

test('long lists and long names are cut', () => {
  const many = Array.from({ length: 30 }, (_, index) =>
    paper(`2026-01/p${index + 10}`, { title: `'${'𝒙'.repeat(150)}'` }),
  );
  const { papers } = buildChanges(undefined, build(tags(), january, ...many).digest, []);
  assert.equal(papers.added.count, 30);
  assert.equal(papers.added.first.length, 20);
  assert.equal([...(papers.added.first[0]?.title ?? '')].length, 100);
});

test('the form of the changes lets nothing else through', () => {
  const good = buildChanges(before, before, []);
  const bad: unknown[] = [
    { ...good, base: 'https://evil.example/' },
    { ...good, base: '//evil.example/' },
    { ...good, base: '/../' },
    { ...good, base: '/a' },
    { ...good, extra: 1 },
    { ...good, tags: { count: 1, first: [{ path: '../..', name: 'a' }] } },
    { ...good, tags: { count: 1, first: [{ path: 'a)[x](https://evil.example/', name: 'a' }] } },
    { ...good, tags: { count: 1, first: [{ path: 'tags/a/', name: 'a'.repeat(201) }] } },
    { ...good, tags: { count: -1, first: [] } },
    { ...good, people: { count: 21, first: Array(21).fill({ path: '', name: 'a' }) } },
    [],
    null,
  ];
  for (const one of bad) {
    assert.ok(!changesSchema.safeParse(one).success, JSON.stringify(one).slice(0, 100));
  }
});

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const run = 'https://github.com/shore/digest/actions/runs/7';

test('the comment shows the preview, its pictures and what changes', () => {
  const changes = {
    base: '/digest/',
    pages: {
      added: { count: 22, first: ['papers/waves/'] },
      removed: { count: 1, first: ['papers/old/'] },
    },
    papers: {
      added: { count: 1, first: [{ path: 'papers/waves/', title: 'Waves' }] },
      changed: none,
      removed: { count: 1, first: [{ path: 'papers/old/', title: 'Old' }] },
    },
    tags: { count: 1, first: [{ path: 'tags/sea/', name: 'The sea' }] },
    people: { count: 1, first: [{ path: 'authors/eve/', name: 'Eve' }] },
  };
  const address = 'https://7--shore.netlify.app/digest/';
  assert.equal(
    renderComment({ changes, sha, address, run }),
    `${MARK}
**[See the site with this pull request](${address})**, as of \`a1b2c3d\`.

| light | dark | phone |
| --- | --- | --- |
| ![light](https://7--shore.netlify.app/preview-pictures/light.png) | ![dark](https://7--shore.netlify.app/preview-pictures/dark.png) | ![phone](https://7--shore.netlify.app/preview-pictures/phone.png) |

**New papers**
- [\`Waves\`](${address}papers/waves/)

**Removed papers**
- \`Old\`

**New people**
- [\`Eve\`](${address}authors/eve/)

**New tags**
- [\`The sea\`](${address}tags/sea/)

**22 pages added**
- [\`/papers/waves/\`](${address}papers/waves/)
- and 21 more

**1 page removed**
- \`/papers/old/\`
`,
  );
  const without = renderComment({ changes: { ...changes, tags: none, people: none }, sha, run });
  assert.match(
    without,
    /^<!-- .* -->\nThe site with this pull request was built of `a1b2c3d`\. It lies in the \[run\]\(https:\/\/github\.com\/shore\/digest\/actions\/runs\/7\) as the file `preview`\.\n\n\*\*New papers\*\*\n- `Waves`\n/,
  );
  assert.doesNotMatch(without, /undefined|netlify/);
});

test('a stranger’s words are a code span, whatever they try', () => {
  assert.equal(inCode('@everyone #1 https://evil.example'), '`@everyone #1 https://evil.example`');
  assert.equal(inCode('a`` ` [x](y)'), "`a'' ' [x](y)`");
  assert.equal(inCode('a\n\n# b\r\n--> \u2028c\u202ed\u0000'), '`a # b --> c d`');
  assert.equal(inCode(' \n '), '`?`');
});

test('a comment has room at the forge, whatever is in it', () => {
  const name = '𝒙'.repeat(100);
  const path = `${'a'.repeat(190)}/`;
  const full = <T>(one: T) => ({ count: 1_000, first: Array<T>(20).fill(one) });
  const papers = full({ path, title: name });
  const named = full({ path, name });
  const changes = {
    base: '/',
    pages: { added: full(path), removed: full(path) },
    papers: { added: papers, changed: papers, removed: papers },
    tags: named,
    people: named,
  };
  const address = `https://${'a'.repeat(60)}.netlify.app/`;
  const comment = renderComment({ changes, sha, address, run });
  assert.ok(comment.length <= 60_000, String(comment.length));
  assert.ok(comment.startsWith(MARK));
});
