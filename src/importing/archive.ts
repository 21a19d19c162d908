import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

export type Generator = 'mkdocs' | 'jekyll' | 'hugo';

/** An archive of another generator, as it lies on a disk. Nothing outside of its folder is ever read. */
export type Archive = {
  /** Absolute, with its links resolved. */
  root: string;
  generator: Generator | undefined;
  /** Paths of all files from the root on, with `/`, sorted. */
  files: string[];
  /** What was passed by, as sentences. */
  passed: string[];
};

const MOST_FILES = 20_000;
const MOST_DEPTH = 16;
const MOST_TEXT_BYTES = 300_000;
/** What generators make or fetch, and what is no archive. */
const SKIPPED = /^(?:\.(?!authors\.yml$)|node_modules$|_site$|site$|public$|vendor$|__pycache__$)/;

/** @throws an error with a sentence where the folder cannot be read */
export function readArchive(folder: string): Archive {
  let root: string;
  try {
    root = realpathSync(folder);
    if (!lstatSync(root).isDirectory()) throw new Error('a file');
  } catch {
    throw new Error(`There is no folder ${folder}.`);
  }
  const files: string[] = [];
  const passed: string[] = [];
  const walk = (at: string, depth: number) => {
    for (const entry of readdirSync(path.join(root, at), { withFileTypes: true })) {
      const name = at === '' ? entry.name : `${at}/${entry.name}`;
      if (files.length >= MOST_FILES) return;
      if (entry.isSymbolicLink()) passed.push(`${name} is a symbolic link, and was not followed.`);
      else if (SKIPPED.test(entry.name)) continue;
      else if (entry.isDirectory()) {
        if (depth < MOST_DEPTH) walk(name, depth + 1);
        else passed.push(`${name} lies deeper than ${MOST_DEPTH} folders, and was not read.`);
      } else if (entry.isFile()) files.push(name);
    }
  };
  walk('', 1);
  if (files.length >= MOST_FILES) {
    passed.push(
      `The archive has more than ${MOST_FILES} files; those behind ${files.at(-1) ?? ''} were not read.`,
    );
  }
  files.sort();
  return { root, generator: tellGenerator(files), files, passed };
}

function tellGenerator(files: readonly string[]): Generator | undefined {
  if (files.some((file) => /^mkdocs\.ya?ml$/.test(file))) return 'mkdocs';
  if (files.some((file) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(file))) return 'hugo';
  if (files.some((file) => file === '_config.yml' || /(?:^|\/)_posts\//.test(file)))
    return 'jekyll';
  return undefined;
}

/** The Markdown of an archive, but for the pages that speak to who works on it. */
export function listTexts({ files }: Archive): string[] {
  return files.filter(
    (file) =>
      /\.(?:md|markdown|mdx)$/i.test(file) &&
      !/^(?:README|CONTRIBUTING|LICENSE|CHANGELOG|CODE_OF_CONDUCT)\.\w+$/i.test(file) &&
      !/^_(?:includes|layouts)\//.test(file),
  );
}

/** A text of the archive, undefined where it is too large or no UTF-8. */
export function readText(archive: Archive, file: string): string | undefined {
  const full = insideOf(archive, file);
  if (full === undefined || lstatSync(full).size > MOST_TEXT_BYTES) return undefined;
  const bytes = readFileSync(full);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

/** The file on the disk, undefined where it is a link or lies outside of the archive. */
export function insideOf({ root }: Archive, file: string): string | undefined {
  const full = path.join(root, file);
  try {
    const real = realpathSync(full);
    return real === full && real.startsWith(root + path.sep) && lstatSync(real).isFile()
      ? real
      : undefined;
  } catch {
    return undefined;
  }
}

/** Folders that a site publishes at its root. */
const ROOTS = ['', 'docs', 'pages', 'static', 'assets', 'content', 'src', 'public'];

export type FoundFile = { file: string; differs: boolean };

/**
 * The file that an address in a text means: beside the text, in the folder of its name, or from the
 * root of the site on. `differs` says that its letters differ in size.
 *
 * @param from the text, from the archive's root on
 */
export function findInArchive(
  archive: Archive,
  from: string,
  address: string,
): FoundFile | undefined {
  const plain = decodePath(address.replace(/[?#].*$/, ''));
  if (plain === undefined || plain === '' || /^[a-z][a-z0-9+.-]*:|\\|\0/i.test(plain))
    return undefined;
  const folder = path.posix.dirname(from);
  const own = from.replace(/\.\w+$/, '');
  const bare = plain.replace(/^\/+/, '');
  const candidates = [
    ...(plain.startsWith('/') ? [] : [`${folder}/${plain}`, `${own}/${plain}`]),
    ...ROOTS.map((root) => `${root}/${bare}`),
    // Directory addresses: `../x.png` of MkDocs counts from the folder of the page.
    ...(plain.startsWith('../') ? [`${own}/${plain}`] : []),
  ]
    .map((candidate) => path.posix.normalize(candidate).replace(/^\.?\//, ''))
    .filter((candidate) => !candidate.startsWith('..'));
  const exact = new Set(archive.files);
  const hit = candidates.find((candidate) => exact.has(candidate));
  if (hit !== undefined) return { file: hit, differs: false };
  const small = new Map(archive.files.map((file) => [file.toLowerCase(), file]));
  const near = candidates
    .map((candidate) => small.get(candidate.toLowerCase()))
    .find((file) => file !== undefined);
  return near === undefined ? undefined : { file: near, differs: true };
}

function decodePath(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
