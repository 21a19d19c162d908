import { resolveUse } from './collect.ts';
import { nameAsWritten, writeEquation } from './equations.ts';
import { judgeFormulaBreaks } from '../judging/formula-breaks.ts';
import { judgeFormulaColours } from '../judging/formula-colours.ts';
import { checkFormula } from '../formulas/formula.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, MAX_PROBLEMS, type Report } from '../judging/report.ts';
import type { Node } from '../tree.ts';
import type { Writer } from './writer.ts';

/** At most so many formulas of one text are set; KaTeX and Temml take about half a millisecond each. */
export const MAX_FORMULAS = 1_500;

/** Sets a formula on trial, and tells what is wrong with it and with its dollars. */
export function writeFormula(node: SyntaxNode, writer: Writer): Node {
  const { report, collected } = writer;
  const display = node.type === 'formula';
  const found = collected.equations.get(node);
  if (!found) return { type: 'text', value: '' };
  const offset = node.position.start.offset;
  const { text: tex, offsets } = writeEquation(found.equation, (use) => {
    return resolveUse(use, writer)?.number;
  });
  const fault = node.span?.fault;
  if (fault)
    report.add({
      offset: 'offset' in fault ? fault.offset : offset,
      ...explainFence(fault.code, tex),
      ...(fault.code === 'text-on-fence' && mendFence(collected.source, offset, fault.offset)),
    });
  if (!display && node.span?.dollars === 2 && tex !== '') {
    report.add({
      offset,
      code: 'display-in-sentence',
      message: `\`$$${excerpt(tex)}$$\` stands in the middle of a sentence.`,
      fix: writer.inline
        ? `Write \`$${excerpt(tex, 80)}$\`.`
        : `Write \`$${excerpt(tex, 80)}$\`, or \`$$\` on lines of its own before and behind the formula.`,
    });
  }
  const padded = (node.segments ?? []).map(({ value }) => value).join('\n');
  if (!display && node.span?.dollars === 1 && padded !== padded.trim() && tex !== '') {
    report.add({
      offset,
      code: 'space-in-formula',
      message: `The formula \`$${excerpt(tex)}$\` has white space next to its dollars.`,
      fix: `Write \`$${excerpt(tex)}$\` without it, or \`\\$\` if dollars are meant.`,
    });
  }
  // What an unclosed fence took in may be prose.
  if (tex === '' && fault?.code !== 'unclosed') {
    report.add({
      offset,
      code: 'empty-formula',
      message: 'The formula is empty.',
      fix: 'Write it between the dollars, or `\\$` for a dollar itself.',
    });
  } else if (fault?.code !== 'unclosed' && isWithinCount(offset, writer) && !isHopeless(report)) {
    const faults = checkFormula(tex, display);
    const warnings = () => [
      ...judgeFormulaColours(tex),
      ...(display ? [] : judgeFormulaBreaks(tex)),
    ];
    for (const problem of faults.length > 0 ? faults : warnings()) {
      const { offset: at, message, fix, ...rest } = problem;
      report.add({
        offset: offsets[Math.min(at, offsets.length - 1)] ?? offset,
        ...rest,
        message: nameAsWritten(message, found.equation),
        fix: nameAsWritten(fix, found.equation),
      });
    }
    if (display && faults.length === 0) writer.written.displayed.push({ text: tex, offsets });
  }
  if (!display) return { type: 'inlineFormula', tex };
  const { id, number } = found;
  return {
    type: 'formula',
    tex,
    ...(id !== undefined && { id }),
    ...(number !== undefined && { number }),
  };
}

/** Faulty formulas cost as much time as good ones, and no more problems are listed. */
function isHopeless(report: Report): boolean {
  return report.count() > 2 * MAX_PROBLEMS;
}

function isWithinCount(offset: number, { written, report }: Writer): boolean {
  written.formulas += 1;
  if (written.formulas === MAX_FORMULAS + 1) {
    report.add({
      offset,
      code: 'too-much',
      message: `The text has more than ${MAX_FORMULAS} formulas.`,
      fix: 'Shorten it, or make two summaries of it.',
    });
  }
  return written.formulas <= MAX_FORMULAS;
}

/**
 * The edit that gives a `$$` at `fence` a line of its own, for the formula that begins at `start`; none where the lines
 * begin with the mark of a quotation or of a list.
 */
function mendFence(
  source: string,
  start: number,
  fence: number,
): { edit?: { offset: number; old: string; text: string } } {
  const margin = /(?:^|\n)([ \t]*)$/.exec(source.slice(Math.max(0, start - 40), start))?.[1];
  if (margin === undefined) return {};
  if (fence === start) {
    const old = /^\$\$[ \t]*/.exec(source.slice(start, start + 40))?.[0] ?? '$$';
    return { edit: { offset: start, old, text: `$$\n${margin}` } };
  }
  const spaces = /[ \t]*$/.exec(source.slice(Math.max(start, fence - 40), fence))?.[0] ?? '';
  return { edit: { offset: fence - spaces.length, old: `${spaces}$$`, text: `\n${margin}$$` } };
}

function explainFence(
  code: 'unclosed' | 'empty-line' | 'text-on-fence' | 'text-after',
  tex: string,
) {
  switch (code) {
    case 'unclosed':
      return {
        code: 'unclosed-formula',
        message: 'The formula that `$$` opens here is not closed before the next empty line.',
        fix: 'Write `$$` on a line of its own behind the formula, and leave no empty line in it.',
      };
    case 'empty-line':
      return {
        code: 'empty-line-in-formula',
        message: 'An empty line stands in a displayed formula.',
        fix: 'Delete it; for more room between two lines write `\\\\[1ex]`.',
      };
    case 'text-on-fence':
      return {
        code: 'text-on-fence',
        message:
          'A displayed formula of several lines shares a line with its `$$`, which MDX would drop.',
        fix: `Write \`$$\`, then \`${excerpt(tex)}\`, then \`$$\`, each beginning a line of its own.`,
      };
    case 'text-after':
      return {
        code: 'text-after-formula',
        message: 'Text follows the `$$` that closes a displayed formula.',
        fix: 'Begin a new line for it; a full stop or a comma goes into the formula.',
      };
  }
}
