import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { renderCoins } from '../../src/exports/coins.ts';
import { wholeFamily } from '../../src/exports/names.ts';
import { buildReference, type ReferenceName } from '../../src/exports/reference.ts';
import { readEdition } from '../edition.ts';
import { nameOf, rawText, readEditions } from './editions.ts';
import { parseContextObject } from './zotero.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;
const reference = buildReference(edition, paper);

/** Zotero writes initials its own way, and has no place for a suffix. */
const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
const namesOf = (name: ReferenceName) =>
  'literal' in name
    ? [lettersOf(name.literal), '']
    : [lettersOf(wholeFamily(name)), lettersOf(name.given + name.suffix)];

test('Zotero reads title, authors, date and identifiers of every paper', async () => {
  for (const one of await readEditions()) {
    for (const paper of one.digest.papers) {
      const built = buildReference(one, paper);
      const item = parseContextObject(renderCoins(built));
      assert.equal(item?.title, built.title.plain.replaceAll('+', ' '));
      assert.deepEqual(
        item.creators.map(({ lastName, firstName = '' }) => [lastName, firstName].map(lettersOf)),
        built.authors.map(namesOf),
      );
      assert.equal(item.date?.slice(0, 4), String(built.date.year));
      assert.equal(item.DOI, built.doi);
      assert.equal(item.url, built.url);
    }
  }
});

test('Zotero is told what kind of thing it is', () => {
  const typeOf = (venue?: string) => {
    const { venue: _, ...unplaced } = paper;
    const built = buildReference(edition, { ...unplaced, ...(venue && { venue }) });
    const item = parseContextObject(renderCoins(built));
    return [item?.itemType, item?.publicationTitle];
  };
  assert.deepEqual(typeOf(), ['preprint', undefined]);
  assert.deepEqual(typeOf('NeurIPS 2025'), ['conferencePaper', 'NeurIPS 2025']);
  assert.deepEqual(typeOf('Journal of Iron'), ['journalArticle', 'Journal of Iron']);
});

test('a group is one name, and namesakes are two', () => {
  const authors = ['Yi Wang', 'Y. Wang', 'Yixin Wang'].map((name) => nameOf(name));
  const built = buildReference(edition, { ...paper, authors });
  built.authors.push({ literal: 'Group A, Section B' });
  const item = parseContextObject(renderCoins(built));
  assert.deepEqual(item?.creators, [
    { lastName: 'Wang', firstName: 'Yi' },
    { lastName: 'Wang', firstName: 'Y.' },
    { lastName: 'Wang', firstName: 'Yixin' },
    { lastName: 'Group A Section B' },
  ]);
});

test('whatever a field holds, it stays in its place', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('&rft.au=Eve,&rft_id=info:doi/x'),
  );
  fc.assert(
    fc.property(text, (value) => {
      const built = { ...reference, title: rawText(`a${value}`), venue: `a${value}` };
      const item = parseContextObject(renderCoins(built));
      assert.equal(item?.creators.length, reference.authors.length);
      assert.equal(item.DOI, reference.doi);
      assert.doesNotMatch(renderCoins(built), /["<>\s]/);
    }),
  );
});
