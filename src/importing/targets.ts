import path from 'node:path';
import { buildRoutes, sources } from '../routes.ts';
import { addressKey } from './addresses.ts';
import { findInArchive, type Archive } from './archive.ts';
import type { Document } from './documents.ts';
import type { Target } from './text/links.ts';

/** A text of the archive with what leads to it here. */
export type Known = { document: Document; facts: Record<string, unknown>; old: readonly string[] };

/** Where links of the old archive lead now. */
export class Targets {
  readonly #archive: Archive;
  readonly #site: string | undefined;
  readonly #old: string | undefined;
  readonly #byFile = new Map<string, Known>();
  readonly #byAddress = new Map<string, Known>();

  /**
   * @param site the address of this site, where it is known
   * @param old the address of the old one
   */
  constructor(
    archive: Archive,
    known: readonly Known[],
    site: string | undefined,
    old: string | undefined,
  ) {
    this.#archive = archive;
    this.#site = site;
    this.#old = old?.replace(/\/+$/, '');
    for (const one of known) {
      this.#byFile.set(one.document.file, one);
      for (const address of one.old) this.#byAddress.set(addressKey(address), one);
    }
  }

  /** @param from the text that holds the link, from the archive's root on */
  find(from: string, url: string): Target {
    const address = url.trim();
    if (address.startsWith('#') || /^mailto:/i.test(address)) return { url: address };
    const isOld = this.#old !== undefined && address.startsWith(`${this.#old}/`);
    if (/^(?:https?:)?\/\//i.test(address) && !isOld)
      return { url: address.startsWith('//') ? `https:${address}` : address };
    if (/^[a-z][a-z0-9+.-]*:/i.test(address) && !isOld && !/^(?:post_url|link):/.test(address)) {
      return {
        lost: `The link \`${address.slice(0, 100)}\` is of a kind that is not taken; its words stay`,
      };
    }
    const local = isOld
      ? address.slice(this.#old.length)
      : address.replace(/^(?:post_url|link):/, '');
    const found = this.#document(from, local, address.startsWith('post_url:'));
    const shown = address.replaceAll('`', "'").slice(0, 100);
    if (found === undefined) {
      if (this.#old !== undefined && !/^(?:post_url|link):/.test(address)) {
        const full = isOld
          ? address
          : URL.parse(
              local,
              `${this.#old}/${from.replace(/^(?:docs|pages|content)\//, '').replace(/\.\w+$/, '/')}`,
            )?.href;
        if (full !== undefined) return { url: full };
      }
      return { lost: `The link \`${shown}\` leads to nothing that was imported; its words stay` };
    }
    const told = this.#addressOf(found);
    return told === undefined
      ? {
          lost: `The link \`${shown}\` leads to ${found.document.file}, which has no address yet; its words stay`,
        }
      : {
          url: told,
          ...(/#./.test(address) && {
            told: `The link \`${shown}\` led to a place in a text, and leads to its beginning now`,
          }),
        };
  }

  #document(from: string, address: string, isPost: boolean): Known | undefined {
    const plain = address.replace(/[?#].*$/, '');
    if (isPost) {
      const wanted = path.posix.basename(plain.replace(/\/+$/, '')).replace(/\.\w+$/, '');
      return [...this.#byFile.values()].find(({ document: { file } }) =>
        namesOfFile(file).includes(wanted),
      );
    }
    const bare = plain.replace(/\/+$/, '');
    for (const candidate of [
      plain,
      `${bare}.md`,
      `${bare}/index.md`,
      `${bare}/_index.md`,
      `${bare.replace(/^(?:\.\.\/)/, '')}.md`,
    ]) {
      const file = findInArchive(this.#archive, from, candidate);
      const known = file && this.#byFile.get(file.file);
      if (known !== undefined) return known;
    }
    return (
      this.#byAddress.get(addressKey(plain)) ??
      this.#byAddress.get(
        addressKey(
          path.posix.join(
            path.posix.dirname(`/${from.replace(/^(?:docs|pages|content)\//, '')}`),
            plain,
          ),
        ),
      )
    );
  }

  /** A paper is linked by where it was published, an issue by its address here. */
  #addressOf({ document, facts }: Known): string | undefined {
    const { arxiv, doi, openreview, url } = facts as Record<string, string | undefined>;
    if (document.kind === 'paper') {
      if (arxiv !== undefined) return sources.arxiv(arxiv);
      if (doi !== undefined) return sources.doi(doi);
      return openreview === undefined ? url : sources.openreview(openreview);
    }
    if (this.#site === undefined) return undefined;
    const routes = buildRoutes(this.#site);
    return routes.absolute(routes.issue(document.issue));
  }
}

/** What a post is called by: its file's name, that without its day, and that of its folder. */
function namesOfFile(file: string): string[] {
  const stem = path.posix.basename(file).replace(/\.\w+$/, '');
  const folder = path.posix.basename(path.posix.dirname(file));
  return [
    stem,
    stem.replace(/^\d{4}-\d{2}-\d{2}-/, ''),
    ...(/^_?index$/.test(stem) ? [folder] : []),
  ];
}
