import assert from 'node:assert/strict';
import test from 'node:test';
import { addressKey, linkPapers, paperKeys } from '../../src/digest/graph.ts';

for (const [address, key] of [
  ['https://arxiv.org/abs/2501.00663', 'arxiv:2501.00663'],
  ['http://www.arxiv.org/abs/2501.00663v2', 'arxiv:2501.00663'],
  ['https://export.arxiv.org/pdf/2501.00663v1.pdf', 'arxiv:2501.00663'],
  ['https://arxiv.org/pdf/2501.00663', 'arxiv:2501.00663'],
  ['https://arxiv.org/html/2501.00663v1/#S3', 'arxiv:2501.00663'],
  ['https://arxiv.org/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://arxiv.org/abs/math.AG/0601001v1', 'arxiv:math/0601001'],
  ['https://doi.org/10.1000/AbC', 'doi:10.1000/abc'],
  ['https://dx.doi.org/10.1000/a%28b%29', 'doi:10.1000/a(b)'],
  ['https://doi.org/10.48550/arXiv.2501.00663', 'arxiv:2501.00663'],
  ['https://openreview.net/forum?id=yaqPf0KAlN&noteId=x', 'openreview:yaqPf0KAlN'],
  ['https://openreview.net/pdf?id=yaqPf0KAlN', 'openreview:yaqPf0KAlN'],
  ['https://arxiv.org/list/cs.LG/recent', undefined],
  ['https://arxiv.org/abs/', undefined],
  ['https://arxiv.org.evil.example/abs/2501.00663', undefined],
  ['https://doi.org/', undefined],
  ['https://doi.org/%E0%A4%A', undefined],
  ['https://openreview.net/forum', undefined],
  ['https://example.org/2501.00663', undefined],
  ['mailto:a@b.example', undefined],
  ['#results', undefined],
] as const) {
  test(`address: ${address}`, () => assert.equal(addressKey(address), key));
}

test('a paper is found by each of its identifiers', () => {
  const found = paperKeys({ arxiv: '2501.00663v2', doi: '10.1000/X', openreview: 'yaqPf0KAlN' });
  assert.deepEqual(found, [
    { field: 'arxiv', key: 'arxiv:2501.00663' },
    { field: 'doi', key: 'doi:10.1000/x' },
    { field: 'openreview', key: 'openreview:yaqPf0KAlN' },
  ]);
});

test('an address finds a paper as its identifier would, and says nothing twice', () => {
  const address = 'https://arxiv.org/abs/2501.00663v1';
  assert.deepEqual(paperKeys({ url: address }), [{ field: 'url', key: 'arxiv:2501.00663' }]);
  assert.deepEqual(paperKeys({ url: address, arxiv: '2501.00663' }), [
    { field: 'arxiv', key: 'arxiv:2501.00663' },
  ]);
  assert.deepEqual(paperKeys({ url: 'https://example.org/paper.pdf' }), []);
});

test('links become citations, each once, without the paper itself, and lead back', () => {
  const known = new Map([
    ['arxiv:2501.00001', 'a'],
    ['arxiv:2501.00002', 'b'],
    ['doi:10.1000/c', 'c'],
  ]);
  const { citations, mentionedBy } = linkPapers(
    [
      [
        'a',
        [
          'https://doi.org/10.1000/C',
          'https://arxiv.org/abs/2501.00001',
          'https://arxiv.org/abs/2501.00002v2',
          'https://arxiv.org/pdf/2501.00002',
        ],
      ],
      ['b', ['https://doi.org/10.1000/c', 'https://example.org']],
      ['c', []],
    ],
    known,
  );
  assert.deepEqual(
    [...citations],
    [
      ['a', ['c', 'b']],
      ['b', ['c']],
      ['c', []],
    ],
  );
  assert.deepEqual(
    [...mentionedBy],
    [
      ['c', ['a', 'b']],
      ['b', ['a']],
    ],
  );
});
