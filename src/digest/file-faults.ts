import type { Stats } from 'node:fs';
import type { Problem } from '../problem.ts';

type FileFault = Pick<Problem, 'code' | 'message' | 'fix'>;

/** More than any text within the bounds of its schema and its body. */
const maxBytes = 1_000_000;
/** What the program keeps has a line for each of a hundred thousand papers. */
const maxKeptBytes = 100_000_000;

/** Undefined where a text is not too large to be read. */
export function sizeFault(name: string, size: number, isKept = false): FileFault | undefined {
  const most = isKept ? maxKeptBytes : maxBytes;
  if (size <= most) return undefined;
  return {
    code: 'file-too-large',
    message: `${name} has more than ${most / 1_000_000} MB, and is not read.`,
    fix: 'Take out what is no text of a summary.',
  };
}

/** What stands where a file belongs: a link, or what never ends to be read. */
export function linkFault(name: string, kind: Pick<Stats, 'isSymbolicLink'>): FileFault {
  return {
    code: 'symbolic-link',
    message: kind.isSymbolicLink()
      ? `${name} is a symbolic link, and would show what it points to.`
      : `${name} is no file, and is not read.`,
    fix: 'Put the file itself there.',
  };
}
