import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Disk } from '../disk.ts';
import { PARTS } from '../making/program.ts';
import { CACHE, ROOT } from './folders.ts';
import { programKey } from './inputs.ts';
import { NODE_FLAGS } from './node-flags.mjs';

/** How many programs are kept: that of the last builds, and some of other content folders. */
const KEPT = 4;

/** A bundled program in a folder, named by everything that it was made from; or why there is none, as text to show. */
export type Bundle = { folder: string; key: string } | { failure: string };

/**
 * The program that makes the pages of a content folder, as it was bundled before or now. It holds nothing of the
 * content but what `site.yaml` says.
 */
export async function loadBundle(
  content: string,
  { force = false, disk }: { force?: boolean; disk?: Disk } = {},
): Promise<Bundle> {
  const key = programKey(content, ROOT, disk);
  const programs = join(CACHE, 'programs');
  const folder = join(programs, key);
  if (!force && existsSync(join(folder, PARTS.snapshot))) {
    const now = new Date();
    utimesSync(folder, now, now);
    return { folder, key };
  }
  const scratch = `${folder}.${process.pid}`;
  mkdirSync(scratch, { recursive: true });
  const failure = await runAstro(scratch);
  if (failure !== undefined) {
    rmSync(scratch, { recursive: true, force: true });
    return { failure };
  }
  // A killed build leaves a folder without its last file.
  rmSync(folder, { recursive: true, force: true });
  renameSync(scratch, folder);
  prune(programs);
  return { folder, key };
}

/** Leaves the programs that were used last. */
function prune(programs: string): void {
  const used = (name: string) => statSync(join(programs, name)).mtimeMs;
  const names = readdirSync(programs).sort((a, b) => used(b) - used(a));
  for (const name of names.slice(KEPT))
    rmSync(join(programs, name), { recursive: true, force: true });
}

/**
 * Bundles the program into a folder, in a process of its own. Returns why it failed as text to show, or `undefined`.
 */
async function runAstro(folder: string): Promise<string | undefined> {
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, join(ROOT, 'src/cli/astro-build.ts'), folder],
    {
      cwd: ROOT,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log: LogLine[] = [];
  const follow = async (stream: Readable | null) => {
    if (stream === null) return;
    for await (const text of createInterface({ input: stream })) log.push(readLogLine(text));
  };
  const [[code]] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    follow(child.stdout),
    follow(child.stderr),
  ]);
  const faults = log.filter(isFault);
  if (code === 0 && faults.length === 0) return undefined;
  const how =
    code === 0
      ? 'Astro went on without something, and a page would be missing or wrong:'
      : 'The program could not be bundled:';
  const shown = faults.length > 0 ? faults : log.slice(-20);
  return [how, ...shown.flatMap(({ message }) => message.split('\n'))].join('\n  ');
}

type LogLine = { level: string; label: string | null; message: string };

/** One line of Astro's JSON log; a line that is something else is kept as it is. */
export function readLogLine(text: string): LogLine {
  try {
    const { level, label, message } = JSON.parse(text) as Partial<LogLine>;
    if (typeof message === 'string' && typeof level === 'string') {
      return { level, label: label ?? null, message: stripVTControlCharacters(message) };
    }
  } catch {
    // Not Astro's: a stack that Node prints, or a plugin's own word.
  }
  return { level: 'info', label: null, message: stripVTControlCharacters(text) };
}

/**
 * Whether a line of the log means that a page would be missing or wrong. Astro says so in
 * warnings, and exits with 0: two routes for one address, an entry not found, a file skipped.
 * Vite's warnings are about bundling and lose nothing.
 */
export function isFault({ level, label }: LogLine): boolean {
  return level === 'error' || (level === 'warn' && label !== 'vite');
}
