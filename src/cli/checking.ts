import { checkContent, openPrinting, type CheckOptions } from '../digest/check.ts';
import { oneLine } from '../digest/excerpt.ts';
import { mendContent, type Mending } from '../digest/mend.ts';
import { formatGithub, formatJson } from '../digest/problem-formats.ts';
import { countProblems, formatProblems } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { count } from '../text.ts';
import { hasColour } from './colour.ts';
import { tellLate } from './late-progress.ts';

export const FORMATS = ['text', 'json', 'github'] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

type Options = CheckOptions & { content: string; format: Format; fix: boolean };

/**
 * Checks content and prints what it finds on stdout; what a program that reads that would trip over goes to stderr.
 * Returns whether there is no error.
 */
export async function runCheck({ content, scope, format, fix }: Options): Promise<boolean> {
  const talk = format === 'text' ? console.log : console.error;
  if (fix) {
    const mendings = await mendContent(content, scope);
    for (const mending of mendings) talk(renderMending(mending));
    if (mendings.length === 0) talk('There is nothing that can be mended in one way only.');
    talk('');
  }
  const late = tellLate(process.stderr);
  const onFile = (read: number, of: number) => late.update(`Read ${read} of ${of} files`);
  const { problems } = await checkContent({ content, ...(scope && { scope }), onFile });
  late.end();
  const isGood = problems.every(({ severity }) => severity !== 'error');
  if (format === 'json') process.stdout.write(formatJson(problems));
  else if (format === 'github') {
    process.stdout.write(formatGithub(problems));
    console.error(countProblems(problems));
  } else {
    const colour = hasColour(process.stdout);
    process.stdout.write(formatProblems(problems, { ...openPrinting(content), colour }));
    const next = suggestNext(problems, fix);
    if (next !== '') console.log(next);
  }
  return isGood;
}

/** `content/tags.yaml: mended 2 of bad-date, 1 of unknown-key`, and what was left. */
export function renderMending({ file, mended, refused }: Mending): string {
  const list = (problems: readonly Problem[]) => {
    const codes = problems.map(({ code }) => code).sort();
    return [...new Set(codes)]
      .map((code) => `${codes.filter((one) => one === code).length} of ${code}`)
      .join(', ');
  };
  const parts = [
    ...(mended.length > 0 ? [`mended ${list(mended)}`] : []),
    ...(refused.length > 0 ? [`left ${list(refused)}, since other errors would come of it`] : []),
  ];
  return `${oneLine(file)}: ${parts.join('; ')}.`;
}

/** What to do about some problems, as a sentence or two; empty where there are none. */
export function suggestNext(problems: readonly Problem[], fixed: boolean): string {
  if (problems.length === 0) return '';
  const mendable = fixed ? 0 : problems.filter(({ edit }) => edit).length;
  const mend = mendable === 0 ? [] : [`\`--fix\` can mend ${count(mendable, 'problem')}.`];
  const isGood = problems.every(({ severity }) => severity !== 'error');
  return [
    isGood ? 'Warnings stop nothing.' : 'Errors stop a build: mend them and check again.',
    ...mend,
  ].join(' ');
}
