import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Cache } from '../cache.ts';
import { checkContent, openPrinting } from '../digest/check.ts';
import type { Edition } from '../digest/edition.ts';
import { cacheFolder, contentFolder, picturesFolder } from '../digest/folders.ts';
import { formatProblems } from '../digest/problems.ts';
import { Disk } from '../disk.ts';
import { startCrew } from '../making/crew-threads.ts';
import { Ledger } from '../making/ledger.ts';
import { makeFiles } from '../making/make.ts';
import { loadProgram } from '../making/program.ts';
import { KeptPictures } from '../pictures/kept.ts';
import type { Problem } from '../problem.ts';
import { count } from '../text.ts';
import { addFiles } from './added-files.ts';
import { loadBundle } from './astro.ts';
import { hasColour } from './colour.ts';
import { listFiles } from './files.ts';
import { CACHE, isSite, outDirProblem, ROOT } from './folders.ts';
import { inputsKey } from './inputs.ts';
import { withLock } from './lock.ts';
import { createProgress, formatSeconds, type Progress } from './progress.ts';
import { besides, mergeFolder, replaceFolder } from './site-folder.ts';

/** How a site is built otherwise than `npm run build` does. */
type BuildOptions = {
  /** Whether everything is made anew, as if nothing had been built before. */
  force?: boolean;
  /** Path of a module of `Limiting`, to make a part of the site; there is no index for the search then. */
  limitedBy?: string;
};

type Options = { force: boolean; limitedBy: string | undefined };

/** What is kept of a site that was built: the key of its inputs, its base path, how much it holds, what was warned of. */
export type Built = {
  key: string;
  base: string;
  pages: number;
  files: number;
  /** Name of the newest layer of the ledger. */
  ledger: string;
  warnings: Problem[];
};

/** The last good build into this folder, if its site is still there. */
export function readBuilt(outDir: string): Built | undefined {
  try {
    if (isSite(outDir)) return JSON.parse(readFileSync(besides(outDir).stamp, 'utf8')) as Built;
  } catch {
    // Not a build of ours, or one that was killed in its last moment.
  }
  return undefined;
}

/**
 * Checks the content, makes what has changed since the last build, and brings the site in `outDir` up to it when all
 * went well. Returns `undefined` when something is wrong, after printing all of it; the last good site is untouched
 * then.
 */
export async function buildSite(
  outDir: string,
  { force = false, limitedBy }: BuildOptions = {},
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
    () => bringUpToDate(outDir, progress, { force, limitedBy }),
  );
}

async function bringUpToDate(
  outDir: string,
  progress: Progress,
  { force, limitedBy }: Options,
): Promise<Built | undefined> {
  // Taken first: an input that changes meanwhile leads to another build.
  const disk = new Disk();
  const key = keyOf(limitedBy, disk);
  const last = force ? undefined : readBuilt(outDir);
  // Somebody may have taken files out.
  if (last?.key === key && listFiles(outDir).length === last.files) {
    printProblems(last.warnings);
    progress.note(`Nothing changed since the last build: ${count(last.files, 'file')}`);
    return last;
  }
  if (force) rmSync(cacheFolder(contentFolder()), { recursive: true, force: true });
  // Not while the content is checked: together they hold more memory than making a thousand papers' pages does.
  const bundling = loadBundle(contentFolder(), { force, disk });
  const bundle = await progress.during('Bundling the program', bundling);
  if ('failure' in bundle) {
    console.error(bundle.failure);
    return undefined;
  }
  const checking = checkContent({ forPages: true, disk });
  const { problems, edition } = await progress.during('Checking the content', checking);
  printProblems(problems);
  const isWrong = problems.some(({ severity }) => severity === 'error');
  if (edition === undefined || isWrong) return undefined;
  const made = await makeSite(outDir, edition, bundle, progress, { key, force, limitedBy });
  if (made === undefined) return undefined;
  const built = { ...made, warnings: problems };
  writeFileSync(besides(outDir).stamp, JSON.stringify(built));
  return built;
}

async function makeSite(
  outDir: string,
  edition: Edition,
  bundle: { folder: string; key: string },
  progress: Progress,
  { key, force, limitedBy }: Options & { key: string },
): Promise<Omit<Built, 'warnings'> | undefined> {
  const { scratch, stamp, ledger: ledgerFolder } = besides(outDir);
  const started = performance.now();
  const { base } = edition.routes;
  const { origin } = new URL(edition.digest.site.url);
  const bundled = { ...bundle, origin, limitedBy };
  const program = await loadProgram(bundled);
  const ledger = force ? new Ledger(program.key) : openLedger(outDir, program.key);
  const isNew = ledger.isEmpty;
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const partsFolder = join(cacheFolder(contentFolder()), 'parts');
  const parts = new Cache(partsFolder, program.key);
  let number = 0;
  const onFile = () => progress.update(count((number += 1), 'file'));
  const task = { bundle: bundled, folder: scratch, parts: partsFolder };
  const { crew, end } = startCrew(isNew ? edition.digest.papers.length : 0, task);
  const making = makeFiles(edition, program, ledger, { folder: scratch, parts, onFile, crew });
  const { cells, faults } = await progress.during('Making the pages', making).finally(end);
  // Other threads have read the content themselves, after it was checked.
  if (crew.size > 1 && keyOf(limitedBy, new Disk()) !== key) {
    console.error('Something that the site is made from was changed meanwhile. Build again.');
    return undefined;
  }
  const adding = { isSearched: limitedBy === undefined, progress };
  const fault = faults[0] ?? (await addFiles(outDir, edition, program, ledger, adding));
  if (fault !== undefined) {
    console.error(fault);
    return undefined;
  }
  rmSync(stamp, { force: true });
  if (isNew) replaceFolder(scratch, outDir);
  else mergeFolder(scratch, outDir, ledger.listGone());
  const newest = ledger.write(ledgerFolder, cells);
  const files = ledger.listFiles();
  if (number > 0) {
    parts.keepOnly(ledger.listParts());
    if (limitedBy === undefined) prunePictures(edition, files);
  }
  const pages = [...files].filter((file) => file.endsWith('.html')).length;
  const took = formatSeconds(performance.now() - started);
  const kept = isNew ? '' : `, kept ${count(files.size - number, 'file')}`;
  progress.note(`Made ${count(number, 'file')}${kept} (${took})`);
  return { key, base, pages, files: files.size, ledger: newest };
}

/** Stands for all that a site is made from. */
function keyOf(limitedBy: string | undefined, disk: Disk): string {
  return inputsKey(contentFolder(), ROOT, disk) + (limitedBy ?? '');
}

function printProblems(problems: readonly Problem[]): void {
  const colour = hasColour(process.stdout);
  console.log(formatProblems(problems, { ...openPrinting(), colour }).trimEnd());
}

/** What the site in a folder was made from, as far as that is known; `program` is the key of what makes it now. */
function openLedger(outDir: string, program: string): Ledger {
  // Without the stamp, which is put down last, nobody knows what the folder holds.
  const last = readBuilt(outDir);
  if (last === undefined) return new Ledger(program);
  const ledger = Ledger.read(besides(outDir).ledger, program, last.ledger);
  if (!ledger.isEmpty) ledger.forgetMissing(new Set(listFiles(outDir)));
  return ledger;
}

/**
 * Bounds what is kept of pictures.
 *
 * @param files all of the site, by their paths in it
 */
function prunePictures({ routes }: Edition, files: ReadonlySet<string>): void {
  const folder = routes.picture('').slice(routes.base.length);
  const names = [...files].filter((file) => file.startsWith(folder)).map((file) => basename(file));
  new KeptPictures(picturesFolder(contentFolder())).prune(names);
}
