import { hashOf } from '../cache.ts';

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
  return `${stem}.${hashOf(bytes).slice(0, 10)}.${ending}`;
}

/** What a name that `nameFile` has made says of the bytes: the first digits of their hash. */
export function hashIn(name: string): string {
  return name.split('.').at(-2) ?? '';
}
