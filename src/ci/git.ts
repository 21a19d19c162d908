import { execFileSync } from 'node:child_process';

/** What stands in a commit, read from git's objects: nothing is checked out, no filter, hook or attribute applies. */
export type CommittedFile = {
  /** From the root of the repository on; a byte that is no UTF-8 is U+FFFD. */
  path: string;
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  mode: string;
  object: string;
  /** Bytes; 0 for a submodule. */
  size: number;
};

/** Below a folder of a commit, or the one entry of that name where it is none. */
export function listCommitted(repository: string, commit: string, folder: string): CommittedFile[] {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', revision(commit), '--', folder];
  return records(run(repository, args)).map((record) => {
    const tab = record.indexOf('\t');
    const [mode = '', , object = '', size = ''] = record.slice(0, tab).split(/ +/);
    return { path: record.slice(tab + 1), mode, object, size: Number(size) || 0 };
  });
}

/** Paths that differ between two commits: added, changed, taken away; a moved file is two of them. */
export function listChanged(repository: string, from: string, to: string): string[] {
  const range = [revision(from), revision(to)];
  return records(
    run(repository, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', ...range]),
  );
}

/** The bytes of files, in their order. */
export function readCommitted(repository: string, files: readonly CommittedFile[]): Buffer[] {
  if (files.length === 0) return [];
  const input = files.map(({ object }) => `${object}\n`).join('');
  const output = run(repository, ['cat-file', '--batch'], input);
  let at = 0;
  return files.map(({ object, path }) => {
    // `<object> SP <type> SP <size> LF <bytes> LF`, https://git-scm.com/docs/git-cat-file#_batch_output
    const end = output.indexOf('\n', at);
    const [found, type, size] = output.toString('latin1', at, end).split(' ');
    if (found !== object || type !== 'blob') throw new Error(`Git has no bytes of ${path}.`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return output.subarray(start, at - 1);
  });
}

function run(repository: string, args: string[], input?: string): Buffer {
  // Without `protocol.allow` a repository that lacks objects would fetch them, from where it likes.
  const settings = ['-c', 'protocol.allow=never', '-c', 'core.hooksPath=/dev/null'];
  return execFileSync('git', ['-C', repository, ...settings, ...args], {
    maxBuffer: 1_000_000_000,
    timeout: 120_000,
    input: input ?? '',
    env: { ...process.env, GIT_NO_REPLACE_OBJECTS: '1', GIT_TERMINAL_PROMPT: '0' },
  });
}

function records(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}

/** A revision is never an option. */
function revision(commit: string): string {
  if (/^[\w^~]+$/.test(commit)) return commit;
  throw new Error(`"${commit}" is no revision; write a commit's hash, HEAD or HEAD^1.`);
}
