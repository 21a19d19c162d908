import { Disk } from '../disk.ts';
import type { Problem } from '../problem.ts';
import { buildRoutes } from '../routes.ts';
import type { Site } from '../site.ts';
import { assemble } from './assemble.ts';
import { contentFolder } from './folders.ts';
import type { Edition } from './edition.ts';
import { listContent } from './listing.ts';
import type { Digest } from './model.ts';
import type { Printing } from './problems.ts';
import { entryKinds, readEntries, type StoredEntry } from './read.ts';
import { selectProblems, type Scope } from './scope.ts';
import { readSiteFile } from './site-file.ts';
import { openLines } from './source-lines.ts';

/** What a check found. Site and digest are there when the site's file is right. */
export type Checked = {
  problems: Problem[];
  entries: StoredEntry[];
  site?: Site;
  digest?: Digest;
  edition?: Edition;
};

export type CheckOptions = {
  /** Absolute. */
  content?: string;
  /** The part whose problems are wanted; it is judged against the rest. */
  scope?: Scope;
  /** Called after each file that was read. */
  onFile?: (read: number, of: number) => void;
  /** Whether pages are made from it: then plots are drawn, and pictures have smaller files. */
  forPages?: boolean;
  /** Where some of it has been read already. */
  disk?: Disk;
};

/** Judges a content folder as a build does. */
export async function checkContent({
  content = contentFolder(),
  scope,
  onFile,
  forPages = false,
  disk = new Disk(),
}: CheckOptions = {}): Promise<Checked> {
  const listing = listContent(content, disk);
  const entries = readEntries(content, entryKinds, onFile, listing);
  const { problems, edition } = await assemble(content, entries, {
    ...{ drawings: forPages, smallerPictures: forPages },
    listing,
  });
  // Without a site the rest was not judged: why, must be told.
  if (edition === undefined) return { problems, entries };
  const { digest } = edition;
  const { site } = digest;
  const wanted = scope ? selectProblems(problems, scope, entries, site) : problems;
  return { problems: wanted, entries, site, digest, edition };
}

/** What the printed forms take besides the problems: lines of the files, and the pages that explain rules. */
export function openPrinting(content = contentFolder()): Printing {
  const { site } = readSiteFile(content);
  const { absolute, contributeError } = buildRoutes(site?.url ?? 'https://site.invalid/');
  return {
    linesOf: openLines(content),
    linkOf: (code) => (site ? absolute(contributeError(code)) : contributeError(code)),
  };
}
