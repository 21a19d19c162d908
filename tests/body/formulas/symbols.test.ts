import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSymbolIndex } from '../../../src/body/formulas/symbols.ts';

/** The rows that a formula uses, as they are written and in their own order. */
function explain(rows: string[], tex: string): string[] {
  return buildSymbolIndex(rows)
    .symbolsIn(tex)
    .toSorted((a, b) => a - b)
    .map((index) => rows[index] ?? '');
}

/** Rows of a notation, and formulas with what is found in them. */
const CASES: [rows: string[], ...formulas: [tex: string, ...found: string[]][]][] = [
  // However it is written.
  [
    [String.raw`\mathcal{M}`, String.raw`N_{\text{gens}}`, 'α', String.raw`\boldsymbol x`],
    [String.raw`{\cal M}`, String.raw`\mathcal{M}`],
    [String.raw`\mathcal M x`, String.raw`\mathcal{M}`],
    [String.raw`N_{\rm gens}+N_{\mathrm{gens}}`, String.raw`N_{\text{gens}}`],
    [String.raw`\alpha`, 'α'],
    [String.raw`\bm{x}`, String.raw`\boldsymbol x`],
    ['M N x a'],
  ],
  // The exact symbol wins; another index is still the symbol.
  [
    ['M', 'M_c', String.raw`M_{\mathcal S}`, String.raw`\mathcal S`],
    ['M', 'M'],
    ['M_1', 'M_c'],
    [String.raw`M_{\mathcal S}`, String.raw`M_{\mathcal S}`],
    [String.raw`\mathcal S`, String.raw`\mathcal S`],
  ],
  [
    ['S_t', 'S^{(t)}', String.raw`\mathcal M_t`, String.raw`\mathcal M^{*}`, 'h_t', 'p_j'],
    ['S_{t-1}', 'S_t'],
    ['S^{(2)}', 'S^{(t)}'],
    [String.raw`\mathcal M^{*}_{t-1}(q)`, String.raw`\mathcal M^{*}`],
    [String.raw`\mathcal M_{t-1}^2`, String.raw`\mathcal M_t`],
    ['h', 'h_t'],
    ['h(x)'],
    [String.raw`p_1,\dots,p_{N_p}`, 'p_j'],
    [String.raw`\tilde S_t`],
  ],
  // The index has moved up.
  [['x_t'], ['x^{(i)}'], ['x^2', 'x_t'], ['x_i^{(k)}', 'x_t']],
  // Names are no running letters.
  [
    ['N_s,\\ N_r,\\ K_r', 's_{i,t}', 'd_h', 'D', 'h'],
    ['N_C'],
    ['N'],
    ['N_s', 'N_s,\\ N_r,\\ K_r'],
    ['K_r x', 'N_s,\\ N_r,\\ K_r'],
    ['s_{j,t}', 's_{i,t}'],
    ['s', 's_{i,t}'],
    ['d'],
    ['d_h', 'd_h'],
    ['W^{DKV}'],
    [String.raw`\sum_{i=1}^{N_s}`, 'N_s,\\ N_r,\\ K_r'],
  ],
  // Powers, primes, transposes.
  [
    ['z', 'W', String.raw`g_i`, String.raw`\mathbf h_t`, String.raw`\mathbf h'_t`, 'T'],
    ["z' + z^2", 'z'],
    [String.raw`W^\top W^T W^{-1}`, 'W'],
    ["g'_j", 'g_i'],
    [String.raw`\mathbf h'_t`, String.raw`\mathbf h'_t`],
    [String.raw`\mathbf h_t`, String.raw`\mathbf h_t`],
    ['z^T + T', 'z', 'T'],
  ],
  // Accents and alphabets are the letter's.
  [
    ['y', String.raw`\hat A_i`, String.raw`R`],
    [String.raw`\hat y \bar y \mathbf y`],
    [String.raw`\hat{A_i}+\widehat A_j`, String.raw`\hat A_i`],
    [String.raw`\mathbb R^{n}`],
    [String.raw`\text{if } y`, 'y'],
    [String.raw`\text{y}`],
    [String.raw`\text{where $y$ is small}`, 'y'],
  ],
  // Inside of everything, at any depth.
  [
    ['a', 'b', 'c', String.raw`\theta_z`, 'z'],
    [String.raw`\frac{a}{\sqrt[3]{b}}`, 'a', 'b'],
    [String.raw`\begin{cases} a & b \\ 0 & c \end{cases}`, 'a', 'b', 'c'],
    [String.raw`\left(\underbrace{a}_{n}\middle| \overline{b+c}\right)`, 'a', 'b', 'c'],
    [String.raw`x_{a,b}^{c}`, 'a', 'b', 'c'],
    [String.raw`\phantom{a}\color{red}{b}`, 'b'],
    [String.raw`\def\x{a}\x`, 'a'],
    [String.raw`\theta_z`, String.raw`\theta_z`],
    [String.raw`\theta_W`],
  ],
  // Functions, operators, things of several signs.
  [
    [String.raw`\pi_{\theta_W}`, String.raw`\pi_{\text{ref}}`, String.raw`R(\hat y, y)`, 'W'],
    [String.raw`\pi_{\theta_{W'}}(x)`, String.raw`\pi_{\theta_W}`, 'W'],
    [String.raw`\pi_{\text{ref}}`, String.raw`\pi_{\text{ref}}`],
    [String.raw`\pi_{\text{old}}`],
    ['R(a, b)', String.raw`R(\hat y, y)`],
  ],
  [
    [String.raw`\Vert,\ \otimes`, String.raw`|\cdot|`, String.raw`\Delta t`, String.raw`\Delta`],
    [String.raw`a\,\Vert\,b`, String.raw`\Vert,\ \otimes`],
    [String.raw`\lVert a\rVert`],
    [String.raw`|E|`, String.raw`|\cdot|`],
    [String.raw`p(a\mid b)`],
    [String.raw`\Delta t`, String.raw`\Delta t`],
    [String.raw`\Delta s`, String.raw`\Delta`],
  ],
  [['p(x)', 'p(y)'], ['p(y)', 'p(y)'], ['p(z)']],
  // What is explained as a whole is not explained again in its parts, but what brackets hold is.
  [
    [String.raw`F\&B`, 'F', 'B', 'PP', 'p(x)', 'x'],
    [String.raw`F\&B+B`, String.raw`F\&B`, 'B'],
    [String.raw`PP-F`, 'F', 'PP'],
    ['p(x)', 'p(x)', 'x'],
  ],
  [
    [
      String.raw`\lVert\cdot\rVert_2^2`,
      String.raw`\Vert`,
      String.raw`\nabla`,
      String.raw`\sim`,
      String.raw`\mathbb E`,
    ],
    [String.raw`\bigl\lVert a-b\bigr\rVert_2^2`, String.raw`\lVert\cdot\rVert_2^2`],
    [String.raw`\lVert a-b\rVert`],
    [String.raw`a\sim\nabla b`, String.raw`\nabla`, String.raw`\sim`],
    [String.raw`\mathbb E[a]`, String.raw`\mathbb E`],
  ],
  // A prime, an index that has a row of its own.
  [
    [
      'W',
      "W'",
      'z',
      'z_i',
      'z_k',
      "z'",
      String.raw`\pi_{\theta_W}`,
      String.raw`\pi_{\theta_{W'}}`,
      String.raw`\theta`,
    ],
    ["W'", "W'"],
    ['z_i', 'z_i'],
    ['z_j', 'z_i'],
    ['z_k', 'z_k'],
    [String.raw`\pi_{\theta_{W'}}`, String.raw`\pi_{\theta_{W'}}`],
    [String.raw`\pi_{\theta_W}(\theta)`, String.raw`\pi_{\theta_W}`, String.raw`\theta`],
  ],
  [
    [String.raw`\pi_\theta`, String.raw`\pi_{\theta_{\text{old}}}`, String.raw`\theta`],
    [String.raw`\pi_\theta`, String.raw`\pi_\theta`],
    [String.raw`\pi_{\theta_{\text{old}}}`, String.raw`\pi_{\theta_{\text{old}}}`],
  ],
  [
    [
      String.raw`\operatorname{Norm}`,
      String.raw`\mathbf 1[\cdot]`,
      'K_r=8',
      String.raw`x\in\mathbb R`,
    ],
    [String.raw`\mathrm{Norm}(a)`, String.raw`\operatorname{Norm}`],
    [String.raw`\mathbf 1[a]`, String.raw`\mathbf 1[\cdot]`],
    ['1 + 8'],
    ['K_r', 'K_r=8'],
    ['x', String.raw`x\in\mathbb R`],
    [String.raw`\mathbb R`],
  ],
  // Rows that say nothing.
  [['', '1', '{', ','], ['1, x']],
];

test('the rows that a formula uses, and no others', () => {
  for (const [rows, ...formulas] of CASES) {
    for (const [tex, ...found] of formulas) {
      assert.deepEqual(explain(rows, tex), found, `${tex} by ${rows.join(' | ')}`);
    }
  }
});

test('indices are those of the rows, each once, in the order of reading', () => {
  const { symbolsIn } = buildSymbolIndex(['c', 'b', 'a']);
  assert.deepEqual(symbolsIn('a + b + a + c + b'), [2, 1, 0]);
  assert.deepEqual(symbolsIn(String.raw`\frac{b_a}{c}`), [1, 2, 0], 'a sign before its index');
  assert.equal(symbolsIn('a'), symbolsIn('a'), 'remembered');
  assert.deepEqual(symbolsIn(String.raw`\frac{a`), []);
  assert.deepEqual(symbolsIn('a'.repeat(5_000)), []);
});

test('a hundred rows of one letter and fifteen hundred formulas take no time', () => {
  const rows = Array.from({ length: 100 }, (_, row) =>
    Array.from({ length: 25 }, (_, index) => `x_{${row}y${index}}`).join(','),
  );
  // Of this process alone: what else the machine does is not its time.
  const start = process.cpuUsage();
  const { symbolsIn } = buildSymbolIndex(rows);
  let found = 0;
  for (let index = 0; index < 1_500; index += 1) {
    const tex = Array.from({ length: 12 }, (_, at) => `x_{${index}z${at}}`).join('+');
    found += symbolsIn(tex).length;
  }
  assert.ok(found >= 0);
  const { user } = process.cpuUsage(start);
  assert.ok(user < 6_000_000, `${user / 1000} ms`);
});

test('rows of a hundred letters and formulas that nearly agree take no time', () => {
  const rows = Array.from({ length: 100 }, (_, row) => `${'x'.repeat(90 + row)}y`);
  const { symbolsIn } = buildSymbolIndex(rows);
  const tex = `${'x'.repeat(3_900)}y`;
  assert.deepEqual(symbolsIn(tex), [99]);
  const took = (find: (tex: string) => number[]) => {
    const { user } = process.cpuUsage();
    for (let index = 0; index < 5; index += 1) find(tex + String(index));
    return process.cpuUsage({ user, system: 0 }).user / 1000;
  };
  // Against reading the formulas alone, which no notation makes quicker.
  const [read, found] = [took(buildSymbolIndex([]).symbolsIn), took(symbolsIn)];
  assert.ok(found < 3 * read + 400, `${found} ms, and ${read} ms without`);
});
