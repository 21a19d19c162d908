import type { Digest } from '../digest/model.ts';
import type { Detail } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';

/** A pull request as what it makes of the content. */
export type Submission = {
  base: {
    /** Undefined where site.yaml cannot be read. */
    digest?: Digest | undefined;
    /** Of all files of the content, from the root of the repository on. */
    paths: readonly string[];
  };
  head: { digest?: Digest | undefined };
  /** Paths that the pull request adds, changes or takes away. */
  changed: readonly string[];
  /** The account at the forge that sent it. */
  login: string;
};

/** Accounts differ in nothing by their capitals. */
export function isAccount(account: string | undefined, login: string): boolean {
  return account?.toLowerCase() === login.toLowerCase();
}

/** A problem of a whole file. */
export function problemOf(file: string, detail: Detail): Problem {
  return { file, line: 1, column: 1, ...detail };
}
