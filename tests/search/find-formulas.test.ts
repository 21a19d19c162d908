import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFormulas } from '../../src/search/find-formulas.ts';

const find = openFormulas({
  papers: [
    {
      href: '/papers/new/',
      title: 'New',
      sections: [
        ['', 'x^2 + y^2'],
        [
          'their-method',
          'd_k',
          '\\operatorname{softmax}\\left(\\frac{q k^\\top}{\\sqrt{d_k}}\\right) v',
        ],
      ],
      labelled: [['eq-read', '1', '\\mathrm{softmax}(QK^T/\\sqrt{d_k})V']],
    },
    {
      href: '/papers/old/',
      title: 'Old',
      sections: [['results', 'd_{k}', '\\hat{x}_{t+1} = x_t - \\eta \\nabla \\ell(x_t)']],
      labelled: [],
    },
  ],
});
const texOf = (found: { tex: string }[]) => found.map(({ tex }) => tex);

test('what contains it comes the shortest first, of equal ones the newest', () => {
  const { containing } = find('d_k');
  assert.deepEqual(
    containing.map(({ paper, anchor, number }) => [paper.title, anchor, number]),
    [
      ['New', 'their-method', undefined],
      ['Old', 'results', undefined],
      ['New', 'eq-read', '1'],
      ['New', 'their-method', undefined],
    ],
  );
});

test('what is like it comes too, and not among what contains it', () => {
  const { containing, alike } = find('\\text{softmax}(QK^\\top / \\sqrt{d_k})V');
  assert.deepEqual(texOf(containing), ['\\mathrm{softmax}(QK^T/\\sqrt{d_k})V']);
  assert.deepEqual(texOf(alike), [
    '\\operatorname{softmax}\\left(\\frac{q k^\\top}{\\sqrt{d_k}}\\right) v',
  ]);
});

test('a short one is like nothing, an empty one finds nothing', () => {
  assert.deepEqual(find('x^2').alike, []);
  for (const tex of ['', '  ', '{}', '$$', '\\,']) {
    assert.deepEqual(find(tex), { containing: [], alike: [] }, tex);
  }
});
