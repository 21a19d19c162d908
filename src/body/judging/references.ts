import { findInvisibleCharacters } from '../parsing/characters.ts';
import { parseMarkup, type SyntaxNode } from '../parsing/parse.ts';
import type { Fault, Report } from './report.ts';

/** An escape, whose `&` begins no reference, or a reference to a character. */
const REFERENCE = /\\[!-/:-@[-`{-~]|(&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});)/gi;

/** Different references of one text that are decoded, each by a parse; one error is told of it whatever it holds. */
const MAX_KINDS = 300;

/**
 * Tells characters that are refused in the source and stand in it as a reference, `&#x202E;`, which a
 * reviewer sees and a reader does not.
 */
export function judgeCharacterReferences(source: string, node: SyntaxNode, report: Report): void {
  // Code is taken as it is written, and formulas have no references.
  const values = node.type === 'text' ? [node.value] : [node.url, node.title, node.alt];
  // What stands among the words of a link is judged there.
  const start = node.children?.at(-1)?.position.end.offset ?? node.position.start.offset;
  judge(source, { start, end: node.position.end.offset }, values, report);
  for (const { value, position } of node.attributes ?? []) {
    const range = { start: position.start.offset, end: position.end.offset };
    if (typeof value === 'string') judge(source, range, [value], report);
  }
  for (const child of node.children ?? []) judgeCharacterReferences(source, child, report);
}

function judge(
  source: string,
  { start, end }: { start: number; end: number },
  values: readonly (string | null | undefined)[],
  report: Report,
): void {
  const written = source.slice(start, end);
  if (!written.includes('&')) return;
  const faults = values.flatMap((value) => {
    return findInvisibleCharacters(value ?? '').filter(({ code }) => {
      // What the source itself held has been told, and replaced by this one.
      return code !== 'replacement-character' || !written.includes('\uFFFD');
    });
  });
  if (faults.length === 0) return;
  const { text, references } = decodeReferences(written);
  const found = findInvisibleCharacters(text).flatMap((fault) => {
    const reference = references.find((one) => one.start <= fault.offset && fault.offset < one.end);
    return reference ? [{ fault, reference }] : [];
  });
  for (const { fault, reference } of found) {
    report.add({
      ...explain(fault, start + reference.index),
      ...(fault.edit && { edit: { old: reference.written, text: '' } }),
    });
  }
  // An attribute knows no escapes, so that one of its references may look like none.
  if (found.length === 0) report.add(explain(faults[0]!, start + written.indexOf('&')));
}

function explain({ code, message }: Fault, offset: number): Fault {
  return {
    offset,
    code,
    message: message.replace(/^Here stands /, 'A reference, `&…;`, stands here for '),
    fix: 'Delete the reference.',
  };
}

/** A reference of a text: where it begins there, and the range of what it stands for in the decoded text. */
type Reference = { index: number; written: string; start: number; end: number };

function decodeReferences(written: string): { text: string; references: Reference[] } {
  const references: Reference[] = [];
  const known = new Map<string, string>();
  let text = '';
  let from = 0;
  for (const match of written.matchAll(REFERENCE)) {
    const [, reference] = match;
    if (reference === undefined) continue;
    if (known.size === MAX_KINDS && !known.has(reference)) continue;
    text += written.slice(from, match.index);
    const character = known.get(reference) ?? decode(reference);
    known.set(reference, character);
    const start = text.length;
    text += character;
    references.push({ index: match.index, written: reference, start, end: text.length });
    from = match.index + reference.length;
  }
  return { text: text + written.slice(from), references };
}

/** As the parser decodes it, which knows all names. */
function decode(reference: string): string {
  const [paragraph] = parseMarkup(reference, true).root.children ?? [];
  return paragraph?.children?.[0]?.value ?? reference;
}
