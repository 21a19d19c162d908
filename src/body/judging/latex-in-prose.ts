import { excerpt, type Report } from './report.ts';
import type { Work } from '../parsing/spans.ts';
import { findBraces } from '../parsing/spans.ts';

/** What Markdown has for LaTeX's own commands of text. `%` stands for the argument. */
const MARKDOWN: Record<string, string> = {
  autoref: '\\ref{%}',
  cite: '[text](https://arxiv.org/abs/…)',
  citep: '[text](https://arxiv.org/abs/…)',
  citet: '[text](https://arxiv.org/abs/…)',
  cref: '\\ref{%}',
  Cref: '\\ref{%}',
  emph: '*%*',
  footnote: 'text[^1]` and, on a line of its own, `[^1]: %',
  href: '[text](%)',
  item: '- ',
  paragraph: '**%**',
  section: '## %',
  subsection: '### %',
  subsubsection: '#### %',
  textbf: '**%**',
  textit: '*%*',
  texttt: '`%`',
  underline: '*%*',
  url: '[text](%)',
};

/** Those whose counterpart is a block, a label or a note, which a text of one line does not hold. */
const OF_BODIES = new Set(
  'autoref cref Cref footnote item label section subsection subsubsection'.split(' '),
);
const TO_THE_BODY = 'Say it in the sentence, or put it into the body of the summary.';

/** References to each of the labels that a command names, `` `\ref{one}` and `\ref{two}` ``; none where it is one. */
export function writeReferences(command: string, names: string): string | undefined {
  const labels = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (labels.length < 2) return undefined;
  const written = labels.slice(0, 10).map((label) => `\`\\${command}{${excerpt(label)}}\``);
  return `${written.slice(0, -1).join(', ')} and ${written.at(-1)!}`;
}

/**
 * Tells a LaTeX command that stands in prose, at the backslash.
 *
 * @returns how many characters it takes up; 2 and no problem for `\ref{…}` and `\eqref{…}`
 */
export function explainCommand(
  source: string,
  index: number,
  end: number,
  { report, inline }: { report: Report; inline: boolean },
): number {
  const name = /^\\([A-Za-z]+)\*?/.exec(source.slice(index, index + 60));
  if (!name?.[1]) return 2;
  const command = name[1];
  const open = index + name[0].length;
  const work: Work = { left: 10_000 };
  const braces = source[open] === '{' ? findBraces(source, open, work) : undefined;
  const argument = braces ? source.slice(braces.from, braces.to) : '';
  if (braces && (command === 'ref' || command === 'eqref')) return 2;
  if (command === 'begin' && braces)
    return explainEnvironment(source, index, argument, braces.end, { report, inline });
  const stop = Math.min(braces?.end ?? open, end);
  const written = source.slice(index, stop);
  const several = /^(?:auto|[cC])ref$/.test(command) ? writeReferences('ref', argument) : undefined;
  const markdown = Object.hasOwn(MARKDOWN, command) ? MARKDOWN[command] : undefined;
  report.add({
    offset: index,
    code: 'latex-in-prose',
    message: `\`${excerpt(written)}\` stands outside a formula, where LaTeX is printed as it is.`,
    fix:
      inline && OF_BODIES.has(command)
        ? TO_THE_BODY
        : command === 'label'
          ? 'Write the label of a formula between its `$$`, that of a figure as `<Figure label="fig:name" …>`.'
          : several !== undefined
            ? `Write ${several}.`
            : markdown !== undefined
              ? `Write \`${markdown.replace('%', () => excerpt(argument))}\`.`
              : `Write \`$${excerpt(written)}$\`, or \`\\\\\` for the backslash itself.`,
  });
  report.silence(index, stop);
  return Math.max(2, stop - index);
}

function explainEnvironment(
  source: string,
  index: number,
  environment: string,
  afterOpen: number,
  { report, inline }: { report: Report; inline: boolean },
): number {
  const closer = `\\end{${environment}}`;
  const close = source.slice(0, index + 5_000).indexOf(closer, afterOpen);
  const stop = close < 0 ? afterOpen : close + closer.length;
  report.add({
    offset: index,
    code: 'bare-environment',
    message: `\`\\begin{${excerpt(environment)}}\` stands outside a formula.`,
    fix: inline
      ? 'Write a formula of one line, `$…$`, or words; else put it into the body of the summary.'
      : /^(?:itemize|enumerate)$/.test(environment)
        ? 'Begin each item with `- ` or `1. `.'
        : `Write \`$$\` on a line of its own before it and another behind \`${excerpt(closer)}\`.`,
  });
  report.silence(index, stop);
  return stop - index;
}
