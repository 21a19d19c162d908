import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Whether there is anything at a path besides an empty folder. */
export function isTaken(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** The first of `content.old`, `content.old-2`, … that is free. */
export function nameBeside(folder: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${folder}.${ending}${number === 1 ? '' : `-${number}`}`;
    if (!existsSync(name)) return name;
  }
}

/**
 * Puts files where a content folder is, all of them or none. What was there is moved aside, whole; returns where to.
 * Never deletes or writes into what somebody else made.
 *
 * @param files texts by their path in the folder
 */
export function placeContent(
  content: string,
  files: ReadonlyMap<string, string>,
): { aside?: string } {
  const made = nameBeside(content, 'new');
  // Ctrl-C between two steps would leave half of it; it waits for the end, when there is nothing left to stop.
  const wait = () => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, wait);
  try {
    mkdirSync(path.dirname(content), { recursive: true });
    mkdirSync(made);
    try {
      for (const [name, text] of files) {
        const file = path.join(made, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text, { flag: 'wx' });
      }
      return exchange(content, made);
    } catch (error) {
      rmSync(made, { recursive: true, force: true });
      throw error;
    }
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, wait);
  }
}

function exchange(content: string, made: string): { aside?: string } {
  if (!isTaken(content)) {
    if (existsSync(content)) rmdirSync(content);
    renameSync(made, content);
    return {};
  }
  const aside = nameBeside(content, 'old');
  renameSync(content, aside);
  try {
    renameSync(made, content);
  } catch (error) {
    renameSync(aside, content);
    throw error;
  }
  return { aside };
}
