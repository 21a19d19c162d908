import type { ReferenceName } from './reference.ts';

/** `van der Quill, Ada, Jr.`: a name turned round, as RIS and most lists of references have it. */
export function invertName(name: ReferenceName): string {
  if ('literal' in name) return name.literal;
  return [wholeFamily(name), name.given, name.suffix].filter((part) => part !== '').join(', ');
}

/** The family name with its particle, `van der Quill`. */
export function wholeFamily({ particle, family }: Exclude<ReferenceName, { literal: string }>) {
  return particle === '' ? family : `${particle} ${family}`;
}

/** One line of text: no line break, no character that some reader takes as a command, no half of a pair. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}
