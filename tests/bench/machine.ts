import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/folders.ts';

/** One line of what was measured on and with; `folders` are where the packages of the peers are installed. */
export function describeMachine(day: string, folders: readonly string[]): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const packages = ['@11ty/eleventy', 'astro', '@astrojs/mdx', 'katex', 'vite'];
  const versions = packages.flatMap((name) => {
    const found = new Set([ROOT, ...folders].flatMap((folder) => versionOf(folder, name)));
    return found.size === 0 ? [] : [`${name} ${[...found].join(' and ')}`];
  });
  return [
    day,
    `${cpus().length} cores (${cpu?.model.trim() ?? arch()})`,
    `${memory} GiB`,
    `${platform()} ${release()}`,
    `Node ${process.version.slice(1)}`,
    ...versions,
  ].join(' · ');
}

function versionOf(folder: string, name: string): string[] {
  const file = join(folder, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return [];
  return [(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version];
}
