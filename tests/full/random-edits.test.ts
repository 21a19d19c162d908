import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';
import { buildArchive } from '../archive/archive.ts';
import { Dice } from '../archive/dice.ts';
import { runCommand } from '../fixture.ts';
import { listFiles } from '../site/site.ts';
import { edits, type Files } from './random-edits.ts';

/** A build with everything that was kept, and one with nothing: they give the same bytes after any sequence of edits. */
const root = path.resolve('.cache/test/random-edits');
const content = path.join(root, 'content');
const site = path.join(root, 'site');

/** Rounds, and edits between two builds. */
const ROUNDS = 10;
const EDITS = 3;
const SEED = Number(process.env['SEED'] ?? 20_261_129);

const kept = cacheFolder(content);
const aside = `${kept}-aside`;

const clear = () => {
  for (const folder of [root, kept, aside]) rmSync(folder, { recursive: true, force: true });
};
before(clear);
after(clear);

function writeFiles(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

async function build(folder: string, outDir: string): Promise<string> {
  const { code, output } = await runCommand('build', ['--outDir', outDir], folder);
  assert.equal(code, 0, output);
  return output;
}

test('a build that goes on from the last one makes what a clean one makes', async () => {
  const dice = new Dice(SEED);
  const { files } = buildArchive({
    papers: 9,
    papersAMonth: 3,
    pictures: 1,
    people: 12,
    seed: SEED,
  });
  writeFiles(content, files);
  await build(content, site);
  const log: string[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (let edit = 0; edit < EDITS; edit += 1) {
      const name = dice.pick(Object.keys(edits));
      log.push(name);
      edits[name]?.(files, dice, log.length);
    }
    const told = `seed ${SEED}: ${log.join(', ')}`;
    writeFiles(content, files);
    const output = await build(content, site);
    assert.match(output, /, kept /, told);
    const fresh = path.join(root, `clean-${round}`);
    renameSync(kept, aside);
    // A picture to share takes a third of a second to draw; it is kept by all that it shows, and that has its own test.
    cpSync(path.join(aside, 'sharing'), path.join(kept, 'sharing'), { recursive: true });
    await build(content, fresh);
    rmSync(kept, { recursive: true });
    renameSync(aside, kept);
    assert.deepEqual(listFiles(site), listFiles(fresh), told);
    const differing = listFiles(site).filter(
      (file) => !readFileSync(path.join(site, file)).equals(readFileSync(path.join(fresh, file))),
    );
    assert.deepEqual(differing, [], told);
    rmSync(fresh, { recursive: true });
  }
  // Whoever takes a file out of the site has it back.
  const before = listFiles(site);
  for (const file of ['index.html', 'papers.bib', '_headers']) rmSync(path.join(site, file));
  await build(content, site);
  assert.deepEqual(listFiles(site), before);
});
