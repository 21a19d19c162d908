import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import fc from 'fast-check';
import { buildCsl, renderCsl, type CslItem } from '../../src/exports/csl.ts';
import { buildReference, buildReferences } from '../../src/exports/reference.ts';
import { readEdition } from '../edition.ts';
import { nameOf, rawText, readEditions } from './editions.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;
const reference = buildReference(edition, paper);

const string = { type: 'string', minLength: 1 };
const strict = { type: 'object', additionalProperties: false };
const names = {
  type: 'array',
  items: {
    anyOf: [
      {
        ...strict,
        properties: {
          family: string,
          given: string,
          suffix: string,
          'dropping-particle': string,
          'non-dropping-particle': string,
        },
        required: ['family'],
      },
      { ...strict, properties: { literal: string }, required: ['literal'] },
    ],
  },
};
const texts =
  'abstract container-title DOI id note number publisher reviewed-title title URL version'.split(
    ' ',
  );

/**
 * The part of https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json that a paper
 * takes, and narrower: no empty text, a date as numbers.
 */
const isCsl = new Ajv({ strict: true, allErrors: true }).compile<CslItem[]>({
  type: 'array',
  items: {
    ...strict,
    properties: {
      ...Object.fromEntries(texts.map((name) => [name, string])),
      type: { enum: ['article', 'article-journal', 'document', 'paper-conference', 'review'] },
      author: names,
      'reviewed-author': names,
      issued: {
        ...strict,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 1,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
          },
        },
        required: ['date-parts'],
      },
    },
    required: ['id', 'type', 'title', 'author', 'issued', 'URL'],
  },
});

test('the file of every paper is CSL data, and citation-js reads from it what the digest says', async () => {
  for (const one of await readEditions()) {
    const references = buildReferences(
      one,
      one.digest.papers.map(({ slug }) => slug),
    );
    const data: unknown = JSON.parse(renderCsl(references));
    assert.ok(isCsl(data), JSON.stringify(isCsl.errors));
    const read = new Cite(renderCsl(references)).data as CslItem[];
    read.forEach((item, index) => {
      const { title, authors, date, doi, url } = references[index]!;
      assert.equal(item.title, title.plain);
      assert.equal(item.author.length, authors.length);
      assert.equal(item.issued['date-parts'][0][0], date.year);
      assert.equal(item.DOI, doi);
      assert.equal(item.URL, url);
    });
  }
});

test('names come in parts, groups whole', () => {
  const authors = [nameOf('Ada van der Quill'), nameOf('Martin Luther King Jr.')];
  const item = buildCsl(buildReference(edition, { ...paper, authors }));
  assert.deepEqual(item.author, [
    { family: 'Quill', given: 'Ada', 'non-dropping-particle': 'van der' },
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
  ]);
  assert.deepEqual(buildCsl(reference).author[4], { literal: 'The Ironworks' });
});

test('formulas are Unicode; the abstract comes where it is the authors’ own', () => {
  assert.equal(buildCsl(reference).title, 'Iron with α²: Heat & <Light>');
  assert.equal(buildCsl(reference).abstract, undefined);
  const listed = buildReference(edition, edition.digest.paperBySlug.get('listed')!);
  assert.equal(buildCsl(listed).abstract, 'The abstract of the authors themselves, about β.');
});

test('our summary is a review of the paper', () => {
  const [item, summary] = buildReferences(edition, ['paper-4']).map(buildCsl);
  assert.equal(summary?.type, 'review');
  assert.equal(summary['reviewed-title'], item?.title);
  assert.deepEqual(summary['reviewed-author'], item?.author);
  assert.equal(summary.note, 'Withdrawn on 10 February 2026');
});

test('a style writes a reference from it', () => {
  const cite = new Cite(renderCsl([{ ...reference, authors: reference.authors.slice(0, 3) }]));
  const written = cite.format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' });
  assert.match(
    written,
    /^van der Quill, A\., Balança, P\., & de la Cruz, J\. \(2025\)\. Iron with α²/,
  );
});

test('whatever a field holds, it is a text of one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const item = buildCsl({ ...reference, title: rawText(`a${value}`), venue: `a${value}` });
      assert.ok(isCsl([item]), JSON.stringify(isCsl.errors));
      assert.doesNotMatch(item.title, /\p{Cc}|\p{Cs}|[\u2028\u2029]/u);
    }),
  );
});
