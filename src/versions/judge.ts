import type { Entry } from '../digest/entry.ts';
import { warning } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import type { LockReading } from './lock.ts';

/** Papers of the list that the digest does not have, as a draft either. */
export function judgeLock(
  { lock, lineOf, problems }: LockReading,
  entries: readonly Entry[],
  file: string,
): Problem[] {
  const ours = new Set(
    entries.flatMap((entry) => (entry.kind === 'paper' ? (listIds([entry])[0] ?? []) : [])),
  );
  const strange = Object.keys(lock?.papers ?? {}).filter((id) => !ours.has(id));
  return [
    ...problems,
    ...strange.map((id) => {
      const message = `No paper of the digest is arXiv:${id}.`;
      const detail = warning(
        'unused-version',
        message,
        'Run `npm run versions`, which takes it out.',
      );
      return { file, line: lineOf(id), column: 1, ...detail };
    }),
  ];
}

/** The arXiv identifiers of some papers, without versions. */
export function listIds(papers: readonly Extract<Entry, { kind: 'paper' }>[]): string[] {
  return papers.flatMap(({ data }) => data.arxiv?.replace(/v\d+$/, '') ?? []);
}
