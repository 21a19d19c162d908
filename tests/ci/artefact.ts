import { writeZip, type Zipped } from './zip-writer.ts';

/** A PNG as far as its header goes. */
export function png(width = 390, height = 844): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const none = { count: 0, first: [] };
export const changes = {
  base: '/digest/',
  pages: { added: none, removed: none },
  papers: {
    added: { count: 1, first: [{ path: 'papers/waves/', title: 'Waves' }] },
    changed: none,
    removed: none,
  },
  tags: none,
  people: none,
};

/** The files of a good preview by name; `undefined` takes one out. */
export function writeArtefact(
  files: Record<string, Omit<Zipped, 'name'> | undefined> = {},
): Buffer {
  const all: Record<string, Omit<Zipped, 'name'> | undefined> = {
    'changes.json': { bytes: JSON.stringify(changes) },
    'site/index.html': { bytes: '<!doctype html><title>Shore</title>' },
    'site/404.html': { bytes: '<!DOCTYPE html><title>Not here</title>' },
    'site/_headers': { bytes: '/*\n  Access-Control-Allow-Origin: *\n' },
    'site/.nojekyll': { bytes: '' },
    'site/_astro/a.css': { bytes: 'a{}' },
    'pictures/light.png': { bytes: png() },
    'pictures/dark.png': { bytes: png() },
    'pictures/phone.png': { bytes: png() },
    ...files,
  };
  return writeZip(
    Object.entries(all).flatMap(([name, file]) => (file === undefined ? [] : [{ name, ...file }])),
  );
}
