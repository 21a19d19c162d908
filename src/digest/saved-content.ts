import type { Problem } from '../problem.ts';
import { assemble } from './assemble.ts';
import { openPrinting } from './check.ts';
import type { Edition } from './edition.ts';
import { listContent, type Listing } from './listing.ts';
import { formatProblems } from './problems.ts';
import { entryKinds, readEntries, type StoredEntry } from './read.ts';
import { salvageEntry, salvageTree } from './salvage.ts';
import { Stamps } from './stamps.ts';

/** What `dev` shows, and all problems. */
export type Shown = { edition: Edition; problems: Problem[] };

/** A content folder as it was when somebody looked. */
export type Saved = {
  entries: readonly StoredEntry[];
  /** All together, of these entries. Prints the problems, and goes on with what can be shown. */
  assemble: (entries: StoredEntry[]) => Promise<Shown>;
};

/** The content folder of a `dev` server. It is read anew where something was saved, and only then. */
export class SavedContent {
  readonly #content: string;
  readonly #stamps = new Stamps();
  #problems = '';
  #saved: Saved | undefined;
  #told = '';

  /** @param content absolute */
  constructor(content: string) {
    this.#content = content;
  }

  /** What lay there at the last look, which was at the start of a request. */
  get latest(): Saved {
    return this.#saved ?? this.look();
  }

  /** What lies there now: the same object as long as nothing was saved. */
  look(): Saved {
    const listing = listContent(this.#content);
    const problems = JSON.stringify(listing.problems);
    // Its own file may be missing, or be a link, of which a listing does not tell.
    const names = new Set([...listing.files.map(({ path }) => path), 'site.yaml']);
    const isOther = this.#stamps.renew(this.#content, [...names]);
    if (isOther || problems !== this.#problems) this.forget();
    this.#problems = problems;
    return (this.#saved ??= {
      entries: readEntries(this.#content, entryKinds, undefined, listing),
      assemble: (entries) => this.#assemble(entries, listing),
    });
  }

  /** Lets the next look read everything: what was kept of it may be gone. */
  forget(): void {
    this.#saved = undefined;
  }

  async #assemble(entries: StoredEntry[], listing: Listing): Promise<Shown> {
    const { edition, problems } = await assemble(this.#content, entries, { listing });
    const report = problems.length > 0 ? formatProblems(problems, openPrinting(this.#content)) : '';
    if (!edition) throw new Error(report);
    // Once for each state of the files.
    if (report !== this.#told) console.warn(report || 'No problems');
    this.#told = report;
    if (problems.every(({ severity }) => severity === 'warning')) return { edition, problems };
    const salvaged = await assemble(this.#content, entries.map(salvageEntry), { listing });
    const shown = salvaged.edition ?? edition;
    const treeOf: Edition['treeOf'] = (entry) => {
      const tree = shown.treeOf(entry);
      return tree && salvageTree(tree);
    };
    return { edition: { ...shown, treeOf }, problems };
  }
}
