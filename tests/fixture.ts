import { spawn } from 'node:child_process';
import { serve } from '../src/cli/server.ts';

/** A site built from `tests/fixtures/<name>` and served. */
export type Fixture = { folder: string; url: string; output: string; close: () => Promise<void> };

/** Runs a command of ours on a content folder; `output` is all that it printed. */
export function runCommand(
  command: string,
  args: string[],
  content: string,
  cwd = process.cwd(),
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [`src/cli/${command}.ts`, ...args], {
    cwd,
    env: { ...process.env, DIGEST_CONTENT: content },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

export async function buildFixture(name: string): Promise<Fixture> {
  const folder = `.cache/test/site-${name}`;
  const { code, output } = await runCommand(
    'build',
    ['--outDir', folder],
    `tests/fixtures/${name}`,
  );
  if (code !== 0) throw new Error(output);
  const base = name === 'digest' ? '/digest/' : '/';
  const { url, close } = await serve({ folder, base, port: 0 });
  return { folder, url, output, close };
}
