import { parse as parseToml, TomlDate } from 'smol-toml';
import { LineCounter, isMap, isScalar, parseDocument } from 'yaml';

/** A value of old front matter: text, a list, or a mapping; numbers and dates as they were written. */
export type Value = string | Value[] | { [key: string]: Value };

export type OldFrontMatter = {
  values: ReadonlyMap<string, Value>;
  /** The line of the file of each key. */
  lines: ReadonlyMap<string, number>;
  body: string;
  /** The line of the file on which the body begins. */
  bodyLine: number;
  /** Why it could not be read, as a sentence. */
  fault?: { line: number; text: string };
};

const MOST = 100_000;

/** Splits a text at its front matter: YAML between `---`, or TOML between `+++`. Never throws. */
export function splitOldFrontMatter(source: string): OldFrontMatter {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const nothing = { values: new Map<string, Value>(), lines: new Map<string, number>() };
  const match = /^(\s*)(---|\+\+\+)[ \t]*\n([\s\S]*?)(?:^|\n)\2[ \t]*(?:\n|$)/.exec(text);
  if (match === null) return { ...nothing, body: text, bodyLine: 1 };
  const [whole, before = '', fence = '', inner = ''] = match;
  const body = text.slice(whole.length);
  const bodyLine = whole.split('\n').length - (whole.endsWith('\n') ? 0 : 1);
  const first = before.split('\n').length + 1;
  const rest = { body, bodyLine };
  if (inner.length > MOST) {
    return {
      ...nothing,
      ...rest,
      fault: { line: 1, text: `The front matter has more than ${MOST} characters` },
    };
  }
  return fence === '---'
    ? { ...readYamlValues(inner, first), ...rest }
    : { ...readTomlValues(inner, first), ...rest };
}

function readYamlValues(
  text: string,
  first: number,
): Pick<OldFrontMatter, 'values' | 'lines' | 'fault'> {
  const values = new Map<string, Value>();
  const lines = new Map<string, number>();
  const counter = new LineCounter();
  // Failsafe: every scalar stays as it is written, `2405.04517` and `2024-06-28` among them.
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: counter,
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line + first - 1;
    return {
      values,
      lines,
      fault: { line, text: `The front matter is no YAML: ${error.message.split('\n')[0] ?? ''}` },
    };
  }
  const { contents } = document;
  if (!isMap(contents)) return { values, lines };
  let fault: OldFrontMatter['fault'];
  for (const { key, value } of contents.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    lines.set(name, counter.linePos(key.range[0]).line + first - 1);
    try {
      const plain =
        value === null
          ? ''
          : (value as { toJS(document: unknown, options: object): unknown }).toJS(document, {
              maxAliasCount: 20,
            });
      values.set(name, toValue(plain, 0));
    } catch {
      fault ??= {
        line: lines.get(name) ?? first,
        text: `\`${name}\` repeats other values by their names too often, and was not read`,
      };
    }
  }
  return { values, lines, ...(fault && { fault }) };
}

function readTomlValues(
  text: string,
  first: number,
): Pick<OldFrontMatter, 'values' | 'lines' | 'fault'> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const key = /^\s*\[*\s*["']?([\w-]+)/.exec(line)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, index + first);
  }
  try {
    const data = parseToml(text);
    return {
      values: new Map(Object.entries(data).map(([key, value]) => [key, toValue(value, 0)])),
      lines,
    };
  } catch (error) {
    const line = (error as { line?: number }).line ?? 1;
    const [message = ''] = (error instanceof Error ? error.message : '').split('\n');
    return {
      values: new Map(),
      lines,
      fault: { line: line + first - 1, text: `The front matter is no TOML: ${message}` },
    };
  }
}

function toValue(value: unknown, depth: number): Value {
  if (depth > 8 || value === null || value === undefined) return '';
  if (value instanceof TomlDate) return value.toISOString().replace('.000', '');
  if (Array.isArray(value)) return value.slice(0, 5_000).map((one) => toValue(one, depth + 1));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== '__proto__')
        .map(([key, one]) => [key, toValue(one, depth + 1)]),
    );
  }
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint'
    ? String(value)
    : '';
}

/** The value at a key, or below it at a path with dots: `review_author.name`, of each entry of a list. */
export function valueAt(values: ReadonlyMap<string, Value>, key: string): Value | undefined {
  if (values.has(key)) return values.get(key);
  const [head = '', ...rest] = key.split('.');
  let at: Value | undefined = values.get(head);
  for (const part of rest) {
    const below = (one: Value | undefined): Value | undefined =>
      typeof one === 'object' && !Array.isArray(one) && Object.hasOwn(one, part)
        ? one[part]
        : undefined;
    at = Array.isArray(at) ? at.flatMap((one) => below(one) ?? []) : below(at);
  }
  return at === '' || (Array.isArray(at) && at.length === 0) ? undefined : at;
}

/** A value as one text; a list joined by commas, a mapping by its `name`. */
export function textOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value))
    return (
      value
        .map(textOf)
        .filter((one) => one !== undefined)
        .join(', ') || undefined
    );
  return textOf(value['name'] ?? value['title'] ?? value['label']);
}

/** A value as a list of texts; one text is divided at its commas, and a last `and`. */
export function listOf(value: Value | undefined): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map(textOf).filter((one) => one !== undefined);
  const text = textOf(value) ?? '';
  return text
    .split(/\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
