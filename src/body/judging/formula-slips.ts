import { excerpt, type Report } from './report.ts';
import type { Block } from './text-blocks.ts';

/** Tells a dollar that begins no formula. @returns how many characters are dealt with */
export function findDollar(source: string, index: number, block: Block, report: Report): number {
  const run = /^\$+/.exec(source.slice(index, index + 50))![0].length;
  const end = block.node.position.end.offset;
  const partner = findPartner(source, index + run, end);
  if (run > 2) {
    report.add({
      offset: index,
      code: 'dollar-run',
      message: `\`${'$'.repeat(Math.min(run, 10))}\` begins no formula.`,
      fix: 'Write `$…$` for a formula in the sentence, `$$` on a line of its own for a displayed one, `\\$` for a dollar.',
    });
    if (partner !== undefined) report.silence(index, partner + 1);
    return run;
  }
  if (run === 2) {
    report.add({
      offset: index,
      code: 'unclosed-formula',
      message: 'The formula that `$$` opens here is not closed.',
      fix: 'Write `$$` on a line of its own before the formula and another behind it.',
    });
    report.silence(index, end + closingRun(source, end));
    return run;
  }
  if (partner === undefined || block.closing === index) return run;
  if (source[partner + 1] === '$') {
    const written = excerpt(source.slice(index + 1, partner));
    report.add({
      offset: index,
      code: 'dollar-run',
      message: `\`$${written}$$\` begins with one dollar and ends with two.`,
      fix: `Write \`$${written}$\`.`,
    });
    return partner + 2 - index;
  }
  const content = source.slice(index + 1, partner);
  // Behind a price the next dollar begins something of its own; behind words it closes them.
  if (!/^\d/.test(content)) block.closing = partner;
  const price = /^\d[\d.,]*\s?(?:[kKMB]\b|bn\b|million\b|billion\b)?/.exec(content)?.[0].trim();
  report.add({
    offset: index,
    code: 'money-as-formula',
    message: `\`${excerpt(source.slice(index, partner + 1))}\` reads as prose, but two dollars enclose a formula.`,
    fix:
      price === undefined
        ? `Write \`\\$\` if a dollar is meant, or close the formula right behind it: \`$${excerpt(firstWord(content))}$\`; words in a formula are written \`\\text{…}\`.`
        : `Write \`\\$${price.replace(/[.,]$/, '')}\`.`,
  });
  report.silence(index, partner);
  return run;
}

/** The next dollar in the block, which any other Markdown reader would take as the closing one. */
function findPartner(source: string, from: number, end: number): number | undefined {
  for (let index = from; index < end; index += 1) {
    if (source[index] === '\\') index += 1;
    else if (source[index] === '$') return index;
  }
  return undefined;
}

/** `$$` that a sentence opens runs to the `$$` on the next line, which looks like another opening. */
function closingRun(source: string, end: number): number {
  return /^(?:\r\n|\n|\r)[ \t>]*\$\$/.exec(source.slice(end, end + 100))?.[0].length ?? 0;
}

function firstWord(content: string): string {
  return content.trim().split(/\s+/)[0] ?? '';
}

/**
 * Tells LaTeX's own marks of a formula, `\\(…\\)` and `\\[…\\]`, of which Markdown prints the brackets; with two backslashes,
 * as Jekyll's writers need them, it prints one of these too.
 *
 * @returns how many characters are dealt with; undefined where no such mark stands
 */
export function findDelimiter(
  source: string,
  index: number,
  end: number,
  report: Report,
): number | undefined {
  const mark = /^\\{1,2}[([]/.exec(source.slice(index, index + 3))?.[0];
  if (mark === undefined) return undefined;
  const closer = mark.slice(0, -1) + (mark.endsWith('(') ? ')' : ']');
  // A bounded look ahead: thousands of these in one text must not cost the square of it.
  const close = source.slice(0, Math.min(end, index + 2_000)).indexOf(closer, index + mark.length);
  if (close < 0) return findOpenDelimiter(source, index, end, mark, report);
  const stop = close + closer.length;
  const content = source.slice(index + mark.length, close).trim();
  // `\[[text](address)\]` is a link between brackets.
  if (mark === '\\[' && content.includes('](')) return mark.length;
  report.add({
    offset: index,
    code: 'latex-delimiter',
    message: `\`${excerpt(source.slice(index, stop))}\` is no formula here: ${explainMark(mark)}.`,
    fix: explainDelimiter(source, index, stop, excerpt(content)),
    ...mendDelimiter(source, index, stop, mark),
  });
  report.silence(index, stop);
  return stop - index;
}

/** The same where its paragraph does not close it. */
function findOpenDelimiter(
  source: string,
  index: number,
  end: number,
  mark: string,
  report: Report,
): number {
  // One backslash is how Markdown escapes a bracket, two are one that is printed; nobody needs to escape a parenthesis.
  if (mark.length > 2) return 2;
  const later = mark === '\\[' ? findLaterClose(source, index, end) : undefined;
  const isAlone = /^\\\[[ \t]*(?:[\r\n]|$)/.test(source.slice(index, index + 100));
  if (mark === '\\[' && later === undefined && !isAlone) return mark.length;
  report.add({
    offset: index,
    code: 'latex-delimiter',
    message: `\`${mark}\` is no formula here: ${explainMark(mark)}.`,
    fix:
      later === undefined
        ? explainDelimiter(source, index, undefined, '')
        : 'Write `$$`, then the formula without its empty line, then `$$`, each on a line of its own.',
  });
  report.silence(index, later ?? index + mark.length);
  return mark.length;
}

/** Behind the `\]` that ends a line below, where `\[` begins one and empty lines stand between the two. */
function findLaterClose(source: string, index: number, end: number): number | undefined {
  if (!beginsLine(source, index)) return undefined;
  const rest = source.slice(end, end + 1_000);
  const found = /(?<!\\)\\[[\]]/.exec(rest);
  if (found?.[0] !== '\\]') return undefined;
  const stop = found.index + found[0].length;
  return /^[ \t]*[.,]?[ \t]*(?:[\r\n]|$)/.test(rest.slice(stop)) ? end + stop : undefined;
}

function explainMark(mark: string): string {
  return mark.length > 2
    ? `\`${mark}\` prints a backslash and a bracket`
    : `\`${mark}\` prints a plain bracket`;
}

/** What to write instead of `\\(…\\)` or `\\[…\\]`, which stands at `start`. */
function explainDelimiter(
  source: string,
  start: number,
  end: number | undefined,
  content: string,
): string {
  if (/^\\{1,2}\[/.test(source.slice(start, start + 3)) && isAlone(source, start, end))
    return `Write \`$$\`, then \`${content || '…'}\`, then \`$$\`, each on a line of its own.`;
  return `Write \`$${content || '…'}$\`.`;
}

/** Whether nothing but the marks of quotations stands before `start` and behind `end` on their lines. */
function isAlone(source: string, start: number, end: number | undefined): boolean {
  return (
    beginsLine(source, start) &&
    (end === undefined || /^[ \t]*(?:[\r\n]|$)/.test(source.slice(end, end + 20)))
  );
}

function beginsLine(source: string, start: number): boolean {
  return /(?:^|[\r\n])[ \t>]*$/.test(source.slice(Math.max(0, start - 20), start));
}

/**
 * The edit of `\\(…\\)`, and of `\\[…\\]` on lines of its own: in a sentence it may be meant to be displayed,
 * and in a quotation or a list every line of it has a beginning that is not the formula's.
 */
function mendDelimiter(
  source: string,
  start: number,
  end: number,
  mark: string,
): { edit?: { old: string; text: string } } {
  const old = source.slice(start, end);
  const content = old.slice(mark.length, -mark.length).trim();
  if (content === '' || content.includes('$') || /\n[ \t>]*\r?\n/.test(content)) return {};
  if (mark.endsWith('(')) return { edit: { old, text: `$${content}$` } };
  const isAtMargin = start === 0 || source[start - 1] === '\n';
  if (!isAtMargin || !isAlone(source, start, end)) return {};
  return { edit: { old, text: `$$\n${content}\n$$` } };
}
