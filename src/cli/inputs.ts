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
  return hashFields([programKey(content, root), content, ...listFields(content)]);
}

/** The same over all that the bundled program depends on: of the content folder, `site.yaml` alone. */
export function programKey(content: string = contentFolder(), root: string = ROOT): string {
  // A bundle names files by where they lie.
  const fields: Field[] = [process.version, process.platform, process.arch, root];
  for (const name of ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']) {
    fields.push(name, readFileSync(join(root, name)));
  }
  for (const name of ['src', 'public']) fields.push(name, ...listFields(join(root, name)));
  const site = join(content, 'site.yaml');
  fields.push(existsSync(site) ? readFileSync(site) : 'none');
  return hashFields(fields).slice(0, 32);
}

type Field = string | Buffer;

function hashFields(fields: Iterable<Field>): string {
  const hash = createHash('sha256');
  // Each field with its length, so that no two lists of fields read the same.
  for (const field of fields) hash.update(`${field.length}\n`).update(field);
  return hash.digest('hex');
}

function* listFields(folder: string): Generator<Field> {
  for (const { path, isFile } of filesBelow(folder)) {
    yield relative(folder, path);
    // A link has no bytes here: the check refuses it, so no site was ever built with one.
    yield isFile ? readFileSync(path) : 'no file';
  }
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
