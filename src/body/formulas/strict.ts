/** An element of MathML; `attributes` are as they are written, a text is what stands between two tags. */
type Part = string | { name: string; attributes: string; parts: Part[] };

const TOKENS = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

/**
 * MathML of Temml's as the schema of MathML 3 has it (https://www.w3.org/TR/MathML3/appendixa.html), by which books
 * are judged: only `mstyle` has a `scriptlevel` and, with tables, a `displaystyle`; a token holds no element; a colour is a number.
 */
export function makeStrict(mathml: string): string {
  // Temml escapes `>` in attributes and text, so whatever this matches is a tag or a text of Temml's.
  const root: Part[] = [];
  const open: Part[][] = [root];
  for (const [whole, close, name, attributes = ''] of mathml.matchAll(
    /<(\/)?([a-z]+)([^>]*)>|[^<]+/g,
  )) {
    const parts = open.at(-1) ?? root;
    if (name === undefined) parts.push(whole);
    else if (close) open.pop();
    else {
      const isEmpty = attributes.endsWith('/');
      const element = { name, attributes: attributes.replace(/\s*\/$/, ''), parts: [] };
      parts.push(element);
      if (!isEmpty) open.push(element.parts);
    }
  }
  return root.map(write).join('');
}

function write(part: Part): string {
  if (typeof part === 'string') return part;
  const { name, parts } = part;
  const inner = parts.map(write).join('');
  if (TOKENS.has(name) && parts.some((child) => typeof child !== 'string')) {
    return `<mrow>${inner}</mrow>`;
  }
  const [own, moved] = split(name, part.attributes);
  const style = (content: string) =>
    moved === '' ? content : `<mstyle${moved}>${content}</mstyle>`;
  // What stands where only such an element may stand is styled from within.
  return /^(?:math|mtd)$/.test(name)
    ? `<${name}${own}>${style(inner)}</${name}>`
    : style(`<${name}${own}>${inner}</${name}>`);
}

/** Which attributes an element keeps, and which go to an `mstyle`. */
function split(name: string, attributes: string): [own: string, moved: string] {
  // Temml writes the colours that it knows as numbers.
  const coloured = attributes.replace(/ math(?:background|color)="(?!#)[^"]*"/g, '');
  if (name === 'mstyle') return [coloured, ''];
  const pattern =
    name === 'mtable' ? / scriptlevel="[^"]*"/g : / (?:scriptlevel|displaystyle)="[^"]*"/g;
  return [coloured.replace(pattern, ''), (coloured.match(pattern) ?? []).join('')];
}
