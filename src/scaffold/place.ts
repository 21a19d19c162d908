import { existsSync, mkdirSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shownPath } from '../digest/folders.ts';
import { Refusal } from './refusal.ts';

/**
 * Writes a new file of the content folder, whole or not at all; refuses where there is one, or where a link
 * leads out of the folder. Returns its absolute path.
 *
 * @param name from the content folder on, made of slugs
 */
export function writeNew(content: string, name: string, text: string): string {
  const file = path.join(content, name);
  const root = realpathSync(content);
  const folder = path.dirname(file);
  let existing = folder;
  while (!existsSync(existing)) existing = path.dirname(existing);
  const real = realpathSync(existing);
  if (real !== root && !real.startsWith(root + path.sep)) {
    throw new Refusal(
      `${shownPath(existing)} is a link that leads out of ${shownPath(content)}; nothing was written.`,
    );
  }
  const first = mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if (first !== undefined) removeEmpty(folder, first);
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EEXIST') throw error;
    throw new Refusal(`${shownPath(file)} is there already, and was left as it is.`);
  }
  return file;
}

function removeEmpty(folder: string, first: string): void {
  for (let at = folder; at.startsWith(first); at = path.dirname(at)) rmdirSync(at);
}
