import { Document, isSeq, type YAMLMap } from 'yaml';
import { shownPath } from '../digest/folders.ts';
import { judgeIssueId } from '../schemas/slug.ts';
import { lastDay, localDay } from './day.ts';
import { loadKnown } from './known.ts';
import { readLatex } from './latex.ts';
import { shown } from './line.ts';
import { writeNew } from './place.ts';
import { settleProse } from './prose.ts';
import { Refusal } from './refusal.ts';
import { issueSections } from './sections.ts';
import type { World } from './world.ts';

/**
 * Makes the file of an issue, with the editors of the newest one. Returns what to print; throws a refusal where
 * nothing was written.
 */
export function newIssue(id: string, { title }: { title?: string }, world: World): string {
  const fault = judgeIssueId(id);
  if (fault !== undefined) throw new Refusal(`\`${shown(id)}\` ${fault.says}. ${fault.fix}`, 2);
  const known = loadKnown(world.content);
  const owner = known.issues.find(({ data }) => data.aliases?.includes(id));
  if (owner !== undefined) {
    throw new Refusal(
      `\`${id}\` was the address of another issue: ${owner.file}. Write another id.`,
    );
  }
  const today = localDay(world.now());
  // An issue of another month comes out at its end.
  const date = /^\d{4}-\d\d$/.test(id) && !today.startsWith(id) ? lastDay(id) : today;
  const newest = known.issues
    .filter(({ data }) => data.editors !== undefined)
    .sort((a, b) => (a.data.date ?? '').localeCompare(b.data.date ?? ''))
    .at(-1);
  const editors = newest?.data.editors ?? [];
  const written =
    title === undefined ? undefined : settleProse(readLatex(title), { max: 200, links: false });
  if (title !== undefined && written === undefined) {
    throw new Refusal(
      `\`${shown(title)}\` cannot be the title of an issue: it is empty, or too long.`,
      2,
    );
  }
  const document = new Document({ title: written ?? null, date, editors });
  const list = (document.contents as unknown as YAMLMap).get('editors', true) as unknown;
  if (isSeq(list)) list.flow = true;
  const yaml = document.toString({
    lineWidth: 100,
    singleQuote: true,
    nullStr: '',
    flowCollectionPadding: false,
  });
  const file = writeNew(
    world.content,
    `issues/${id}/index.mdx`,
    `---\n${yaml}---\n${issueSections}`,
  );
  const missing = [
    ...(written === undefined ? ['title'] : []),
    ...(editors.length === 0 ? ['editors'] : []),
  ];
  return [
    `Wrote ${shownPath(file)}`,
    `  Dated ${date}${editors.length === 0 ? '' : `, edited by ${editors.map(shown).join(', ')}`}: correct what is not so.`,
    '',
    'What is left to you:',
    `  1. In the file fill in ${[...missing, 'the introduction'].join(', ')}.`,
    `  2. Its first paper:  npm run new -- paper 2501.00663 --issue ${id}`,
    '  3. See what is wrong:  npm run check',
  ].join('\n');
}
