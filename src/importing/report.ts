import { countProblems, sortProblems } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import type { Written } from './files.ts';
import { writeMapping } from './mapping.ts';
import type { Plan, PlannedText } from './plan.ts';

export type ReportOptions = {
  /** The archive and the content folder as the writer named them. */
  archive: string;
  content: string;
  written: Written;
  /** What the check says of the content folder. */
  problems: readonly Problem[];
  /** Whether nothing was really written. */
  dry: boolean;
};

/** The report of an import as Markdown: file by file what a person must look at, then what stayed, moved, and is wrong. */
export function renderReport(plan: Plan, options: ReportOptions): string {
  const { archive, content, written, problems, dry } = options;
  const ours = plan.texts.filter(({ to }) => written.files.includes(to));
  const pictures = ours.reduce((sum, one) => sum + one.pictures.size, 0);
  const looks = ours.flatMap(({ notes }) => notes.filter(({ kind }) => kind === 'look')).length;
  const sections = ours.map((text) => renderText(text, content, problems));
  const redirects = plan.redirects.filter(({ old, present }) => old !== present);
  const rest = [...plan.left, ...written.refused];
  return (
    [
      '# Import report',
      `${dry ? 'Nothing was written: this is what would be. ' : ''}From ${code(archive)} into ${code(content)}: ${count(ours.length, 'text')}, ${count(pictures, 'picture')}; ${count(looks, 'thing')} to look at, and what the check says.`,
      ...sections,
      ...(plan.tags === ''
        ? []
        : [`## ${content}/tags.yaml`, `Added:\n\n\`\`\`yaml\n${plan.tags.trimEnd()}\n\`\`\``]),
      ...(rest.length === 0
        ? []
        : ['## Not imported', rest.map((line) => `- ${plain(line)}`).join('\n')]),
      ...(redirects.length === 0
        ? []
        : [
            '## Old addresses',
            'Those with a mark are kept as aliases. A host that can redirect leads all of them here.',
            [
              '| old | new | alias |',
              '| --- | --- | --- |',
              ...redirects.map(
                ({ old, present, isAlias }) =>
                  `| ${code(old)} | ${code(present)} | ${isAlias ? 'yes' : ''} |`,
              ),
            ].join('\n'),
          ]),
      '## How the facts were read',
      `Save this as a mapping, correct it, and give it with \`--mapping\`:\n\n\`\`\`yaml\n${writeMapping(plan.mapping).trimEnd()}\n\`\`\``,
      '## The check',
      `${countProblems(problems)}.`,
      ...renderProblems(
        problems.filter(({ file }) => !ours.some(({ to }) => file === `${content}/${to}`)),
      ),
    ].join('\n\n') + '\n'
  );
}

function renderText(text: PlannedText, content: string, problems: readonly Problem[]): string {
  const file = `${content}/${text.to}`;
  const looks = text.notes.filter(({ kind }) => kind === 'look').sort((a, b) => a.old - b.old);
  const mended = text.notes.filter(({ kind }) => kind === 'mended').sort((a, b) => a.old - b.old);
  const found = renderProblems(problems.filter((problem) => problem.file === file));
  const line = ({ old, present, text: told }: PlannedText['notes'][number]) =>
    `- line ${old}, now ${present}: ${plain(told)}`;
  return [
    `## ${file}`,
    `From ${code(text.from)}${text.pictures.size === 0 ? '' : `, with ${[...text.pictures].map(([name, from]) => `${code(name)} (${code(from)})`).join(', ')}`}.`,
    ...(looks.length === 0 ? [] : ['### To look at', looks.map(line).join('\n')]),
    ...(found.length === 0 ? [] : ['### What the check says', ...found]),
    ...(mended.length === 0 ? [] : ['### Mended', mended.map(line).join('\n')]),
  ].join('\n\n');
}

function renderProblems(problems: readonly Problem[]): string[] {
  const lines = sortProblems(problems).map(
    ({ file, line, severity, code: name, message, fix }) =>
      `- ${code(`${file}:${line}`)} ${severity} ${name}: ${plain(message)} ${plain(fix)}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** What strangers wrote must not begin anything of Markdown, move a cursor or give orders to who reads a log. */
function plain(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

function code(text: string): string {
  return `\`${text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069`|]+/gu, ' ')}\``;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
