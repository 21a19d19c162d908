import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './folders.ts';

/**
 * Runs Astro's build into a folder, in a process of its own. Returns why it failed as text to show,
 * or `undefined`. `onPage` is called after each page.
 */
export async function runAstro(outDir: string, onPage: () => void): Promise<string | undefined> {
  const child = spawn(process.execPath, [join(ROOT, 'src/cli/astro-build.ts'), outDir], {
    cwd: ROOT,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: LogLine[] = [];
  const follow = async (stream: Readable | null) => {
    if (stream === null) return;
    for await (const text of createInterface({ input: stream })) {
      const line = readLogLine(text);
      log.push(line);
      if (/^\s*[├└]─.*\.html/.test(line.message)) onPage();
    }
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
      : 'The pages could not be made:';
  const shown = faults.length > 0 ? faults : log.slice(-20);
  const lines = shown.flatMap(({ message }) => message.split('\n'));
  // Places in the bundle say nothing, and the folder is gone with the next build.
  return [how, ...lines.filter((line) => !/^\s+at .*\.new[/\\]/.test(line))].join('\n  ');
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

/** A digest may have no people's files, or no papers yet; that every file was read is counted in `digest/assemble.ts`. */
const HARMLESS = /^The collection "\w+" does not exist or is empty/;

/**
 * Whether a line of the log means that a page would be missing or wrong. Astro says so in
 * warnings, and exits with 0: two routes for one address, an entry not found, a file skipped.
 * Vite's warnings are about bundling and lose nothing.
 */
export function isFault({ level, label, message }: LogLine): boolean {
  return level === 'error' || (level === 'warn' && label !== 'vite' && !HARMLESS.test(message));
}
