import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { besides } from '../../src/cli/site-folder.ts';
import { CACHE, ROOT } from '../../src/cli/folders.ts';
import { NODE_ENVIRONMENT, NODE_FLAGS } from '../../src/cli/node-flags.mjs';
import { runInstall } from '../../src/cli/npm.mjs';
import { findProgram } from '../../src/cli/programs.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import type { Archive } from '../archive/archive.ts';
import { convertArchive, type PeerFolders } from './content.ts';
import { planRow, type Row } from './row.ts';

/** Where everything of the measurements is kept. */
export const BENCH = join(CACHE, 'bench');

const PEERS = join(import.meta.dirname, 'peers');

/** Ten thousand papers are more than Node lets a heap grow by itself; a thousand take the same with it and without. */
const LARGE_HEAP = '--max-old-space-size=16384';

/** What the tables call the program to which the others are compared. */
export const BASE = 'Eleventy';

type Peer = {
  title: string;
  folders: PeerFolders;
  /** Kept between two builds, beside the output. */
  kept: string[];
  output: string;
  build: string[];
  dev: (port: number) => string[];
  /** What runs it; Node where there is none. */
  program?: string;
};

const peers = {
  eleventy: {
    title: BASE,
    folders: {
      papers: 'content/papers',
      extension: 'md',
      facts: 'archive.json',
      pictures: 'static',
    },
    kept: ['.cache'],
    output: 'dist',
    build: [LARGE_HEAP, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    dev: (port) => [
      LARGE_HEAP,
      'node_modules/@11ty/eleventy/cmd.cjs',
      '--serve',
      '--incremental',
      `--port=${port}`,
    ],
  },
  modules: {
    title: 'MDX as modules',
    folders: {
      papers: 'src/papers',
      extension: 'mdx',
      facts: 'src/archive.json',
      pictures: 'public',
    },
    kept: ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    output: 'dist',
    build: ['node_modules/astro/bin/astro.mjs', 'build'],
    dev: (port) => ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)],
  },
  hugo: {
    title: 'Hugo',
    folders: {
      papers: 'content/papers',
      extension: 'md',
      facts: 'data/archive.json',
      pictures: 'static',
    },
    kept: ['resources', 'cache'],
    output: 'public',
    build: ['--cacheDir', join(BENCH, 'hugo/cache')],
    dev: (port) => ['server', '--port', String(port), '--cacheDir', join(BENCH, 'hugo/cache')],
    program: 'hugo',
  },
} satisfies Record<string, Peer>;

export type PeerName = keyof typeof peers;

export const PEER_NAMES = Object.keys(peers) as PeerName[];

/** The newest paper that has a body: somebody writes on it. */
export function findEdited({ papers }: Archive): { path: string; slug: string } {
  const paper = papers.findLast(({ formulas }) => formulas.length > 0);
  if (paper === undefined) throw new Error('No paper of the archive has a body.');
  return { path: `papers/${paper.issue}/${paper.slug}/index.mdx`, slug: paper.slug };
}

/** Rows of our own program for an archive: all that it makes, and as much as the peers make. */
export function prepareOurs(archive: Archive): Row[] {
  const launch = 'src/cli/launch.mjs';
  return [
    planOurs(archive, 'Residual, all that it makes', 'all', {
      build: (output) => [launch, 'build', '--outDir', output],
      dev: (port) => [launch, 'dev', '--port', String(port)],
    }),
    planOurs(archive, 'Residual, the same pages and one feed', 'equal', {
      build: (output) => [...NODE_FLAGS, join(import.meta.dirname, 'equal-outputs.ts'), output],
    }),
  ];
}

type Runs = { build: (output: string) => string[]; dev?: (port: number) => string[] };

/** A row whose content folder is written anew; `key` tells its folders from those of other rows. */
function planOurs(archive: Archive, name: string, key: string, { build, dev }: Runs): Row {
  const root = join(BENCH, `ours-${key}`);
  const content = join(root, `content-${archive.papers.length}`);
  const output = join(root, `site-${archive.papers.length}`);
  rmSync(content, { recursive: true, force: true });
  writeFiles(content, archive.files);
  const { path, slug } = findEdited(archive);
  const command = (args: string[]) => ({
    ...{ command: process.execPath, args, cwd: ROOT },
    // Compiled code is kept, as it is for each of our commands.
    env: {
      ...NODE_ENVIRONMENT,
      ...{ DIGEST_CONTENT: content, NODE_COMPILE_CACHE: join(CACHE, 'node') },
    },
  });
  return planRow({
    name,
    build: command(build(output)),
    ...(dev && { dev: (port: number) => command(dev(port)) }),
    output,
    // The bundled program too: a first build makes it.
    kept: [cacheFolder(content), ...Object.values(besides(output)), join(CACHE, 'programs')],
    file: join(content, path),
    slug,
  });
}

/** The row of another program for an archive, installed and with its content written anew; or why there is none. */
export async function preparePeer(name: PeerName, archive: Archive): Promise<Row | string> {
  const peer: Peer = peers[name];
  const root = join(BENCH, name);
  const program = peer.program === undefined ? process.execPath : findProgram(peer.program);
  if (program === undefined) return 'not installed';
  if (peer.program === 'hugo') {
    const old = judgeHugo(program);
    if (old !== undefined) return old;
  }
  const made = convertArchive(archive, peer.folders);
  await install(join(PEERS, name), root);
  writeFiles(root, made);
  const { slug } = findEdited(archive);
  const command = (args: string[]) => ({
    command: program,
    args,
    cwd: root,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return planRow({
    name: peer.title,
    build: command(peer.build),
    dev: (port) => command(peer.dev(port)),
    output: join(root, peer.output),
    kept: peer.kept.map((folder) => join(root, folder)),
    file: join(root, peer.folders.papers, `${slug}.${peer.folders.extension}`),
    slug,
  });
}

/**
 * Copies a peer in place of all that an earlier run left but its packages, which are installed where its lock file is
 * not the one that was installed last.
 */
async function install(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to).filter((name) => name !== 'node_modules')) {
    rmSync(join(to, name), { recursive: true });
  }
  cpSync(from, to, { recursive: true });
  const lock = join(from, 'package-lock.json');
  if (!existsSync(lock)) return;
  const text = readFileSync(lock, 'utf8');
  const stamp = join(to, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === text) return;
  const { packages } = JSON.parse(text) as { packages: object };
  await runInstall(to, Object.keys(packages).length, {
    write: (said) => process.stdout.write(said),
    isTTY: process.stdout.isTTY,
  });
  writeFileSync(stamp, text);
}

/** `transform.ToMath` came with 0.132, `try` with 0.141. */
function judgeHugo(program: string): string | undefined {
  const version = /v0\.(\d+)/.exec(spawnSync(program, ['version'], { encoding: 'utf8' }).stdout);
  return Number(version?.[1] ?? 0) >= 141 ? undefined : 'older than 0.141, which sets formulas';
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
