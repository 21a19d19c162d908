import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './child.ts';

/** Where a program would be under this name, folder by folder of the path. */
export function placesOnPath(program: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
}

/** Where a program is found under this name; undefined where it is not installed. */
export function findProgram(program: string): string | undefined {
  return placesOnPath(program).find((path) => existsSync(path));
}

/** Runs a command of a package manager within a time limit, as root where that needs no password. */
export async function runPackageManager(program: string, args: string[]): Promise<void> {
  // Only brew works without being root; `sudo -n` fails where it would ask for a password.
  const needsSudo = program !== 'brew' && process.getuid?.() !== 0;
  const [command = program, ...rest] = [...(needsSudo ? ['sudo', '-n'] : []), program, ...args];
  await runChild(command, rest, { limit: 300_000, env: { DEBIAN_FRONTEND: 'noninteractive' } });
}
