import type { Problem } from '../problem.ts';

/** The file of the content folder that holds the record. */
export const RECORD_FILE = 'published.txt';

/**
 * What was ever published, as lines of text that git merges one by one:
 *
 *     authority digest.example,2026
 *     /papers/titans/ id:titans .bib .md #results #eq-update
 *     /tags/memory/ feed.xml
 *
 * An address from the base path on; the id by which feeds know what stands there; what can be had beside it (`.bib`
 * is `/papers/titans.bib`) or in its folder; its anchors.
 */
export type PublishedRecord = {
  /** What the ids of all feed entries begin with. */
  authority?: string;
  pages: Published[];
};

export type Published = {
  /** Of a page with a slash at its end. */
  address: string;
  id?: string;
  files: string[];
  anchors: string[];
};

/** A record as it was read: where each address stands in it, by its line from 1 on. */
export type RecordReading = {
  record: PublishedRecord;
  lineOf: (address: string) => number;
  problems: Problem[];
};

const head = `# What was published: addresses, feed ids, files beside a page, anchors. Written after each deployment; a build that
# would lose any of it fails. Only an owner takes a line out, and only what nobody may look for any more.
`;
const authorityPattern = /^authority (\S+)$/;
const addressPattern = /^\/(?:[\w~.-]+\/)*(?:[\w~.-]+)?$/;
const filePattern = /^[\w~-]*\.[\w~.-]+$/;

/** Reads the text of a record. Several lines of one address are one. @param file as problems name it */
export function readRecord(text: string, file: string): RecordReading {
  const problems: Problem[] = [];
  const lines = new Map<string, number>();
  const records = text.split('\n').map((line, index): PublishedRecord => {
    const read = readLine(line.trimEnd());
    if (read === undefined) {
      problems.push({
        ...{ file, line: index + 1, column: 1, severity: 'error' },
        code: 'bad-record',
        message: 'This is no line of the record of what was published.',
        fix: 'Take the file back as it was: `git checkout HEAD -- content/published.txt`; nobody writes in it by hand.',
      });
      return { pages: [] };
    }
    const key = read.authority === undefined ? read.pages[0]?.address : 'authority';
    if (key !== undefined && !lines.has(key)) lines.set(key, index + 1);
    return read;
  });
  const lineOf = (address: string) => lines.get(address) ?? 1;
  return { record: mergeRecords(records), lineOf, problems };
}

function readLine(line: string): PublishedRecord | undefined {
  if (line === '' || line.startsWith('# ')) return { pages: [] };
  const authority = authorityPattern.exec(line)?.[1];
  if (authority !== undefined) return { authority, pages: [] };
  const [address = '', ...rest] = line.split(' ');
  if (!addressPattern.test(address)) return undefined;
  const page: Published = { address, files: [], anchors: [] };
  for (const part of rest) {
    if (/^id:[a-z0-9-]+$/.test(part)) page.id = part.slice('id:'.length);
    else if (/^#[\w-]+$/.test(part)) page.anchors.push(part.slice(1));
    else if (filePattern.test(part)) page.files.push(part);
    else return undefined;
  }
  return { pages: [page] };
}

/** All that any of them holds; where they differ, the first counts. */
export function mergeRecords(records: readonly PublishedRecord[]): PublishedRecord {
  const pages = new Map<string, Published>();
  for (const { address, id, files, anchors } of records.flatMap((record) => record.pages)) {
    const before = pages.get(address);
    const known = before?.id ?? id;
    pages.set(address, {
      address,
      ...(known !== undefined && { id: known }),
      files: [...new Set([...(before?.files ?? []), ...files])].sort(),
      anchors: [...new Set([...(before?.anchors ?? []), ...anchors])].sort(),
    });
  }
  const authority = records.find((record) => record.authority !== undefined)?.authority;
  return {
    ...(authority !== undefined && { authority }),
    // By code units: the same on every machine.
    pages: [...pages.values()].sort((a, b) => (a.address < b.address ? -1 : 1)),
  };
}

export function renderRecord({ authority, pages }: PublishedRecord): string {
  const lines = pages.map(({ address, id, files, anchors }) =>
    [
      address,
      ...(id === undefined ? [] : [`id:${id}`]),
      ...files,
      ...anchors.map((anchor) => `#${anchor}`),
    ].join(' '),
  );
  const all = authority === undefined ? lines : [`authority ${authority}`, ...lines];
  return `${head}${all.map((line) => `${line}\n`).join('')}`;
}

/** Every file of a built site that a record names, by the address that it stands with. */
export function listRecorded({ pages }: PublishedRecord): { address: string; file: string }[] {
  return pages.flatMap(({ address, files }) => {
    const inner = address.slice(1);
    const own = address.endsWith('/') ? `${inner}index.html` : inner;
    const beside = files.map((file) =>
      file.startsWith('.') ? inner.replace(/\/$/, '') + file : inner + file,
    );
    return [own, ...beside].map((file) => ({ address, file }));
  });
}
