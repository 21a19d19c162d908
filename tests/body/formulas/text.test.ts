import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formulaText } from '../../../src/body/formulas/text.ts';

const TEXTS: [tex: string, text: string][] = [
  [String.raw`\text{Transformer}^2`, 'Transformer²'],
  ['O(n^2)', 'O(n²)'],
  [String.raw`\alpha_t + \Omega`, 'αₜ + Ω'],
  [String.raw`\mathbb R^{d \times n}`, 'ℝ^(d × n)'],
  [String.raw`\mathbb{E}\mathbb{1}\mathcal{L}\mathcal{D}\mathfrak{g}\mathscr{F}`, '𝔼𝟙ℒ𝒟𝔤ℱ'],
  [String.raw`\mathbf{M}_t \mathrm{d}x`, 'Mₜ dx'],
  [String.raw`\frac{a}{b}`, 'a/b'],
  [String.raw`\frac{a+b}{2c}`, '(a+b)/2c'],
  [String.raw`\binom{n}{k}`, 'C(n, k)'],
  [String.raw`\sqrt{x} + \sqrt[3]{x+1}`, '√x + ³√(x+1)'],
  ['x_t', 'xₜ'],
  ['x_{t-1}', 'xₜ₋₁'],
  ['x_q + W_{K}', 'x_q + W_K'],
  [String.raw`R^{\text{format}}`, 'R^format'],
  ['10^{-3}', '10⁻³'],
  ['K^\\top', 'Kᵀ'],
  ['M^*', 'M*'],
  ["f'(x)", 'f′(x)'],
  [String.raw`a \le b \ge c \ne d \approx e`, 'a ≤ b ≥ c ≠ d ≈ e'],
  [String.raw`x\in A\subseteq B\to C`, 'x ∈ A ⊆ B → C'],
  [String.raw`\nabla \ell(M_{t-1}; x_t)`, '∇ ℓ(Mₜ₋₁; xₜ)'],
  [String.raw`\sum_{i=1}^n i`, '∑ᵢ₌₁ⁿ i'],
  [String.raw`\operatorname{Softmax}(QK^\top)`, 'Softmax(QKᵀ)'],
  [String.raw`\operatorname*{arg\,max}_x`, 'arg maxₓ'],
  [String.raw`2\log n + \log_2 n + \max_\theta`, '2 log n + log₂ n + max_θ'],
  [String.raw`\hat{y}`, 'y\u0302'],
  [String.raw`p(x \mid y)`, 'p(x | y)'],
  [String.raw`\mathrm{KL}(p \,\|\, q)`, 'KL(p ‖ q)'],
  [String.raw`\left( x \right]`, '( x ]'],
  [String.raw`\begin{aligned} a &= b \\[4pt] c &= d \end{aligned}`, 'a = b c = d'],
  [String.raw`\begin{aligned}a&=b\\c&=d\end{aligned}`, 'a=b c=d'],
  [String.raw`\begin{array}{lr} a & b \end{array}`, 'a b'],
  [String.raw`5\% of \$5 \& 4{,}096`, '5% of $5 & 4,096'],
  [String.raw`\color{red} x \label{a}`, 'x'],
  ['a % a comment\nb', 'a b'],
  [String.raw`\unknown{x}`, 'unknownx'],
  ['a \u0000 b', 'a \u0000 b'],
  ['', ''],
  ['{', ''],
  ['}a{{', 'a'],
  ['\\', ''],
  ['x^', 'x'],
  ['_', ''],
];

for (const [tex, text] of TEXTS) {
  test(`${JSON.stringify(tex)} reads ${JSON.stringify(text)}`, () => {
    assert.equal(formulaText(tex), text);
  });
}

test('any source is read, and soon', () => {
  const units = [
    '{',
    '}',
    '^',
    '_{',
    '\\sqrt[',
    '\\frac',
    '\\hat',
    '\\left',
    '\\begin{array}',
    '\\text{',
    '\\',
    '[',
    '%',
    '\n',
    '\ud800',
  ];
  for (const unit of units) {
    const text = formulaText(unit.repeat(50_000));
    assert.ok(text.length <= 8_000, unit);
  }
});
