import type { Edition } from '../../src/digest/edition.ts';
import { issue, paper, person, tags } from './fixture.ts';
import { buildEdition } from '../feeds/edition.ts';

/** An edition of so many papers under one tag, four a day from 2023-01-01 on, in weekly issues that one person writes and edits. */
export function enlarge({ papers, aliases = '[]' }: { papers: number; aliases?: string }): Edition {
  const dayOf = (index: number) =>
    new Date(Date.UTC(2023, 0, 1 + Math.floor(index / 4))).toISOString().slice(0, 10);
  const issueOf = (index: number) => {
    const year = dayOf(index).slice(0, 4);
    return `${year}-week-${Math.floor(index / 28)}`;
  };
  const indexes = Array.from({ length: papers }, (_, index) => index);
  const issues = new Map(indexes.map((index) => [issueOf(index), dayOf(index)]));
  return buildEdition([
    tags(`pebbles: { label: Pebbles, description: Small stones., aliases: ${aliases} }\n`),
    person('jo-marsh', { name: 'Jo Marsh' }),
    ...[...issues].map(([id, date]) => issue(id, { title: id, date })),
    ...indexes.map((index) => {
      const day = dayOf(index);
      const slug = `pebble-${index}`;
      const arxiv = `2301.${String(10_000 + index)}`;
      const facts = { title: `Pebble ${index}`, published: day, summarised: day, arxiv };
      return paper(`${issueOf(index)}/${slug}`, facts, `$$\nx_{${index}}\n\\label{one}\n$$`);
    }),
  ]);
}
