import { createHash } from 'node:crypto';
import path from 'node:path';

/** The content folder, absolute: `DIGEST_CONTENT`, or `content` where the command runs. */
export function contentFolder(): string {
  // GitHub gives a variable that nobody set as an empty text, which would be the whole repository.
  const given = process.env['DIGEST_CONTENT']?.trim() ?? '';
  return path.resolve(given === '' ? 'content' : given);
}

/** What is kept between two builds of one content folder; it can be deleted at any time. */
export function cacheFolder(content: string): string {
  const key = createHash('sha256').update(path.resolve(content)).digest('hex').slice(0, 8);
  return path.resolve('.cache', `${path.basename(content)}-${key}`);
}

/** Where encoded pictures of a content folder are kept. */
export function picturesFolder(content: string): string {
  return path.join(cacheFolder(content), 'pictures');
}

/** The path that a problem names: from where the command runs, with `/` on every system. */
export function shownPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}
