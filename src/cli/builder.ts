import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { BuildMessage } from './astro-build.ts';
import { buildCache, CACHE, isSite, outDirProblem, ROOT } from './folders.ts';
import { inputsKey } from './inputs.ts';
import { withLock } from './lock.ts';
import type { Progress } from './progress.ts';

/** What is kept of a site that was built: the key of its inputs, its base path, its pages. */
export type Built = { key: string; base: string; pages: number };

/** A build that failed: the message is what to show. The last good site is untouched. */
export class BuildError extends Error {}

/** The last good build into this folder, if its site is still there. */
export function readBuilt(outDir: string): Built | undefined {
  if (!isSite(outDir)) return undefined;
  try {
    const built: unknown = JSON.parse(readFileSync(buildCache(outDir).stamp, 'utf8'));
    return isBuilt(built) ? built : undefined;
  } catch {
    return undefined;
  }
}

function isBuilt(value: unknown): value is Built {
  if (typeof value !== 'object' || value === null) return false;
  const { key, base, pages } = value as Record<string, unknown>;
  return typeof key === 'string' && typeof base === 'string' && typeof pages === 'number';
}

/**
 * Makes the pages of checked content in a scratch folder and puts them where `outDir` is when
 * all went well. Throws a `BuildError` when Astro failed, or said that it went on without something.
 */
export async function buildSite(outDir: string, progress: Progress): Promise<Built> {
  const problem = outDirProblem(outDir);
  if (problem !== undefined) throw new BuildError(problem);
  // Two builds at once would write the same scratch folder, and what Astro keeps of the content.
  return await withLock(
    join(CACHE, 'builds', 'lock'),
    () => progress.note('Another build is running; waiting for its end.'),
    () => buildAlone(outDir, progress),
  );
}

async function buildAlone(outDir: string, progress: Progress): Promise<Built> {
  const { scratch, stamp } = buildCache(outDir);
  rmSync(scratch, { recursive: true, force: true });
  // Taken before the build: an input that changes meanwhile leads to another build.
  const key = inputsKey();
  progress.begin('Making the pages');
  const { base, pages } = await runAstro(scratch, progress).finally(() => progress.close());
  if (!isSite(scratch)) throw new BuildError('The build made no page for errors, 404.html.');
  rmSync(stamp, { force: true });
  replaceFolder(scratch, resolve(outDir));
  const built = { key, base, pages };
  writeFileSync(stamp, JSON.stringify(built));
  return built;
}

async function runAstro(scratch: string, progress: Progress): Promise<BuildMessage> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/astro-build.ts'), scratch], {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: LogLine[] = [];
  let done: BuildMessage | undefined;
  let made = 0;
  child.on('message', (message) => (done = message as BuildMessage));
  const follow = async (stream: Readable) => {
    for await (const text of createInterface({ input: stream })) {
      const line = readLogLine(text);
      log.push(line);
      if (/^\s*[├└]─.*\.html/.test(line.message)) made += 1;
      if (made > 0) progress.update(countPages(made));
    }
  };
  const exit = new Promise<number | string>((settle) => {
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) => settle(code ?? signal ?? 1));
  });
  const streams = [child.stdout, child.stderr].filter((stream) => stream !== null);
  await Promise.all(streams.map(follow));
  const code = await exit;
  const faults = log.filter(isFault);
  if (code === 0 && done !== undefined && faults.length === 0) {
    for (const line of log)
      if (line.level === 'warn' && !isHarmless(line)) progress.note(line.message);
    return done;
  }
  const shown = faults.length > 0 ? faults : log.slice(-20);
  const how =
    code === 0
      ? 'Astro went on without something, and a page would be missing or wrong:'
      : `The pages could not be made (${typeof code === 'number' ? `exit code ${code}` : code}):`;
  // Places in the bundle say nothing, and the folder is gone with the next build.
  const text = shown.map(({ message }) => message).join('\n');
  const lines = text.split('\n').filter((line) => !/^\s+at .*\.new[/\\]/.test(line));
  throw new BuildError([how, ...lines].join('\n  '));
}

/** `1 page`, `42 pages`. */
export function countPages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

type LogLine = { level: 'info' | 'warn' | 'error'; label: string | null; message: string };

/** One line of Astro's JSON log; a line that is something else is kept as it is. */
export function readLogLine(text: string): LogLine {
  try {
    const { level, label, message } = JSON.parse(text) as LogLine;
    if (typeof message === 'string' && typeof level === 'string') {
      return { level, label: label ?? null, message: stripVTControlCharacters(message) };
    }
  } catch {
    // Not Astro's: a stack that Node prints, or a plugin's own word.
  }
  return { level: 'info', label: null, message: stripVTControlCharacters(text) };
}

/** A digest may have no people's files, or no papers yet; that every file was read is counted in `digest/assemble.ts`. */
const HARMLESS = [/^The collection "\w+" does not exist or is empty/];

/**
 * Whether a line of the log means that a page would be missing or wrong. Astro says so in
 * warnings, and exits with 0: two routes for one address, an entry not found, a file skipped.
 * Vite's warnings are about bundling and lose nothing.
 */
export function isFault(line: LogLine): boolean {
  if (line.level === 'error') return true;
  if (line.level !== 'warn' || line.label === 'vite') return false;
  return !isHarmless(line);
}

function isHarmless({ message }: LogLine): boolean {
  return HARMLESS.some((pattern) => pattern.test(message));
}

/** Puts `fresh` where `target` is; at every moment one of the two whole folders is kept. */
function replaceFolder(fresh: string, target: string): void {
  const { old } = buildCache(target);
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
