import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeWhole } from '../cache.ts';
import { contentFolder, shownPath } from '../digest/folders.ts';
import { loadKnown } from '../scaffold/known.ts';
import { Refusal } from '../scaffold/refusal.ts';
import { askVersions } from '../scaffold/versions.ts';
import { count } from '../text.ts';
import { listIds } from '../versions/judge.ts';
import {
  LOCK_FILE,
  readLock,
  renderLock,
  updateLock,
  type VersionsLock,
} from '../versions/lock.ts';
import { readArguments } from './arguments.ts';
import { CACHE } from './folders.ts';
import { keepFile } from './keeping.ts';
import { createProgress } from './progress.ts';

const { values } = readArguments({ commit: { type: 'boolean' } }, 'npm run versions');
const content = contentFolder();
const file = join(content, LOCK_FILE);

try {
  await refresh();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = error.code;
}

async function refresh(): Promise<void> {
  const known = loadKnown(content);
  const ids = listIds(known.papers);
  const progress = createProgress(process.stderr);
  const { newest, faults } = await askVersions(ids, known.site, {
    ...{ cache: join(CACHE, 'asked'), environment: process.env, now: Date.now, wait },
    during: (text, work) => progress.during(text, work),
  });
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  // Where nobody answered, no day was a day of asking.
  if (newest.size === 0) return;
  const today = new Date().toISOString().slice(0, 10);
  const write = (before: string | undefined) =>
    renderLock(updateLock(parse(before), newest, ids, today));
  if (values.commit === true) {
    keepFile({ path: shownPath(file), message: 'Note the newest versions of papers', write });
    return;
  }
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const after = write(before);
  if (after !== before) writeWhole(file, after);
  const said = `arXiv answered for ${count(newest.size, 'paper')}`;
  console.log(`${said}; ${shownPath(file)} ${after === before ? 'is as it was' : 'is new'}.`);
}

/** A list that cannot be read is written anew. */
function parse(text: string | undefined): VersionsLock | undefined {
  return text === undefined ? undefined : readLock(text, shownPath(file)).lock;
}
