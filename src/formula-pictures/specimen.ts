import { TREE_VERSION, type Tree } from '../body/tree.ts';
import { text } from '../text.ts';

const words = text.feeds.trial;

/**
 * One formula of each kind that readers treat differently: in the line, letters of other alphabets, displayed, with a
 * number, a fraction and a sum that stretch, a matrix.
 */
export const specimen: Tree = {
  type: 'root',
  version: TREE_VERSION,
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: words.before },
        { type: 'inlineFormula', tex: 'e^{i\\pi} + 1 = 0' },
        { type: 'text', value: words.letters },
        {
          type: 'inlineFormula',
          tex: '\\mathbb{E}_{x\\sim p}[\\mathcal{L}(x;\\boldsymbol\\theta)]',
        },
        { type: 'text', value: words.after },
      ],
    },
    {
      type: 'formula',
      tex: '\\frac{\\partial \\mathcal{L}}{\\partial \\theta} = \\frac{1}{n}\\sum_{k=1}^{n} \\left(\\frac{x_k - \\mu}{\\sigma}\\right)^2',
      number: '1',
    },
    {
      type: 'formula',
      tex: 'R = \\begin{pmatrix} \\cos\\varphi & -\\sin\\varphi \\\\ \\sin\\varphi & \\cos\\varphi \\end{pmatrix}, \\qquad \\sqrt{\\det R} = 1',
    },
  ],
};
