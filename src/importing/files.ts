import {
  appendFileSync,
  copyFileSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { insideOf, type Archive } from './archive.ts';
import type { Plan } from './plan.ts';

/** What was written, from the content folder on, and what was not, as sentences. */
export type Written = { files: string[]; refused: string[] };

/** Writes a plan into a content folder. Overwrites nothing, follows no link, leaves the folder nowhere. */
export function writePlan(plan: Plan, archive: Archive, content: string): Written {
  const files: string[] = [];
  const refused: string[] = [];
  mkdirSync(content, { recursive: true });
  const root = realpathSync(content);
  const write = (name: string, make: (file: string) => void) => {
    const fault = openPlace(root, name);
    if (fault !== undefined) refused.push(fault);
    else {
      make(path.join(root, name));
      files.push(name);
    }
    return fault === undefined;
  };
  for (const { to, source, pictures } of plan.texts) {
    if (!write(to, (file) => writeFileSync(file, source, { flag: 'wx' }))) continue;
    for (const [name, from] of pictures) {
      const picture = insideOf(archive, from);
      if (picture !== undefined)
        write(path.posix.join(path.posix.dirname(to), name), (file) =>
          copyFileSync(picture, file, constants.COPYFILE_EXCL),
        );
    }
  }
  if (plan.tags !== '') writeTags(root, plan.tags, files, refused);
  return { files, refused };
}

/** Makes the folders of a file. Says why the file cannot be written there. */
function openPlace(root: string, name: string): string | undefined {
  const parts = name.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    return `${name} would lie outside of the content folder.`;
  let at = root;
  for (const part of parts.slice(0, -1)) {
    at = path.join(at, part);
    if (!isThere(at)) mkdirSync(at);
    else if (!lstatSync(at).isDirectory())
      return `${name} was not written: ${path.relative(root, at).split(path.sep).join('/')} is a link or a file.`;
  }
  return isThere(path.join(root, name))
    ? `${name} is there already, and was not overwritten.`
    : undefined;
}

function writeTags(root: string, tags: string, files: string[], refused: string[]): void {
  const file = path.join(root, 'tags.yaml');
  if (!isThere(file)) writeFileSync(file, tags, { flag: 'wx' });
  else if (!lstatSync(file).isFile()) {
    refused.push('tags.yaml is a link, and nothing was added to it.');
    return;
  } else {
    const before = readFileSync(file, 'utf8');
    appendFileSync(file, before === '' || before.endsWith('\n') ? tags : `\n${tags}`);
  }
  files.push('tags.yaml');
}

/** Also for a link that leads nowhere. */
function isThere(file: string): boolean {
  return existsSync(file) || lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Writes the report under the first name that is free: `import-report.md`, then `import-report-2.md`. */
export function writeReport(content: string, text: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'import-report.md' : `import-report-${count}.md`;
    if (isThere(path.join(content, name))) continue;
    writeFileSync(path.join(content, name), text, { flag: 'wx' });
    return name;
  }
}
