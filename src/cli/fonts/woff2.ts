import { brotliDecompressSync } from 'node:zlib';
import { readSegments } from '../../sharing/cmap.ts';

const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const OWN_TAG = 63;

/**
 * The characters that a WOFF2 file has glyphs for, as sorted code points. Throws where the file is none or its
 * Unicode map is of another form than 4 or 12. After W3C's WOFF 2.0, 4 and 5, and OpenType's `cmap`.
 */
export function readCharacters(file: Buffer): number[] {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This is not a WOFF2 file.');
  const cmap = readCmap(file);
  let best: { form: number; at: number } | undefined;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(8 + index * 8);
    const form = cmap.readUInt16BE(at);
    if ((form === 4 || form === 12) && form > (best?.form ?? 0)) best = { form, at };
  }
  if (!best) throw new Error('This font has no Unicode map of form 4 or 12.');
  const characters =
    best.form === 12
      ? [...readGroups(cmap, best.at)]
      : [...readSegments(cmap.subarray(best.at))].map(([letter]) => letter);
  return [...new Set(characters)].sort((a, b) => a - b);
}

/** The table directory has no offsets: the tables follow each other in one stream, in its order. */
function readCmap(file: Buffer): Buffer {
  let position = 48;
  let offset = 0;
  let found: { start: number; end: number } | undefined;
  const readNumber = (): number => {
    for (let value = 0; ;) {
      const byte = file.readUInt8(position++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let count = file.readUInt16BE(12); count > 0; count -= 1) {
    const flags = file.readUInt8(position++);
    const tag = flags & 63;
    if (tag === OWN_TAG) position += 4;
    const plain = readNumber();
    const version = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? version === 0 : version !== 0;
    const length = transformed ? readNumber() : plain;
    if (tag === CMAP) found = { start: offset, end: offset + length };
    offset += length;
  }
  if (!found) throw new Error('This font has no `cmap`.');
  const stream = brotliDecompressSync(file.subarray(position, position + file.readUInt32BE(20)));
  return stream.subarray(found.start, found.end);
}

function* readGroups(cmap: Buffer, at: number): Generator<number> {
  for (let index = 0; index < cmap.readUInt32BE(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    for (let code = cmap.readUInt32BE(group); code <= cmap.readUInt32BE(group + 4); code += 1)
      yield code;
  }
}
