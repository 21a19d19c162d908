import { maxText, readLatex } from './latex.ts';
import { writeTex } from './mathml.ts';
import type { Mark, Piece } from './pieces.ts';
import { childrenOf, readXml, textOf, type XmlElement } from './xml.ts';

const marks: Readonly<Record<string, Mark>> = {
  ...{ italic: 'emphasis', i: 'emphasis', em: 'emphasis', bold: 'strong', b: 'strong' },
  ...{ strong: 'strong', sup: 'sup', sub: 'sub' },
};
const blocks = new Set([
  'p',
  'sec',
  'title',
  'list',
  'list-item',
  'li',
  'div',
  'br',
  'disp-formula',
]);

/**
 * Takes apart what publishers give to Crossref as titles and abstracts: text with the elements of JATS, or
 * of HTML, and formulas in MathML or TeX: https://jats.nlm.nih.gov/publishing/tag-library/1.3/. What is
 * no XML is read as text.
 */
export function readMarkup(source: string): Piece[] {
  const text = source.slice(0, maxText);
  if (!/[<&\\$]/.test(text)) return [{ text }];
  // Some publishers escape their markup once too often.
  const unescaped = /&lt;\/?(?:jats:)?(?:p|i|b|sub|sup|italic|title|sec)&gt;/.test(text)
    ? text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    : text;
  const loose = unescaped
    .replace(/&amp;(?=(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|#\d{1,6}|#x[\da-f]{1,5});)/gi, '&')
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/<(?![A-Za-z/])/g, '&lt;');
  const root = readXml(`<text>${loose}</text>`);
  return root === undefined ? readLatex(stripTags(unescaped)) : readChildren(root);
}

function stripTags(text: string): string {
  return text
    .replace(/<\/?[A-Za-z][^<>]{0,200}>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function readChildren(element: XmlElement): Piece[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? readLatex(child) : readElement(child),
  );
}

function readElement(element: XmlElement): Piece[] {
  const { name } = element;
  if (name === 'math') return [{ tex: writeTex(element) }];
  if (name === 'tex-math') return [{ tex: findTex(textOf(element)) }];
  if (name === 'alternatives') {
    const [tex] = childrenOf(element, 'tex-math');
    const [math] = childrenOf(element, 'math');
    const best = tex ?? math;
    return best === undefined ? readChildren(element) : readElement(best);
  }
  if (name === 'title') {
    const title = textOf(element).trim();
    return /^(?:abstract|summary)?[.:]?$/i.test(title)
      ? []
      : [{ text: ` ${title.replace(/[.:]$/, '')}: ` }];
  }
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
  if (mark !== undefined) return [{ mark, children: readChildren(element) }];
  const inner = readChildren(element);
  return blocks.has(name) ? [{ text: ' ' }, ...inner, { text: ' ' }] : inner;
}

/** The formula within a document of TeX, which is what some publishers give for one. */
function findTex(source: string): string {
  const body = /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(source)?.[1] ?? source;
  return body
    .trim()
    .replace(/^(?:\$\$?|\\[([])|(?:\$\$?|\\[)\]])$/g, '')
    .trim();
}
