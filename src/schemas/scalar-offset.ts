import type { Scalar } from 'yaml';

/**
 * Where a character of a value stands in the text of its file: folded lines,
 * indentation, doubled quotes and escapes lie between the two.
 *
 * @param offset into `node.value`, UTF-16 code units
 * @returns offset into `text`
 */
export function offsetInText(text: string, node: Scalar, offset: number): number {
  const value = typeof node.value === 'string' ? node.value : '';
  const [start, end] = node.range ?? [0, 0];
  let at = start;
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') at += 1;
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    at = text.indexOf('\n', start) + 1;
    while (at < end && /\s/.test(text[at] ?? '')) at += 1;
  }
  for (let index = 0; index < Math.min(offset, value.length) && at < end; index += 1) {
    if (/\s/.test(value[index] ?? '')) {
      // A run of white space in the value is a run of it in the text, of any length and kind.
      if (/\s/.test(value[index + 1] ?? '')) continue;
      const run = node.type === 'QUOTE_DOUBLE' ? /^(?:\s|\\[nrt\n])*/ : /^\s*/;
      at += run.exec(text.slice(at, end))?.[0].length ?? 0;
    } else if (node.type === 'QUOTE_SINGLE' && text.startsWith("''", at)) {
      at += 2;
    } else if (node.type === 'QUOTE_DOUBLE' && text[at] === '\\') {
      at += /^\\(?:u[\da-f]{4}|x[\da-f]{2}|.)/is.exec(text.slice(at, end))?.[0].length ?? 1;
    } else {
      at += 1;
    }
  }
  return at;
}
