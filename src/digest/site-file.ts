import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readSite } from '../site.ts';
import { linkFault, sizeFault } from './file-faults.ts';
import { shownPath } from './folders.ts';

/** The site's own facts, from `site.yaml` of a content folder; a link is not followed, nor a pipe waited for. */
export function readSiteFile(content: string): ReturnType<typeof readSite> {
  const name = 'site.yaml';
  const at = path.join(content, name);
  const file = shownPath(at);
  const stat = lstatSync(at, { throwIfNoEntry: false });
  const fault = stat && (stat.isFile() ? sizeFault(name, stat.size) : linkFault(name, stat));
  if (fault) {
    return { problems: [{ file, line: 1, column: 1, severity: 'error', ...fault }] };
  }
  return readSite(stat ? readFileSync(at, 'utf8') : '', file);
}
