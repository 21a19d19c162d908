import { textOf, type XmlElement } from './xml.ts';

/** Signs that TeX has a command for, and that are better written so. */
const commands: Readonly<Record<string, string>> = {
  ...{ '×': '\\times', '·': '\\cdot', '⋅': '\\cdot', '±': '\\pm', '∓': '\\mp', '−': '-' },
  ...{ '≤': '\\le', '≥': '\\ge', '≠': '\\ne', '≈': '\\approx', '∼': '\\sim', '≡': '\\equiv' },
  ...{ '∈': '\\in', '⊂': '\\subset', '∪': '\\cup', '∩': '\\cap', '∞': '\\infty', '∂': '\\partial' },
  ...{ '∑': '\\sum', '∏': '\\prod', '∫': '\\int', '→': '\\to', '√': '\\surd', '∇': '\\nabla' },
  ...{ '%': '\\%', '#': '\\#', '&': '\\&', $: '\\$', _: '\\_', '{': '\\{', '}': '\\}' },
  ...{ '\\': '\\backslash', '~': '\\sim', '^': '\\hat{}', '…': '\\ldots', '⋯': '\\cdots' },
  // Invisible operators.
  ...{ '\u2061': '', '\u2062': '', '\u2063': ',', '\u2064': '' },
};
const accents: Readonly<Record<string, string>> = {
  ...{ '^': '\\hat', ˆ: '\\hat', '~': '\\tilde', '˜': '\\tilde', '¯': '\\bar', '‾': '\\bar' },
  ...{ '→': '\\vec', '˙': '\\dot', '.': '\\dot', _: '\\underline' },
};
const alphabets: Readonly<Record<string, string>> = {
  ...{ bold: '\\mathbf', normal: '\\mathrm', script: '\\mathcal', 'double-struck': '\\mathbb' },
  ...{ fraktur: '\\mathfrak', 'sans-serif': '\\mathsf', monospace: '\\mathtt' },
};

/** The TeX of a formula in presentation MathML, as far as abstracts have it: https://www.w3.org/TR/mathml-core/. */
export function writeTex(element: XmlElement): string {
  const parts = element.children.filter((child) => typeof child !== 'string');
  const [first = '', second = '', third = ''] = parts.map(writeTex);
  const group = (tex: string) =>
    /^(?:\w|\\[A-Za-z]+)$/.test(tex.trim()) ? tex.trim() : `{${tex.trim()}}`;
  const base = /^(?:\w|\\[A-Za-z]+)$|^\\[a-z]+\{[^{}]*\}$/.test(first.trim())
    ? first.trim()
    : `{${first.trim()}}`;
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mo':
      return writeToken(element);
    case 'mtext':
    case 'ms': {
      const text = textOf(element).replace(/[\\{}$%#&_^~]/g, '');
      return text.trim() === '' ? ' ' : `\\text{${text}}`;
    }
    case 'msup':
      return `${base}^${group(second)}`;
    case 'msub':
      return `${base}_${group(second)}`;
    case 'msubsup':
    case 'munderover':
      return `${base}_${group(second)}^${group(third)}`;
    case 'munder':
      return `${base}_${group(second)}`;
    case 'mover': {
      const accent = textOf(parts[1]).trim();
      return Object.hasOwn(accents, accent)
        ? `${accents[accent] ?? ''}{${first.trim()}}`
        : `${base}^${group(second)}`;
    }
    case 'mfrac':
      return `\\frac{${first}}{${second}}`;
    case 'msqrt':
      return `\\sqrt{${parts.map(writeTex).join('')}}`;
    case 'mroot':
      return `\\sqrt[${second}]{${first}}`;
    case 'mspace':
      return ' ';
    case 'semantics':
      return first;
    case 'annotation':
    case 'annotation-xml':
      return '';
    default:
      return parts.map(writeTex).join('');
  }
}

function writeToken(element: XmlElement): string {
  const text = textOf(element).trim();
  const variant = element.attributes['mathvariant'] ?? '';
  const written = [...text]
    .map((letter) => (Object.hasOwn(commands, letter) ? `${commands[letter] ?? ''} ` : letter))
    .join('');
  const alphabet = Object.hasOwn(alphabets, variant) ? alphabets[variant] : undefined;
  if (element.name === 'mi' && [...text].length > 1) {
    return /^[A-Za-z]+$/.test(text) ? `${alphabet ?? '\\mathrm'}{${text}}` : written;
  }
  return alphabet !== undefined && element.name === 'mi'
    ? `${alphabet}{${written.trim()}}`
    : written;
}
