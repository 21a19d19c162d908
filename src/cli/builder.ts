import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { Cache, hashOf } from '../cache.ts';
import { readRecordFile } from '../digest/assemble.ts';
import { checkContent, openPrinting } from '../digest/check.ts';
import { cacheFolder, contentFolder, shownPath } from '../digest/folders.ts';
import type { Edition } from '../digest/edition.ts';
import { listMoves } from '../digest/moves.ts';
import { formatProblems } from '../digest/problems.ts';
import { renderHeaders } from '../headers.ts';
import { judgeBuilt } from '../record/judge.ts';
import { RECORD_FILE } from '../record/record.ts';
import { renderRedirects } from '../redirects.ts';
import { loadIndexFiles } from '../search/kept-index.ts';
import { count } from '../text.ts';
import { Ledger } from '../making/ledger.ts';
import { makeFiles, writeInto } from '../making/make.ts';
import { loadProgram, type Program } from '../making/program.ts';
import { loadBundle } from './astro.ts';
import { CACHE, isSite, outDirProblem } from './folders.ts';
import { listFiles } from './files.ts';
import { hasColour } from './colour.ts';
import { inputsKey } from './inputs.ts';
import { listMoved } from './moved-files.ts';
import { withLock } from './lock.ts';
import { createProgress, formatSeconds, type Progress } from './progress.ts';

/** How a site is built otherwise than `npm run build` does. */
type BuildOptions = {
  /** Whether everything is made anew, as if nothing had been built before. */
  force?: boolean;
  /** The same program making a part of the site; there is no index for the search then. */
  limit?: ((program: Program) => Program) | undefined;
};

/** What is kept of a site that was built: the key of its inputs, its base path, its pages. */
export type Built = { key: string; base: string; pages: number };

/** The last good build into this folder, if its site is still there. */
export function readBuilt(outDir: string): Built | undefined {
  try {
    if (isSite(outDir)) return JSON.parse(readFileSync(besides(outDir).stamp, 'utf8')) as Built;
  } catch {
    // Not a build of ours, or one that was killed in its last moment.
  }
  return undefined;
}

/** The last good build where nothing has changed since, which is told, else a new one. */
export async function bringUpToDate(outDir: string): Promise<Built | undefined> {
  const built = readBuilt(outDir);
  if (built?.key !== inputsKey()) return await buildSite(outDir);
  console.log(`Nothing changed since the last build: ${count(built.pages, 'page')}.`);
  return built;
}

/**
 * Checks the content, makes what has changed since the last build, and brings the site in `outDir` up to it when all
 * went well. Returns `undefined` when something is wrong, after printing all of it; the last good site is untouched
 * then.
 */
export async function buildSite(
  outDir: string,
  { force = false, limit }: BuildOptions = {},
): Promise<Built | undefined> {
  const wrongFolder = outDirProblem(outDir);
  if (wrongFolder !== undefined) {
    console.error(wrongFolder);
    return undefined;
  }
  const progress = createProgress();
  // Two builds at once would write the same scratch folder, and the same caches.
  return await withLock(
    join(CACHE, 'builds', 'lock'),
    () => progress.note('Another build is running; waiting for its end.'),
    async () => {
      if (force) rmSync(cacheFolder(contentFolder()), { recursive: true, force: true });
      // Both take seconds when nothing is kept, and they have two processes.
      const bundling = loadBundle(contentFolder(), { force });
      const checking = checkContent({ forPages: true });
      const { problems, edition } = await progress.during('Checking the content', checking);
      const colour = hasColour(process.stdout);
      console.log(formatProblems(problems, { ...openPrinting(), colour }).trimEnd());
      const isWrong = problems.some(({ severity }) => severity === 'error');
      const bundle = await progress.during('Bundling the program', bundling);
      if (edition === undefined || isWrong) return undefined;
      if ('failure' in bundle) {
        console.error(bundle.failure);
        return undefined;
      }
      return await makeSite(outDir, edition, bundle, progress, { force, limit });
    },
  );
}

async function makeSite(
  outDir: string,
  edition: Edition,
  bundle: { folder: string; key: string },
  progress: Progress,
  { force = false, limit }: BuildOptions,
): Promise<Built | undefined> {
  const { scratch, stamp, ledger: ledgerFile } = besides(outDir);
  // Taken before the build: an input that changes meanwhile leads to another build.
  const key = inputsKey();
  const started = performance.now();
  const { base } = edition.routes;
  const { origin } = new URL(edition.digest.site.url);
  const whole = await loadProgram(bundle.folder, bundle.key, origin);
  const program = limit?.(whole) ?? whole;
  // Without the stamp, which is put down last, nobody knows what the folder holds.
  const isKnown = !force && readBuilt(outDir) !== undefined;
  const ledger = isKnown ? Ledger.read(ledgerFile, program.key) : new Ledger(program.key);
  const isNew = ledger.isEmpty;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const parts = new Cache(join(cacheFolder(contentFolder()), 'parts'), program.key);
  let number = 0;
  const onFile = () => progress.update(count((number += 1), 'file'));
  const making = makeFiles(edition, program, ledger, { folder: scratch, parts, onFile });
  const cells = await progress.during('Making the pages', making);
  const adding = { isSearched: limit === undefined, progress };
  const fault = program.faults[0] ?? (await addFiles(outDir, edition, program, ledger, adding));
  if (fault !== undefined) {
    console.error(fault);
    return undefined;
  }
  rmSync(stamp, { force: true });
  if (isNew) replaceFolder(scratch, outDir);
  else mergeFolder(scratch, outDir, ledger.listGone());
  ledger.write(ledgerFile, cells);
  if (number > 0) parts.keepOnly(ledger.listParts());
  const files = ledger.listFiles();
  const pages = [...files].filter((file) => file.endsWith('.html')).length;
  const built = { key, base, pages };
  writeFileSync(stamp, JSON.stringify(built));
  const took = formatSeconds(performance.now() - started);
  const kept = isNew ? '' : `, kept ${count(files.size - number, 'file')}`;
  progress.note(`Made ${count(number, 'file')}${kept} (${took})`);
  return built;
}

/**
 * Adds what no page makes: the files of the program, the index of the search, what hosts read, and what stood at other
 * addresses before. Returns what is wrong as text to show, or `undefined`.
 */
async function addFiles(
  outDir: string,
  edition: Edition,
  program: Program,
  ledger: Ledger,
  { isSearched, progress }: { isSearched: boolean; progress: Progress },
): Promise<string | undefined> {
  const { digest, routes } = edition;
  const { base } = routes;
  const { scratch } = besides(outDir);
  const add = (file: string, bytes: string | Uint8Array) => {
    if (ledger.setExtra(file, hashOf(bytes))) writeInto(scratch, file, bytes);
  };
  for (const file of listFiles(program.assets)) {
    if (ledger.setExtra(file, program.key))
      writeInto(scratch, file, readFileSync(join(program.assets, file)));
  }
  const unindexed = isSearched ? await addIndex(edition, progress, add) : undefined;
  if (unindexed !== undefined) return unindexed;
  add('_headers', renderHeaders(base));
  const { copies, redirects } = listMoved(
    ledger.listFiles(),
    base,
    listMoves(digest, routes, edition.recorded),
  );
  for (const { from, to } of copies) {
    const fresh = join(scratch, from);
    const isNew = ledger.setExtra(to, `copy of ${from}`);
    if (isNew || existsSync(fresh))
      writeInto(scratch, to, readFileSync(existsSync(fresh) ? fresh : join(outDir, from)));
  }
  add('_redirects', renderRedirects(redirects));
  const record = readRecordFile(contentFolder());
  if (record === undefined) return undefined;
  const recordFile = shownPath(join(contentFolder(), RECORD_FILE));
  const lost = judgeBuilt(record, ledger.listFiles(), recordFile);
  return lost.length > 0 ? formatProblems(lost, openPrinting()).trimEnd() : undefined;
}

/** Adds the files that search the texts. Returns what is wrong as text to show, or `undefined`. */
async function addIndex(
  edition: Edition,
  progress: Progress,
  add: (file: string, bytes: Uint8Array) => void,
): Promise<string | undefined> {
  const { routes } = edition;
  const folder = routes.searchIndex().slice(routes.base.length);
  let indexed = 0;
  try {
    const onPaper = () => progress.update(count((indexed += 1), 'paper'));
    const loading = loadIndexFiles(edition, contentFolder(), onPaper);
    for (const [file, bytes] of await progress.during('Indexing the texts', loading))
      add(posix.join(folder, file), bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `The texts could not be indexed for the search:\n  ${message}`;
  }
  return undefined;
}

/** What is kept about one output folder, outside it. */
export function besides(outDir: string) {
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
  const at = join(CACHE, 'builds', name);
  return { scratch: `${at}.new`, old: `${at}.old`, stamp: `${at}.json`, ledger: `${at}.ledger` };
}

/** Puts `fresh` where `target` is; at every moment one of the two whole folders is kept. */
function replaceFolder(fresh: string, target: string): void {
  const { old } = besides(target);
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) moveFolder(target, old);
  try {
    moveFolder(fresh, target);
  } catch (error) {
    if (existsSync(old)) moveFolder(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Moves the files of `fresh` into `target`, and takes out those that are gone, with the folders that they leave empty. */
function mergeFolder(fresh: string, target: string, gone: readonly string[]): void {
  for (const file of listFiles(fresh)) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    moveFile(join(fresh, file), join(target, file));
  }
  for (const file of gone) {
    rmSync(join(target, file), { force: true });
    removeEmpty(target, dirname(file));
  }
  rmSync(fresh, { recursive: true, force: true });
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Another disk.
    cpSync(from, to);
  }
}

function removeEmpty(root: string, folder: string): void {
  for (let name = folder; name !== '.'; name = dirname(name)) {
    try {
      rmdirSync(join(root, name));
    } catch {
      // Something else lies there.
      return;
    }
  }
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    rmSync(to, { recursive: true, force: true });
    // Another disk, or Windows while a program reads the folder: slower, with the same end.
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
