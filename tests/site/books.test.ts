import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { all, only, openBook } from '../books/opened.ts';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { attribute, dist, readPages } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
const pages = readPages();

test('every issue leads to its book, which holds every paper of it in order', () => {
  for (const issue of digest.issues) {
    const address = routes.twin(routes.issue(issue.id), 'epub');
    const page = pages.find((one) => routes.base + one.address === routes.issue(issue.id));
    const link = page?.elements.find(
      (element) => attribute(element, 'type') === 'application/epub+zip',
    );
    assert.equal(link && attribute(link, 'href'), address);
    const book = openBook(readFileSync(path.join(dist, address.slice(routes.base.length))));
    const chapters = book.spine.filter((file) => file.includes('/paper-'));
    assert.deepEqual(
      chapters.map((file) => only(book.xml(file), 'title').textContent),
      issue.papers.map((slug) => digest.paperBySlug.get(slug)?.title.plain),
    );
    for (const file of book.spine) {
      assert.deepEqual(all(book.xml(file), 'script, style, [class*="katex"]'), [], file);
    }
  }
});
