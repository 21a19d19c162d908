import { excerpt, type Report } from './report.ts';

/** Characters of a line that are looked at. */
const MAX_LENGTH = 500;

const DEFINITION =
  /^ {0,3}(\[[^[\]\n]{1,100}\])([ \t]*):[ \t]*((?:https?:\/\/|mailto:|www\.)\S+)(.*)/i;

/**
 * Tells a line `[name]: address` that Markdown does not take for a definition, and prints, at the bracket that ends its
 * name.
 */
export function findBrokenDefinition(source: string, index: number, report: Report): void {
  const start = source.lastIndexOf('\n', index) + 1;
  const [line = ''] = source.slice(start, start + MAX_LENGTH).split('\n', 1);
  const [, name = '', gap = '', address = '', behind = ''] = DEFINITION.exec(line) ?? [];
  const offset = start + line.indexOf('[');
  if (name === '' || offset + name.length - 1 !== index) return;
  report.add({
    offset,
    code: 'broken-definition',
    message: `\`${excerpt(line.trim(), 60)}\` gives an address no name, and is printed: ${explain(gap, behind)}.`,
    fix: `Write \`${excerpt(`${name}: ${address}`, 120)}\` below an empty line and nothing behind it (\`%20\` is a space), or begin the line with \`\\[\` if it is to be read.`,
  });
}

function explain(gap: string, behind: string): string {
  if (gap !== '') return 'white space stands before its colon';
  if (behind.trim() !== '') return 'more than a title in quotation marks stands behind its address';
  return 'no empty line stands above it';
}
