import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readZip } from '../../src/ci/zip.ts';
import { writeZip, type Zipped } from './zip-writer.ts';

const limits = { files: 3, bytes: 3_000, bytesOfFile: 2_000 };
const read = (archive: Buffer) =>
  readZip(archive, limits).map(({ name, bytes }) => `${name} ${bytes.toString()}`);
const refuses = (files: Zipped[], message: string) =>
  assert.throws(() => readZip(writeZip(files), limits), { message });

test('files are read as they were packed, folders left out', () => {
  const archive = writeZip([
    { name: 'a/', bytes: '', mode: 0o040755 },
    { name: 'a/b.txt', bytes: 'packed '.repeat(9) },
    { name: 'ä.txt', bytes: 'stored', method: 0, mode: 0 },
  ]);
  assert.deepEqual(read(archive), [`a/b.txt ${'packed '.repeat(9)}`, 'ä.txt stored']);
  assert.deepEqual(read(Buffer.concat([archive])), read(archive));
});

/** What `zip -r -X` of Info-ZIP 3.0 made of `site/index.html`, in base64. */
const INFO_ZIP = [
  'UEsDBAoAAAAAAAAAIVwAAAAAAAAAAAAAAAAFAAAAc2l0ZS9QSwMEFAAAAAgAAAAhXGGLFnEYAAAA7gIAAA8AAABz',
  'aXRlL2luZGV4Lmh0bWyzUUzJTy6pLEhVyCjJzbGzGeWOcocvFwBQSwECHgMKAAAAAAAAACFcAAAAAAAAAAAAAAAA',
  'BQAAAAAAAAAAABAA7UEAAAAAc2l0ZS9QSwECHgMUAAAACAAAACFcYYsWcRgAAADuAgAADwAAAAAAAAABAAAApIEj',
  'AAAAc2l0ZS9pbmRleC5odG1sUEsFBgAAAAACAAIAcAAAAGgAAAAAAA==',
].join('');

test('an archive by another program is read', () => {
  const archive = Buffer.from(INFO_ZIP, 'base64');
  assert.deepEqual(read(archive), [`site/index.html ${'<!doctype html>'.repeat(50)}`]);
});

test('what is too much is refused before it is unpacked', () => {
  const many = ['a', 'b', 'c', 'd'].map((name) => ({ name, bytes: '' }));
  refuses(many, 'The archive has 4 files; 3 are the most.');
  const big = 'x'.repeat(1_500);
  refuses(
    [{ name: 'bomb', bytes: 'x'.repeat(5_000) }],
    '"bomb" has 5000 bytes; 2000 are the most.',
  );
  refuses(
    ['a', 'b', 'c'].map((name) => ({ name, bytes: big })),
    'The files have more than 3000 bytes together, which are the most.',
  );
});

test('an entry that is not what it says is refused', () => {
  const bomb = 'x'.repeat(500_000);
  refuses(
    [{ name: 'bomb', bytes: bomb, size: 100 }],
    '"bomb" cannot be unpacked to the size that it says.',
  );
  refuses([{ name: 'a', bytes: 'ab', size: 3 }], '"a" is not what the archive says that it is.');
  refuses([{ name: 'a', bytes: 'ab', crc: 1 }], '"a" is not what the archive says that it is.');
});

test('links, locked files, odd packings and twins are refused', () => {
  refuses([{ name: 'link', bytes: '/etc/passwd', mode: 0o120777 }], '"link" is no regular file.');
  refuses([{ name: 'fifo', bytes: '', mode: 0o010644 }], '"fifo" is no regular file.');
  refuses([{ name: 'a', bytes: 'b', flags: 1 }], '"a" is encrypted.');
  refuses([{ name: 'a', bytes: 'b', method: 12 }], '"a" is packed in an unknown way.');
  refuses(
    [
      { name: 'a.html', bytes: '1' },
      { name: 'A.html', bytes: '2' },
    ],
    'The archive has two files of one name.',
  );
});

test('what is no archive, or a part of one, is refused with a sentence', () => {
  const archive = writeZip([{ name: 'a', bytes: 'abc' }]);
  const message = 'The archive is broken.';
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('PK'),
    Buffer.from('<!doctype html>'.repeat(9)),
    archive.subarray(0, -4),
    archive.subarray(20),
  ]) {
    assert.throws(() => readZip(bytes, limits), { message });
  }
  const huge = Buffer.from(archive);
  huge.writeUInt32LE(0xffff_ffff, huge.length - 6);
  assert.throws(() => readZip(huge, limits), { message: 'The archive is of the kind ZIP64.' });
  for (let at = 0; at < archive.length; at += 1) {
    const bent = Buffer.from(archive);
    bent[at] = (bent[at] ?? 0) ^ 0xff;
    try {
      readZip(bent, limits);
    } catch (error) {
      assert.equal((error as Error).constructor, Error, `byte ${at}: ${String(error)}`);
    }
  }
});
