import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './records.ts';

/**
 * The files that search the records in a browser: Pagefind's script and its index, by their path in one folder. The same
 * records give the same files. Who has asked for the last ones ends the process that makes them, by `endIndexing`.
 * https://pagefind.app/docs/node-api/
 *
 * @param language of the records, `en-GB`
 * @param onRecord called after each
 */
export async function makeIndexFiles(
  records: readonly SearchRecord[],
  language: string,
  onRecord: () => void = () => undefined,
): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: language.replace(/-.*/, '') });
  if (!index) throw new Error(errors.join('\n'));
  try {
    for (const record of records) {
      const added = await index.addHTMLFile({ url: record.url, content: renderRecord(record) });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('\n')}`);
      onRecord();
    }
    const { files, errors: faults } = await index.getFiles();
    if (faults.length > 0) throw new Error(faults.join('\n'));
    const wanted = files.filter(({ path }) => !UNUSED.test(path));
    // Which of the two searches is said by what the index has been made with.
    const own = wanted.some(({ path }) => /^wasm\.(?!unknown)/.test(path));
    return new Map(
      wanted
        .filter(({ path }) => !own || path !== 'wasm.unknown.pagefind')
        .map(({ path, content }): [string, Uint8Array] => [path, content])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  } finally {
    await index.deleteIndex();
  }
}

/** Ends the process of Pagefind; another index begins one anew. */
export async function endIndexing(): Promise<void> {
  await close();
}

/** Interfaces that Pagefind brings, and we do without. */
const UNUSED = /^pagefind-(?!worker\.js$|entry\.json$)/;

/** A record as the page that Pagefind takes apart, since only in a page has a section a place of its own. */
function renderRecord({ meta, filters, date, tldr, sections }: SearchRecord): string {
  const told = (attribute: 'meta' | 'filter' | 'sort', name: string, content: string) =>
    h('meta', { [`data-pagefind-${attribute}`]: `${name}[content]`, content });
  return toHtml(
    h('html', [
      h('head', [
        ...Object.entries(meta).map(([name, content]) => told('meta', name, content)),
        ...Object.entries(filters).flatMap(([name, values]) =>
          values.map((value) => told('filter', name, value)),
        ),
        told('sort', 'date', date),
      ]),
      h('body', [
        h('p', { 'data-pagefind-weight': '3' }, tldr),
        ...sections.flatMap(({ id, heading, paragraphs }) => [
          ...(heading === undefined ? [] : [h('h2', { id, 'data-pagefind-weight': '2' }, heading)]),
          ...paragraphs.map((paragraph) => h('p', paragraph)),
        ]),
      ]),
    ]),
  );
}
