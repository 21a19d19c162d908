import { assemble } from '../src/digest/assemble.ts';
import type { Edition } from '../src/digest/edition.ts';
import { formatProblems } from '../src/digest/problems.ts';
import { entryKinds, readEntries } from '../src/digest/read.ts';

const content = 'tests/fixtures/digest';

/** The edition of `tests/fixtures/digest`, in which nothing is wrong. */
export async function readEdition(): Promise<Edition> {
  const entries = readEntries(content, entryKinds);
  const { edition, problems } = await assemble(content, entries);
  if (!edition || problems.length > 0) throw new Error(formatProblems(problems));
  return edition;
}
