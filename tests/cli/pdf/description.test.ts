import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePage } from '../../../src/cli/pdf/description.ts';
import { readEdition } from '../../edition.ts';

const { digest } = await readEdition();

test('an issue and a paper are printed at their published address, under whose name, of which day', () => {
  assert.deepEqual(describePage(digest, '2026-01'), {
    address: 'https://ferrous.example/digest/issues/2026-01/',
    title: 'Twelve papers and one furnace · Ferrous Notes',
    authors: ['Ada Quill', 'Bo Li'],
    subject: 'Summaries of invented papers, for tests.',
    date: '2026-01-31',
  });
  assert.deepEqual(describePage(digest, 'paper-2'), {
    address: 'https://ferrous.example/digest/papers/paper-2/',
    title: 'Iron Number 2: A Study · Ferrous Notes',
    authors: ['Ada Quill', 'Bo Li'],
    subject: 'Iron q₂ stays warm.',
    date: '2026-01-12',
  });
});

test('what is no issue and no paper is none', () => {
  for (const id of ['2026-1', 'constructor', '../issues', ''])
    assert.equal(describePage(digest, id), undefined);
});
