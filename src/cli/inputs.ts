import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder } from '../digest/folders.ts';
import { ROOT } from './folders.ts';

/**
 * A key over all that a build depends on, by content: two builds with the same key make the
 * same bytes, so the second need not run. `content` is the content folder, absolute.
 */
export function inputsKey(content: string = contentFolder(), root: string = ROOT): string {
  const hash = createHash('sha256');
  const add = (...fields: (string | Buffer)[]) => {
    // Each field with its length, so that no two lists of fields read the same.
    for (const field of fields) hash.update(`${field.length}\n`).update(field);
  };
  add(process.version, process.platform, process.arch, content);
  for (const name of ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']) {
    add(name, readFileSync(join(root, name)));
  }
  for (const folder of [content, join(root, 'src'), join(root, 'public')]) {
    add(folder);
    for (const { path, isFile } of filesBelow(folder)) {
      // A link has no bytes here: the check refuses it, so no site was ever built with one.
      add(relative(folder, path), isFile ? readFileSync(path) : 'no file');
    }
  }
  return hash.digest('hex');
}

// Not Node's own recursion, which follows links, also round in circles.
function* filesBelow(folder: string): Generator<{ path: string; isFile: boolean }> {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true });
  // By code units, since a locale's order may differ from machine to machine.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield { path, isFile: entry.isFile() };
  }
}
