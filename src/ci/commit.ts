import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file that a workflow keeps on a branch. */
export type Kept = {
  /** A clone whose `origin` is the repository that is written to. */
  repository: string;
  branch: string;
  /** From the root of the repository on. */
  path: string;
  message: string;
  /** Where it goes when the branch takes no pushes; somebody makes a pull request of it. */
  aside: string;
  /** Of GitHub; without one, git asks as it is set up. */
  token?: string | undefined;
  /** What to write, by what stands on the branch now. */
  write: (now: string | undefined) => string;
};

const MOST_TRIES = 5;

/**
 * Commits one file on top of a branch as it stands at `origin`, whatever is checked out here, and pushes it. Where the
 * branch moved meanwhile, again on top of that; where it takes no push, to a branch beside it. Returns the branch that
 * took it, or undefined where nothing changed. Throws what git says of all else.
 */
export function commitFile(kept: Kept): string | undefined {
  const { branch, aside } = kept;
  const git = openGit(kept);
  for (let tries = 1; ; tries += 1) {
    const head = fetchHead(git, branch);
    const commit = writeCommit(git, head, kept);
    if (commit === undefined) return undefined;
    const fault = push(git, `${commit}:refs/heads/${branch}`);
    if (fault === undefined) return branch;
    if (fetchHead(git, branch) !== head && tries < MOST_TRIES) continue;
    // By force, since what was put aside before and never merged is in this one too, or is there no more.
    const worse = push(git, `+${commit}:refs/heads/${aside}`);
    if (worse === undefined) return aside;
    throw new Error(`Neither ${branch} nor ${aside} takes a push.\n${fault}\n${worse}`);
  }
}

type Git = (args: readonly string[], options?: { input?: string; index?: string }) => string;

function openGit({ repository, token }: Kept): Git {
  const basic = Buffer.from(`x-access-token:${token ?? ''}`).toString('base64');
  // In the environment, which no list of processes shows: https://git-scm.com/docs/git-config#_environment
  const secret =
    token === undefined
      ? {}
      : {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'http.extraHeader',
          GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`,
        };
  const who = {
    NAME: 'github-actions[bot]',
    EMAIL: '41898282+github-actions[bot]@users.noreply.github.com',
  };
  const names = Object.entries(who).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  return (args, { input = '', index } = {}) =>
    execFileSync('git', ['-C', repository, '-c', 'core.hooksPath=/dev/null', ...args], {
      encoding: 'utf8',
      input,
      maxBuffer: 1_000_000_000,
      timeout: 120_000,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...secret,
        ...(Object.fromEntries(names) as Record<string, string>),
        ...(index !== undefined && { GIT_INDEX_FILE: index }),
        GIT_TERMINAL_PROMPT: '0',
      },
    });
}

function fetchHead(git: Git, branch: string): string {
  git(['fetch', '--quiet', '--depth=1', 'origin', `refs/heads/${branch}`]);
  return git(['rev-parse', 'FETCH_HEAD']).trim();
}

/** A commit with the file as it should be, on top of another; undefined where it is so already. */
function writeCommit(
  git: Git,
  head: string,
  { path: name, message, write }: Kept,
): string | undefined {
  const now =
    git(['ls-tree', head, '--', name]) === '' ? undefined : git(['show', `${head}:${name}`]);
  const text = write(now);
  if (text === now) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'index-'));
  try {
    const index = path.join(folder, 'index');
    const object = git(['hash-object', '-w', '--stdin'], { input: text }).trim();
    git(['read-tree', head], { index });
    git(['update-index', '--add', '--cacheinfo', `100644,${object},${name}`], { index });
    const tree = git(['write-tree'], { index }).trim();
    return git(['commit-tree', tree, '-p', head, '-m', message]).trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What git says against it; undefined where it was taken. */
function push(git: Git, refspec: string): string | undefined {
  try {
    git(['push', '--quiet', 'origin', refspec]);
    return undefined;
  } catch (error) {
    return error instanceof Error && 'stderr' in error
      ? String(error.stderr).trim()
      : String(error);
  }
}
