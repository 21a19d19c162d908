import { stringify } from 'yaml';
import type { Facts } from './facts-reader.ts';

const ORDER =
  'title authors organisations venue published date summarised arxiv doi openreview url links categories tags tldr abstract writers reviewers editors assistance aliases draft'.split(
    ' ',
  );

/** The file: facts between lines of hyphens, what had no place as a comment, then the text. */
export function writeFile(
  facts: Facts,
  rest: readonly string[],
  body: string,
): { source: string; bodyLine: number } {
  const ordered = Object.fromEntries(
    ORDER.filter((key) => key in facts).map((key) => [key, facts[key]]),
  );
  const yaml = stringify(ordered, {
    lineWidth: 0,
    singleQuote: true,
    defaultKeyType: 'PLAIN',
  }).trimEnd();
  const comments =
    rest.length === 0
      ? ''
      : `\n# From the old archive:\n${rest.map((line) => `# ${line}`).join('\n')}`;
  const head = `---\n${yaml}${comments}\n---\n\n`;
  return { source: `${head}${body.trim()}\n`, bodyLine: head.split('\n').length };
}
