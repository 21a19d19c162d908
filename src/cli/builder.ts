import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readRecordFile } from '../digest/assemble.ts';
import { checkContent, openPrinting } from '../digest/check.ts';
import { contentFolder, shownPath } from '../digest/folders.ts';
import type { Digest } from '../digest/model.ts';
import { listMoves } from '../digest/moves.ts';
import { formatProblems } from '../digest/problems.ts';
import { renderHeaders } from '../headers.ts';
import { judgeBuilt } from '../record/judge.ts';
import { RECORD_FILE } from '../record/record.ts';
import { renderRedirects } from '../redirects.ts';
import { buildRoutes, type Routes } from '../routes.ts';
import { loadIndexFiles, writeIndexFiles } from '../search/kept-index.ts';
import { count } from '../text.ts';
import { runAstro } from './astro.ts';
import { CACHE, isSite, outDirProblem } from './folders.ts';
import { listFiles } from './files.ts';
import { hasColour } from './colour.ts';
import { inputsKey } from './inputs.ts';
import { copyMoved } from './moved-files.ts';
import { withLock } from './lock.ts';
import { createProgress, formatSeconds, type Progress } from './progress.ts';

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
 * Checks the content, makes the pages in a scratch folder and puts them where `outDir` is when all
 * went well. Returns `undefined` when something is wrong, after printing all of it; the last good
 * site is untouched then.
 */
export async function buildSite(outDir: string): Promise<Built | undefined> {
  const wrongFolder = outDirProblem(outDir);
  if (wrongFolder !== undefined) {
    console.error(wrongFolder);
    return undefined;
  }
  const progress = createProgress();
  const { problems, digest } = await progress.during('Checking the content', checkContent());
  const colour = hasColour(process.stdout);
  console.log(formatProblems(problems, { ...openPrinting(), colour }).trimEnd());
  if (digest === undefined || problems.some(({ severity }) => severity === 'error'))
    return undefined;
  // Two builds at once would write the same scratch folder, and what Astro keeps of the content.
  return await withLock(
    join(CACHE, 'builds', 'lock'),
    () => progress.note('Another build is running; waiting for its end.'),
    () => makePages(outDir, digest, progress),
  );
}

async function makePages(
  outDir: string,
  digest: Digest,
  progress: Progress,
): Promise<Built | undefined> {
  const { scratch, stamp } = besides(outDir);
  rmSync(scratch, { recursive: true, force: true });
  // Taken before the build: an input that changes meanwhile leads to another build.
  const key = inputsKey();
  const routes = buildRoutes(digest.site.url);
  const { base } = routes;
  const started = performance.now();
  let made = 0;
  const astro = runAstro(scratch, () => progress.update(count((made += 1), 'page')));
  const failure = await progress.during('Making the pages', astro);
  if (failure !== undefined || !isSite(scratch)) {
    console.error(failure ?? 'The build made no page for errors, 404.html.');
    return undefined;
  }
  const fault = (await makeIndex(scratch, routes, progress)) ?? addRules(scratch, digest, routes);
  if (fault !== undefined) {
    console.error(fault);
    return undefined;
  }
  const pages = globSync('**/*.html', { cwd: scratch }).length;
  rmSync(stamp, { force: true });
  replaceFolder(scratch, outDir);
  const built = { key, base, pages };
  writeFileSync(stamp, JSON.stringify(built));
  progress.note(`Made ${count(pages, 'page')} (${formatSeconds(performance.now() - started)})`);
  return built;
}

/** Adds to the pages what searches their texts. Returns why that failed as text to show, or `undefined`. */
async function makeIndex(
  scratch: string,
  { base, searchIndex }: Routes,
  progress: Progress,
): Promise<string | undefined> {
  let indexed = 0;
  const loading = loadIndexFiles(contentFolder(), () =>
    progress.update(count((indexed += 1), 'paper')),
  );
  try {
    const files = await progress.during('Indexing the texts', loading);
    writeIndexFiles(join(scratch, searchIndex().slice(base.length)), files);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `The texts could not be indexed for the search:\n  ${message}`;
  }
}

/**
 * Adds what hosts read, and what stood at other addresses before. Returns what was published once and is missing now
 * as text to show, or `undefined`.
 */
function addRules(scratch: string, digest: Digest, routes: Routes): string | undefined {
  const { base } = routes;
  writeFileSync(join(scratch, '_headers'), renderHeaders(base));
  const redirects = copyMoved(scratch, base, listMoves(digest, routes));
  writeFileSync(join(scratch, '_redirects'), renderRedirects(redirects));
  const record = readRecordFile(contentFolder());
  if (record === undefined) return undefined;
  const file = shownPath(join(contentFolder(), RECORD_FILE));
  const lost = judgeBuilt(record, new Set(listFiles(scratch)), file);
  return lost.length > 0 ? formatProblems(lost, openPrinting()).trimEnd() : undefined;
}

/** What is kept about one output folder, outside it. */
export function besides(outDir: string) {
  const name = createHash('sha256').update(resolve(outDir)).digest('hex').slice(0, 16);
  const at = join(CACHE, 'builds', name);
  return { scratch: `${at}.new`, old: `${at}.old`, stamp: `${at}.json` };
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
