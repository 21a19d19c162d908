import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { entriesFolder } from '../../src/digest/compile-file.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { listContent } from '../../src/digest/listing.ts';
import { readEntries, readTree } from '../../src/digest/read.ts';

test('what leads out of the content folder, or is too large, is told and not read', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'residual-read-'));
  const at = (name: string) => path.join(folder, name);
  try {
    mkdirSync(at('elsewhere/secret'), { recursive: true });
    writeFileSync(at('elsewhere/secret/index.mdx.txt'), '');
    mkdirSync(at('content/papers/2025-01/titans'), { recursive: true });
    writeFileSync(at('content/papers/2025-01/titans/index.mdx'), 'a'.repeat(1_000_001));
    symlinkSync(at('elsewhere'), at('content/issues'));
    symlinkSync(at('elsewhere/secret'), at('content/papers/2025-01/secret'));
    symlinkSync(at('elsewhere/secret'), at('content/papers/2025-01/titans/more'));
    symlinkSync(at('elsewhere/secret'), at('content/papers/2025-01/titans/a.svg'));
    symlinkSync(at('nowhere'), at('content/tags.yaml'));
    const { files, problems } = listContent(at('content'));
    assert.deepEqual(files, []);
    assert.deepEqual(
      problems.map(({ code, message, fix }) => `${code} | ${message} | ${fix}`),
      [
        'not-a-folder | issues is a file or a link, where a folder belongs. | Make it a folder.',
        'misplaced-file | papers/2025-01/secret lies outside the folder of a paper. | Move it to where it belongs: `papers/<issue>/<slug>/index.mdx` has its pictures beside it.',
        'symbolic-link | papers/2025-01/titans/a.svg is a symbolic link, and would show what it points to. | Put the file itself there.',
        'file-too-large | papers/2025-01/titans/index.mdx has more than 1 MB, and is not read. | Take out what is no text of a summary.',
        'unexpected-file | papers/2025-01/titans/more is neither a text nor a picture. | Take it out, or save it as one of svg, png, jpg, webp, avif, gif; csv or json for data, with a small-letter ending.',
        'symbolic-link | tags.yaml is a symbolic link, and would show what it points to. | Put the file itself there.',
      ],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('entries come from the cache as from a clean build, by content alone', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'residual-entries-'));
  const content = path.join(root, 'content');
  const file = path.join(content, 'papers/2025-01/titans/index.mdx');
  const write = (word: string) => {
    writeFileSync(file, `---\ntitle: A ${word}\n---\nA text with $x$.\n`);
    // As a checkout leaves it, or a tool that sets times back.
    utimesSync(file, 1, 1);
  };
  const read = () => readEntries(content, ['paper']);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    write('tree');
    const [first, again] = [read(), read()];
    assert.deepEqual(again, first);
    const [entry] = again;
    assert.equal(entry?.data && 'title' in entry.data && entry.data.title, 'A tree');
    assert.ok(entry?.kind === 'paper' && entry.treeFile);
    const tree = readTree(content, entry.treeFile);
    // Of the same length and of the same time.
    write('mast');
    assert.equal(read()[0]?.texts['title']?.plain, 'A mast');
    write('tree');
    assert.deepEqual(read(), first);
    rmSync(path.join(entriesFolder(content), entry.treeFile));
    assert.deepEqual(read(), first);
    assert.deepEqual(readTree(content, entry.treeFile), tree);
  } finally {
    rmSync(cacheFolder(content), { recursive: true, force: true });
    rmSync(root, { recursive: true, force: true });
  }
});
