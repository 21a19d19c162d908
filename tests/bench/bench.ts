import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, stop } from '../../src/cli/arguments.ts';
import { listFiles } from '../../src/cli/files.ts';
import { buildArchive } from '../archive/archive.ts';
import { measureBodies, renderPasses } from './body.ts';
import { follow, type Following } from './dev.ts';
import { describeMachine } from './machine.ts';
import { BASE, BENCH, PEER_NAMES, prepareOurs, preparePeer, type PeerName } from './programs.ts';
import { mergeSections } from './results.ts';
import { runRounds } from './rounds.ts';
import type { Row } from './row.ts';
import { renderKinds, weighSite } from './site-pages.ts';
import { renderCosts, renderFollowing } from './tables.ts';

const RESULTS = join(import.meta.dirname, 'results.md');
const PARTS = ['body', 'builds', 'dev', 'pages'] as const;
type Part = (typeof PARTS)[number];
const USAGE = 'npm run bench -- builds dev pages --papers 100,1000 --rounds 3 --peers eleventy';

const { values, positionals } = readArguments(
  {
    papers: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
    peers: { type: 'string', default: PEER_NAMES.join(',') },
  },
  USAGE,
  true,
  `Measures this program beside others, and writes tests/bench/results.md.

  ${USAGE}

Parts: ${PARTS.join(', ')}; all of them unless some are named.
--papers  sizes of the archives, 100 unless told
--rounds  how often each thing is measured, 3 unless told
--peers   who is beside it: ${PEER_NAMES.join(', ')}, all unless told; '' for nobody`,
);

const sizes = values.papers.split(',').map((size) => readCount(size, '--papers'));
const rounds = readCount(values.rounds, '--rounds');
const names = values.peers.split(',').filter(Boolean);
const unknown = [
  ...names.filter((name) => !PEER_NAMES.includes(name as PeerName)),
  ...positionals.filter((name) => !PARTS.includes(name as Part)),
];
if (unknown.length > 0) stop(`"${unknown.join('", "')}" is not known. Write: ${USAGE}`);
const parts: readonly string[] = positionals.length === 0 ? PARTS : positionals;
const isWanted = (part: Part) => parts.includes(part);

const day = new Date().toISOString().slice(0, 10);
const peerFolders = PEER_NAMES.map((name) => join(BENCH, name));
// Asked for when something was measured: the peers' packages are there only then.
const machine = () => describeMachine(day, peerFolders);
const say = (line: string) => console.log(line);

if (isWanted('body')) {
  say(`Compiling, rendering and setting bodies, ${rounds} times …`);
  keep('Bodies', [machine(), renderPasses(measureBodies(rounds))]);
}
for (const papers of sizes) {
  if (!isWanted('builds') && !isWanted('dev') && !isWanted('pages')) break;
  const size = `${papers.toLocaleString('en-US')} papers`;
  say(`Inventing ${size} …`);
  const archive = buildArchive({ papers, people: 3 * papers, papersAMonth: 60, pictures: 2 });
  const ours = prepareOurs(archive);
  const rows: Row[] = [...ours];
  const missing: string[] = [];
  for (const name of isWanted('builds') || isWanted('dev') ? names : []) {
    const row = await preparePeer(name as PeerName, archive);
    if (typeof row === 'string') missing.push(`${name}: ${row}.`);
    else rows.push(row);
  }
  for (const line of missing) say(line);
  if (!isWanted('builds')) {
    // What follows begins with what a build leaves.
    for (const row of rows) {
      say(`Building ${size}: ${row.name} …`);
      const outcome = await row.cold();
      if ('failure' in outcome) say(outcome.failure);
    }
  } else {
    const series = await runRounds(rows, rounds, say);
    const outputs = rows.map(({ name, output }) => `${name}: ${describeOutput(output)}`);
    keep(`Builds of ${size}`, [
      `${machine()} · ${rounds === 1 ? '1 round' : `${rounds} rounds`}`,
      renderCosts(series, BASE),
      [...outputs, ...missing].map((line) => `- ${line}`).join('\n'),
    ]);
  }
  if (isWanted('dev')) {
    const followed: { row: string; following: Following }[] = [];
    for (const { name, dev } of rows) {
      if (!dev) continue;
      say(`${name}: showing ${size} and editing one, ${rounds} times …`);
      followed.push({ row: name, following: await follow(dev, rounds) });
    }
    keep(`Writing among ${size}`, [machine(), renderFollowing(followed, BASE)]);
  }
  if (isWanted('pages')) {
    const [own] = ours;
    if (!own || !existsSync(own.output)) break;
    say(`Visiting the pages of ${size} …`);
    keep(`Pages among ${size}`, [machine(), renderKinds(await weighSite(own.output))]);
  }
}
say(`Written: tests/bench/results.md`);

/** Prints a section and writes it into the results at once, so that a run which is stopped loses none. */
function keep(heading: string, blocks: string[]): void {
  const text = blocks.filter(Boolean).join('\n\n');
  say(`\n## ${heading}\n\n${text}\n`);
  writeFileSync(RESULTS, mergeSections(readFileSync(RESULTS, 'utf8'), new Map([[heading, text]])));
}

function describeOutput(folder: string): string {
  if (!existsSync(folder)) return 'no site';
  const files = listFiles(folder);
  const pages = files.filter((file) => file.endsWith('.html')).length;
  const [all, html] = [files.length, pages].map((number) => number.toLocaleString('en-US'));
  return `${html} pages, ${all} files`;
}

function readCount(text: string, option: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  return stop(`"${text}" is no number for ${option}. Write: ${USAGE}`);
}
