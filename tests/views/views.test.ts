import assert from 'node:assert/strict';
import { buildRecorded } from '../../src/digest/recorded.ts';
import { test } from 'node:test';
import { buildAuthor } from '../../src/views/author.ts';
import { buildEquations } from '../../src/views/equations.ts';
import { hueOf } from '../../src/views/hue.ts';
import { buildIssuePage } from '../../src/views/issue.ts';
import { buildPapers } from '../../src/views/lists.ts';
import { buildAuthors, buildAuthorsOf, listLetters } from '../../src/views/people.ts';
import { buildPaperPage } from '../../src/views/paper-page.ts';
import { buildHome } from '../../src/views/home.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;
const paper = (slug: string) => digest.paperBySlug.get(slug)!;

test('a paper says where it stands in its issue, and leads to its neighbours', () => {
  const view = buildPaperPage(edition, paper('paper-1'));
  assert.equal(view.position, 'Paper 2 of 12 in January 2026');
  assert.equal(view.previous?.href, '/digest/papers/paper-3/');
  assert.equal(view.next?.href, '/digest/papers/paper-2/');
  assert.equal(view.paper.trust?.source.text, 'arXiv 2601.00001v2');
  assert.equal(view.page.title, 'Iron with α²: Heat & <Light>');
});

test('a link to a covered paper stays inside, and its page is mentioned there', () => {
  const html = buildPaperPage(edition, paper('paper-1')).paper.bodyHtml;
  assert.match(html, /<a class="citation" href="\/digest\/papers\/paper-2\/">paper two<\/a>/);
  const mentioned = buildPaperPage(edition, paper('paper-2')).connections.mentionedBy;
  assert.deepEqual(
    mentioned.map(({ href }) => href),
    ['/digest/papers/paper-1/', '/digest/issues/2026-02/'],
  );
});

test('every labelled formula of the digest stands under its paper', () => {
  const view = buildEquations(edition);
  assert.equal(view.page.path, '/digest/equations/');
  const one = view.papers.find(({ paper }) => paper.href === '/digest/papers/paper-1/');
  const [first] = one?.equations ?? [];
  assert.ok(first);
  const { html, ...rest } = first;
  assert.deepEqual(rest, { href: '/digest/papers/paper-1/#eq-heat', name: 'heat', number: '(1)' });
  assert.match(html, /^<div class="formula"><div class="formula-body"/);
});

test('within an issue ids are the paper’s own, and headings are one level down', () => {
  const issue = buildIssuePage(edition, digest.issueById.get('2026-01')!);
  const html = issue.papers[1]?.bodyHtml ?? '';
  assert.match(html, /<h3 id="paper-1--the-key-idea">/);
  assert.match(html, /id="paper-1--eq-heat"/);
  assert.doesNotMatch(html, /id="(?!(?:paper-1|first-iron)--)/);
});

test('an author has their papers under years, whatever name they were printed with', () => {
  const person = digest.personById.get('ada-quill')!;
  const view = buildAuthor(edition, person);
  assert.deepEqual(
    view.years.map(({ year }) => year),
    ['2026', '2025'],
  );
  const row = view.years[1]?.rows.find(({ href }) => href.endsWith('/paper-1/'));
  assert.ok(row);
  assert.deepEqual(
    row.authors.map(({ text }) => text),
    ['Ada van der Quill', 'Paul Balança', 'José de la Cruz'],
  );
  assert.equal(row.more, true);
  assert.equal(row.score?.value, '44.5');
  assert.equal(row.category?.text, 'LG');
  assert.deepEqual(row.day, { date: '2025-12-30', text: 'Dec 30' });
  assert.deepEqual(
    view.alsoAs.find(({ text }) => text === '阿达'),
    { text: '阿达', lang: 'und-Hani' },
  );
});

test('an author’s page says with whom they wrote most, and who has the same name', () => {
  const person = digest.personById.get('ada-quill')!;
  const { coauthors } = buildAuthor(edition, person);
  assert.deepEqual(coauthors.people[0], {
    href: '/digest/authors/bo-li/',
    text: 'Bo Li',
    count: '6 papers',
  });
  assert.ok(!coauthors.people.some(({ text }) => text === person.name));
  const others = digest.people.filter(({ id }) => id !== person.id);
  const twin = { ...others[0]!, id: 'twin', name: person.name, notes: 'works on tin' };
  const known = { ...person, notes: 'works on rust', namesakes: ['twin'] };
  const personById = new Map(digest.personById).set('twin', twin);
  const shared = {
    ...edition,
    digest: { ...digest, people: [known, twin, ...others], personById },
  };
  const view = buildAuthor(shared, known);
  assert.equal(view.notes, 'works on rust');
  assert.deepEqual(view.namesakes, [
    { href: '/digest/authors/twin/', text: 'Ada Quill', notes: 'works on tin' },
  ]);
});

test('an index of too many people is parted by letter', () => {
  const people = Array.from({ length: 1001 }, (_, index) => ({
    ...digest.people[0]!,
    id: `p-${index}`,
    family: index === 0 ? '李' : index % 2 ? 'Ågren' : 'Bo',
  }));
  const large = { ...edition, digest: { ...digest, people } };
  assert.deepEqual(listLetters(edition), []);
  assert.deepEqual(listLetters(large), ['other', 'a', 'b']);
  const { groups } = buildAuthors(large);
  assert.deepEqual(
    groups.flatMap(({ entries }) => entries.map(({ id, href, count }) => [id, href, count])),
    [
      ['letter-#', '/digest/authors/letter/other/', '1 person'],
      ['letter-A', '/digest/authors/letter/a/', '500 people'],
      ['letter-B', '/digest/authors/letter/b/', '500 people'],
    ],
  );
  const listed = listLetters(large).flatMap((letter) =>
    buildAuthorsOf(large, letter).groups.flatMap((group) => group.entries),
  );
  assert.equal(listed.length, people.length);
});

test('a letter of too many people is parted by the next ones, and everybody stands on one page', () => {
  const [someone] = digest.people;
  const person = (id: string, family: string, given = 'Ada') => ({
    ...{ ...someone!, id, family, given },
    name: `${given} ${family}`.trim(),
  });
  const people = [
    ...Array.from({ length: 700 }, (_, index) => person(`sa-${index}`, index % 2 ? 'Sá' : 'Saal')),
    ...Array.from({ length: 700 }, (_, index) => person(`sc-${index}`, 'Schön')),
    ...Array.from({ length: 1200 }, (_, index) => person(`li-${index}`, 'Li', `W${index}`)),
    ...Array.from({ length: 1200 }, (_, index) =>
      person(`han-${index}`, index % 2 ? '李' : '王', '文'),
    ),
    person('s', 'S', ''),
  ];
  const large = { ...edition, digest: { ...digest, people } };
  const letters = listLetters(large);
  assert.deepEqual(letters.slice(0, 4), ['s', 'sa', 'sc', 'l']);
  assert.ok(letters.includes('liw1') && letters.includes('other-u674e'));
  for (const letter of letters) assert.match(letter, /^[a-z0-9-]+$/);
  const pages = letters.map((letter) => buildAuthorsOf(large, letter));
  const listed = pages.flatMap(({ groups }) =>
    groups.flatMap(({ id, entries }) => (id === 'people' ? entries.map(({ href }) => href) : [])),
  );
  assert.deepEqual(listed.sort(), people.map(({ id }) => edition.routes.author(id)).sort());
  const [s] = pages;
  assert.deepEqual(
    s?.groups.map(({ id, entries }) => [id, entries.map(({ text, count }) => `${text} ${count}`)]),
    [
      ['letters', ['Sa 700 people', 'Sc 700 people']],
      ['people', ['S 8 papers']],
    ],
  );
  // A page of few is made again where it was published.
  const recorded = buildRecorded([{ address: '/authors/letter/sc/', files: [] }]);
  const left = { ...large, recorded, digest: { ...digest, people: people.slice(600, 800) } };
  assert.deepEqual(listLetters(left), ['sc']);
  assert.equal(buildAuthorsOf(left, 'sc').groups[0]?.entries.length, 100);
});

test('authors stand under the initial of their family name', () => {
  const { groups } = buildAuthors(edition);
  const entry = groups.flatMap((group) => group.entries.map((e) => [group.title, e.text]));
  assert.ok(entry.some(([initial, name]) => initial === 'B' && name === 'Balança, Paul'));
  assert.ok(entry.some(([, name]) => name === 'The Ironworks'));
});

test('issues take the hues in turn from the oldest on', () => {
  const hues = [...digest.issues].reverse().map(({ id }) => hueOf(edition, id));
  assert.deepEqual(hues, [1, 2, 3]);
});

test('a year has its own papers, and the front page the newest issue and the earlier ones', () => {
  assert.deepEqual(
    buildPapers(edition, '2025').years.map(({ rows }) => rows.length),
    [3],
  );
  const home = buildHome(edition);
  assert.equal(home.newest?.issue.href, '/digest/issues/2026-rust/');
  assert.equal(home.earlier.length, 2);
});

test('an abstract of the authors is said to be theirs, wherever it stands in a list', () => {
  const { digest } = edition;
  const rows = buildPapers(edition).years.flatMap((year) => year.rows);
  const notes = digest.papers.map(({ slug, abstractByAuthors }) => {
    const row = rows.find(({ href }) => href === edition.routes.paper(slug));
    return [abstractByAuthors, row?.abstractNote];
  });
  for (const [isTheirs, note] of notes)
    assert.equal(note, isTheirs ? 'The authors’ own abstract.' : undefined);
  assert.ok(notes.some(([isTheirs]) => isTheirs));
});
