import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { listFiles } from './files.ts';
import { CACHE } from './folders.ts';

/** What is kept about one output folder, outside it. */
export function besides(outDir: string) {
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
  const at = join(CACHE, 'builds', name);
  return { scratch: `${at}.new`, old: `${at}.old`, stamp: `${at}.json`, ledger: `${at}.layers` };
}

/** Puts `fresh` where `target` is; at every moment one of the two whole folders is kept. */
export function replaceFolder(fresh: string, target: string): void {
  const { old } = besides(target);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) moveFolder(target, old);
  try {
    moveFolder(fresh, target);
  } catch (error) {
    if (existsSync(old)) moveFolder(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Moves the files of `fresh` into `target`, and takes out those that are gone, with the folders that they leave empty. */
export function mergeFolder(fresh: string, target: string, gone: readonly string[]): void {
  for (const file of listFiles(fresh)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    moveFile(join(fresh, file), join(target, file));
  }
  for (const file of gone) {
    rmSync(join(target, file), { force: true });
    removeEmpty(target, dirname(file));
  }
  rmSync(fresh, { recursive: true, force: true });
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Another disk.
    cpSync(from, to);
  }
}

function removeEmpty(root: string, folder: string): void {
  for (let name = folder; name !== '.'; name = dirname(name)) {
    try {
      rmdirSync(join(root, name));
    } catch {
      // Something else lies there.
      return;
    }
  }
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    rmSync(to, { recursive: true, force: true });
    // Another disk, or Windows while a program reads the folder: slower, with the same end.
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
