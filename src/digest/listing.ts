import { existsSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { Disk } from '../disk.ts';
import type { Problem } from '../problem.ts';
import { linkFault, sizeFault } from './file-faults.ts';
import { shownPath } from './folders.ts';
import { locate, type Location } from './locate.ts';

/** A file of the content folder: its path in it with `/`, and what it is there for. */
export type ContentFile = { path: string; location: Location };

/** `disk` is what it was listed from. */
export type Listing = { files: ContentFile[]; problems: Problem[]; disk: Disk };

/** Everything in a content folder, told by path alone; a file that is nowhere expected is a problem. */
export function listContent(content: string, disk = new Disk()): Listing {
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
  const walk = (folder: string) => {
    for (const entry of disk.list(path.join(content, folder))) {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(name);
      else add(name, entry);
    }
  };
  if (existsSync(content)) walk('');
  return { files, problems, disk };
}
