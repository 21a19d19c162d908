import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRecords } from '../../src/search/records.ts';
import { buildVocabulary, mergeVocabularies } from '../../src/search/vocabulary.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const records = buildRecords(edition);
const recordOf = (slug: string) => {
  const record = records.find(({ url }) => url === edition.routes.paper(slug));
  assert.ok(record);
  return record;
};

test('every published paper has one record, with its facts as text', () => {
  assert.deepEqual(
    records.map(({ url }) => url),
    edition.digest.papers.map(({ slug }) => edition.routes.paper(slug)),
  );
  const { meta, filters, date } = recordOf('paper-1');
  assert.match(meta.title, /^Iron with α²: Heat & <Light>$/);
  assert.match(meta.authors, /^Ada van der Quill · Paul Balança · /);
  assert.deepEqual(filters.category, ['cs-lg cs.LG']);
  assert.ok(filters.person.includes('paul-balanca Paul Balança'));
  assert.equal(date, '2026-01-11');
});

test('sections have their anchors, and excerpts no displayed formula', () => {
  const { sections } = recordOf('paper-1');
  assert.deepEqual(
    sections.slice(0, 3).map(({ id }) => id),
    [undefined, 'the-key-idea', 'results'],
  );
  const text = sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
  assert.ok(!text.includes('e^'), text);
  assert.match(text, /Iron number 1 keeps its heat q₁/);
  assert.match(text, /He had the law, not the furnace\./);
  assert.doesNotMatch(text, /\n\n|\t|\$/);
});

test('other spellings of names and letters are hidden words', () => {
  const aliases = recordOf('paper-1').meta.aliases.split(' ');
  for (const word of ['alpha', 'tau', 'q_1', 'q1', 'balanca', 'jose', '2601.00001', 'Iron']) {
    assert.ok(aliases.includes(word), `${word}: ${aliases.join(' ')}`);
  }
});

test('a listing is found by its abstract', () => {
  const listing = edition.digest.papers.find(({ body }) => !body);
  assert.ok(listing);
  assert.deepEqual(recordOf(listing.slug).sections, [{ paragraphs: [listing.abstract.plain] }]);
});

test('the vocabulary has words of names and titles, sorted, in plain letters', () => {
  const words = buildVocabulary(records).known;
  assert.ok(words.includes('balanca') && words.includes('quill') && words.includes('light'));
  assert.deepEqual(words, [...new Set(words)].sort());
  assert.ok(words.every((word) => word.length > 3 && word === word.toLowerCase()));
});

test('of bodies, the vocabulary has what stands in several, of abstracts every word', () => {
  const [one] = edition.digest.papers.map(({ slug }) => recordOf(slug));
  assert.ok(one);
  const record = (abstract: string, body: string) => ({
    ...one,
    sections: [{ paragraphs: [abstract] }, { id: 'a', heading: 'Coda', paragraphs: [body] }],
  });
  const all = [
    record('Anvils', 'Bellows and one typpo.'),
    record('Chisels', 'bellows; année 2026x'),
  ];
  const words = buildVocabulary(all).known;
  for (const word of ['anvils', 'bellows', 'chisels', 'coda'])
    assert.ok(words.includes(word), word);
  for (const word of ['typpo', 'annee', '2026x']) assert.ok(!words.includes(word), word);
  // In whatever parts they were indexed.
  const parts = all.map((own) => buildVocabulary([own]));
  assert.deepEqual(mergeVocabularies(parts), buildVocabulary(all));
});
