import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeSections } from './results.ts';
import { kindOf } from './site-pages.ts';

test('a section that is measured again takes the place of the old one, and all others stay', () => {
  const old = '# Results\n\nHow.\n\n## One\n\n1\n\n## Two\n\n2\n';
  const merged = mergeSections(
    old,
    new Map([
      ['One', 'new'],
      ['Three', '3'],
    ]),
  );
  assert.equal(merged, '# Results\n\nHow.\n\n## One\n\nnew\n\n## Two\n\n2\n\n## Three\n\n3\n');
  assert.equal(mergeSections(merged, new Map()), merged);
  assert.equal(mergeSections('# Results\n', new Map([['One', '1']])), '# Results\n\n## One\n\n1\n');
});

test('pages are of a kind where only names tell them apart', () => {
  assert.deepEqual(
    ['', 'papers/', 'papers/titans/', 'papers/year/2025/', 'tags/memory/2/'].map(kindOf),
    ['', 'papers/', 'papers/*/', 'papers/year/*/', 'tags/*/*/'],
  );
});
