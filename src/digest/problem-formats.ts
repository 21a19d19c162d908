import type { Problem } from '../problem.ts';
import { oneLine } from './excerpt.ts';
import { sortProblems } from './problems.ts';

/** For programs: an array of the problems' public fields, sorted, as JSON of printable characters. */
export function formatJson(problems: readonly Problem[]): string {
  const list = sortProblems(problems).map(
    ({ file, line, column, severity, code, message, fix }) => {
      return { file, line, column, severity, code, message, fix };
    },
  );
  const escape = (character: string) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('');
  return `${JSON.stringify(list, null, 2)
    .replace(/[\p{Cf}\p{Co}\p{Zl}\p{Zp}\u007f-\u009f]/gu, escape)
    .replaceAll('##[', '##\\u005b')}\n`;
}

/**
 * For GitHub's log, where each becomes an annotation at its line: workflow commands, escaped as
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts does.
 */
export function formatGithub(problems: readonly Problem[]): string {
  return sortProblems(problems)
    .map(({ file, line, column, severity, code, message, fix }) => {
      const place = `file=${escapeProperty(file)},line=${line},col=${column}`;
      const text = escapeData(`${oneLine(message)}\n${oneLine(fix)}`);
      return `::${severity} ${place},title=${escapeProperty(code)}::${text}\n`;
    })
    .join('');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
