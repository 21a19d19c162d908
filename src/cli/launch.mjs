/*
 * What package.json's scripts call: `node src/cli/launch.mjs <command> [arguments]`.
 * Installs what is missing, then runs `src/cli/<command>.ts` under a fit Node.
 * Runs on Node 18 and newer with nothing installed.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';
import { NODE_ENVIRONMENT, NODE_FLAGS } from './node-flags.mjs';

/** @type {Record<string, string>} */
const COMMANDS = {
  start: 'build the site where something changed, and show it',
  dev: 'show the site and follow every change of a file',
  build: 'build the site into dist (--outDir another/folder)',
  preview: 'show the site that was built last',
  check: 'check the content without building (a folder: only that; --fix, --format json)',
  init: 'begin a site of your own: its name, address, colours, an example',
  new: 'begin a paper, an issue or a person (-- paper 2501.00663)',
  import: 'bring an archive of another site (npm run import -- its/folder)',
  newsletter: 'write an issue as mail (-- 2025-01; --draft: as a draft at the provider)',
  pdf: 'print an issue or a paper to a file (-- 2025-01 --out january.pdf)',
  fonts: 'cut the fonts again, after a change in src/cli/fonts',
  published: 'record what the site publishes, so that no build loses any of it',
  versions: 'ask arXiv for the newest versions of the papers',
  format: 'set every file in the one format',
  'pull-request': 'judge and show a pull request, in the workflows',
  bench: 'measure this program beside others (-- --papers 1000)',
  test: 'run every check (--full: only those that take longer)',
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const [command = '', ...args] = process.argv.slice(2);

if (!Object.hasOwn(COMMANDS, command)) {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const list = Object.entries(COMMANDS).map(
    ([name, text]) => `  npm run ${name.padEnd(width)}  ${text}`,
  );
  console.error(
    `${command === '' ? 'No command was given' : `There is no command "${command}"`}. These are there:\n${list.join('\n')}`,
  );
  process.exit(2);
}

try {
  const node = await installMissing(root, process.stderr);
  run(node);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @param {string} node */
function run(node) {
  const child = spawn(node, [...NODE_FLAGS, join(root, 'src', 'cli', `${command}.ts`), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...NODE_ENVIRONMENT,
      // Compiled code is kept: a command starts in a third of the time.
      NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      // The commands that ask other hosts do so through the proxy of their network.
      ...(['new', 'newsletter', 'published', 'versions'].includes(command) && {
        NODE_USE_ENV_PROXY: '1',
      }),
    },
  });
  // Ctrl-C reaches the child by itself on a terminal; this process only waits for its end.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`Node could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('close', (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
  });
}
