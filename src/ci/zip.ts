import { crc32, inflateRawSync } from 'node:zlib';

export type ZipLimits = { files: number; bytes: number; bytesOfFile: number };

export type ZipFile = { name: string; bytes: Buffer };

/**
 * The files of a ZIP archive, by its directory, in memory: nothing is written anywhere. Sizes and counts are judged before
 * anything is unpacked, and an entry that unpacks to more than it says is refused. Folders are left out.
 * Throws an error with a sentence for what is not plain: links, encryption, other methods, ZIP64, two of one name.
 *
 * Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3 and 4.4
 */
export function readZip(archive: Buffer, limits: ZipLimits): ZipFile[] {
  const entries = listEntries(archive, limits);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size < entries.length) throw new Error('The archive has two files of one name.');
  return entries
    .filter(({ name }) => !name.endsWith('/'))
    .map((entry) => ({ name: entry.name, bytes: unpack(archive, entry) }));
}

type Entry = {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

function listEntries(archive: Buffer, limits: ZipLimits): Entry[] {
  const end = findEnd(archive);
  const many = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  if (many === 0xffff || at === 0xffff_ffff) throw new Error('The archive is of the kind ZIP64.');
  if (many > limits.files)
    throw new Error(`The archive has ${many} files; ${limits.files} are the most.`);
  const entries: Entry[] = [];
  let bytes = 0;
  for (let index = 0; index < many; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== CENTRAL) throw broken();
    const lengths = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > end) throw broken();
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const entry: Entry = {
      name,
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      size: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    };
    // Made on Unix, an entry carries its mode in the upper half of its outer attributes.
    const kind = (archive.readUInt32LE(at + 38) >>> 16) & 0o170000;
    if (![0, 0o100000, 0o040000].includes(kind))
      throw new Error(`${show(name)} is no regular file.`);
    if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new Error(`${show(name)} is encrypted.`);
    if (entry.size > limits.bytesOfFile) {
      throw new Error(`${show(name)} has ${entry.size} bytes; ${limits.bytesOfFile} are the most.`);
    }
    bytes += entry.size;
    if (bytes > limits.bytes) {
      throw new Error(
        `The files have more than ${limits.bytes} bytes together, which are the most.`,
      );
    }
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** The end record is the last thing but for a comment of at most 65 535 bytes. */
function findEnd(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 0xffff); at -= 1) {
    if (archive.readUInt32LE(at) === END) return at;
  }
  throw broken();
}

function unpack(archive: Buffer, { name, method, crc, packed, size, at }: Entry): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) throw broken();
  const start = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const raw = archive.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error(`${show(name)} is packed in an unknown way.`);
  let bytes: Buffer;
  try {
    bytes = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) });
  } catch {
    throw new Error(`${show(name)} cannot be unpacked to the size that it says.`);
  }
  if (bytes.length !== size || crc32(bytes) !== crc) {
    throw new Error(`${show(name)} is not what the archive says that it is.`);
  }
  return bytes;
}

function broken(): Error {
  return new Error('The archive is broken.');
}

function show(name: string): string {
  return JSON.stringify(name.slice(0, 200));
}
