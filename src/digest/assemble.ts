import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { KeptPictures } from '../pictures/kept.ts';
import { KeptReadings } from '../pictures/kept-readings.ts';
import { Pictures } from '../pictures/pictures.ts';
import { Plots } from '../plots/plots.ts';
import type { Problem } from '../problem.ts';
import { judgeRecord } from '../record/judge.ts';
import { readRecord, RECORD_FILE, type RecordReading } from '../record/record.ts';
import { buildRoutes } from '../routes.ts';
import { judgeLock } from '../versions/judge.ts';
import { LOCK_FILE, readLock, type LockReading } from '../versions/lock.ts';
import { buildDigest } from './build.ts';
import type { Edition } from './edition.ts';
import { cacheFolder, picturesFolder, shownPath } from './folders.ts';
import { buildKnown } from './known.ts';
import { listContent, type ContentFile, type Listing } from './listing.ts';
import { entryKinds, readTree, type StoredEntry } from './read.ts';
import { buildRecorded } from './recorded.ts';
import { readSiteFile } from './site-file.ts';

/**
 * Everything together: the digest of the entries, and what it takes to render it. All problems of
 * the folder come with it, those of single files among them; without a usable site.yaml there is no
 * edition, since nothing in it would have an address.
 *
 * @param options.drawings whether plots are drawn: to judge them takes no drawing
 * @param options.listing what lies in the folder, where that is known already
 * @param options.smallerPictures whether to make them: only a build shows them, and they take seconds
 */
export async function assemble(
  content: string,
  entries: StoredEntry[],
  {
    drawings = true,
    smallerPictures = false,
    listing = listContent(content),
  }: { drawings?: boolean; smallerPictures?: boolean; listing?: Listing } = {},
): Promise<{ edition?: Edition; problems: Problem[] }> {
  const shown = shownPath(content);
  const { site, problems: siteProblems } = readSiteFile(content);
  const { files, problems: fileProblems, disk } = listing;
  const found = [...siteProblems, ...fileProblems];
  if (!site) return { problems: [...found, ...entries.flatMap((entry) => entry.problems)] };

  const versions = readLockFile(content, files);
  const { digest, problems } = buildDigest(entries, site, { versions: versions?.lock });
  if (versions) found.push(...judgeLock(versions, entries, `${shown}/${LOCK_FILE}`));
  const hasRecord = files.some(({ location }) => location.kind === 'record');
  const record = hasRecord ? readRecordFile(content) : undefined;
  if (record) {
    const file = `${shown}/${RECORD_FILE}`;
    found.push(...record.problems, ...judgeRecord(record, entries, digest, file));
  }
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  for (const { path: name, location } of files) {
    const isEntry = entryKinds.some((kind) => kind === location.kind);
    if (isEntry && !byFile.has(`${shown}/${name}`)) throw new Error(`${name} was not read.`);
  }
  const cache = cacheFolder(content);
  const encoded = new KeptPictures(picturesFolder(content));
  const readings = path.join(cache, 'picture-readings');
  const pictures = new Pictures(new KeptReadings(readings, encoded, disk));
  for (const issue of digest.issues) {
    if (issue.hero) await pictures.add(issue, issue.hero.src, issue.hero.place);
    for (const use of issue.facts?.pictures ?? []) await pictures.add(issue, use.src, use);
  }
  const others = [...digest.papers, ...(digest.about ? [digest.about] : [])];
  for (const entry of others) {
    for (const use of entry.facts?.pictures ?? []) await pictures.add(entry, use.src, use);
  }
  const plots = new Plots(disk);
  for (const entry of [...digest.issues, ...others]) {
    for (const use of entry.facts?.plots ?? []) plots.add(entry, use);
  }
  // A text whose facts are not all right is left out of the digest, and its pictures and plots are judged all the same.
  for (const entry of entries) {
    if ((entry.kind !== 'paper' && entry.kind !== 'issue') || entry.whole) continue;
    if (entry.data.draft === true) continue;
    for (const use of entry.facts?.pictures ?? []) await pictures.add(entry, use.src, use);
    for (const use of entry.facts?.plots ?? []) plots.add(entry, use);
  }
  if (drawings) await plots.draw(path.join(cache, 'plots'));
  // What lies beside a draft, or beside a text that cannot be read, is not known to be unused.
  const published = new Set([...digest.issues, ...digest.papers].map(({ file }) => file));
  const waiting = new Set(
    entries
      .filter(({ kind, file }) => (kind === 'paper' || kind === 'issue') && !published.has(file))
      .map(({ file }) => path.posix.dirname(file)),
  );
  const listFiles = (ending: RegExp) =>
    files.flatMap(({ path: name, location }) => {
      if (location.kind !== 'picture' || !ending.test(location.name)) return [];
      const file = `${shown}/${name}`;
      return waiting.has(file.slice(0, -location.name.length - 1)) ? [] : [file];
    });
  if (smallerPictures && pictures.problems.length === 0) await pictures.makeSmaller();
  pictures.finish();
  const edition: Edition = {
    digest,
    routes: buildRoutes(site.url),
    treeOf: ({ file }) => {
      const name = byFile.get(file)?.treeFile;
      return name === undefined ? undefined : readTree(content, name);
    },
    treeKeyOf: ({ file }) => byFile.get(file)?.treeFile,
    pictureOf: (entry, src) => pictures.of(entry, src),
    smallerOf: ({ name }) => pictures.smallerOf(name),
    pictures: new Map([...pictures.byName, ...plots.pictures]),
    plotOf: (entry, attributes) => plots.of(entry, attributes),
    data: plots.files,
    recorded: buildRecorded(record?.record.pages ?? []),
    known: () => buildKnown(entries, site, shownPath(content)),
  };
  return {
    problems: [
      ...found,
      ...problems,
      ...pictures.problems,
      ...pictures.findUnused(listFiles(/\.(svg|png|jpe?g|webp|avif)$/i)),
      ...plots.problems,
      ...plots.findUnused(listFiles(/\.csv$/)),
    ],
    edition,
  };
}

/** The record of what was published; undefined in a digest that has none yet. */
export function readRecordFile(content: string): RecordReading | undefined {
  const file = path.join(content, RECORD_FILE);
  if (!existsSync(file)) return undefined;
  return readRecord(readFileSync(file, 'utf8'), shownPath(file));
}

function readLockFile(content: string, files: readonly ContentFile[]): LockReading | undefined {
  if (!files.some(({ location }) => location.kind === 'versions')) return undefined;
  const file = path.join(content, LOCK_FILE);
  return readLock(readFileSync(file, 'utf8'), shownPath(file));
}
