import assert from 'node:assert/strict';
import { buildRecorded } from '../../src/digest/recorded.ts';
import { test } from 'node:test';
import { listMoves } from '../../src/digest/moves.ts';
import { readEdition } from '../edition.ts';

test('every alias of a paper, an issue, a person and a tag leads to what has it', async () => {
  const { digest, routes } = await readEdition();
  const moves = listMoves(digest, routes, buildRecorded([]));
  assert.deepEqual(
    moves.map(({ from, to }) => `${from} ${to}`),
    [
      '/digest/authors/a-quill/ /digest/authors/ada-quill/',
      '/digest/issues/2026-january/ /digest/issues/2026-01/',
      '/digest/papers/first-iron/ /digest/papers/paper-1/',
      '/digest/tags/steel/ /digest/tags/alloys/',
    ],
  );
  assert.deepEqual(
    moves.map(({ title }) => title),
    ['Ada Quill', 'Twelve papers and one furnace', 'Iron with α²: Heat & <Light>', 'alloys'],
  );
});
