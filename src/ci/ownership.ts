import type { Digest, Paper } from '../digest/model.ts';
import { error, sortProblems, warning } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { partOf, type Part } from './changed-paths.ts';
import { judgeClaims } from './claims.ts';
import { isAccount, problemOf, type Submission } from './sides.ts';

/**
 * What of a pull request is not its sender's to change: a warning where an owner looks at it as a matter
 * of course, an error where it would speak in somebody else's name.
 */
export function judgeOwnership(submission: Submission): Problem[] {
  const { head, changed } = submission;
  const parts = changed.map((path) => ({ path, part: partOf(path) }));
  const problems = [
    ...judgeParts(parts),
    ...judgeKept(parts),
    ...judgePapers(submission, parts),
    ...(head.digest === undefined
      ? [problemOf('content/site.yaml', notJudged)]
      : [...judgeSignatures(submission, head.digest), ...judgeClaims(submission, head.digest)]),
  ];
  return sortProblems(problems);
}

const notJudged = error(
  'not-judged',
  'Who signs in this pull request cannot be told, since `content/site.yaml` cannot be read.',
  'Mend `content/site.yaml`; the check says what is wrong with it.',
);

type Changed = { path: string; part: Part };

const owned: Partial<Record<Part['kind'], string>> = {
  program: 'is part of the program',
  site: 'is what the whole site goes by',
  tags: 'is the list of tags that all papers share',
  issue: 'belongs to the editors of the issue',
  person: 'says who somebody is',
  content: 'is no file of a summary',
};

/** One warning for each kind of thing that has owners, at the first path. */
function judgeParts(parts: readonly Changed[]): Problem[] {
  return Object.entries(owned).flatMap(([kind, says]) => {
    const [first, ...more] = parts.filter(({ part }) => part.kind === kind);
    if (first === undefined) return [];
    const others =
      more.length === 0 ? '' : ` (and ${more.length} more of its kind in this pull request)`;
    const message = `\`${first.path}\` ${says}${others}.`;
    const fix = 'An owner looks at it before it is merged; take it out if it is not meant.';
    return [problemOf(first.path, warning('needs-owner', message, fix))];
  });
}

/** What workflows write is what it is by what was online, or by what arXiv said: nobody's pull request knows better. */
function judgeKept(parts: readonly Changed[]): Problem[] {
  return parts
    .filter(({ part }) => part.kind === 'kept')
    .map(({ path }) => {
      const message = `\`${path}\` is written by a workflow, and by nobody's hand.`;
      const fix = `Take the change out: \`git checkout origin/main -- ${path}\`; an owner who means it merges all the same.`;
      return problemOf(path, error('kept-file', message, fix));
    });
}

/** Folders of papers that were there before, changed by somebody who is none of the writers. */
function judgePapers({ base, login }: Submission, parts: readonly Changed[]): Problem[] {
  const known = new Set(base.paths.flatMap((path) => slugOf(partOf(path))));
  const touched = Map.groupBy(
    parts.filter(({ part }) => slugOf(part).some((slug) => known.has(slug))),
    ({ part }) => slugOf(part)[0] ?? '',
  );
  return [...touched].flatMap(([slug, [first]]) => {
    const paper = base.digest?.paperBySlug.get(slug);
    const writers = (paper?.writers ?? []).flatMap((id) => base.digest?.personById.get(id) ?? []);
    if (first === undefined || writers.some(({ github }) => isAccount(github, login))) return [];
    const accounts = writers.flatMap(({ github }) =>
      github === undefined ? [] : [`\`${github}\``],
    );
    const whose =
      writers.length === 0
        ? 'was there before, and its writers are not known'
        : `was written by ${writers.map(({ name }) => name).join(', ')}`;
    const who = accounts.length === 0 ? 'An owner' : `${accounts.join(' or ')} or an owner`;
    const message = `\`${slug}\` ${whose}; this pull request comes from \`${login}\`.`;
    const fix = `${who} looks at the change before it is merged.`;
    return [problemOf(first.path, warning('paper-of-another', message, fix))];
  });
}

function slugOf(part: Part): string[] {
  return part.kind === 'paper' ? [part.slug] : [];
}

/** Writers and reviewers whom this pull request newly names, and who are somebody else at the forge. */
function judgeSignatures({ base, changed, login }: Submission, head: Digest): Problem[] {
  const accountOf = (id: string): string | undefined =>
    base.digest?.personById.get(id)?.github ?? head.personById.get(id)?.github;
  return head.papers.flatMap((paper) => {
    const folder = folderOf(paper);
    if (!changed.some((path) => path.startsWith(folder))) return [];
    const before = [paper.slug, ...paper.aliases]
      .map((slug) => base.digest?.paperBySlug.get(slug))
      .find((one) => one !== undefined);
    const isOwn = paper.writers.some((id) => isAccount(accountOf(id), login));
    return (['writers', 'reviewers'] as const).flatMap((role) =>
      paper[role].flatMap((id) => {
        const account = accountOf(id);
        const isNew = before?.[role].includes(id) !== true;
        if (account === undefined || isAccount(account, login) || !isNew) return [];
        // Who writes with others sends for them; who is no writer speaks in another's name.
        const severity = role === 'writers' && !isOwn ? error : warning;
        const name = head.personById.get(id)?.name ?? id;
        const message =
          `${name} is named as a ${role.slice(0, -1)} of \`${paper.slug}\`; ` +
          `\`people/${id}.yaml\` says that this is \`${account}\`, and this pull request comes from \`${login}\`.`;
        const fix = `\`${account}\` sends it, or says in this pull request that it is right.`;
        return [problemOf(`${folder}index.mdx`, severity('signed-as-another', message, fix))];
      }),
    );
  });
}

function folderOf({ issue, slug }: Paper): string {
  return `content/papers/${issue}/${slug}/`;
}
