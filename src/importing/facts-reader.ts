import { mapped, namesOf, type Document } from './documents.ts';
import { oldDay } from './dates.ts';
import { listOf, textOf, type Value } from './front-matter.ts';
import type { Mapping } from './mapping.ts';

/** Facts of ours by their keys, as they are written. */
export type Facts = Record<string, unknown>;

/** What became of a fact: the line of the old file, and the key of ours. */
export type FactNote = { line: number; key: string; kind: 'look' | 'mended'; text: string };

/** Reads the facts of one text by the mapping. */
export class FactsReader {
  readonly facts: Facts = {};
  readonly notes: FactNote[] = [];
  readonly #document: Document;
  readonly #names: Mapping['paper'];
  readonly #defaults: Record<string, string | string[] | undefined>;
  readonly #used = new Set<string>();

  constructor(document: Document, mapping: Mapping) {
    const { kind } = document;
    this.#document = document;
    this.#names = kind === 'paper' ? mapping.paper : mapping.issue;
    this.#defaults = mapping.defaults?.[kind] ?? {};
  }

  value(key: string): Value | undefined {
    const { values } = this.#document.front;
    for (const name of namesOf(this.#names, key)) this.#used.add(name.split('.')[0] ?? '');
    const value = mapped(values, this.#names, key);
    return value ?? this.#defaults[key];
  }

  text(key: string): string | undefined {
    return textOf(this.value(key));
  }

  list(key: string): string[] {
    return [...new Set(listOf(this.value(key)))];
  }

  /** The line of the old file on which a key of ours stands. */
  look(key: string, text: string): void {
    this.notes.push({ line: this.#lineOf(key), key, kind: 'look', text });
  }

  /** Tells that a value is written otherwise now. */
  changed(key: string, old: string, present: string): void {
    if (old === present) return;
    const text = `\`${old.replaceAll('`', "'")}\` in \`${key}\` became \`${present}\``;
    this.notes.push({ line: this.#lineOf(key), key, kind: 'mended', text });
  }

  #lineOf(key: string): number {
    const { lines } = this.#document.front;
    const heads = namesOf(this.#names, key).map((one) => one.split('.')[0] ?? '');
    return heads.map((one) => lines.get(one)).find((one) => one !== undefined) ?? 1;
  }

  day(key: string): string | undefined {
    const text = this.text(key);
    const day = oldDay(text);
    if (text !== undefined && day === undefined)
      this.look(key, `\`${key}\` has no day that can be told: \`${text}\``);
    if (text !== undefined && day !== undefined) this.changed(key, text, day);
    return day;
  }

  set(key: string, value: unknown): void {
    const isEmpty =
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) this.facts[key] = value;
  }

  /** Facts of the old text that no key of ours took, as lines for a comment. */
  rest(): string[] {
    const { values, lines } = this.#document.front;
    return [...values]
      .filter(([key]) => !this.#used.has(key) && !IMPLIED.has(key))
      .map(([key, value]) => {
        const written =
          `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`.replace(
            /\s+/g,
            ' ',
          );
        const told = written.length > 300 ? `${written.slice(0, 299)}…` : written;
        this.notes.push({
          line: lines.get(key) ?? 1,
          key,
          kind: 'look',
          text: `\`${told.replaceAll('`', "'")}\` has no place among our facts; it stands as a comment`,
        });
        return told;
      });
  }
}

/** Told by the folder, or in the report's list of old addresses. */
const IMPLIED = new Set([
  'potm_year',
  'potm_month',
  'permalink',
  'redirect_from',
  'aliases',
  'url',
]);
