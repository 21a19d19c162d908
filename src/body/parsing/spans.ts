/**
 * Looks ahead in the source for the end of what micromark is about to tokenise: formulas
 * and braces. All positions are offsets in the source, so the prefixes of quotations and
 * lists stand between the lines; `Work` bounds the looking.
 */

/** What is left of the work one parse may do in looking ahead, in characters. */
export type Work = { left: number };

/** A construct that goes from where it was asked for up to `end`; its content is `[from, to)`. */
export type Span = {
  from: number;
  to: number;
  end: number;
  kind: 'comment' | 'expression' | 'inline' | 'display';
  /** Dollars at either side, 0 for braces. */
  dollars: number;
  fault?: DisplayFault;
};

/** What is wrong with the way in which a displayed formula is fenced. */
export type DisplayFault =
  | { code: 'unclosed' }
  | { code: 'empty-line'; offset: number }
  | { code: 'text-on-fence'; offset: number }
  | { code: 'text-after'; offset: number };

const EMPTY_LINE = /(?:\r\n|\n|\r(?!\n))[ \t>]*(?=\r|\n)/y;

/** `{…}` with balanced braces and no empty line, or `{/* … *\/}`, from the `{` at `start`. */
export function findBraces(source: string, start: number, work: Work): Span | undefined {
  const comment = findComment(source, start, work);
  if (comment !== undefined) return comment;
  let depth = 0;
  for (let index = start; index < source.length; index += 1) {
    if ((work.left -= 1) < 0) return undefined;
    const character = source[index];
    if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) {
        const end = index + 1;
        return { from: start + 1, to: index, end, kind: 'expression', dollars: 0 };
      }
    } else if (isEmptyLine(source, index)) return undefined;
  }
  return undefined;
}

function findComment(source: string, start: number, work: Work): Span | undefined {
  let index = start + 1;
  let comments = 0;
  for (;;) {
    while (/\s/.test(source[index] ?? '')) index += 1;
    if (comments > 0 && source[index] === '}') {
      return { from: start + 1, to: index, end: index + 1, kind: 'comment', dollars: 0 };
    }
    if (!source.startsWith('/*', index)) return undefined;
    const close = source.indexOf('*/', index + 2);
    work.left -= (close < 0 ? source.length : close) - index;
    if (close < 0 || work.left < 0) return undefined;
    index = close + 2;
    comments += 1;
  }
}

/**
 * `$…$` or `$$…$$` within a paragraph. Unlike remark-math, a pair of dollars that reads as
 * money is none, so that one unescaped price cannot turn all formulas after it inside out.
 */
export function findInlineFormula(source: string, start: number, work: Work): Span | undefined {
  const dollars = runLength(source, start);
  if (dollars > 2) return undefined;
  const from = start + dollars;
  for (let index = from; index < source.length; index += 1) {
    if ((work.left -= 1) < 0) return undefined;
    const character = source[index];
    if (character === '\\') index += 1;
    else if (character === '$') {
      const run = runLength(source, index);
      if (run === dollars) {
        const end = index + run;
        if (dollars === 1 && readsAsMoney(source.slice(from, index), source[end])) return undefined;
        return { from, to: index, end, kind: 'inline', dollars };
      }
      index += run - 1;
    } else if (isEmptyLine(source, index)) return undefined;
  }
  return undefined;
}

/**
 * Whether what stands between two dollars is prose with a price at its start rather than a
 * formula: `$5M to $10M`, `$5/US$10`, `$5.5M for training and $x$`.
 *
 * @param after the character behind the second dollar
 */
export function readsAsMoney(content: string, after: string | undefined): boolean {
  if (/^\s*$/.test(content) || /^\s+(?:[a-z]{2,}[,;]?\s+)+$/.test(content)) return true;
  const startsAsPrice = /^\d/.test(content);
  if (after !== undefined && /\d/.test(after)) return true;
  if (startsAsPrice && /\s$/.test(content)) return true;
  const plain = content
    .replace(/\\(?:text\w*|math\w+|operatorname\*?|mbox|label|tag|begin|end)\s*\{[^{}]*\}/g, '+')
    .replace(/\\[A-Za-z]+/g, '+');
  const words = startsAsPrice ? /\s[A-Za-z]{2,}/ : /(?:^|\s)[A-Za-z]?[a-z]{2,}[,;]?\s+[a-z]{2,}/;
  return words.test(plain);
}

/**
 * `$$…$$` from the start of a line, over any number of lines. Takes what remark-math would
 * drop or not close, and says so in `fault`; undefined for `$$x$$` with text behind it.
 */
export function findDisplayFormula(source: string, start: number, work: Work): Span | undefined {
  if (runLength(source, start) !== 2) return undefined;
  const from = start + 2;
  const lineStart =
    Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const quoted = source.slice(lineStart, start).includes('>');
  const span = (to: number, end: number, fault?: DisplayFault): Span => {
    return { from, to, end, kind: 'display', dollars: 2, ...(fault && { fault }) };
  };
  let emptyLine: number | undefined;
  let lineFrom = from;
  for (;;) {
    const lineEnd = endOfLine(source, lineFrom);
    if ((work.left -= lineEnd - lineFrom + 1) < 0) return undefined;
    const first = lineFrom === from;
    const prefix = first
      ? 0
      : (quoted ? /^[ \t>]*/ : /^[ \t]*/).exec(source.slice(lineFrom, lineEnd))![0].length;
    const contentFrom = lineFrom + prefix;
    const close = findDollars(source, contentFrom, lineEnd);
    if (close !== undefined) {
      const after = source.slice(close + 2, lineEnd);
      if (first && after.trim() !== '') return undefined;
      const openText = !first && source.slice(from, endOfLine(source, from)).trim() !== '';
      const closeText = !first && source.slice(contentFrom, close).trim() !== '';
      if (emptyLine !== undefined)
        return span(close, lineEnd, { code: 'empty-line', offset: emptyLine });
      if (after.trim() !== '') return span(close, lineEnd, { code: 'text-after', offset: close });
      if (openText) return span(close, lineEnd, { code: 'text-on-fence', offset: start });
      if (closeText) return span(close, lineEnd, { code: 'text-on-fence', offset: close });
      return span(close, lineEnd);
    }
    const empty = !first && contentFrom === lineEnd;
    if (empty && emptyLine === undefined) {
      if (!closesSoon(source, lineEnd, quoted, work)) {
        const to = trimEnd(source, from, lineFrom);
        return span(to, endOfLine(source, to), { code: 'unclosed' });
      }
      emptyLine = lineFrom;
    }
    if (lineEnd >= source.length) {
      const to = trimEnd(source, from, source.length);
      return span(to, endOfLine(source, to), { code: 'unclosed' });
    }
    lineFrom = nextLine(source, lineEnd);
  }
}

/**
 * Whether the formula that meets an empty line at `offset` goes on behind it: the next line
 * of only `$$` is followed by an empty line, so it closes a formula and does not open one,
 * and no heading stands between.
 */
function closesSoon(source: string, offset: number, quoted: boolean, work: Work): boolean {
  const prefix = quoted ? /^[ \t>]*/ : /^[ \t]*/;
  let lineEnd = offset;
  while (lineEnd < source.length) {
    const lineFrom = nextLine(source, lineEnd);
    lineEnd = endOfLine(source, lineFrom);
    if ((work.left -= lineEnd - lineFrom + 1) < 0) return false;
    const line = source.slice(lineFrom, lineEnd).replace(prefix, '').trimEnd();
    if (/^#{1,6} |^<|^\{|^\$\$.*\$\$$/.test(line)) return false;
    if (line === '$$') {
      const next = nextLine(source, lineEnd);
      return source.slice(next, endOfLine(source, next)).replace(prefix, '').trim() === '';
    }
    if (line.includes('$')) return false;
  }
  return false;
}

function findDollars(source: string, from: number, to: number): number | undefined {
  for (let index = from; index < to; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '$' && source[index + 1] === '$') return index;
  }
  return undefined;
}

function runLength(source: string, start: number): number {
  let end = start;
  while (source[end] === '$') end += 1;
  return end - start;
}

function isEmptyLine(source: string, index: number): boolean {
  if (source[index] !== '\n' && source[index] !== '\r') return false;
  EMPTY_LINE.lastIndex = index;
  return EMPTY_LINE.test(source);
}

function endOfLine(source: string, from: number): number {
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === '\n' || source[index] === '\r') return index;
  }
  return source.length;
}

function nextLine(source: string, lineEnd: number): number {
  return lineEnd + (source.startsWith('\r\n', lineEnd) ? 2 : 1);
}

/** The end of the last line before `to` that holds more than a prefix. */
function trimEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[\s>]/.test(source[end - 1] ?? '')) end -= 1;
  return end;
}
