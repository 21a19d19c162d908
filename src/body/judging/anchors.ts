import { formulaText } from '../formulas/text.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { joinSegments } from '../writing/equations.ts';

/** Ids that the page around a body uses itself. */
const RESERVED = new Set(
  'main contents notation abstract references footnotes search nav top trust'.split(' '),
);

/** The plain text of inline content: formulas in Unicode, code and pictures by their text. */
export function plainText(node: SyntaxNode): string {
  if (node.type === 'inlineFormula' || node.type === 'formula') {
    return formulaText(joinSegments(node.segments ?? []).text.trim());
  }
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (node.type === 'reference' || node.type === 'footnoteReference') return '';
  if (node.children) return node.children.map(plainText).join('');
  return node.value ?? '';
}

/** Letters folded to `a-z0-9` and joined by hyphens; empty when nothing is left. */
export function slugify(text: string): string {
  return text
    .slice(0, 500)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** Whether an id is the page's own, a footnote's or a symbol's: no heading and no label has it. */
export function isOfPage(id: string): boolean {
  return RESERVED.has(id) || /^(?:(?:fn|fnref)-|notation-\d)/.test(id);
}

/** Gives each heading of one body its id, in order: `results`, then `results-2`. */
export function buildHeadingIds(): (text: string) => string {
  const taken = new Set<string>();
  // Where counting goes on, so that many headings alike do not cost the square of their number.
  const counts = new Map<string, number>();
  return (text) => {
    let id = slugify(text) || 'section';
    if (isOfPage(id) || /^(?:eq|fig|tab)-/.test(id)) id += '-section';
    let unique = id;
    let count = counts.get(id) ?? 1;
    while (taken.has(unique)) {
      count += 1;
      unique = `${id}-${count}`;
    }
    counts.set(id, count);
    taken.add(unique);
    return unique;
  };
}
