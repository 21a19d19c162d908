/*
 * Running npm, for `install.mjs`. Runs on Node 18 and newer with nothing installed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, sep } from 'node:path';

/**
 * Runs `npm ci`, with a line of progress.
 * @param {string} root
 * @param {number} count about how many packages there are
 * @param {{ write: (text: string) => void, isTTY: boolean }} out
 * @returns {Promise<void>}
 */
export function runInstall(root, count, out) {
  releaseRunningNode(root);
  const { command, args, shell } = npmCommand();
  const child = spawn(command, [...args, ...INSTALL_ARGS], {
    cwd: root,
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
