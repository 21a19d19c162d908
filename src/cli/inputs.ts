import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentFolder } from '../digest/folders.ts';
import { ROOT } from './folders.ts';

/** Everything in the project that a build reads, beside the content folder. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/**
 * A key over all that a build depends on, by content: two builds with the same key make the
 * same bytes, so the second need not run. `content` is the content folder, absolute.
 */
export function inputsKey(content: string = contentFolder(), root: string = ROOT): string {
  const hash = createHash('sha256');
  hash.update(`${process.version} ${process.platform} ${process.arch}\n${content}\n`);
  addEntry(hash, content, 'content', []);
  for (const name of SOURCES) addEntry(hash, join(root, name), name, []);
  return hash.digest('hex');
}

/** `within` are the real paths of the folders around it: a link into one of them is not followed. */
function addEntry(hash: Hash, path: string, name: string, within: readonly string[]): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) {
    const real = realpathSync(path);
    if (within.includes(real)) {
      hash.update(`loop ${name}\n`);
      return;
    }
    // By code units, since a locale's order may differ from machine to machine.
    for (const child of readdirSync(path).sort()) {
      addEntry(hash, join(path, child), `${name}/${child}`, [...within, real]);
    }
  } else if (stat?.isFile() === true) {
    const bytes = readFileSync(path);
    hash.update(`file ${name.length} ${bytes.length} ${name}\n`).update(bytes);
  } else {
    hash.update(`other ${name} ${linkTarget(path)}\n`);
  }
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return 'nothing';
  }
}
