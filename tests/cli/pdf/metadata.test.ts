import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePdf } from '../../../src/cli/pdf/metadata.ts';

/** The ends of a file as Chromium writes it; what lies between does not matter here. */
const INFO =
  "%PDF-1.4\n1 0 obj\n<</Title (A)\n/CreationDate (D:20991231235959+00'00')\n/ModDate (D:20991231235959+00'00')>>\nendobj\n";
const END = 'trailer\n<</Size 9\n/Root 7 0 R\n/Info 1 0 R>>\nstartxref\n123\n%%EOF\n';
const pdf = Buffer.from(`${INFO}\u00ff\u0000${END}`, 'latin1');
const page = {
  address: 'https://digest.example/issues/2026-01/',
  title: 'Ä) /JS (ran())',
  authors: ['李文', 'Ada Quill'],
  subject: 'x>>',
  date: '2026-01-31',
};

test('what a file says of itself is added at its end, where its last table leads', () => {
  const described = Buffer.from(describePdf(pdf, page)).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(described)?.[1]);
  const table = described.slice(start);
  const [, entry = ''] = /^xref\n1 1\n(\d{10}) 00000 n \ntrailer\n/.exec(table) ?? [];
  assert.match(table, /<<\/Size 9\n\/Root 7 0 R\n\/Info 1 0 R\n\/Prev 123>>/);
  const info = described.slice(Number(entry), start);
  assert.match(info, /^1 0 obj\n<<\/Title <FEFF/);
  assert.deepEqual(
    [...info.matchAll(/<FEFF([0-9A-F]+)>/g)].map(([, digits = '']) =>
      Buffer.from(digits, 'hex').swap16().toString('utf16le'),
    ),
    ['Ä) /JS (ran())', '李文, Ada Quill', 'x>>'],
  );
});

test('no clock is left in it, and the same page is the same file', () => {
  const later = Buffer.from(pdf.toString('latin1').replaceAll('D:2099', 'D:2100'), 'latin1');
  const described = describePdf(pdf, page);
  assert.deepEqual(describePdf(later, page), described);
  const dates = Buffer.from(described).toString('latin1').match(/D:\d+/g);
  assert.deepEqual([...new Set(dates)], ['D:20260131000000']);
});

test('a file of another kind is refused', () => {
  const other = Buffer.from('%PDF-2.0\n');
  assert.throws(() => describePdf(other, page), /another kind/);
});
