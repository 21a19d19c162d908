import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { searchForm } from '../../../src/body/formulas/search-form.ts';

/** Each line holds writings of the same formula. */
const SAME = [
  [
    'x^{2}',
    'x^2',
    'x ^ 2',
    '{x}^{2}',
    '$x^2$',
    '$$ x^2 $$',
    '\\[x^2\\]',
    '\\(x^2\\)',
    'x²',
    'x^2.',
  ],
  [
    '\\mathrm{softmax}(QK^T/\\sqrt{d_k})V',
    '\\operatorname{softmax}\\left(\\frac{QK^{\\top}}{\\sqrt{d_k}}\\right)V',
    '\\text{softmax}\\!\\Bigl(\\tfrac{Q K^\\mathsf{T}}{\\sqrt{d_{k}}}\\Bigr)\\, V',
    'softmax(QKᵀ/√dₖ)V',
    '\\operatorname*{softmax}\\big( {Q K^T \\over \\sqrt{d_k}} \\big) V',
  ],
  ['\\sum_{i=1}^n x_i', '\\sum^{n}_{i=1}x_{i}', '\\sum\\limits_{i=1}^{n} x_i', '∑ᵢ₌₁ⁿ xᵢ'],
  ['\\alpha_t', 'α_t', 'αₜ', '\\boldsymbol{\\alpha}_t', '\\bm\\alpha_{t}'],
  ['\\log p', '\\operatorname{log} p', '\\mathrm{log}\\,p', 'log p'],
  [
    '\\mathcal{L}(\\theta)',
    '\\mathcal L(\\theta)',
    '\\mathscr{L}\\left(\\theta\\right)',
    'ℒ(θ)',
    '\\cal L(θ)',
  ],
  ['\\mathbb{E}[x]', '\\mathbb E\\left[x\\right]', '𝔼[x]', '\\Bbb{E}[x]'],
  ['\\mathbb{R}', '\\R', 'ℝ'],
  ['\\hat{y}', '\\hat y', '\\widehat{y}', 'ŷ'],
  ['a \\leq b', 'a\\le b', 'a ≤ b'],
  ['\\|x\\|', '\\Vert x\\Vert', '\\left\\lVert x\\right\\rVert', '‖x‖'],
  ['x_1,\\dots,x_n', 'x_1, \\ldots, x_n', 'x_1,...,x_n', 'x₁,…,xₙ'],
  ["f'(x)", 'f^\\prime(x)', 'f′(x)'],
  ['\\epsilon', '\\varepsilon', 'ε'],
  ['p(x\\mid y)', 'p(x|y)', 'p(x \\vert y)'],
  [
    '\\begin{aligned} a &= b \\\\ &= c \\end{aligned}',
    'a = b = c',
    'a=b\\\\=c \\label{two} \\tag{3}',
  ],
  ['\\underset{\\theta}{\\min} f', '\\min_\\theta f'],
  ['\\textcolor{red}{x} + y', 'x+\\phantom{z}y', 'x\\kern-3mu+\\hspace{1em}y'],
];

/** What is searched, what contains it, and what does not. */
const PARTS: [query: string, contains: string[], not: string[]][] = [
  [
    '\\mathrm{softmax}(QK^T',
    ['A = \\operatorname{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V'],
    ['\\operatorname{softmax}(KQ^\\top)', '\\operatorname{softmax}(qk^\\top)'],
  ],
  ['\\frac{QK^', ['\\frac{QK^\\top}{2}'], ['\\frac{2}{QK}']],
  ['\\sqrt{d_', ['QK/\\sqrt{d_k}'], ['\\sqrt d']],
  ['\\left(x +', ['2(x + y)'], ['2[x + y]']],
  ['L(\\theta)', ['\\mathcal{L}(\\theta)', 'L(\\theta)'], ['L(\\phi)']],
  [
    '\\mathcal{L}(\\theta)',
    ['\\nabla \\mathcal L(\\theta)'],
    ['L(\\theta)', '\\mathbb L(\\theta)'],
  ],
  ['y^2', ['\\hat y^2'], ['y_2']],
  ['\\hat y', ['(\\hat{y} - y)^2'], ['y', '\\tilde y']],
  ['x^{2', ['x^{2k}', 'x^2'], ['x_2']],
];

for (const [first = '', ...others] of SAME) {
  test(`${first} is found however it is written`, () => {
    for (const other of others) assert.equal(searchForm(other), searchForm(first), other);
  });
}

for (const [query, contains, not] of PARTS) {
  test(`${query} finds what contains it`, () => {
    for (const tex of contains) assert.ok(searchForm(tex).includes(searchForm(query)), tex);
    for (const tex of not) assert.ok(!searchForm(tex).includes(searchForm(query)), tex);
  });
}

test('what is in no way alike stays apart', () => {
  const forms = [
    'x',
    'X',
    'x_2',
    'x^2',
    '\\hat x',
    '\\mathcal X',
    '\\mathbb X',
    '\\sqrt x',
    '\\xi',
  ];
  assert.equal(new Set(forms.map(searchForm)).size, forms.length);
});

test('anything is read to its end, and quickly', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          ..."{}[]^_\\ $&%'xαᵀ".split(''),
          '\\frac',
          '\\sqrt',
          '\\left',
          '\\begin{array}',
        ),
      ),
      (parts) => {
        assert.ok(searchForm(parts.join('')).length <= 10 * parts.length + 10);
      },
    ),
  );
  for (const piece of ['{', '^', '^{', '\\hat', '\\frac', '\\mathrm{', '}', '_^']) {
    const started = performance.now();
    searchForm(piece.repeat(4_000));
    assert.ok(performance.now() - started < 200, piece);
  }
});
