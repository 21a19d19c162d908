import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { arxiv } from '../schemas/identifiers.ts';
import { day } from '../schemas/day.ts';

/** The file of the content folder that holds the newest versions. */
export const LOCK_FILE = 'versions.lock.json';

/** A version of a paper on arXiv, `v3`, and the day on which it was made public. */
export type Newest = { version: string; date: string };

/** The newest versions, as a build takes them: nobody is asked then. */
export type VersionsLock = {
  /** The day on which arXiv said all of it. */
  checked: string;
  /** By identifier without a version, `2501.00663`. */
  papers: Record<string, Newest>;
};

const schema = z.strictObject({
  checked: day,
  papers: z.record(
    arxiv.refine((id) => !/v\d+$/.test(id)),
    z.strictObject({ version: z.string().regex(/^v[1-9]\d{0,3}$/), date: day }),
  ),
});

/** What was read: the line of a paper in the file, from 1 on. */
export type LockReading = {
  lock?: VersionsLock;
  lineOf: (id: string) => number;
  problems: Problem[];
};

/** @param file as problems name it */
export function readLock(text: string, file: string): LockReading {
  const lines = text.split('\n');
  const lineOf = (key: string) => lines.findIndex((line) => line.includes(`"${key}"`)) + 1 || 1;
  const refuse = (line: number, message: string): LockReading => {
    const fix = 'Have it written anew: delete it, and run `npm run versions`.';
    const problem = { file, line, column: 1, severity: 'error' as const };
    return { lineOf, problems: [{ ...problem, code: 'bad-versions-lock', message, fix }] };
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(1, 'The list of newest versions is no JSON.');
  }
  const outcome = schema.safeParse(value);
  if (outcome.success) return { lock: outcome.data, lineOf, problems: [] };
  const [issue] = outcome.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const place = [...(issue?.path ?? []), ...keys].map(String);
  const line = lineOf(place[0] === 'papers' ? (place[1] ?? 'papers') : (place[0] ?? ''));
  const name = place
    .join('`, `')
    .replace(/[\p{C}\n]/gu, '?')
    .slice(0, 100);
  return refuse(
    line,
    place.length === 0
      ? 'The list of newest versions is not in its form.'
      : `The list of newest versions is not in its form at \`${name}\`.`,
  );
}

/** One line for each paper, by identifier: git shows what changed and nothing else. */
export function renderLock({ checked, papers }: VersionsLock): string {
  const lines = Object.entries(papers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { version, date }]) => {
      return `    ${JSON.stringify(id)}: ${JSON.stringify({ version, date }).replace(/[:,{]/g, '$& ').replace('}', ' }')}`;
    });
  return `{\n  "checked": ${JSON.stringify(checked)},\n  "papers": {\n${lines.join(',\n')}\n  }\n}\n`;
}

/**
 * The list with what arXiv says today. What it does not say stays as it was, and what no paper of ours is goes; where
 * nothing else changed, the day stays too, and with it the file.
 *
 * @param ids of all papers of ours on arXiv, without a version
 */
export function updateLock(
  before: VersionsLock | undefined,
  said: ReadonlyMap<string, Newest>,
  ids: readonly string[],
  today: string,
): VersionsLock {
  const papers = Object.fromEntries(
    [...new Set(ids)].sort().flatMap((id) => {
      const newest = said.get(id) ?? before?.papers[id];
      return newest === undefined ? [] : [[id, newest] as const];
    }),
  );
  const now = { checked: today, papers };
  const isSame = before && renderLock({ ...now, checked: before.checked }) === renderLock(before);
  return isSame ? before : now;
}
