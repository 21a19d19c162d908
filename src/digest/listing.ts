import { existsSync, readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import { linkFault, sizeFault } from './file-faults.ts';
import { shownPath } from './folders.ts';
import { locate, type Location } from './locate.ts';

/** A file of the content folder: its path in it with `/`, and what it is there for. */
export type ContentFile = { path: string; location: Location };

export type Listing = { files: ContentFile[]; problems: Problem[] };

/** Everything in a content folder, told by path alone; a file that is nowhere expected is a problem. */
export function listContent(content: string): Listing {
  const shown = shownPath(content);
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const add = (name: string, entry: Dirent) => {
    const location = locate(name, shown);
    const fault =
      'code' in location || location.kind === 'ignored'
        ? undefined
        : !entry.isFile()
          ? linkFault(name, entry)
          : location.kind === 'picture'
            ? undefined
            : sizeFault(
                name,
                statSync(path.join(content, name)).size,
                location.kind === 'record' || location.kind === 'versions',
              );
    if ('code' in location) problems.push(location);
    else if (!fault) files.push({ path: name, location });
    else if (location.kind !== 'site') {
      // What is wrong with the site's own file is told by who reads it.
      const file = `${shown}/${name}`;
      problems.push({ file, line: 1, column: 1, severity: 'error', ...fault });
    }
  };
  if (existsSync(content)) walk(content, '', add);
  return { files, problems };
}

function walk(root: string, folder: string, add: (path: string, entry: Dirent) => void): void {
  const entries = readdirSync(folder === '' ? root : `${root}/${folder}`, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(root, name, add);
    else add(name, entry);
  }
}
