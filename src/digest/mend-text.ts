import type { Problem } from '../problem.ts';
import { applyEdits } from './edits.ts';

/** `mended` are the problems whose edits were done, `refused` those whose edits would bring new errors. */
export type Mended = { text: string; mended: Problem[]; refused: Problem[] };

/** Rounds, and in each the edits that are tried alone: a judgement takes some hundredths of a second. */
const MAX_ROUNDS = 50;
const MAX_TRIALS = 50;

/**
 * Does the edits of a file's problems until none is left, since one can uncover another or overlap it. An edit after
 * which there is an error that was not there is not done.
 *
 * @param judge the problems of the file, or of all files, if this were its text
 */
export async function mendText(
  source: string,
  judge: (text: string) => Problem[] | Promise<Problem[]>,
): Promise<Mended> {
  const mended: Problem[] = [];
  const refused = new Map<string, Problem>();
  let text = source;
  let problems = await judge(text);
  const accept = (next: string, applied: Problem[], after: Problem[]) => {
    text = next;
    problems = after;
    mended.push(...applied);
  };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const open = problems.filter((problem) => problem.edit && !refused.has(nameEdit(problem)));
    const all = applyEdits(text, open);
    if (all.applied.length === 0) break;
    const after = await judge(all.text);
    if (!isWorse(problems, after)) {
      accept(all.text, all.applied, after);
      continue;
    }
    if (all.applied.length > MAX_TRIALS) {
      for (const problem of all.applied) refused.set(nameEdit(problem), problem);
      break;
    }
    for (const problem of all.applied) {
      // Places move with every edit that is done, so the others are looked up again.
      const now = problems.find((one) => one.edit && nameEdit(one) === nameEdit(problem));
      if (!now || refused.has(nameEdit(now))) continue;
      const one = applyEdits(text, [now]);
      const then = await judge(one.text);
      if (one.applied.length === 0 || isWorse(problems, then)) refused.set(nameEdit(now), now);
      else accept(one.text, one.applied, then);
    }
  }
  return { text, mended, refused: [...refused.values()] };
}

/** The same for the same slip after something above it was mended. */
function nameEdit({ code, message, edit }: Problem): string {
  return JSON.stringify([code, message, edit?.old, edit?.text]);
}

function isWorse(before: readonly Problem[], after: readonly Problem[]): boolean {
  const old = countErrors(before);
  const now = countErrors(after);
  // What was hidden and can be mended is, in the next round.
  const lasting = countErrors(after.filter(({ edit }) => !edit));
  // Where not all was listed or read, mending what is told brings the rest to light.
  const hides = ['more-problems', 'frontmatter-not-first'];
  if (hides.some((code) => (now.get(code) ?? 0) < (old.get(code) ?? 0))) return false;
  if (old.has('more-problems')) return after.length > before.length;
  return [...lasting].some(([code, count]) => count > (old.get(code) ?? 0));
}

function countErrors(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, code } of problems) {
    if (severity === 'error') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
