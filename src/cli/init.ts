import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { contentFolder } from '../digest/folders.ts';
import { found } from '../founding/found.ts';
import { Refusal } from '../scaffold/refusal.ts';
import { readArguments, stop } from './arguments.ts';
import { hasColour } from './colour.ts';
import { ROOT } from './folders.ts';

const usage =
  'npm run init, or npm run init -- --name "Our Notes" --url https://example.org/notes/ [--tagline …] [--hues …] [--repository …] [--contact …] [--language en] [--content folder] [--replace] [--yes]';
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const { values } = readArguments(
  {
    ...{
      name: text,
      tagline: text,
      url: text,
      hues: text,
      repository: text,
      contact: text,
      language: text,
    },
    ...{ content: text, replace: flag, yes: flag },
  },
  usage,
);
const { content, replace = false, yes = false, ...given } = values;

const isAsking = process.stdin.isTTY && process.stdout.isTTY && !yes;
const remote = readRemote();
const terminal = isAsking ? openTerminal() : undefined;
try {
  const end = await found(
    { ...given, replace },
    {
      content: content === undefined ? contentFolder() : resolve(content),
      root: ROOT,
      now: Date.now,
      tell: (line) => console.log(line),
      colour: hasColour(process.stdout),
      ...(remote !== undefined && { remote }),
      ...(terminal && { ask: terminal.ask }),
    },
  );
  console.log(`\n${end}`);
} catch (error) {
  // What the system says of a folder that cannot be written is a sentence too.
  const isOfSystem = error instanceof Error && 'syscall' in error;
  if (!(error instanceof Refusal) && !isOfSystem) throw error;
  const code = error instanceof Refusal ? error.code : 1;
  if (code === 2) stop(error.message);
  console.error(error.message);
  process.exitCode = code;
} finally {
  terminal?.close();
}

/** Questions on a terminal. Ctrl-C and Ctrl-D end the process: nothing is written before the last answer. */
function openTerminal() {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  let isOver = false;
  const giveUp = () => {
    if (isOver) return;
    console.error('\nNothing was written.');
    process.exit(130);
  };
  lines.on('SIGINT', giveUp);
  lines.on('close', giveUp);
  return {
    ask: (words: string) => lines.question(words),
    close() {
      isOver = true;
      lines.close();
    },
  };
}

/** Where git sends to by itself; undefined without git or without such a place. */
function readRemote(): string | undefined {
  const { status, stdout } = spawnSync('git', ['config', '--get', 'remote.origin.url'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 5000,
  });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
}
