import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildConnections } from '../../src/views/connections.ts';
import { buildIssuePage } from '../../src/views/issue.ts';
import { buildPaperPage } from '../../src/views/paper-page.ts';
import { buildTrail } from '../../src/views/trail.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;
const paper = (slug: string) => digest.paperBySlug.get(slug)!;
const issue = (id: string) => digest.issueById.get(id)!;

test('a paper says who mentions it, introductions of other issues too, and why', () => {
  const { mentionedBy } = buildConnections(edition, paper('paper-2'));
  assert.deepEqual(
    mentionedBy.map(({ href, text, said }) => ({ href, text, said })),
    [
      {
        href: '/digest/papers/paper-1/',
        text: 'Iron with α²: Heat & <Light>',
        said: 'January 2026 · both by 李文',
      },
      {
        href: '/digest/issues/2026-02/',
        text: 'The introduction of February 2026',
        said: '',
      },
    ],
  );
});

test('a link to a covered paper has a card in the margin, in another issue with its month', () => {
  const own = buildPaperPage(edition, paper('paper-1')).paper.bodyHtml;
  assert.match(
    own,
    /<p class="note card">In the same issue: <a href="\/digest\/papers\/paper-2\/">Iron Number 2: A Study<\/a><\/p>/,
  );
  const { introHtml } = buildIssuePage(edition, issue('2026-02'));
  assert.match(introHtml, /<p class="note card">We covered this, January 2026: <a /);
  // Not of what it introduces.
  assert.equal(introHtml.match(/class="note card"/g)?.length, 1);
});

test('a trail goes from the oldest on, and says what refers back', () => {
  const trail = buildTrail(edition, ['paper-2', 'alone', 'paper-1', 'listed'])!;
  assert.deepEqual(
    trail.steps.map(({ href, day, refersTo, stem }) => [
      href.split('/').at(-2),
      day.text,
      refersTo.map(({ text }) => text).join(),
      stem,
    ]),
    [
      ['paper-1', 'December 2025', '', 0],
      ['paper-2', 'December 2025', '', 0],
      ['alone', 'February 2026', '', 0],
      ['listed', 'March 2026', '', 0],
    ],
  );
  assert.equal(trail.folded, false);
  assert.equal(buildTrail(edition, ['alone']), undefined);
});

test('of many papers a trail is those that refer to each other', () => {
  const papers = Array.from({ length: 40 }, (_, index) => ({
    ...paper('alone'),
    slug: `p-${index}`,
    published: `20${10 + index}-01-01`,
    // One back to the second, one forward, which is no going back.
    citations: index === 9 || index === 20 ? ['p-1'] : index === 30 ? ['p-35'] : [],
  }));
  const large = {
    ...edition,
    digest: { ...digest, paperBySlug: new Map(papers.map((one) => [one.slug, one])) },
  };
  const slugs = papers.map(({ slug }) => slug);
  const trail = buildTrail(large, slugs)!;
  assert.deepEqual(
    trail.steps.map(({ href, stem }) => [href.split('/').at(-2), stem]),
    [
      ['p-1', 1],
      ['p-9', 0],
      ['p-20', 0],
    ],
  );
  assert.equal(buildTrail(large, slugs.slice(10, 30)), undefined);
});
