/** Which pieces stand in a part of the formulas: asked in a browser before the part is loaded, told by a build. */

/** The signs of a form; the mark of an alphabet is one. */
export function signsOf(form: string): string[] {
  return form.match(/\\(?:bb|cal|frak)|./gsu) ?? [];
}

/** Every three signs in a row: what contains a formula has all of its pieces. */
export function piecesOf(form: string): Set<string> {
  const signs = signsOf(form);
  return new Set(
    signs.slice(0, -2).map((sign, at) => sign + (signs[at + 1] ?? '') + (signs[at + 2] ?? '')),
  );
}

/** A thousand papers have some ten thousand pieces. */
const BITS = 2 ** 16;

/** Pieces as a set of bits, one a piece, in base64: it holds each of them, and hardly one in six that is none. */
export function packPieces(pieces: Iterable<string>): string {
  const bytes = new Uint8Array(BITS / 8);
  for (const piece of pieces) {
    const bit = hash(piece);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function holdsPieces(packed: string, pieces: Iterable<string>): boolean {
  const bytes = atob(packed);
  return [...pieces].every((piece) => {
    const bit = hash(piece);
    return (bytes.charCodeAt(bit >> 3) & (1 << (bit & 7))) !== 0;
  });
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, folded to the bits that there are. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return ((value ^ (value >>> 16)) >>> 0) % BITS;
}
