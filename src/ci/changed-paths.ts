import { RECORD_FILE } from '../record/record.ts';
import { LOCK_FILE } from '../versions/lock.ts';

/** What a changed path of a pull request belongs to. */
export type Part =
  | { kind: 'paper'; issue: string; slug: string }
  | { kind: 'person'; id: string }
  | { kind: 'issue' | 'site' | 'tags' | 'kept' | 'content' | 'program' };

/** What workflows write, from the root of the repository on. */
const KEPT = [RECORD_FILE, LOCK_FILE].map((file) => `content/${file}`);

/** @param path from the root of the repository on: `content/papers/2025-01/titans/index.mdx` */
export function partOf(path: string): Part {
  const [top, folder, first = '', second = '', ...rest] = path.split('/');
  if (top !== 'content') return { kind: 'program' };
  if (folder === 'papers' && rest.length > 0) return { kind: 'paper', issue: first, slug: second };
  if (folder === 'people' && second === '' && first.endsWith('.yaml')) {
    return { kind: 'person', id: first.slice(0, -'.yaml'.length) };
  }
  if (folder === 'issues' && second !== '') return { kind: 'issue' };
  if (path === 'content/site.yaml') return { kind: 'site' };
  if (KEPT.includes(path)) return { kind: 'kept' };
  return { kind: path === 'content/tags.yaml' ? 'tags' : 'content' };
}

/** Whether a pull request leaves the program as it is, so that the program may judge, build and show it. */
export function isContentAlone(changed: readonly string[]): boolean {
  return changed.every((path) => partOf(path).kind !== 'program');
}
