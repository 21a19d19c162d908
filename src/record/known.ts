import { nearest } from '../body/nearest.ts';
import { sortContents, type Contents } from '../digest/contents.ts';
import type { Entry, IssueEntry, PaperEntry } from '../digest/entry.ts';
import type { Digest } from '../digest/model.ts';
import { listPages } from '../digest/pages.ts';
import { error, type Detail } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import type { Published } from './record.ts';

/** What a digest has, as far as it is compared with what was published. */
export type Known = Gathered & {
  /** A problem at the line of an address. */
  at: (address: string, detail: Detail) => Problem;
};

type Gathered = {
  contents: Contents;
  digest: Digest;
  /** Pages of the digest, from the base path on with a slash before it. */
  pages: ReadonlySet<string>;
  /** Papers by their slugs and aliases, faulty ones among them. */
  papers: ReadonlyMap<string, PaperEntry>;
  /** Issues by their ids and aliases. */
  issues: ReadonlyMap<string, IssueEntry>;
  drafts: ReadonlyMap<string, Entry>;
  /** Whether every file can be read: else something may be missing by that fault alone. */
  isComplete: boolean;
  /** Addresses that the record does not have yet. */
  fresh: readonly string[];
};

/** What a digest has that a record may name. */
export function gatherKnown(
  entries: readonly Entry[],
  digest: Digest,
  recorded: readonly Published[],
): Gathered {
  const contents = sortContents(entries, false);
  const byAddress = <E extends PaperEntry | IssueEntry>(list: readonly E[]) =>
    new Map(
      list.flatMap((entry) => [...(entry.data.aliases ?? []), entry.id].map((id) => [id, entry])),
    );
  const { drafts } = contents;
  const pages = listPages(digest).map((page) => `/${page}`);
  const before = new Set(recorded.map(({ address }) => address));
  return {
    contents,
    digest,
    papers: byAddress(contents.papers),
    issues: byAddress(contents.issues),
    pages: new Set(pages),
    drafts: new Map(
      entries.flatMap((entry): [string, Entry][] => {
        if (entry.kind === 'paper' && drafts.papers.has(entry.slug))
          return [[`/papers/${entry.slug}/`, entry]];
        if (entry.kind === 'issue' && drafts.issues.has(entry.id))
          return [[`/issues/${entry.id}/`, entry]];
        return [];
      }),
    ),
    isComplete: entries.every(({ whole }) => whole),
    fresh: pages.filter((page) => !before.has(page)),
  };
}

/** The one page of its kind that is new, or the one of the new that is named most alike: what it may be called now. */
export function findFresh(page: Published, known: Known): string | undefined {
  const ids = listFresh(page, known);
  return findNearFresh(page, known) ?? (ids.length === 1 ? ids[0] : undefined);
}

/** What a page may be called now by its name. */
export function findNearFresh(page: Published, known: Known): string | undefined {
  return nearest(page.address.split('/').at(-2) ?? '', listFresh(page, known));
}

/** What the new pages of the same kind are called. */
function listFresh({ address }: Published, { fresh }: Known): string[] {
  const folder = address.replace(/[^/]+\/$/, '');
  return fresh.flatMap((page) => {
    const id = page.slice(folder.length, -1);
    return page.startsWith(folder) && !id.includes('/') ? [id] : [];
  });
}

/** An address that was published, and is not there any more. */
export function lost(address: string, fix: string): Detail {
  return error(
    'lost-address',
    `\`${address}\` was published, and nothing stands there or leads on from there.`,
    fix,
  );
}
