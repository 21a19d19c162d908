import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSite } from '../site.ts';
import { shownPath } from './folders.ts';

/** The site's own facts, from `site.yaml` of a content folder. */
export function readSiteFile(content: string): ReturnType<typeof readSite> {
  const file = path.join(content, 'site.yaml');
  return readSite(existsSync(file) ? readFileSync(file, 'utf8') : '', shownPath(file));
}
