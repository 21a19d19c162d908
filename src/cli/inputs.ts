import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentFolder } from '../digest/folders.ts';
import { Disk } from '../disk.ts';
import { ROOT } from './folders.ts';

/**
 * A key over all that a build depends on, by content: two builds with the same key make the
 * same bytes, so the second need not run. `content` is the content folder, absolute.
 */
export function inputsKey(content = contentFolder(), root = ROOT, disk = new Disk()): string {
  return hashFields([programKey(content, root, disk), content, ...listFields(content, disk)]);
}

/** The same over all that the bundled program depends on: of the content folder, `site.yaml` alone. */
export function programKey(content = contentFolder(), root = ROOT, disk = new Disk()): string {
  // A bundle names files by where they lie.
  const fields = [process.version, process.platform, process.arch, root];
  for (const name of ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']) {
    fields.push(name, disk.hashOf(join(root, name)));
  }
  for (const name of ['src', 'public']) fields.push(name, ...listFields(join(root, name), disk));
  const site = join(content, 'site.yaml');
  fields.push(existsSync(site) ? disk.hashOf(site) : 'none');
  return hashFields(fields).slice(0, 32);
}

function hashFields(fields: Iterable<string>): string {
  const hash = createHash('sha256');
  // Each field with its length, so that no two lists of fields read the same.
  for (const field of fields) hash.update(`${field.length}\n${field}`);
  return hash.digest('hex');
}

function* listFields(folder: string, disk: Disk): Generator<string> {
  for (const { path, isFile } of filesBelow(folder, disk)) {
    yield relative(folder, path);
    // A link has no bytes here: the check refuses it, so no site was ever built with one.
    yield isFile ? disk.hashOf(path) : 'no file';
  }
}

// Not Node's own recursion, which follows links, also round in circles.
function* filesBelow(folder: string, disk: Disk): Generator<{ path: string; isFile: boolean }> {
  if (!existsSync(folder)) return;
  for (const entry of disk.list(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, disk);
    else yield { path, isFile: entry.isFile() };
  }
}
