import type { Field } from './rule.ts';

export const latex: Field = {
  id: 'field-latex',
  title: 'LaTeX inside a formula',
  rules: [
    {
      code: 'unknown-macro',
      title: 'A command that formulas do not know',
      why: 'Formulas are set with the commands of LaTeX and AMS mathematics. Commands of other packages, or of the paper’s own preamble, would be printed in red.',
      in: 'text',
      wrong: String.raw`The state $h_t \in \RR^d$ is kept.`,
      right: String.raw`The state $h_t \in \mathbb{R}^d$ is kept.`,
    },
    {
      code: 'unknown-environment',
      title: 'An environment that formulas do not know',
      why: 'What stands between `\\begin` and `\\end` is one of the environments of AMS mathematics: `aligned`, `cases`, `array`, `pmatrix` and their like.',
      in: 'text',
      wrong: String.raw`$$
\begin{eqnarray}
h_t &=& A h_{t-1}
\end{eqnarray}
$$`,
      right: String.raw`$$
\begin{aligned}
h_t &= A h_{t-1}
\end{aligned}
$$`,
    },
    {
      code: 'unknown-symbol',
      title: 'A character that the mathematics fonts do not have',
      why: 'It would be taken from another font, or be missing, on some screens and not on others. LaTeX has a command for it.',
      in: 'text',
      wrong: 'The norm $‖h_t‖$ is bounded.',
      right: String.raw`The norm $\|h_t\|$ is bounded.`,
    },
    {
      code: 'text-in-formula',
      title: 'Letters of a language among mathematics',
      why: 'In a formula each letter is a symbol of its own. Letters that are no symbols, as in a word with an accent, stand in `\\text{…}`.',
      in: 'text',
      wrong: 'The loss $L_{café}$ falls.',
      right: String.raw`The loss $L_{\text{café}}$ falls.`,
    },
    {
      code: 'percent-comment',
      title: 'A percent sign in a formula',
      why: 'In LaTeX `%` begins a comment: the sign and the rest of the line would vanish.',
      in: 'text',
      wrong: 'The share is $95% > \\alpha$.',
      right: 'The share is $95\\% > \\alpha$.',
    },
    {
      code: 'untrusted-command',
      title: 'A command that could reach out of the formula',
      why: 'Some commands bring in addresses, pictures, styles or any character at all. No text from outside may do that; a link belongs into the sentence.',
      in: 'text',
      wrong: String.raw`The state $\href{https://example.org/}{h_t}$ is kept.`,
      right: 'The state $h_t$ is [kept](https://example.org/).',
    },
    {
      code: 'formula-ampersand',
      title: 'An ampersand where there are no columns',
      why: '`&` marks where the lines of an alignment meet. Outside of one, or beyond its last column, there is nothing to meet.',
      in: 'text',
      wrong: `$$
h_t &= A h_{t-1}
$$`,
      right: String.raw`$$
\begin{aligned}
h_t &= A h_{t-1}
\end{aligned}
$$`,
    },
    {
      code: 'formula-argument',
      title: 'A command without what it applies to',
      why: 'A fraction needs two parts, a root one. What follows instead would be taken for them, or nothing is there at all.',
      in: 'text',
      wrong: String.raw`The mean is $\frac{a}$.`,
      right: String.raw`The mean is $\frac{a}{n}$.`,
    },
    {
      code: 'formula-brace',
      title: 'Braces that do not pair in a formula',
      why: 'A brace opens a group that has to end. A brace that is to be printed is written `\\{`.',
      in: 'text',
      wrong: 'The weight $e^{-t$ decays.',
      right: 'The weight $e^{-t}$ decays.',
    },
    {
      code: 'formula-left-right',
      title: '`\\left` without `\\right`',
      why: 'The two grow together with what stands between them, within one line and one cell. For none on one side, write a point, `\\left.`, in its place.',
      in: 'text',
      wrong: String.raw`The mean is $\left( \frac{a}{n}$.`,
      right: String.raw`The mean is $\left( \frac{a}{n} \right)$.`,
    },
    {
      code: 'formula-environment',
      title: 'An environment that does not fit',
      why: 'It is not closed, closed under another name, or one that only a displayed formula can hold.',
      in: 'text',
      wrong: String.raw`$$
\begin{cases}
1 & t > 0 \\
0 & t = 0
\end{case}
$$`,
      right: String.raw`$$
\begin{cases}
1 & t > 0 \\
0 & t = 0
\end{cases}
$$`,
    },
    {
      code: 'formula-script',
      title: 'Two exponents or two indices of one symbol, or none',
      why: 'LaTeX does not know whether the second belongs beside the first or above it. Braces say so.',
      in: 'text',
      wrong: 'The state $h_t_i$ is kept.',
      right: 'The state $h_{t,i}$ is kept.',
    },
    {
      code: 'formula-text-mode',
      title: 'Mathematics where a formula holds words',
      why: 'Inside `\\text{…}` there are words, and an index or a Greek letter is no word. End the words before it.',
      in: 'text',
      wrong: String.raw`The state $h_{\text{old_t}}$ is kept.`,
      right: String.raw`The state $h_{\text{old}, t}$ is kept.`,
    },
    {
      code: 'formula-dollar',
      title: 'A dollar inside a formula',
      why: 'It would end the formula in its middle.',
      in: 'text',
      wrong: `$$
c = $5 n
$$`,
      right: String.raw`$$
c = \$5 n
$$`,
    },
    {
      code: 'formula-hash',
      title: 'A hash sign in a formula',
      why: 'In LaTeX `#` stands for an argument of a definition. As the sign for a number it is `\\#`.',
      in: 'text',
      wrong: 'The count $#A$ is finite.',
      right: String.raw`The count $\#A$ is finite.`,
    },
    {
      code: 'formula-definition',
      title: 'A definition that LaTeX does not take',
      why: 'A definition holds within its own formula only, cannot take a name that exists, and is better written out: readers copy formulas one by one.',
      in: 'text',
      wrong: String.raw`The state $\newcommand{\alpha}{a} \alpha$ is kept.`,
      right: String.raw`The state $\alpha$ is kept.`,
    },
    {
      code: 'formula-expansion',
      title: 'Definitions that unfold without end',
      why: 'A definition that holds itself, or some that double each other, would never be done.',
      in: 'text',
      wrong: String.raw`The state $\def\a{\a\a} \a$ is kept.`,
      right: 'The state $a$ is kept.',
    },
    {
      code: 'formula-empty',
      title: 'A formula of definitions alone, or of nothing',
      why: 'There is nothing to print, and definitions end with the formula that holds them.',
      in: 'text',
      wrong: String.raw`$$
\newcommand{\state}{h_t}
$$`,
      right: `$$
h_t = A h_{t-1}
$$`,
    },
    {
      code: 'formula-syntax',
      title: 'A formula that LaTeX could not set either',
      why: 'The message says what was found. Often a single backslash, or a command that belongs elsewhere.',
      in: 'text',
      wrong: String.raw`$$
h_t = A h_{t-1} \verb|x
$$`,
      right: String.raw`$$
h_t = A h_{t-1} \texttt{x}
$$`,
    },
    {
      code: 'formula-mathml',
      title: 'A formula that cannot be spoken',
      why: 'Feeds and screen readers get formulas as MathML, and another program writes it. What that one does not know would be missing there.',
      in: 'text',
      wrong: String.raw`The state $a \xleftequilibrium{n} b$ is kept.`,
      right: String.raw`The state $a \xleftarrow{n} b$ is kept.`,
    },
    {
      code: 'formula-too-long',
      title: 'A formula that is too long',
      why: 'Nobody reads four thousand characters of LaTeX as one formula. Usually a dollar is missing, and half of the text is in it.',
      in: 'words',
      wrong: 'A formula of 4,001 characters.',
      right: 'A formula of 400.',
    },
    {
      code: 'formula-too-deep',
      title: 'A formula that is nested too deeply',
      why: 'Twenty levels of braces are more than can be told apart on a page, and a strain on the program that sets them.',
      in: 'text',
      wrong: `$$
a^{b^{c^{d^{e^{f^{g^{h^{i^{j^{k^{l^{m^{n^{o^{p^{q^{r^{s^{t^{u^{v}}}}}}}}}}}}}}}}}}}}}
$$`,
      right: `$$
a^{b^c}, \\quad c = d^e
$$`,
    },
    {
      code: 'formula-too-large',
      title: 'A formula that grows too large when it is set',
      why: 'A few characters can make thousands of boxes. They would make the page heavy for everybody who opens it.',
      in: 'words',
      wrong: 'A matrix of five hundred cells with a `\\substack` in each.',
      right: 'A matrix whose middle is left out with `\\cdots`.',
    },
  ],
};
