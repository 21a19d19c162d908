import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar } from 'yaml';
import { requote, shorten, type YamlFault } from './yaml-syntax.ts';

/** The values of a document, strings all, with where each stands. Paths are keys and indices joined by dots. */
export type YamlValues = {
  value: unknown;
  /** Offset of each value. The document itself is at ''. */
  values: Map<string, number>;
  keys: Map<string, number>;
  scalars: Map<string, Scalar>;
  faults: YamlFault[];
  /** Paths of values that a fault has spoilt, so that nothing more is said of them. */
  broken: Set<string>;
};

const maxDepth = 8;
const forbidden = ['__proto__', 'constructor', 'prototype'];

/** Takes the nodes of a document apart, by our rules: text, lists and mappings, and nothing else of YAML. */
export function readNodes(text: string, root: Node | null): YamlValues {
  const result: YamlValues = {
    value: undefined,
    values: new Map(),
    keys: new Map(),
    scalars: new Map(),
    faults: [],
    broken: new Set(),
  };

  function read(node: unknown, path: string, depth: number): unknown {
    const refuse = (at: Node, code: string, message: string, fix: string) => {
      result.faults.push({ offset: at.range?.[0] ?? 0, code, message, fix });
      result.broken.add(path);
    };
    if (isAlias(node)) {
      refuse(
        node,
        'alias',
        `\`*${node.source}\` repeats another value by its name, which is not taken here.`,
        'Write the value out, or put the text in single quotes.',
      );
      return '';
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return '';
    result.values.set(path, node.range?.[0] ?? 0);
    if (node.anchor !== undefined) {
      refuse(
        node,
        'anchor',
        `\`&${node.anchor}\` gives a value a name, which is not taken here.`,
        'Take it out, or put the text in single quotes.',
      );
    }
    if (node.tag !== undefined) {
      refuse(
        node,
        'yaml-tag',
        `\`${shorten(node.tag)}\` gives a value a type, which is not taken here.`,
        'Take it out, or put the text in single quotes.',
      );
    }
    if (isScalar(node)) {
      result.scalars.set(path, node);
      if (judgeScalar(text, node, result.faults)) result.broken.add(path);
      return typeof node.value === 'string' ? node.value : node.source;
    }
    if (depth > maxDepth) {
      refuse(
        node,
        'too-deep',
        `Values are nested more than ${maxDepth} deep.`,
        'Write less depth.',
      );
      return '';
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const at = join(path, String(index));
        if (node.flow !== true && judgeItem(text, item, result.faults)) result.broken.add(at);
        return read(item, at, depth + 1);
      });
    }
    const mapping: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const { key, value } of node.items) {
      if ((!isScalar(key) || typeof key.value !== 'string' || key.tag) ?? key.anchor) {
        refuse(
          (key as Node | null) ?? node,
          'bad-key',
          'A key here is not a plain word.',
          'Write a word, a colon, a space and the value: `title: …`.',
        );
        continue;
      }
      const name = key.value;
      const at = join(path, name);
      if (name === '<<') {
        refuse(
          key,
          'merge-key',
          '`<<` merges another mapping into this one, which is not taken here.',
          'Write the keys out.',
        );
      } else if (forbidden.includes(name)) {
        refuse(key, 'forbidden-key', `\`${name}\` cannot be a key.`, 'Take the line out.');
      } else if (Object.hasOwn(mapping, name)) {
        refuse(
          key,
          'repeated-key',
          `The key \`${shorten(name)}\` stands here a second time.`,
          'Keep one of the two lines.',
        );
      } else {
        result.keys.set(at, key.range?.[0] ?? 0);
        mapping[name] = read(value, at, depth + 1);
        // What begins on a line of its own is found by the key above it.
        const own = result.values.get(at);
        if (own === undefined || text.slice(key.range?.[0], own).includes('\n')) {
          result.values.set(at, key.range?.[0] ?? 0);
        }
      }
    }
    return mapping;
  }

  result.value = read(root, '', 0);
  return result;
}

function join(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`;
}

/** Finds an entry of a list that begins too far to the right: YAML reads it as text that goes on. */
function judgeItem(text: string, item: unknown, faults: YamlFault[]): boolean {
  if (!isScalar(item) || item.type !== 'PLAIN') return false;
  const [start, end] = item.range ?? [0, 0];
  const deeper = /\n[ \t]*(?=(- [^\n]*))/.exec(text.slice(start, end));
  if (deeper === null) return false;
  faults.push({
    offset: start + deeper.index + deeper[0].length,
    code: 'bad-indent',
    message: `\`${shorten(deeper[1] ?? '')}\` begins further to the right than the entry above it, and would be read as a part of that.`,
    fix: 'Begin its hyphen exactly under the one above.',
  });
  return true;
}

/** Finds two slips that YAML lets pass and that change the text: TeX in double quotes, ` #` in the middle. */
function judgeScalar(text: string, node: Scalar, faults: YamlFault[]): boolean {
  const [start, end, after] = node.range ?? [0, 0, 0];
  const written = text.slice(start, end);
  if (node.type === 'QUOTE_DOUBLE') {
    const escapes = /\\(?:(["\\/\n]|u[\da-f]{4}|x[\da-f]{2})|([a-z]+|.))/gi;
    for (const match of written.matchAll(escapes)) {
      if (match[2] === undefined) continue;
      faults.push({
        offset: start + match.index,
        code: 'escape-in-quotes',
        message: `\`\\${match[2]}\` stands in double quotes, where a backslash has a meaning of its own.`,
        fix: `Put the value in single quotes: \`${shorten(`'${written.slice(1, -1).replaceAll("'", "''")}'`)}\`.`,
        ...requote(start, written),
      });
      return true;
    }
  }
  if (node.type !== 'PLAIN' || written === '') return false;
  const comment = /^[ \t]+#[^\s#][^\n]*/.exec(text.slice(end, Math.max(after, end)));
  if (comment === null) return false;
  faults.push({
    offset: end + comment[0].indexOf('#'),
    code: 'comment-in-value',
    message: `\`${shorten(comment[0])}\` is read as a comment and would be lost.`,
    fix: `Put the value in single quotes: \`${shorten(`'${(written + comment[0]).replaceAll("'", "''")}'`)}\`; or, if a comment is meant, write a space after \`#\`.`,
  });
  return true;
}
