import type { Problem } from '../problem.ts';
import { assemble } from './assemble.ts';
import { contentFolder } from './folders.ts';
import { formatProblems } from './problems.ts';
import { readEntries } from './read.ts';

/** Judges the whole content folder as a build does. `output` is what to print: every problem, then a count. */
export async function checkContent(): Promise<{ problems: Problem[]; output: string }> {
  const content = contentFolder();
  const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
  const { problems } = await assemble(content, entries);
  return { problems, output: formatProblems(problems) };
}
