import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { error } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { partOf } from './changed-paths.ts';
import { listCommitted, readCommitted, type CommittedFile } from './git.ts';

/** More than a digest of many years holds; a pull request that brings more is nothing to build. */
const LIMITS = { files: 20_000, bytes: 800_000_000, bytesOfFile: 30_000_000 };

/**
 * Puts the content of a commit into a new folder, as data: regular files alone, none executable, whatever
 * the commit says they are. What is left out is told, as problems with the paths of the repository.
 */
export function unpackContent(repository: string, commit: string, into: string): Problem[] {
  if (existsSync(into)) throw new Error(`There is a folder ${into} already; name a new one.`);
  const files = listCommitted(repository, commit, 'content');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > LIMITS.files || bytes > LIMITS.bytes) {
    throw new Error(
      `The content has ${files.length} files of ${Math.round(bytes / 1_000_000)} MB together; ` +
        `${LIMITS.files} files and ${LIMITS.bytes / 1_000_000} MB are the most that is read.`,
    );
  }
  const judged = files.map((file) => ({ file, problem: judgeFile(file) }));
  const kept = judged.flatMap(({ file, problem }) => (problem ? [] : [file]));
  mkdirSync(into, { recursive: true });
  const contents = readCommitted(repository, kept);
  for (const [index, file] of kept.entries()) {
    const target = path.join(into, file.path.slice('content/'.length));
    mkdirSync(path.dirname(target), { recursive: true });
    // `wx`: on a disk that takes `A` and `a` for one, the second is an error and not a surprise.
    writeFileSync(target, contents[index] ?? '', { flag: 'wx', mode: 0o644 });
  }
  return judged.flatMap(({ problem }) => (problem ? [problem] : []));
}

/**
 * What a check of a pull request is to be about: of its papers their folders, else its files, as far as they were
 * unpacked. In letters that no shell reads as anything else; where that cannot be said, or is too much, nothing, which is
 * everything.
 */
export function listScope(into: string, changed: readonly string[]): string[] {
  const scope = new Set(
    changed.flatMap((name) => {
      const part = partOf(name);
      if (part.kind === 'program') return [];
      return [part.kind === 'paper' ? `content/papers/${part.issue}/${part.slug}` : name];
    }),
  );
  const there = [...scope].filter((name) =>
    existsSync(path.join(into, name.slice('content/'.length))),
  );
  const isSayable = there.every((name) => /^content\/[\w./-]+$/.test(name));
  return isSayable && there.length <= 50 ? there.sort() : [];
}

/** Why a committed file is not taken; undefined for one that is. */
export function judgeFile({ path: name, mode, size }: CommittedFile): Problem | undefined {
  const shown = name.replace(/[\p{C}\ufffd`]/gu, '?');
  const detail = () => {
    if (mode === '120000') {
      const fix = 'Put the file itself there.';
      return error(
        'symbolic-link',
        `${shown} is a symbolic link, and would show what it points to.`,
        fix,
      );
    }
    if (mode === '160000') {
      const fix = 'Put the files themselves there.';
      return error('submodule', `${shown} is a submodule, which is another repository.`, fix);
    }
    const parts = name.split('/');
    const isPlain = parts.every(
      (part) => !/^\.{0,2}$/.test(part) && !/[\p{C}\ufffd\\:]/u.test(part),
    );
    if (!isPlain || parts.length < 2 || parts[0] !== 'content') {
      const fix = 'Name files and folders with letters, digits, `.`, `-` and `_`.';
      return error('odd-file-name', `${shown} has a name that is no path on every system.`, fix);
    }
    if (size <= LIMITS.bytesOfFile) return undefined;
    const most = LIMITS.bytesOfFile / 1_000_000;
    const fix = 'Make it smaller, or link to where it lies.';
    return error('file-too-large', `${shown} has more than ${most} MB, and is not read.`, fix);
  };
  const found = detail();
  return found && { file: shown, line: 1, column: 1, ...found };
}
