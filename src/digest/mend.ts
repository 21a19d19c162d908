import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { writeWhole } from '../cache.ts';
import type { Problem } from '../problem.ts';
import { readSite } from '../site.ts';
import { assemble } from './assemble.ts';
import { checkContent } from './check.ts';
import { shownPath } from './folders.ts';
import { mendText, type Mended } from './mend-text.ts';
import { readEntry, type StoredEntry } from './compile-file.ts';
import { listContent, type ContentFile } from './listing.ts';
import type { Scope } from './scope.ts';

/** What was done in one file. */
export type Mending = Omit<Mended, 'text'> & { file: string };

type Judge = (text: string) => Problem[] | Promise<Problem[]>;

/**
 * Mends in the files of a content folder what can be mended in one way only, and writes them. First what is wrong with
 * each file by itself, then what it takes the others to see.
 *
 * @param scope the files that may be written, all unless told
 */
export async function mendContent(content: string, scope: Scope = () => true): Promise<Mending[]> {
  const mendings = new Map<string, Mending>();
  const mendAll = async (problems: readonly Problem[], judgeOf: (file: ContentFile) => Judge) => {
    const faulty = new Set(problems.flatMap(({ file, edit }) => (edit ? [file] : [])));
    for (const file of listContent(content).files) {
      const shown = shownPath(path.join(content, file.path));
      if (!faulty.has(shown) || !scope(shown)) continue;
      const mended = await mendFile(content, file, judgeOf(file));
      if (mended) mendings.set(shown, join(shown, mendings.get(shown), mended));
    }
  };

  const alone = await checkContent({ content });
  await mendAll(alone.problems, (file) => (text) => judgeAlone(content, file, text));
  const together = await checkContent({ content });
  await mendAll(together.problems, (file) => async (text) => {
    const shown = shownPath(path.join(content, file.path));
    const entry = readEntry(text, shown, file.location);
    if (!entry) return judgeAlone(content, file, text);
    const entries = together.entries.map((one) =>
      one.file === shown ? (entry as StoredEntry) : one,
    );
    return (await assemble(content, entries, { drawings: false })).problems;
  });
  return [...mendings.values()];
}

function judgeAlone(content: string, { path: name, location }: ContentFile, text: string) {
  const shown = shownPath(path.join(content, name));
  return location.kind === 'site'
    ? readSite(text, shown).problems
    : (readEntry(text, shown, location)?.problems ?? []);
}

/** Undefined for a file that is not to be written. */
async function mendFile(
  content: string,
  { path: name }: ContentFile,
  judge: Judge,
): Promise<Mended | undefined> {
  const file = path.join(content, name);
  // Below the folder itself nothing may be a link; the folder may be one.
  const inside = realpathSync(file) === path.join(realpathSync(content), name);
  if (!lstatSync(file).isFile() || !inside) return undefined;
  const bytes = readFileSync(file);
  const source = bytes.toString('utf8');
  // Bytes that are no UTF-8 would be written as something else.
  if (!Buffer.from(source).equals(bytes)) return undefined;
  const mended = await mendText(source, judge);
  if (mended.text === source) return mended;
  // Somebody saved it meanwhile: theirs counts.
  if (!readFileSync(file).equals(bytes)) return undefined;
  writeWhole(file, mended.text, lstatSync(file).mode);
  return mended;
}

function join(file: string, before: Mending | undefined, { mended, refused }: Mended): Mending {
  return {
    file,
    mended: [...(before?.mended ?? []), ...mended],
    // What was left before was tried again.
    refused,
  };
}
