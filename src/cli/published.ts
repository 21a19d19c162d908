import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../cache.ts';
import { listTopics, tellHub } from '../ci/hub.ts';
import { checkContent } from '../digest/check.ts';
import { contentFolder, shownPath } from '../digest/folders.ts';
import { readSiteFile } from '../digest/site-file.ts';
import { buildPublished } from '../record/published.ts';
import { mergeRecords, readRecord, RECORD_FILE, renderRecord } from '../record/record.ts';
import { count } from '../text.ts';
import { readArguments, stop } from './arguments.ts';
import { buildSite, readBuilt } from './builder.ts';
import { listFiles } from './files.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';
import { inputsKey } from './inputs.ts';
import { keepFile } from './keeping.ts';

const { values } = readArguments(
  { site: { type: 'string' }, into: { type: 'string' }, commit: { type: 'string' } },
  'npm run published -- --site dist --into content/published.txt',
);
const kept = join(contentFolder(), RECORD_FILE);
const site = values.site ?? DEFAULT_OUT_DIR;

if (values.commit === undefined) await write(values.into ?? kept);
else await commit(values.commit);

/** What is published by what stands here, together with all that was before, as a file. */
async function write(into: string): Promise<void> {
  const isBuilt = readBuilt(site)?.key === inputsKey();
  if (!isBuilt && (await buildSite(site)) === undefined) {
    process.exitCode = 1;
    return;
  }
  const { digest } = await checkContent();
  if (digest === undefined) throw new Error('A site was built of a content folder without one.');
  const before = existsSync(kept) ? [read(kept)] : [];
  const record = mergeRecords([...before, buildPublished(listFiles(site), digest)]);
  writeWhole(resolve(into), renderRecord(record));
  console.log(
    `${count(record.pages.length, 'address', 'addresses')} in ${shownPath(resolve(into))}.`,
  );
}

/** In the workflow that puts the site online: the record of what is online now, into the branch, and word to the hub. */
async function commit(file: string): Promise<void> {
  const record = read(file);
  keepFile({
    path: shownPath(kept),
    message: 'Record what was published',
    write: (now) =>
      renderRecord(mergeRecords([...(now === undefined ? [] : [parse(now, file)]), record])),
  });
  const { site: facts } = readSiteFile(contentFolder());
  const hub = facts?.feeds.hub;
  if (facts === undefined || hub === undefined) return;
  const fault = await tellHub(hub, listTopics(record, facts.url));
  console.log(fault === undefined ? `Told ${hub}.` : `::warning::${fault}`);
}

function read(file: string) {
  return parse(readFileSync(file, 'utf8'), file);
}

function parse(text: string, file: string) {
  const { record, problems } = readRecord(text, shownPath(resolve(file)));
  const [first] = problems;
  return first ? stop(`${first.file}:${first.line}: ${first.message} ${first.fix}`) : record;
}
