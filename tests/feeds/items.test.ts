import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_ITEM, type Form } from '../../src/feeds/item-parts.ts';
import { buildIssueItem, buildPaperItem } from '../../src/feeds/items.ts';
import { issue, listing, paper, tags } from '../digest/fixture.ts';
import { readEdition } from '../edition.ts';
import { buildEdition } from './edition.ts';

const edition = await readEdition();
const form: Form = { address: edition.routes.absolute, headingShift: 0 };
const itemOf = (slug: string, of = edition) =>
  buildPaperItem(of, of.digest.paperBySlug.get(slug)!, { ...form, address: of.routes.absolute });

test('an entry knows its paper, its writer, its days, its topics', () => {
  const { html, ...facts } = itemOf('paper-1');
  assert.deepEqual(facts, {
    id: 'tag:ferrous.example,2025:paper/paper-1',
    url: 'https://ferrous.example/digest/papers/paper-1/',
    title: 'Iron with α²: Heat & <Light>',
    about: 'https://arxiv.org/abs/2601.00001v2',
    authors: [{ name: 'Ada Quill', url: 'https://ferrous.example/digest/authors/ada-quill/' }],
    published: '2026-01-11',
    updated: '2026-03-05',
    summary: 'Iron q₁ stays warm.',
    topics: [
      { scheme: 'https://ferrous.example/digest/tags/', term: 'alloys', label: 'alloys' },
      { scheme: 'https://ferrous.example/digest/tags/', term: 'furnaces', label: 'furnaces' },
      { scheme: 'http://arxiv.org/schemas/atom', term: 'cs.LG', label: 'Machine Learning' },
    ],
    picture: 'https://ferrous.example/digest/sharing/papers/paper-1.png',
  });
  assert.match(
    html,
    /^<p>Summary by <a href="[^"]+">Ada Quill<\/a> of <a href="https:\/\/arxiv\.org\/abs\/2601\.00001v2"><cite>Iron with <math/,
  );
  assert.ok(
    html.includes(
      ' by Ada van der Quill, Paul Balança, José de la Cruz and 6 more. Published in Journal of Iron. First published on 30 December 2025.</p>',
    ),
  );
  assert.ok(
    html.includes('<p><strong>Corrected on 5 March 2026.</strong> An alloy was misnamed.</p>'),
  );
  assert.ok(
    html.includes(
      'Written from <a href="https://arxiv.org/abs/2601.00001v2">arXiv 2601.00001v2</a>. Reviewed by',
    ),
  );
  assert.match(
    html,
    /<p><a href="https:\/\/ferrous\.example\/digest\/papers\/paper-1\/">This summary on its own page<\/a> · <a href="https:\/\/ferrous\.example\/digest\/feeds\/papers-pictures\.atom">[^<]+<\/a><\/p>$/,
  );
});

test('the explained symbols come along', () => {
  const { html } = itemOf('paper-1');
  assert.match(
    html,
    /<h2>Notation<\/h2>\n<ul><li><math [^>]+><mi>τ<\/mi><\/math>: how long <math /,
  );
});

test('what is withdrawn keeps its entry, with the notice in the place of the text', () => {
  const pebbles = [
    tags(),
    issue('2025-02'),
    paper('2025-02/pebbles', {
      withdrawn: '{ date: 2025-03-04, note: The pebbles were $x$ marbles. }',
      corrections: '[{ date: 2025-03-01, note: One is red. }]',
    }),
  ];
  const { id, published, updated, html } = itemOf('pebbles', buildEdition(pebbles));
  assert.equal(id, 'tag:shore.example,2025:paper/pebbles');
  assert.equal(published, '2025-01-20');
  assert.equal(updated, '2025-03-04');
  assert.ok(html.includes('<p><strong>Withdrawn on 4 March 2025.</strong> The pebbles were <math'));
  assert.doesNotMatch(html, /A summary|One is red/);
  assert.match(html, /This summary on its own page/);
});

test('the id outlasts a new slug, a new title and a new address of the site', () => {
  const facts = { id: 'pebbles', title: 'Stones', arxiv: '2501.09999' };
  const moved = buildEdition(
    [tags(), issue('2025-02'), paper('2025-02/stones', facts)],
    "name: Beach\nurl: https://beach.example/\nfeeds: { authority: 'shore.example,2025' }\n",
  );
  assert.equal(itemOf('stones', moved).id, 'tag:shore.example,2025:paper/pebbles');
});

test('an issue is its introduction and its papers in full, a listing with its abstract', () => {
  const of = buildEdition([
    tags(),
    issue('2025-02', { title: 'Pebbles of $\\pi$' }, 'Welcome.'),
    paper(
      '2025-02/one',
      { title: 'One', corrections: '[{ date: 2025-06-01, note: A. }]' },
      '## The key idea\n\nFirst.',
    ),
    listing('2025-02/two', { title: 'Two', abstract: 'We list.', published: '2025-01-03' }),
  ]);
  const item = buildIssueItem(of, of.digest.issues[0]!, { ...form, address: of.routes.absolute });
  assert.equal(item.id, 'tag:shore.example,2025:issue/2025-02');
  assert.equal(item.title, 'Pebbles of π');
  assert.equal(item.published, '2025-02-01');
  assert.equal(item.updated, '2025-06-01');
  assert.equal(item.summary, 'One; Two');
  assert.match(
    item.html,
    /^<p>Welcome\.<\/p>\n<h2><a href="https:\/\/shore\.example\/digest\/papers\/one\/">One<\/a><\/h2>\n<p>Summary by/,
  );
  assert.match(item.html, /<h3>The key idea<\/h3>\n<p>First\.<\/p>/);
  assert.match(
    item.html,
    /<h2><a href="[^"]+two\/">Two<\/a><\/h2>\n<p><a href="[^"]+"><cite>Two<\/cite><\/a> by Ada Quill\. /,
  );
  assert.match(item.html, /<p>We list\.<\/p>/);
  assert.match(
    item.html,
    /This issue on its own page<\/a> · <a href="[^"]+issues-pictures\.atom">/,
  );
});

test('the picture of an issue stands before its introduction', () => {
  const february = edition.digest.issueById.get('2026-02')!;
  const { html } = buildIssueItem(edition, february, form);
  assert.match(
    html,
    /^<figure><img src="https:\/\/ferrous\.example\/digest\/pictures\/opening\.[0-9a-f]{10}\.png"/,
  );
});

test('what is too long for one entry goes on on its page', () => {
  const prose = 'A pebble is a stone that the sea has rounded. '.repeat(1200);
  const maths = '$x_1^2+y_1^2$ '.repeat(1450);
  const names = ['Long', 'One', 'Two', 'Three', 'Four', 'Five', 'Short'];
  const papers = names.map((title, index) =>
    paper(
      `2025-02/${title.toLowerCase()}`,
      { title, summarised: `2025-01-${20 + index}` },
      title === 'Long' ? maths : title === 'Short' ? 'Few words.' : prose,
    ),
  );
  const of = buildEdition([tags(), issue('2025-02'), ...papers]);
  const long = itemOf('long', of);
  assert.ok(Buffer.byteLength(long.html) < 5000);
  assert.match(
    long.html,
    /<p>We sort pebbles by size\.<\/p>\n<p><a href="[^"]+papers\/long\/">Read on<\/a><\/p>/,
  );
  const { html } = buildIssueItem(of, of.digest.issues[0]!, {
    ...form,
    address: of.routes.absolute,
  });
  assert.ok(Buffer.byteLength(html) < LONGEST_ITEM + 5000);
  const parts = html.split('<h2>').slice(1);
  assert.deepEqual(
    parts.map((part) => [/>([^<]+)<\/a>/.exec(part)?.[1], part.includes('Read on')]),
    names.map((name) => [name, name === 'Long' || name === 'Five']),
  );
});
