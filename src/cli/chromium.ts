import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runChild } from './child.ts';
import { ROOT } from './folders.ts';

/** A browser that was found, or the sentence that says what to install. */
export type Found = { path: string } | { missing: string };

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (folder === undefined) return [];
    return [
      join(folder, 'Google\\Chrome\\Application\\chrome.exe'),
      join(folder, 'Chromium\\Application\\chrome.exe'),
      join(folder, 'Microsoft\\Edge\\Application\\msedge.exe'),
    ];
  }),
};

/** How to start it: without what it looks up and fetches by itself. */
export function launchArguments(): string[] {
  return [
    // Chromium refuses to start as root with its sandbox, and containers mostly run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
}

/** A Chromium that is there: `CHROMIUM_PATH`, Playwright's own, the system's. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = await import('playwright');
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '' && process.platform !== 'win32')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const candidates = [chromium.executablePath(), ...(PLACES[process.platform] ?? []), ...inPath];
  return candidates.find((path) => existsSync(path) && answers(path));
}

/** Playwright's download starts only where the system has its libraries, so it is asked. */
function answers(path: string): boolean {
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/**
 * Finds a Chromium or installs one: Playwright's download, else the system's packages. `tell`
 * gets a line for each thing that is tried. Every step has a time limit.
 */
export async function ensureChromium(tell: (line: string) => void): Promise<Found> {
  const found = await findChromium();
  if (found !== undefined) return { path: found };
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    return { missing: `CHROMIUM_PATH names ${named}, which is not there; correct it or unset it.` };
  }
  tell('No Chromium was found. Downloading the one of Playwright …');
  await runChild(
    process.execPath,
    [join(ROOT, 'node_modules/playwright/cli.js'), 'install', '--no-shell', 'chromium'],
    { limit: 300_000, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' } },
  );
  const downloaded = await findChromium();
  if (downloaded !== undefined) return { path: downloaded };
  for (const { program, steps, needsRoot } of PACKAGE_MANAGERS) {
    const prefix = needsRoot ? rootPrefix() : [];
    if (prefix === undefined || !isProgram(program)) continue;
    tell(`That did not work. Installing Chromium with ${program} …`);
    for (const step of steps) {
      const [command = program, ...args] = [...prefix, program, ...step];
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      await runChild(command, args, { limit: 300_000, env });
    }
    const installed = await findChromium();
    if (installed !== undefined) return { path: installed };
  }
  return { missing: MISSING };
}

const MISSING =
  'No Chromium could be found or installed, so pages cannot be looked at. Install Chromium or ' +
  'Google Chrome (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask ' +
  'chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test';

const PACKAGE_MANAGERS = [
  {
    program: 'apt-get',
    steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
    needsRoot: true,
  },
  { program: 'dnf', steps: [['install', '-y', 'chromium']], needsRoot: true },
  {
    program: 'zypper',
    steps: [['--non-interactive', 'install', 'chromium']],
    needsRoot: true,
  },
  { program: 'pacman', steps: [['-Sy', '--noconfirm', 'chromium']], needsRoot: true },
  { program: 'apk', steps: [['add', 'chromium']], needsRoot: true },
  { program: 'brew', steps: [['install', '--cask', 'chromium']], needsRoot: false },
];

/** What to put before a command that only root may run; `undefined` where that would ask for a password. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { timeout: 5000 }).status === 0
    ? ['sudo', '-n']
    : undefined;
}

function isProgram(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => existsSync(join(folder, name)));
}
