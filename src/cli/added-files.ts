import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { hashOf } from '../cache.ts';
import { readRecordFile } from '../digest/assemble.ts';
import { openPrinting } from '../digest/check.ts';
import type { Edition } from '../digest/edition.ts';
import { contentFolder, shownPath } from '../digest/folders.ts';
import { listMoves } from '../digest/moves.ts';
import { formatProblems } from '../digest/problems.ts';
import { renderHeaders } from '../headers.ts';
import type { Ledger } from '../making/ledger.ts';
import { writeInto } from '../making/make.ts';
import type { Program } from '../making/program.ts';
import { judgeBuilt } from '../record/judge.ts';
import { RECORD_FILE } from '../record/record.ts';
import { renderRedirects } from '../redirects.ts';
import { loadIndexFiles } from '../search/kept-index.ts';
import { count } from '../text.ts';
import { listFiles } from './files.ts';
import { listMoved } from './moved-files.ts';
import type { Progress } from './progress.ts';
import { besides } from './site-folder.ts';

/** Adds a file of the site; it is read if the last build had none with this hash, which stands for what it holds. */
type Adding = (file: string, hash: string, read: () => string | Uint8Array) => void;

/**
 * Adds what no page makes: the files of the program, the index of the search, what hosts read, and what stood at other
 * addresses before. Returns what is wrong as text to show, or `undefined`.
 */
export async function addFiles(
  outDir: string,
  edition: Edition,
  program: Program,
  ledger: Ledger,
  { isSearched, progress }: { isSearched: boolean; progress: Progress },
): Promise<string | undefined> {
  const { digest, routes } = edition;
  const { base } = routes;
  const { scratch } = besides(outDir);
  const addFile: Adding = (file, hash, read) => {
    if (ledger.setExtra(file, hash)) writeInto(scratch, file, read());
  };
  const add = (file: string, text: string) => addFile(file, hashOf(text), () => text);
  for (const file of listFiles(program.assets))
    addFile(file, program.key, () => readFileSync(join(program.assets, file)));
  const unindexed = isSearched ? await addIndex(edition, progress, addFile) : undefined;
  if (unindexed !== undefined) return unindexed;
  add('_headers', renderHeaders(base));
  const { copies, redirects } = listMoved(
    ledger.listFiles(),
    base,
    listMoves(digest, routes, edition.recorded),
  );
  for (const { from, to } of copies) {
    const fresh = join(scratch, from);
    const isNew = ledger.setExtra(to, `copy of ${from}`);
    if (isNew || existsSync(fresh))
      writeInto(scratch, to, readFileSync(existsSync(fresh) ? fresh : join(outDir, from)));
  }
  add('_redirects', renderRedirects(redirects));
  const record = readRecordFile(contentFolder());
  if (record === undefined) return undefined;
  const recordFile = shownPath(join(contentFolder(), RECORD_FILE));
  const lost = judgeBuilt(record, ledger.listFiles(), recordFile);
  return lost.length > 0 ? formatProblems(lost, openPrinting()).trimEnd() : undefined;
}

/** Adds the files that search the texts. Returns what is wrong as text to show, or `undefined`. */
async function addIndex(
  edition: Edition,
  progress: Progress,
  addFile: Adding,
): Promise<string | undefined> {
  const { routes } = edition;
  const folder = routes.searchIndex().slice(routes.base.length);
  let indexed = 0;
  try {
    const onPaper = () => progress.update(count((indexed += 1), 'paper'));
    const loading = loadIndexFiles(edition, contentFolder(), onPaper, ({ path, hash, read }) =>
      addFile(posix.join(folder, path), hash, read),
    );
    await progress.during('Indexing the texts', loading);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `The texts could not be indexed for the search:\n  ${message}`;
  }
  return undefined;
}
