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

/** What to write instead of `\\(…\\)` or `\\[…\\]`, which stands at `start`. */
export function explainDelimiter(
  source: string,
  start: number,
  end: number | undefined,
  content: string,
): string {
  if (source[start + 1] === '[' && isAlone(source, start, end))
    return `Write \`$$\`, then \`${content || '…'}\`, then \`$$\`, each on a line of its own.`;
  return `Write \`$${content || '…'}$\`.`;
}

/** Whether nothing but the marks of quotations stands before `start` and behind `end` on their lines. */
function isAlone(source: string, start: number, end: number | undefined): boolean {
  return (
    /(?:^|[\r\n])[ \t>]*$/.test(source.slice(Math.max(0, start - 20), start)) &&
    (end === undefined || /^[ \t]*(?:[\r\n]|$)/.test(source.slice(end, end + 20)))
  );
}

/**
 * The edit of `\\(…\\)`, and of `\\[…\\]` on lines of its own: in a sentence it may be meant to be displayed,
 * and in a quotation or a list every line of it has a beginning that is not the formula's.
 */
export function mendDelimiter(
  source: string,
  start: number,
  end: number,
): { edit?: { old: string; text: string } } {
  const old = source.slice(start, end);
  const content = old.slice(2, -2).trim();
  if (content === '' || content.includes('$') || /\n[ \t>]*\r?\n/.test(content)) return {};
  if (source[start + 1] === '(') return { edit: { old, text: `$${content}$` } };
  const isAtMargin = start === 0 || source[start - 1] === '\n';
  if (!isAtMargin || !isAlone(source, start, end)) return {};
  return { edit: { old, text: `$$\n${content}\n$$` } };
}
