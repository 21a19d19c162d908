import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Files whose lines say something to a writer. */
const TEXT = /\.(?:mdx|yaml|csv)$/;
/** Longer than any file of text that is read. */
const maxBytes = 1_000_000;

/**
 * The lines of the texts in a content folder, by the name that problems have for a file. Undefined for what
 * is no text, is too large, or leads out of the folder: a link would show what it points to.
 */
export function openLines(content: string): (file: string) => readonly string[] | undefined {
  const known = new Map<string, readonly string[] | undefined>();
  const read = (file: string) => {
    try {
      const stat = lstatSync(file);
      const inside = realpathSync(file).startsWith(realpathSync(content) + path.sep);
      if (!TEXT.test(file) || !stat.isFile() || stat.size > maxBytes || !inside) return undefined;
      // As positions are counted: by LF, with or without a CR before it, a byte order mark not at all.
      return readFileSync(file, 'utf8')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/);
    } catch {
      // The problem may be that the file is not there.
      return undefined;
    }
  };
  return (file) => {
    if (!known.has(file)) known.set(file, read(file));
    return known.get(file);
  };
}
