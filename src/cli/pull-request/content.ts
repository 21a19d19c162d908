import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContentAlone } from '../../ci/changed-paths.ts';
import { buildChanges } from '../../ci/changes.ts';
import { listChanged, listCommitted } from '../../ci/git.ts';
import { writeOutputs } from '../../ci/outputs.ts';
import { judgeOwnership } from '../../ci/ownership.ts';
import { readDigest } from '../../ci/snapshot.ts';
import { listScope, unpackContent } from '../../ci/submission.ts';
import { formatGithub } from '../../digest/problem-formats.ts';
import { countProblems } from '../../digest/problems.ts';
import type { Problem } from '../../problem.ts';
import { stop } from '../arguments.ts';
import { CACHE } from '../folders.ts';

/** The commit that a merge would make; its first parent is the base branch. */
const [HEAD, BASE] = ['HEAD', 'HEAD^1'] as const;

/** Puts the content of the pull request into a new folder, and says whether it changes the program, and what a check is about. */
export function unpack(repository: string, into: string): void {
  const changed = listChanged(repository, BASE, HEAD);
  const problems = unpackContent(repository, HEAD, into);
  writeOutputs({
    program: String(!isContentAlone(changed)),
    scope: listScope(into, changed).join(' '),
  });
  tell(problems);
}

/** Tells what is not its sender's to change. `login` is the sender's account. */
export function ownership(repository: string, login: string): void {
  const { base, head, changed } = readSides(repository);
  const paths = listCommitted(repository, BASE, 'content').map(({ path }) => path);
  tell(judgeOwnership({ base: { digest: base, paths }, head: { digest: head }, changed, login }));
}

/** Writes what becomes of the site, as JSON. */
export function changes(repository: string, into: string): void {
  const { base, head, changed } = readSides(repository);
  if (head === undefined) stop('The content has no site.yaml that can be read.');
  writeFileSync(into, JSON.stringify(buildChanges(base, head, changed), null, 2));
}

function readSides(repository: string) {
  const folder = join(CACHE, 'pull-request');
  rmSync(folder, { recursive: true, force: true });
  const read = (commit: string, name: string) => {
    const content = join(folder, name);
    unpackContent(repository, commit, content);
    return readDigest(content);
  };
  try {
    const changed = listChanged(repository, BASE, HEAD);
    return { base: read(BASE, 'base'), head: read(HEAD, 'head'), changed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(problems: readonly Problem[]): void {
  process.stdout.write(formatGithub(problems));
  console.error(countProblems(problems));
  if (problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}
