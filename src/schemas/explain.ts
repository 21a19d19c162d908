import type { z } from 'zod';
import { nearest, oneSlipFrom } from '../body/nearest.ts';
import { asFault, type Fault } from './rule.ts';
import { otherNames } from './other-names.ts';
import { descriptionOf, keysOf, keysOfItem, schemaAt, type Schema } from './schema-path.ts';
import { shorten } from './yaml-syntax.ts';

type Issue = z.core.$ZodIssue;

/** An issue in a writer's words. `path` says where it lies; `at: 'key'` that the key is meant, not its value. */
export type Explained = { path: string; at: 'key' | 'value' } & {
  code: string;
  message: string;
  fix: string;
  /** The key or the value to write instead, where only one can be meant. */
  write?: string;
  /** The key to write before that value. */
  key?: string;
};

/** Turns the issues of a schema into sentences, one for each fault. */
export function explainIssues(issues: Issue[], root: Schema, value: unknown): Explained[] {
  const explained = issues.flatMap((issue) => explain(issue, [], root, value));
  const seen = new Set<string>();
  // Who wrote `autors` is told so, and not that `authors` is missing as well.
  const meant = new Set(
    explained.flatMap(({ code, path, fix }) => {
      const name = code === 'unknown-key' ? /^Write `(\w+)`/.exec(fix)?.[1] : undefined;
      return name === undefined ? [] : [`${path.replace(/[^.]*$/, '')}${name}`];
    }),
  );
  return explained.filter((one) => {
    const missing = one.code === 'missing-key' ? /^`(\w+)`/.exec(one.message)?.[1] : undefined;
    if (missing && meant.has(one.path === '' ? missing : `${one.path}.${missing}`)) return false;
    // An empty date is both empty and no date: the first says it all.
    const key = one.at === 'value' ? one.path : `${one.path} ${one.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function explain(issue: Issue, above: PropertyKey[], root: Schema, value: unknown): Explained[] {
  const path = [...above, ...issue.path];
  const at = path.join('.');
  const given = valueAt(value, path);
  const subject = subjectOf(path, given);
  const one = (fault: Fault, place: 'key' | 'value' = 'value'): Explained[] => [
    {
      ...{ path: at, at: place, code: fault.code, message: `${subject} ${fault.says}.` },
      fix: fault.fix,
      ...(fault.write !== undefined && { write: fault.write }),
      ...(fault.key !== undefined && { key: fault.key }),
    },
  ];
  const fault = issue.code === 'custom' ? asFault(issue.params) : undefined;
  if (fault !== undefined) return one(fault);
  const schema = schemaAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = schema === undefined ? [] : keysOf(schema);
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        at: 'key' as const,
        code: 'unknown-key',
        message: `There is no key \`${shorten(key)}\`${path.length === 0 ? '' : ` in ${placeOf(path)}`}.`,
        fix: suggestKey(key, known, path.join('.')),
        ...writeSlip(key, otherNames(path.join('.'), key) ?? known, keysIn(given)),
      }));
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) => {
        const keyFault = inner.code === 'custom' ? asFault(inner.params) : undefined;
        if (keyFault === undefined) return [];
        const message = `The key \`${shorten(String(path.at(-1)))}\` ${keyFault.says}.`;
        return [{ path: at, at: 'key' as const, code: keyFault.code, message, fix: keyFault.fix }];
      });
    case 'invalid_union': {
      const fitting = issue.errors.find((branch) =>
        branch.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type'),
      );
      if (fitting !== undefined) {
        return fitting.flatMap((inner) => explain(inner, path, root, value));
      }
      break;
    }
    case 'invalid_type':
      if (given === undefined) {
        const name = String(path.at(-1));
        return [
          {
            path: path.slice(0, -1).join('.'),
            at: 'key',
            code: 'missing-key',
            message: `\`${name}\` is missing${path.length > 1 ? ` in ${placeOf(path.slice(0, -1))}` : ''}.`,
            fix: `Add \`${name}:\`. ${descriptionOf(root, path)}`.trimEnd(),
          },
        ];
      }
      if (given === '') return one(empty(root, path));
      return one(wrongKind(issue.expected, root, path, given));
    case 'invalid_value': {
      if (given === '') return one(empty(root, path));
      const options = issue.values.map(String);
      const near = typeof given === 'string' ? nearest(given, options) : undefined;
      return one({
        code: 'not-a-choice',
        says: `is none of ${options.map((option) => `\`${option}\``).join(', ')}`,
        fix: near === undefined ? 'Write one of them.' : `Write \`${near}\`.`,
        ...(typeof given === 'string' && writeSlip(given, options)),
      });
    }
    case 'too_small':
      if (issue.origin === 'string' || given === '') return one(empty(root, path));
      return one({
        code: 'too-few',
        says:
          Array.isArray(given) && given.length > 0
            ? `has ${countEntries(given.length)}; ${issue.minimum} are needed`
            : 'is an empty list',
        fix: `Write at least ${countEntries(Number(issue.minimum))}. ${descriptionOf(root, path)}`.trimEnd(),
      });
    case 'too_big':
      return one(
        issue.origin === 'string'
          ? {
              code: 'too-long',
              says: `has ${String(given).trim().length} characters; ${issue.maximum} are allowed`,
              fix: 'Shorten it.',
            }
          : {
              code: 'too-many',
              says: `has ${Array.isArray(given) ? given.length : 'too many'} entries; ${issue.maximum} are allowed`,
              fix: 'Keep those that matter most.',
            },
      );
    default:
  }
  return one(wrongKind('other', root, path, given));
}

/** The one known word that is a letter away from a word. @param taken those that stand beside it already */
function writeSlip(
  word: string,
  known: readonly string[],
  taken: string[] = [],
): { write?: string } {
  const write = oneSlipFrom(word, known);
  return write === undefined || taken.includes(write) ? {} : { write };
}

function keysIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function suggestKey(key: string, known: string[], path: string): string {
  const plain = key.toLowerCase().replaceAll('-', '_');
  const meant = otherNames(path, plain);
  const near = meant?.find((one) => known.includes(one)) ?? nearest(key, known);
  if (near !== undefined) return `Write \`${near}\`, or take the line out.`;
  return `Take it out; the keys are ${known.map((name) => `\`${name}\``).join(', ')}.`;
}

function empty(root: Schema, path: PropertyKey[]): Fault {
  return {
    code: 'empty-value',
    says: 'is empty',
    fix: `Write a value, or take the line out if it is optional. ${descriptionOf(root, path)}`.trimEnd(),
  };
}

function wrongKind(expected: string, root: Schema, path: PropertyKey[], given: unknown): Fault {
  const kind = Array.isArray(given) ? 'a list' : typeof given === 'object' ? 'a mapping' : 'text';
  const name = typeof path.at(-1) === 'string' ? String(path.at(-1)) : '-';
  const key = name === '-' ? '- ' : `${name}: `;
  const text = typeof given === 'string' ? shorten(given) : '…';
  const schema = schemaAt(root, path);
  if (expected === 'array') {
    const keys = schema === undefined ? [] : keysOfItem(schema);
    const entry = keys.length === 0 ? text : `{ ${keys.map((one) => `${one}: …`).join(', ')} }`;
    return {
      code: 'not-a-list',
      says: `is ${kind}, where a list belongs`,
      fix: `Write \`${key}[${entry}]\`.`,
    };
  }
  if (expected === 'object' || expected === 'record') {
    const keys = schema === undefined ? [] : keysOf(schema);
    return {
      code: 'not-a-mapping',
      says: `is ${kind}, where keys with values belong`,
      fix:
        keys.length === 0
          ? 'Write one `key: value` on each line.'
          : path.length === 0
            ? `Write one key on each line: ${keys.map((one) => `\`${one}:\``).join(', ')}.`
            : `Write \`${key}{ ${keys.map((one) => `${one}: …`).join(', ')} }\`.`,
    };
  }
  return {
    code: 'not-text',
    says: `is ${kind}, where text belongs`,
    fix: `Write one text: \`${key}…\`; in single quotes if it holds \`: \` or begins with \`[\` or \`{\`.`,
  };
}

/** `published: 2026-02-30` for a key, `Foo Bar` in `tags` for an item, in backticks. */
function subjectOf(path: PropertyKey[], given: unknown): string {
  if (path.length === 0) return 'The file';
  const last = path.at(-1);
  const text = typeof given === 'string' && given !== '' ? shorten(given) : undefined;
  const item = typeof last === 'number' || /^\d+$/.test(String(last));
  if (!item) {
    const own = text === undefined ? `\`${String(last)}\`` : `\`${String(last)}: ${text}\``;
    return path.length === 1 ? own : `${own} in ${placeOf(path.slice(0, -1))}`;
  }
  return text === undefined
    ? `Entry ${Number(last) + 1} of ${placeOf(path.slice(0, -1))}`
    : `\`${text}\` in ${placeOf(path.slice(0, -1))}`;
}

function countEntries(number: number): string {
  return number === 1 ? '1 entry' : `${number} entries`;
}

/** Where in the file, for "in …": `score`, or entry 3 of `authors`. */
function placeOf(path: PropertyKey[]): string {
  const last = path.at(-1);
  if (!/^\d+$/.test(String(last))) return `\`${path.map(String).join('.')}\``;
  return `entry ${Number(last) + 1} of ${placeOf(path.slice(0, -1))}`;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}
