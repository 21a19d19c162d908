import assert from 'node:assert/strict';
import { test } from 'node:test';
import katex from 'katex';
import { SaxesParser } from 'saxes';
import temml from 'temml';
import {
  checkFormula,
  FORMULA_BOUNDS,
  renderFeedFormula,
  renderFormula,
  renderPageFormula,
} from '../../../src/body/formulas/formula.ts';
import { COMMANDS, ENVIRONMENTS } from '../../../src/body/formulas/commands.ts';

/** Formulas as summaries have them; with `D` in front, displayed. */
const FORMULAS = String.raw`
O(n^2)
x_t
10^{-3}
M_t = (1-\alpha_t)\,M_{t-1} + S_t
D\mathcal{L}(\theta)=\mathbb{E}_{x\sim p}\left[\log p_\theta(x)\right]
D\begin{aligned} S_t &= \eta_t S_{t-1} - \theta_t\nabla\ell(M_{t-1};x_t) \\ M_t &= (1-\alpha_t)M_{t-1}+S_t \end{aligned}
D\operatorname{Attention}(Q,K,V)=\operatorname{softmax}\!\left(\frac{QK^\top}{\sqrt{d_k}}\right)V
W\in\mathbb{R}^{d\times n}
W = U\Sigma V^\top
\operatorname*{arg\,max}_{\theta}
D\sum_{i=1}^{N}\prod_{j\ne i}\frac{x-x_j}{x_i-x_j}
D\int_0^\infty e^{-x^2}\,\mathrm{d}x=\tfrac{\sqrt{\pi}}{2}
\lVert x\rVert_2\le\varepsilon
\{1,\dots,n\}
D\begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}
D\begin{pmatrix} a & b \\ c & d \end{pmatrix}^{-1}
D\begin{bmatrix} \cos\theta & -\sin\theta \\ \sin\theta & \cos\theta \end{bmatrix}
\hat{y}=\bar{x}+\tilde{z}
\overline{AB}\perp\vec{v}
D\underbrace{a+b}_{\text{local}}+\overbrace{c}^{\text{global}}
p(x\mid y)\propto p(y\mid x)\,p(x)
D_{\mathrm{KL}}\bigl(p\,\|\,q\bigr)
\pi_{\theta}(a_t\mid s_t)
\binom{n}{k}
\lfloor x\rfloor+\lceil y\rceil
\mathbf{h}'_t=\mathbf{u}_t
x \xrightarrow{f} y
a\equiv b\pmod{m}
\textstyle\sum_i a_i
D\boxed{E=mc^2}
\text{Transformer}^2
4{,}096
95\%
\$5\text{M}
\color{red}x+\textcolor{blue}{y}
5 × 3 ≤ 20
D\begin{array}{l|r} a & b \\ \hline c & d \end{array}
\underset{x}{\min}\;\overset{!}{=}
\nabla_{\!\theta}\,J
\mathbb{1}[x>0]
D\newcommand{\half}{\tfrac{1}{2}} \half + \half
D\def\pair#1#2{\langle #1,#2\rangle}\pair{a}{b}
`
  .trim()
  .split('\n')
  .map((line) => ({ display: line.startsWith('D') && !line.startsWith('D_'), line }))
  .map(({ display, line }) => ({ display, tex: display ? line.slice(1) : line }));

const signsOf = (html: string) =>
  html
    .replace(/<span class="katex-strut"[^>]*><\/span>/g, '')
    .replace(
      /<span class="(?:katex-base[^"]*|katex-html[^"]*|formula-lines|mspace[^"]*)"[^>]*>/g,
      '',
    )
    .replace(/<span class="formula-gap"[^>]*> <\/span>/g, '')
    .replaceAll('</span>', '');

test('a formula is what KaTeX makes of it', () => {
  assert.ok(FORMULAS.length >= 40);
  for (const { tex, display } of FORMULAS) {
    assert.deepEqual(checkFormula(tex, display), [], tex);
    const direct = katex.renderToString(tex, {
      displayMode: display,
      output: 'html',
      strict: 'ignore',
    });
    const { html } = renderFormula(tex, display);
    if (!display) assert.equal(html, direct, tex);
    // A displayed one has other boxes around the same signs and spaces.
    else assert.equal(signsOf(html), signsOf(direct), tex);
  }
});

test('its MathML is what Temml makes of it, well-formed XML without annotation', () => {
  for (const { tex, display } of FORMULAS) {
    const { mathml } = renderFormula(tex, display);
    const direct = temml.renderToString(tex, { displayMode: display, xml: true });
    assert.equal(mathml, direct, tex);
    for (const xml of [mathml, renderFeedFormula(tex, display)]) {
      new SaxesParser({ xmlns: true }).write(xml).close();
      const opening =
        '<math xmlns="http://www.w3.org/1998/Math/MathML"' + (display ? ' display="block"' : '');
      assert.ok(xml.startsWith(opening), xml);
      assert.doesNotMatch(xml, /annotation/);
    }
    assert.doesNotMatch(renderFeedFormula(tex, display), / (?:class|style|id)=/);
  }
});

test('letters survive in MathML', () => {
  const { mathml } = renderFormula(
    String.raw`\mathbb{E}\mathcal{L}\mathbf{x}\mathfrak{g}\mathbb{1}`,
    false,
  );
  for (const letter of ['𝔼', 'ℒ', '𝐱', '𝔤', '𝟙']) assert.ok(mathml.includes(letter), letter);
});

test('on a page the MathML is for screen readers, the HTML for the eye, the TeX for copying', () => {
  const tex = String.raw`\mathcal{L} < \text{"a" & b}`.replace('&', '\\&');
  const { html, mathml } = renderFormula(tex, true);
  assert.equal(
    renderPageFormula(tex, true),
    html.replace(
      '<span class="katex">',
      () =>
        `<span class="katex" data-tex="\\mathcal{L} &lt; \\text{&quot;a&quot; \\&amp; b}"><span class="katex-mathml">${mathml}</span>`,
    ),
  );
  assert.match(
    renderPageFormula(tex, true),
    /^<span class="katex-display"><span class="katex" data-tex=/,
  );
  assert.match(
    renderPageFormula('x', false),
    /^<span class="katex" data-tex="x"><span class="katex-mathml"><math /,
  );
});

test('definitions end with their formula, whatever the order', () => {
  const define = String.raw`\gdef\mine{x}\global\def\yours{y}\newcommand{\theirs}{z}\mine\yours\theirs`;
  const use = String.raw`\mine`;
  const unknown = ['unknown-macro'];
  const codes = (tex: string) => checkFormula(tex, true).map(({ code }) => code);
  assert.deepEqual([codes(use), codes(define)], [unknown, []]);
  assert.deepEqual([codes(`${define}+1`), codes(`${use}+1`)], [[], unknown]);
  assert.deepEqual(codes(String.raw`\yours+\theirs`), ['unknown-macro', 'unknown-macro']);
  assert.deepEqual(codes(String.raw`\renewcommand{\alpha}{b}\alpha`), []);
  assert.ok(renderFormula(String.raw`\alpha`, false).html.includes('α'));
});

test('renderFormula refuses what checkFormula refuses', () => {
  assert.throws(() => renderFormula(String.raw`\nonsense`, false), {
    message:
      'A formula that does not pass checkFormula: `\\nonsense` is not a command that formulas here know.',
  });
});

test('what checkFormula returns can be changed without harm', () => {
  const [fault] = checkFormula('x^', false);
  if (fault) fault.offset += 100;
  assert.equal(checkFormula('x^', false)[0]?.offset, 1);
});

test('every name that a slip is compared with can be set by both libraries', () => {
  let katexKnows: (name: string) => boolean = () => false;
  let temmlKnows = katexKnows;
  type Expander = { isDefined: (name: string) => boolean };
  const probe = (keep: (knows: (name: string) => boolean) => void) => (expander: object) => {
    keep((name) => (expander as Expander).isDefined(name));
    return '';
  };
  katex.renderToString('\\probe', {
    macros: { '\\probe': probe((knows) => (katexKnows = knows)) },
  });
  temml.renderToString('\\probe', {
    macros: { '\\probe': probe((knows) => (temmlKnows = knows)) },
  });
  const unknown = COMMANDS.filter((name) => !katexKnows(`\\${name}`) || !temmlKnows(`\\${name}`));
  assert.deepEqual(unknown, []);
  for (const name of ENVIRONMENTS) {
    const columns = /^(?:array|darray|subarray)$/.test(name)
      ? '{c}'
      : /alignedat|alignat/.test(name)
        ? '{1}'
        : '';
    assert.deepEqual(checkFormula(`\\begin{${name}}${columns} a \\end{${name}}`, true), [], name);
  }
});

test('the worst sources stay within their bounds', () => {
  const fill = (unit: string, length = 3900) => unit.repeat(Math.floor(length / unit.length));
  const sources = [
    fill('\\LaTeX '),
    `\\text{${fill('é')}}`,
    `\\begin{matrix}${fill('\\substack{a}')}\\end{matrix}`,
    `\\begin{matrix}${fill('&')}\\end{matrix}`,
    `\\def\\a{${fill('x', 100)}}${fill('\\a ', 300)}`,
    `\\def\\a{${fill('x_1', 1500)}}${fill('\\a ', 2000)}`,
    `\\def\\a#1{\\b{#1#1}}\\def\\b#1{\\a{#1#1}}\\a{x}`,
    `\\def\\a#1{${fill('#1', 38)}}\\a{\\a{\\a{\\a{x}}}}`,
    `\\def\\a{\\sqrt{\\b}}\\def\\b{\\sqrt{\\a}}\\a`,
    fill('\\unknown '),
    fill('{'),
    fill('\\begin{a}'),
    fill('\\left('),
    fill('\\color{red}x'),
    fill('x^{'),
    fill('$'),
    fill('%'),
    fill('\\'),
  ];
  for (const tex of sources) {
    for (const display of [true, false]) {
      const faults = checkFormula(tex, display);
      assert.ok(faults.length <= FORMULA_BOUNDS.faults);
      if (faults.length > 0) continue;
      const { html, mathml } = renderFormula(tex, display);
      assert.ok(Math.max(html.length, mathml.length) <= FORMULA_BOUNDS.output, tex.slice(0, 20));
    }
  }
});

test('sizes are cut', () => {
  const { html, mathml } = renderFormula(String.raw`\rule{1000em}{500em}\hspace{900em}`, false);
  assert.doesNotMatch(html + mathml, /[1-9]\d\dem/);
});

test('nothing a formula holds is written to the terminal', (context) => {
  const log = context.mock.method(console, 'log', () => undefined);
  const warn = context.mock.method(console, 'warn', () => undefined);
  const error = context.mock.method(console, 'error', () => undefined);
  for (const tex of [
    '\\message{a}',
    '\\errmessage{a}',
    '\\show\\x',
    '\\mathcal{\\alpha}',
    'é',
    '\\\\',
  ]) {
    checkFormula(tex, true);
  }
  assert.equal(log.mock.callCount() + warn.mock.callCount() + error.mock.callCount(), 0);
});
