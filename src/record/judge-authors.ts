import { error } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { findFresh, findNearFresh, lost, type Known } from './known.ts';
import type { Published } from './record.ts';

/**
 * Persons who have no page any more.
 *
 * @param losesPaper whether a paper is told as lost: with it go those who are authors of that one only
 */
export function judgeAuthors(
  authors: readonly { page: Published; id: string }[],
  losesPaper: boolean,
  known: Known,
): Problem[] {
  if (!known.isComplete) return [];
  const there = new Set(known.digest.people.flatMap(({ id, aliases }) => [id, ...aliases]));
  const gone = authors.filter(({ id }) => {
    const isOfDraft = losesPaper && known.contents.usedByDrafts.people.has(id);
    return !there.has(id) && !isOfDraft;
  });
  const isAlone = ({ page }: { page: Published }) =>
    !losesPaper || findNearFresh(page, known) !== undefined;
  const alone = gone.filter(isAlone).map(({ page, id }) => {
    const guess = findFresh(page, known);
    const where = guess === undefined ? 'the file of who it is now' : `\`people/${guess}.yaml\``;
    const fix = `Write \`aliases: [${id}]\` in ${where}; if the name was changed by mistake, change it back.`;
    return known.at(page.address, lost(page.address, fix));
  });
  const together = gone.filter((one) => !isAlone(one)).map(({ page }) => page.address);
  return [...alone, ...loseTogether(together, known)];
}

function loseTogether([first, ...more]: string[], { at }: Known): Problem[] {
  if (first === undefined) return [];
  const shown = [first, ...more.slice(0, 2)].map((address) => `\`${address}\``).join(', ');
  const rest = more.length > 2 ? ` and ${more.length - 2} more` : '';
  const are = more.length === 0 ? 'was' : 'were';
  const detail = error(
    'lost-address',
    `${shown}${rest} ${are} published, and nothing stands there or leads on from there.`,
    `${more.length === 0 ? 'It comes' : 'They come'} back with the paper that is lost; where a name was changed, write \`aliases:\` in the file of who it is now.`,
  );
  return [at(first, detail)];
}
