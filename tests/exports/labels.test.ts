import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listLabels } from '../../src/exports/labels.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const labels = await listLabels(edition);
const ownLabels = labels.filter(({ paper }) => paper === 'paper-1');

test('sections, equations, figures and tables have their address, number and words', () => {
  const page = 'https://ferrous.example/digest/papers/paper-1/';
  assert.deepEqual(
    ownLabels.map(({ kind, id, number, address }) => [kind, id, number, address]),
    [
      ['section', 'the-key-idea', undefined, `${page}#the-key-idea`],
      ['equation', 'eq-heat', '1', `${page}#eq-heat`],
      ['section', 'results', undefined, `${page}#results`],
      ['table', 'tab-heat', '1', `${page}#tab-heat`],
      ['figure', 'fig-curve', '1', `${page}#fig-curve`],
      ['figure', 'fig-results', '2', `${page}#fig-results`],
    ],
  );
  assert.equal(ownLabels[1]?.tex, 'q_{1}(t) = q_{1}(0)\\,e^{-t/\\tau}');
  assert.equal(ownLabels[4]?.title, 'Heat over time, after τ.');
});

test('they are those that the digest knows of a summary', () => {
  for (const { slug, facts } of edition.digest.papers) {
    const own = labels.filter(({ paper }) => paper === slug);
    assert.deepEqual(
      own.flatMap(({ kind, id, number, tex }) =>
        kind === 'equation' ? [{ id, number, tex }] : [],
      ),
      facts?.equations ?? [],
    );
  }
});

test('no two have one address', () => {
  const addresses = labels.map(({ address }) => address);
  assert.equal(new Set(addresses).size, addresses.length);
});
