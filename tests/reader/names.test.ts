import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { labelOf } from '../../src/reader/explanation.ts';

test('no heading and no slug of a writer can have the id of a part of the interface', () => {
  const files = [...globSync('src/reader/*.ts'), 'src/components/Settings.astro'].sort();
  const ids = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bid(?: = |: |=)(?:'|")([^'"]+)(?:'|")/g)].map(
      ([, id]) => id ?? '',
    ),
  );
  assert.ok(ids.length >= 3, ids.join());
  assert.deepEqual(
    ids.filter((id) => /^[a-z0-9-]+$/.test(id)),
    [],
  );
});

test('a label in words, whatever the slug of its paper', () => {
  const of = (id: string) => labelOf({ id } as Element);
  assert.equal(of('eq-forget-gate'), 'forget gate');
  assert.equal(of('titans--eq-forget-gate'), 'forget gate');
  assert.equal(of('eq-nets--eq-update'), 'update');
  assert.equal(of('titans--fig-update'), undefined);
});
