import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { nearest } from '../body/nearest.ts';
import { spellingKey, tidyName } from '../digest/people.ts';
import type { StoredEntry } from '../digest/read.ts';
import { slugFrom, slugPattern } from '../schemas/slug.ts';
import { insideOf, readText, type Archive } from './archive.ts';
import type { Mapping } from './mapping.ts';

/** What a name or a tag of the archive is here; `told` is for a person to look at. */
export type Resolved = { value: string; told?: string };

/** Who and what the content folder and the mapping know. */
export type Names = {
  person(written: string): Resolved;
  tag(written: string): Resolved;
  /** Tags that the mapping defines, that are used and that there are not yet. */
  newTags(): { id: string; label: string; description: string }[];
};

export function buildNames(
  archive: Archive,
  entries: readonly StoredEntry[],
  mapping: Mapping,
): Names {
  const accounts = readAccounts(archive);
  const claims = new Map<string, string>();
  const ids = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'person') continue;
    ids.add(entry.id);
    const { name, names = [], aliases = [] } = entry.data;
    for (const spelling of [...(name === undefined ? [] : [name]), ...names])
      claims.set(spellingKey(spelling), entry.id);
    for (const alias of aliases) claims.set(alias, entry.id);
  }
  const tags = readTags(entries);
  const made = new Map<string, { id: string; label: string; description: string }>();
  return {
    person(written) {
      const plain = tidyName(written.replace(/^@/, ''));
      const given =
        ownOf(mapping.people, plain) ??
        ownOf(mapping.people, written) ??
        accounts.get(plain) ??
        plain;
      const known = claims.get(given) ?? claims.get(spellingKey(given));
      if (ids.has(given) || known !== undefined) return { value: known ?? given };
      // A byline says a name; what looks like an id and is nobody's is an account of the old site.
      if (!slugPattern.test(given)) return { value: given };
      const near = nearest(given, [...ids, ...accounts.keys()]);
      const hint = near === undefined ? '' : `; \`${near}\` is near`;
      return {
        value: given,
        told: `\`${given}\` is no person here${hint}. Say the name under \`people\` in the mapping`,
      };
    },
    tag(written) {
      const given = ownOf(mapping.tags, written);
      if (typeof given === 'object') {
        if (!tags.has(given.id)) made.set(given.id, given);
        return { value: given.id };
      }
      const wanted = given ?? written;
      const id = slugFrom(wanted);
      const known = tags.get(wanted) ?? tags.get(id) ?? tags.get(wanted.toLowerCase());
      if (known !== undefined) return { value: known };
      const near = nearest(id, new Set(tags.values()));
      const hint = near === undefined ? '' : `; \`${near}\` is near`;
      return {
        value: id,
        told: `There is no tag \`${id}\`${written === id ? '' : ` (\`${written}\`)`}${hint}. Map it under \`tags\`, or give it \`{ id, label, description }\` there`,
      };
    },
    newTags: () => [...made.values()],
  };
}

function readTags(entries: readonly StoredEntry[]): Map<string, string> {
  const tags = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind !== 'tags') continue;
    for (const [id, tag] of Object.entries(entry.data)) {
      if (tag === undefined) continue;
      const { label, aliases = [] } = tag;
      for (const name of [id, label.toLowerCase(), ...aliases]) tags.set(name, id);
    }
  }
  return tags;
}

/** Names of people by their ids on the old site: `.authors.yml` of Material, `_data/authors.yml` of Jekyll. */
function readAccounts(archive: Archive): Map<string, string> {
  const accounts = new Map<string, string>();
  for (const file of archive.files.filter((one) =>
    /(?:^|\/)(?:\.authors|_data\/authors|data\/authors)\.ya?ml$/.test(one),
  )) {
    const text = readText(archive, file);
    if (text === undefined || text.length > 200_000) continue;
    let data: unknown;
    try {
      data = parse(text, { schema: 'failsafe', maxAliasCount: 0 });
    } catch {
      continue;
    }
    const list = isMapping(data) && isMapping(data['authors']) ? data['authors'] : data;
    if (!isMapping(list)) continue;
    for (const [id, person] of Object.entries(list)) {
      const name = isMapping(person) ? person['name'] : person;
      if (typeof name === 'string') accounts.set(id, tidyName(name));
    }
  }
  return accounts;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownOf<V>(record: Record<string, V> | undefined, key: string): V | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Commands that the old site defined for MathJax on all of its pages, as the lines of a script say them. */
export function readSiteMacros(archive: Archive): Map<string, { count: number; body: string }> {
  const macros = new Map<string, { count: number; body: string }>();
  for (const file of archive.files
    .filter((one) => /\.(?:js|html)$|(?:^|\/)mkdocs\.ya?ml$/.test(one))
    .slice(0, 500)) {
    const full = insideOf(archive, file);
    if (full === undefined || !existsSync(full) || path.extname(file) === '') continue;
    const text = readFileSync(full, 'utf8').slice(0, 200_000);
    const start = text.search(/\bmacros\s*["']?\s*:/i);
    if (start === -1 || !/mathjax|katex/i.test(text)) continue;
    const entry =
      /["']?\\*([A-Za-z]+)["']?\s*:\s*(?:(["'])((?:(?!\2)[^\\\n]|\\.)*)\2|\[\s*(["'])((?:(?!\4)[^\\\n]|\\.)*)\4\s*,\s*(\d)\s*\])/g;
    for (const match of text.slice(start, start + 10_000).matchAll(entry)) {
      const body = (match[3] ?? match[5] ?? '').replaceAll('\\\\', '\\');
      if (body.includes('\\') || match[6] !== undefined)
        macros.set(match[1] ?? '', { count: Number(match[6] ?? 0), body });
    }
  }
  return macros;
}
