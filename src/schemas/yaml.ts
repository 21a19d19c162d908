import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Problem } from '../problem.ts';
import { explainIssues, type Explained } from './explain.ts';
import { offsetInText } from './scalar-offset.ts';
import { findHiddenInComments } from './yaml-comments.ts';
import { readNodes, type YamlValues } from './yaml-nodes.ts';
import { entryAt, firstSyntaxFault, lineStart, tooDeep, type YamlFault } from './yaml-syntax.ts';

/** Where the values of a file stand, by path: `title`, `authors.3`, `score.asOf`; the whole at ''. */
export type Places = Record<string, Place>;

export type YamlReading<T> = {
  /** Only when the whole file is right. */
  data?: T;
  /** The fields that are right by themselves, for what judges them further. */
  partial: Partial<T>;
  places: Places;
  problems: Problem[];
  /** Place in the file of a character of the text at a path. */
  placeIn: (path: string, offset: number) => Place;
};

type Options<S extends z.ZodType> = {
  file: string;
  /** Line of the file on which `text` begins. */
  line: number;
  schema: S;
};

const maxLength = 120_000;
/** Broken values are blanked and the rest is read again: this many characters at most in all readings. */
const maxRead = 240_000;
const maxFaults = 100;

/**
 * Reads YAML by a schema. Every scalar is text, so `2501.10000`, `Null`, `017` and `no` stay what the writer
 * wrote; aliases, anchors, tags, merge keys and repeated keys are refused. Finds all faults at once. Never throws.
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  { file, line, schema }: Options<S>,
): YamlReading<z.output<S>> {
  const counter = new LineCounter();
  for (let at = 0; at !== -1 && at <= text.length; at = text.indexOf('\n', at) + 1 || -1) {
    counter.addNewLine(at);
  }
  const place = (offset: number): Place => {
    const { line: row, col } = counter.linePos(Math.min(offset, text.length));
    return { line: row + line - 1, column: col };
  };
  const problems: Problem[] = [];
  const report = ({ offset, code, message, fix, edit }: YamlFault) => {
    const mend = edit && { ...place(edit.offset ?? offset), old: edit.old, text: edit.text };
    const problem = { file, ...place(offset), severity: 'error' as const, code, message, fix };
    problems.push({ ...problem, ...(mend && { edit: mend }) });
  };
  const nothing = { partial: {}, places: { '': place(0) }, problems, placeIn: () => place(0) };

  if (text.length > maxLength) {
    report({
      offset: 0,
      code: 'yaml-too-long',
      message: `There are ${text.length} characters here; ${maxLength} are allowed.`,
      fix: 'Take out what does not belong to this file.',
    });
    return nothing;
  }
  const parsed = parseAll(text, report);
  if (parsed === undefined) return nothing;
  const { nodes } = parsed;
  const broken = [...parsed.broken, ...nodes.broken].filter((path) => path !== '');
  for (const fault of nodes.faults.slice(0, maxFaults)) report(fault);
  for (const fault of findHiddenInComments(text).slice(0, maxFaults)) report(fault);

  const places: Places = {};
  for (const [path, offset] of nodes.values) places[path] = place(offset);
  // Where the syntax left nothing, the schema would only say so again.
  if (problems.length > 0 && (nodes.value === '' || nodes.value === undefined)) return nothing;
  const outcome = schema.safeParse(nodes.value);
  if (!outcome.success) {
    const explained = explainIssues(outcome.error.issues, schema, nodes.value).filter(
      ({ path, at }) =>
        !broken.some(
          (other) =>
            path === other ||
            path.startsWith(`${other}.`) ||
            (at === 'value' && other.startsWith(`${path}.`)),
        ),
    );
    for (const one of explained.slice(0, maxFaults)) {
      const { path, at, code, message, fix } = one;
      const offset = (at === 'key' ? nodes.keys.get(path) : undefined) ?? nodes.values.get(path);
      const edit = writeInstead(text, nodes, one);
      report({ offset: offset ?? 0, code, message, fix, ...(edit && { edit }) });
    }
    if (explained.length > maxFaults) {
      report({
        offset: 0,
        code: 'more-problems',
        message: `There are ${explained.length - maxFaults} more problems in the facts about the text.`,
        fix: 'Mend those that are listed and check again.',
      });
    }
  }
  return {
    ...(outcome.success && problems.length === 0 ? { data: outcome.data } : {}),
    partial:
      outcome.success && broken.length === 0
        ? outcome.data
        : readFields(schema, nodes.value, broken),
    places,
    problems,
    placeIn: (path, offset) => {
      const scalar = nodes.scalars.get(path);
      if (scalar === undefined) return places[path] ?? place(0);
      const value = String(scalar.value);
      const trimmed = value.length - value.trimStart().length;
      return place(offsetInText(text, scalar, offset + trimmed));
    },
  };
}

/**
 * Parses; where the syntax breaks, reports that, blanks the value it lies in (spaces, so that places stay
 * true) and parses again. `broken` are the keys whose values are gone.
 */
function parseAll(
  text: string,
  report: (fault: YamlFault) => void,
): { nodes: YamlValues; broken: Set<string> } | undefined {
  const broken = new Set<string>();
  let rest = text;
  const directive = /^(?:#[^\n]*\n|[ \t\r]*\n)*%/.exec(text)?.[0];
  if (directive !== undefined) {
    report({
      offset: directive.length - 1,
      code: 'yaml-directive',
      message: 'A line with `%` gives orders to the YAML reader, which is not taken here.',
      fix: 'Take the line out.',
    });
  }
  for (let read = text.length; ; read += Math.max(text.length, maxRead / 40)) {
    let fault: YamlFault | undefined;
    try {
      const document = parseDocument(rest, {
        schema: 'failsafe',
        merge: false,
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'error',
      });
      fault = firstSyntaxFault(rest, document);
      if (fault === undefined) {
        // Without any text the document has no node; it is an empty mapping.
        return { nodes: readNodes(rest, document.contents), broken };
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fault = tooDeep(0);
    }
    report(fault);
    if (fault.readOn !== undefined && read <= maxRead) {
      rest = fault.readOn;
      continue;
    }
    const entry = entryAt(rest, fault.offset);
    const start = entry?.value ?? lineStart(rest, fault.offset);
    const lineEnd = rest.indexOf('\n', fault.offset);
    const end = entry?.end ?? (lineEnd === -1 ? rest.length : lineEnd);
    const blanked = rest.slice(start, end).replace(/[^\n]/g, ' ');
    if (blanked === rest.slice(start, end) || read > maxRead) return undefined;
    if (entry !== undefined) broken.add(entry.key);
    rest = rest.slice(0, start) + blanked + rest.slice(end);
  }
}

/** The edit that puts a word in the place of a key, or of a plain value, with its key where that is another. */
function writeInstead(
  text: string,
  nodes: YamlValues,
  { path, at, write, key: otherKey }: Explained,
): YamlFault['edit'] {
  if (write === undefined) return undefined;
  const key = nodes.keys.get(path);
  if (at === 'key') {
    const old = path.split('.').at(-1) ?? '';
    return key === undefined || text.slice(key, key + old.length) !== old
      ? undefined
      : { offset: key, old, text: write };
  }
  const [start, end] = nodes.scalars.get(path)?.range ?? [0, 0];
  const value = text.slice(start, end);
  // Quotes stay as they are.
  const quote = /^(["'])[\s\S]*\1$/.exec(value)?.[1] ?? '';
  if (value === '' || /[\n\\]/.test(value) || /['"\\]/.test(write)) return undefined;
  const written = `${quote}${write}${quote}`;
  if (otherKey === undefined) return { offset: start, old: value, text: written };
  const old = text.slice(key, end);
  return key === undefined || old.includes('\n')
    ? undefined
    : { offset: key, old, text: `${otherKey}: ${written}` };
}

/** Each field of an object schema by itself, without the faulty ones. Of a record, the entries. */
function readFields<S extends z.ZodType>(
  schema: S,
  value: unknown,
  broken: string[],
): Partial<z.output<S>> {
  const definition = schema.def as unknown as {
    shape?: Record<string, z.ZodType>;
    valueType?: z.ZodType;
  };
  const fields: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  for (const [key, written] of Object.entries(value)) {
    const { shape = {}, valueType } = definition;
    const field = Object.hasOwn(shape, key) ? shape[key] : valueType;
    if (field === undefined || broken.some((path) => path.split('.')[0] === key)) continue;
    const outcome = field.safeParse(written);
    if (outcome.success) fields[key] = outcome.data;
  }
  return fields as Partial<z.output<S>>;
}
