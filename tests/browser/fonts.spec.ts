import { join } from 'node:path';
import katex from 'katex';
import { expect, test, type Page } from 'playwright/test';
import { isFull } from './pages.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Formulas of everything: letters of every face, sizes, delimiters, arrows, negations, accents. */
const FORMULAS = [
  String.raw`abcxyzABCXYZ\,\alpha\beta\gamma\varepsilon\varsigma\varpi\digamma\varkappa\Gamma\Delta\Omega\varGamma\varOmega\hbar\hslash\ell\wp\imath\jmath\aleph\beth\gimel\daleth`,
  String.raw`\mathbb{ABCNRZ}\Bbbk\,\mathcal{ABZ019}\,\mathfrak{ABZabz}\,\mathscr{ABZ}\,\mathsf{ABab01}\,\mathtt{ABab01}\,\mathbf{ABab01\Gamma}\,\mathit{AB fi ab01}\,\boldsymbol{AB\alpha\Gamma 1}\,\mathsfit{ab}`,
  String.raw`\text{Text, “quotes” – fi ffi § ¶ £ \textbf{bold fi!} \textit{italic?} \textsf{sans;} \texttt{type\_} \textbf{\textit{both}} \textsf{\textbf{b}} \textsf{\textit{i}} \aa \ae \ss \oe}`,
  String.raw`\pm\mp\times\div\ast\star\circ\bullet\cdot\cap\cup\uplus\sqcap\sqcup\vee\wedge\setminus\wr\diamond\oplus\ominus\otimes\oslash\odot\dagger\ddagger\amalg\bowtie\bigcirc\ltimes\rtimes\barwedge\boxplus\boxtimes`,
  String.raw`\leq\geq\prec\succ\preceq\succeq\ll\gg\lll\ggg\subset\supset\subseteq\nsubseteq\subsetneqq\sqsubseteq\in\ni\notin\vdash\dashv\models\Vdash\perp\mid\nmid\parallel\nparallel\approx\cong\ncong\equiv\doteq\triangleq\neq\not\approx\propto\varpropto\asymp\smile\frown\leqslant\lesssim\gtrapprox`,
  String.raw`\leftarrow\Rightarrow\longleftrightarrow\Longrightarrow\mapsto\longmapsto\hookrightarrow\rightharpoonup\rightleftharpoons\nearrow\searrow\leadsto\rightsquigarrow\twoheadrightarrow\looparrowright\circlearrowleft\upuparrows\nrightarrow\Lsh\multimap\dashrightarrow`,
  String.raw`\forall\exists\nexists\neg\top\bot\emptyset\varnothing\infty\partial\nabla\surd\angle\measuredangle\triangle\blacksquare\square\lozenge\clubsuit\heartsuit\flat\natural\sharp\checkmark\maltese\complement\therefore\because\Finv\mho\eth\circledR\yen`,
  String.raw`\sum\prod\coprod\int\iint\iiint\oint\bigcup\bigsqcup\bigvee\bigoplus\bigotimes\biguplus\displaystyle\sum_{i=1}^n\prod\coprod\int\oint\bigcap\bigodot\bigwedge`,
  String.raw`\left(\left[\left\{\frac{a}{\frac{b}{c}}\right\}\right]\right)\Biggl\langle\biggl\lfloor\Bigl\lceil x\Bigr\rceil\biggr\rfloor\Biggr\rangle\left\lVert\begin{pmatrix}a\\b\\c\\d\\e\end{pmatrix}\right\rVert\left\lgroup\begin{matrix}a\\b\\c\\d\end{matrix}\right\rmoustache\left\uparrow\begin{matrix}a\\b\\c\end{matrix}\right\Updownarrow\ulcorner x\urcorner`,
  String.raw`\hat a\bar b\vec c\dot d\ddot e\dddot f\tilde g\check h\breve i\acute j\grave k\mathring l\widehat{abc}\widetilde{abcd}\overline{ab}\overbrace{abc}\xrightarrow{abc}\sqrt[3]{\frac ab}\sqrt{\begin{matrix}a\\b\\c\end{matrix}}\cancel{x}\boxed{x}\dots\cdots\vdots\ddots\prime f'''`,
  String.raw`\tiny a\scriptsize a\footnotesize a\small a\normalsize a\large a\Large a\LARGE a\huge a\Huge a^{b^c}\text{\tiny x \Huge y}`,
];

// Fonts and KaTeX change seldom; that the committed fonts have every glyph, a unit test tells from their files.
if (isFull) {
  test('every glyph of every formula comes, as from the whole fonts', async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width: 1600, height: 1600 });
    await page.goto('papers/titans/');
    const ours = await page.evaluate(() =>
      [...document.styleSheets].map(({ href }) => href).filter((href) => href?.includes('/katex.')),
    );
    expect(ours).toHaveLength(1);
    const cut = await draw(page, `<link rel="stylesheet" href="${ours[0]}">`);
    const { origin } = new URL(page.url());
    await page.route(`${origin}/whole/**`, (route) =>
      route.fulfill({
        path: join(
          ROOT,
          'node_modules/katex/dist',
          new URL(route.request().url()).pathname.slice(7),
        ),
      }),
    );
    const whole = await draw(page, `<link rel="stylesheet" href="${origin}/whole/katex.css">`);
    expect(cut.equals(whole)).toBe(true);
  });
}

// FreeType hints a glyph after the others of its file, so a file of fewer draws it a pixel elsewhere; what is
// turned it does not hint. An attribute, because the page's policy still holds.
const TURNED = '<body style="transform: rotate(2deg)">';

async function draw(page: Page, head: string): Promise<Buffer> {
  const formulas = FORMULAS.map((tex) =>
    katex.renderToString(tex, { displayMode: true, output: 'html', strict: false }),
  );
  await page.setContent(`<!doctype html>${head}${TURNED}${formulas.join('')}`, {
    waitUntil: 'networkidle',
  });
  await page.evaluate(() => document.fonts.ready);
  return await page.screenshot({ fullPage: true });
}
