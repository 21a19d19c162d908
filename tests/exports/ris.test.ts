import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wholeFamily } from '../../src/exports/names.ts';
import { buildReference, buildReferences } from '../../src/exports/reference.ts';
import { renderRis } from '../../src/exports/ris.ts';
import { readEdition } from '../edition.ts';
import { nameOf, rawText, readEditions } from './editions.ts';

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;
const reference = buildReference(edition, paper);

type RisRecord = { type: string; tags: Map<string, string[]> };

/** Tags that the specification names, of those that papers have; `DO` and `ET` are EndNote's and everybody's. */
const TAGS = new Set('AB AN AU DA DO ET ID JO N1 PB PY T2 TI UR'.split(' '));

/**
 * Strictly by the specification: a line is a tag of two characters, two blanks, a hyphen, a blank and a value; a record
 * runs from TY to ER; lines end with CR LF; a name is `Last, First, Suffix`.
 */
function readRis(source: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  const lines = source.split('\r\n');
  assert.equal(lines.pop(), '', 'the last line ends');
  for (const line of lines) {
    if (line === '' && !open) continue;
    const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- ([^\p{Cc}]*)$/u.exec(line) ?? [];
    assert.notEqual(tag, '', `not a line of RIS: ${JSON.stringify(line)}`);
    if (tag === 'TY') {
      assert.ok(!open, 'a record within a record');
      assert.match(value, /^[A-Z]{3,6}$/);
      open = { type: value, tags: new Map() };
      continue;
    }
    assert.ok(open, `${line} stands outside of a record`);
    if (tag === 'ER') {
      assert.equal(value, '');
      records.push(open);
      open = undefined;
      continue;
    }
    assert.ok(TAGS.has(tag), tag);
    open.tags.set(tag, [...(open.tags.get(tag) ?? []), value]);
  }
  assert.ok(!open, 'a record without an end');
  return records;
}

test('every paper and summary is read back as the digest says', async () => {
  for (const one of await readEditions()) {
    const slugs = one.digest.papers.map(({ slug }) => slug);
    const references = buildReferences(one, slugs);
    const records = readRis(renderRis(references));
    assert.equal(records.length, references.length);
    records.forEach(({ tags }, index) => {
      const { key, title, authors, date, doi, url } = references[index]!;
      assert.deepEqual(tags.get('ID'), [key]);
      assert.deepEqual(tags.get('TI'), [title.plain]);
      assert.deepEqual(tags.get('PY'), [String(date.year)]);
      assert.deepEqual(tags.get('DO'), doi && [doi]);
      assert.deepEqual(tags.get('UR'), [url]);
      const read = (tags.get('AU') ?? []).map((name) => name.split(', '));
      assert.deepEqual(
        read,
        authors.map((name) =>
          'literal' in name
            ? [name.literal]
            : [wholeFamily(name), name.given, name.suffix].filter((part) => part !== ''),
        ),
      );
    });
  }
});

test('a paper is written tag by tag', () => {
  const authors = [nameOf('Ada van der Quill'), nameOf('Martin Luther King Jr.')];
  const built = buildReference(edition, { ...paper, authors });
  assert.equal(
    renderRis([built]),
    [
      'TY  - JOUR',
      'ID  - vanderquill2025-paper-1',
      'TI  - Iron with α²: Heat & <Light>',
      'AU  - van der Quill, Ada',
      'AU  - King, Martin Luther, Jr.',
      'JO  - Journal of Iron',
      'PY  - 2025',
      'DA  - 2025/12/30',
      'AN  - arXiv:2601.00001',
      'ET  - 2',
      'DO  - 10.48550/arXiv.2601.00001',
      'UR  - https://arxiv.org/abs/2601.00001v2',
      'ER  - ',
      '',
    ].join('\r\n'),
  );
});

test('no value begins a tag of its own', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('\r\n', '\n', '\u2028', '\u0085', 'ER  - ', 'TY  - JOUR', 'x', '\ud800'),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(hostile, hostile, (title, name) => {
      const built = { ...reference, title: rawText(title), authors: [{ literal: name }] };
      assert.equal(readRis(renderRis([built, reference])).length, 2);
    }),
  );
});
