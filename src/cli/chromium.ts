import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runChild } from './child.ts';
import { ROOT } from './folders.ts';
import { findProgram, placesOnPath, runPackageManager } from './programs.ts';

/** A browser that was found, or the sentence that says what to install. */
export type Found = { path: string } | { missing: string };

/** Chromium without windows, which opens pages in less than half of the time; as Debian names it. */
const SHELL = 'chromium-headless-shell';

/**
 * By default the shell hints glyphs, which moves them to whole pixels, in a PDF as well; the whole browser does not.
 * https://github.com/puppeteer/puppeteer/issues/2410
 */
export const UNHINTED = '--font-render-hinting=none';

/** What a Chromium is started with that opens nothing but the site. */
export const SITE_ARGUMENTS = [
  // Containers give no namespaces for its sandbox.
  '--no-sandbox',
  ...['--disable-gpu', '--disable-background-networking', UNHINTED],
];

/** Under these names on the path, on Linux and macOS. */
const NAMES = [
  ...[SHELL, 'chromium', 'chromium-browser'],
  ...['google-chrome-stable', 'google-chrome', 'chrome'],
];

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
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

/** Commands of package managers, the first of which that is there and helps is enough. */
const PACKAGE_MANAGERS: [program: string, ...steps: string[]][] = [
  ['apt-get', 'update', `install -y --no-install-recommends ${SHELL}`],
  // Older releases have none.
  ['apt-get', 'install -y --no-install-recommends chromium'],
  ['dnf', 'install -y chromium'],
  ['zypper', '--non-interactive install chromium'],
  ['pacman', '-Sy --noconfirm chromium'],
  ['apk', 'add chromium'],
  ['brew', 'install --cask chromium'],
];

const MISSING =
  'No Chromium could be found or installed, so pages cannot be looked at. Install Chromium or ' +
  'Google Chrome (Debian, Ubuntu: sudo apt-get install chromium; macOS: brew install --cask ' +
  'chromium), or name one: CHROMIUM_PATH=/path/to/chromium npm test';

/** A Chromium that is there: `CHROMIUM_PATH`, Playwright's own, the system's. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = await import('playwright');
  const own = chromium.executablePath();
  const places = PLACES[process.platform] ?? [];
  const candidates = [...placesOfShell(own), own, ...places, ...NAMES.flatMap(placesOnPath)];
  return candidates.find((path) => existsSync(path) && answers(path));
}

/**
 * Where Playwright has its shell: it tells only where its whole browser would lie.
 * https://github.com/microsoft/playwright/issues/39327
 *
 * @param own path of the whole browser, `chromium-1255/chrome-linux64/chrome`
 */
function placesOfShell(own: string): string[] {
  const release = dirname(dirname(own));
  const folder = join(
    dirname(release),
    basename(release).replace('chromium', 'chromium_headless_shell'),
  );
  if (!existsSync(folder)) return [];
  const name = /^(?:chrome-)?headless[-_]shell(?:\.exe)?$/;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(basename(file)))
    .map((file) => join(folder, file));
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
    [join(ROOT, 'node_modules/playwright/cli.js'), 'install', '--only-shell', 'chromium'],
    { limit: 300_000, env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' } },
  );
  const downloaded = await findChromium();
  if (downloaded !== undefined) return { path: downloaded };
  for (const [program, ...steps] of PACKAGE_MANAGERS) {
    if (findProgram(program) === undefined) continue;
    tell(`That did not work. Installing Chromium with ${program} …`);
    for (const step of steps) await runPackageManager(program, step.split(' '));
    const installed = await findChromium();
    if (installed !== undefined) return { path: installed };
  }
  return { missing: MISSING };
}
