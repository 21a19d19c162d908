import { hashOf } from '../cache.ts';

/** Digits of the hash of its bytes in the name of a published file. */
export const HASH_LENGTH = 10;

/** The name of a file of ours as a stem of published ones: `Big One.jpg` → `big-one`. */
export function stemOf(file: string, fallback: string): string {
  const plain = file
    .replace(/(?<=.)\.[^.]*$/s, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || fallback;
}

/** `<stem>.<hash>.<ending>`: other bytes are another name. */
export function nameFile(stem: string, bytes: Uint8Array, ending: string): string {
  return `${stem}.${hashOf(bytes).slice(0, HASH_LENGTH)}.${ending}`;
}

/** What a name that `nameFile` has made says of the bytes: the first digits of their hash. */
export function hashIn(name: string): string {
  return name.split('.').at(-2) ?? '';
}
