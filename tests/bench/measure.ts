import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';

/** What one run of a program cost, of all its processes together. */
export type Cost = {
  /** Seconds. */
  wall: number;
  /** Seconds in user and system mode; `undefined` where there is no `/proc`. */
  cpu: number | undefined;
  /** The most that was resident at one time, in megabytes; looked at every 50 ms. */
  memory: number | undefined;
};

/** A cost, or why there is none, in a few words. */
export type Outcome = Cost | { failure: string };

export type Command = {
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
};

const LIMIT = 40 * 60_000;
const INTERVAL = 50;

/** Runs a program to its end and measures it with all that it starts. One at a time: CPU is counted for all children. */
export async function measure(command: Command): Promise<Outcome> {
  const before = childrenCpu();
  const started = performance.now();
  const { child, output } = start(command);
  const tree = child.pid === undefined ? undefined : new ProcessTree(child.pid);
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, tree?.resident() ?? 0);
  }, INTERVAL);
  const limit = setTimeout(() => stop(child), LIMIT);
  const code = await ended(child);
  const wall = (performance.now() - started) / 1000;
  clearInterval(sampling);
  clearTimeout(limit);
  if (wall * 1000 >= LIMIT) return { failure: `over ${LIMIT / 60_000} min` };
  if (code !== 0) return { failure: explain(output(), code) };
  const after = childrenCpu();
  const cpu = before === undefined || after === undefined ? undefined : after - before;
  return { wall, cpu, memory: most > 0 ? most : undefined };
}

const running = new Set<ChildProcess>();
// In groups of their own they would outlive this process.
process.on('exit', () => {
  for (const child of running) stop(child);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}

/** Starts a program in a group of its own, so that `stop` reaches all of it. */
export function start({ command, args, cwd, env }: Command) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  running.add(child);
  child.on('close', () => running.delete(child));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => (text = (text + part).slice(-20_000)));
  }
  return { child, output: () => text };
}

export function stop({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Its exit code; 1 where a signal ended it, 127 where it could not be started. */
export async function ended(child: ChildProcess): Promise<number> {
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code ?? 1;
  } catch {
    return 127;
  }
}

function explain(output: string, code: number): string {
  if (/heap out of memory|Cannot enlarge memory|ENOMEM/.test(output)) return 'out of memory';
  const last = output.trim().split('\n').at(-1) ?? '';
  return `exit ${code}: ${last.slice(0, 120)}`;
}

/** CPU seconds of all processes that this one started and saw end, with what those started. */
function childrenCpu(): number | undefined {
  const fields = readStat('self');
  // cutime and cstime, proc(5) fields 16 and 17, in ticks, of which Linux tells programs that there are 100 a second.
  return fields && (Number(fields[13]) + Number(fields[14])) / 100;
}

/** A process and all below it, as they come and go. */
class ProcessTree {
  readonly #root: number;
  #members: string[] = [];
  #looks = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /** Megabytes resident in all of them now; what two of them share is counted twice. */
  resident(): number {
    // Reading about every process of a machine twenty times a second would be felt by what is measured.
    if (this.#looks % LOOKS_A_SEARCH === 0) this.#members = this.#search();
    this.#looks += 1;
    const pages = this.#members.map((name) => Number(readStat(name)?.[21] ?? 0));
    return (pages.reduce((sum, own) => sum + own, 0) * PAGE) / 1_000_000;
  }

  #search(): string[] {
    const children = new Map<string, string[]>();
    for (const name of listProcesses()) {
      const parent = readStat(name)?.[1];
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
    }
    const below = (name: string): string[] => [
      name,
      ...(children.get(name) ?? []).flatMap((child) => below(child)),
    ];
    return below(String(this.#root));
  }
}

/** New processes are looked for every so many looks, that is every 200 ms. */
const LOOKS_A_SEARCH = 4;
const PAGE = 4096;

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** The fields of `/proc/…/stat` after the name, which may hold spaces; the first is the state. */
function readStat(name: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
