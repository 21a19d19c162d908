import type { Problem } from '../problem.ts';
import type { Places } from '../schemas/yaml.ts';
import { oneLine, renderExcerpt } from './excerpt.ts';
import { compareCodes } from './people.ts';

/** A problem before it has a place. */
export type Detail = Pick<Problem, 'severity' | 'code' | 'message' | 'fix'>;

export function error(code: string, message: string, fix: string): Detail {
  return { severity: 'error', code, message, fix };
}

export function warning(code: string, message: string, fix: string): Detail {
  return { severity: 'warning', code, message, fix };
}

/** A problem at a key of a file, or at what stands nearest above it. */
export function problemAt(
  { file, places }: { file: string; places: Places },
  path: string,
  detail: Detail,
): Problem {
  let known = path;
  while (known !== '' && !Object.hasOwn(places, known)) known = known.replace(/\.?[^.]*$/, '');
  const { line, column } = places[known] ?? { line: 1, column: 1 };
  return { file, line, column, ...detail };
}

/** By file, line, column, code: the same on every run. The same problem twice is one. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      compareCodes(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareCodes(a.code, b.code) ||
      compareCodes(a.message, b.message),
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return (
      before === undefined ||
      (['file', 'line', 'column', 'code', 'message'] as const).some((key) => {
        return before[key] !== problem[key];
      })
    );
  });
}

/** What the printed forms take besides the problems. */
export type Printing = {
  /** The lines of a file, by its name in problems; undefined where they are not to be shown. */
  linesOf?: (file: string) => readonly string[] | undefined;
  /** Where a rule is explained. */
  linkOf?: (code: string) => string;
  colour?: boolean;
};

/**
 * For a terminal: place, severity and code, the sentence, the line with a mark under the column,
 * what to do, where to read more; a count at the end.
 */
export function formatProblems(
  problems: readonly Problem[],
  { linesOf, linkOf, colour = false }: Printing = {},
): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = sortProblems(problems).map((problem) => {
    const { file, line, column, severity, code, message, fix } = problem;
    const place = paint(1, `${oneLine(file)}:${line}:${column}`);
    const source = linesOf?.(file)?.[line - 1];
    const lines = [
      `${place}  ${paint(severity === 'error' ? 31 : 33, severity)}  ${oneLine(code)}`,
      `  ${oneLine(message)}`,
      ...(source === undefined ? [] : renderExcerpt(source, { line, column })),
      `  ${oneLine(fix)}`,
      ...(linkOf ? [`  ${paint(2, oneLine(linkOf(code)))}`] : []),
    ];
    return `${lines.join('\n')}\n`;
  });
  return [...blocks, `${countProblems(problems)}\n`].join('\n');
}

/** `3 errors, 1 warning in 2 files`, or `No problems`. */
export function countProblems(problems: readonly Problem[]): string {
  const unique = sortProblems(problems);
  if (unique.length === 0) return 'No problems';
  const errors = unique.filter(({ severity }) => severity === 'error').length;
  const files = new Set(unique.map(({ file }) => file)).size;
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(errors < unique.length ? [plural(unique.length - errors, 'warning')] : []),
  ];
  return `${parts.join(', ')} in ${plural(files, 'file')}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
