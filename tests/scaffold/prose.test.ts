import assert from 'node:assert/strict';
import test from 'node:test';
import { readLatex } from '../../src/scaffold/latex.ts';
import { readMarkup } from '../../src/scaffold/markup.ts';
import type { Piece } from '../../src/scaffold/pieces.ts';
import { settleProse } from '../../src/scaffold/prose.ts';

const settle = (pieces: readonly Piece[], links = true) =>
  settleProse(pieces, { max: 6000, links });

test('LaTeX of abstracts becomes Markdown that our rules take, formulas kept', () => {
  const cases: [latex: string, markdown: string | undefined][] = [
    ['hard\n  wrapped   text', 'hard wrapped text'],
    ['$\\mathcal{M}_t$ of $ O(n^2) $', '$\\mathcal{M}_t$ of $O(n^2)$'],
    ['$$x$$, \\(y\\) and \\[z\\]', '$x$, $y$ and $z$'],
    ['\\begin{equation}a\\label{e}\\end{equation}', '$a$'],
    ['$a$$b$', '$a$ $b$'],
    ['95% of 5\\% and $10%$', '95% of 5% and $10\\%$'],
    ['costs $5 and $10', 'costs \\$5 and \\$10'],
    ['\\$5.5M \\& more \\_ \\#1', '\\$5.5M & more \\_ #1'],
    ['{\\em all} \\textbf{b} \\emph{c {d}}', '*all* **b** *c d*'],
    ["``quoted'' and `so'", '"quoted" and ‘so\''],
    ['Sec.~2, ~5K, a~b', 'Sec. 2, ~5K, a b'],
    ['see \\cite{x}, Fig.~\\ref{f}.', 'see, Fig..'],
    [
      'G\\"odel, Fran\\c{c}ois, \\v{S}, \\o, Stra\\ss e, na\\"{\\i}ve',
      'Gödel, François, Š, ø, Straße, naïve',
    ],
    ['the set {1,2} <think> a < b', 'the set \\{1,2\\} &lt;think> a &lt; b'],
    ['snake_case _x_ *y* `z` [a](b) [1]', 'snake_case \\_x\\_ \\*y\\* \\`z\\` &#91;a](b) [1]'],
    ['\\alpha and \\unheardof here', '$\\alpha$ and `\\unheardof` here'],
    ['$\\href{javascript:alert(1)}{x}$', '`\\href{javascript:alert(1)}{x}`'],
    ['$\\mbox{if }\\ensuremath{x}$', '$\\text{if }{x}$'],
    ['see https://e.example/a_b_c.', 'see https://e.example/a_b_c.'],
    ['\\url{https://e.example/a_b}', 'https://e.example/a_b'],
    ['a\u202eb\u200bc\u0007d \u{1f9ea} שלום', 'abcd 🧪 שלום'],
    ['&lt; and &nope', '&amp;lt; and &nope'],
    ['x~~y~~', 'x \\~y \\~'],
    ['', undefined],
    ['  \u200b ', undefined],
    ['x'.repeat(6001), undefined],
  ];
  for (const [latex, markdown] of cases) {
    assert.equal(settle(readLatex(latex)), markdown, latex);
  }
});

test('a title holds no link', () => {
  assert.equal(settle(readLatex('See https://e.example/x'), false), undefined);
});

test('JATS and MathML become Markdown and TeX', () => {
  const math = (inner: string) =>
    `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML">${inner}</mml:math>`;
  const cases: [markup: string, markdown: string][] = [
    ['H<sub>2</sub>O &amp; <i>T</i> &lt; 5&nbsp;K', 'H<sub>2</sub>O & *T* &lt; 5 K'],
    ['a &amp;amp; b', 'a & b'],
    ['&lt;p&gt;twice&lt;/p&gt;', 'twice'],
    ['<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One. Two.'],
    ['<jats:sec><jats:title>Aim</jats:title><jats:p>One.</jats:p></jats:sec>', 'Aim: One.'],
    ['<p>not closed, x < 5', 'not closed, x &lt; 5'],
    ['<script>alert(1)</script>', 'alert(1)'],
    ['<!DOCTYPE a [<!ENTITY b "c">]>&b;', '&lt;!DOCTYPE a [&lt;!ENTITY b "c">]>&amp;b;'],
    ['<tex-math>\\begin{document}$$\\alpha$$\\end{document}</tex-math>', '$\\alpha$'],
    [math('<mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup>'), '$x^2$'],
    [
      math(
        '<mml:mrow><mml:mfrac><mml:mn>1</mml:mn><mml:msqrt><mml:mi>n</mml:mi></mml:msqrt></mml:mfrac><mml:mo>≤</mml:mo><mml:mi>sin</mml:mi><mml:mover><mml:mi>y</mml:mi><mml:mo>^</mml:mo></mml:mover></mml:mrow>',
      ),
      '$\\frac{1}{\\sqrt{n}}\\le \\mathrm{sin}\\hat{y}$',
    ],
    [
      math('<mml:mi mathvariant="double-struck">R</mml:mi><mml:mtext>if {a}</mml:mtext>'),
      '$\\mathbb{R}\\text{if a}$',
    ],
  ];
  for (const [markup, markdown] of cases)
    assert.equal(settle(readMarkup(markup)), markdown, markup);
});
