import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { buildBook } from '../../src/books/build.ts';
import { loadBook } from '../../src/books/load.ts';
import type { Edition } from '../../src/digest/edition.ts';
import type { Digest, Paper } from '../../src/digest/model.ts';
import { readEdition } from '../edition.ts';
import { all, only, openBook, type Opened } from './opened.ts';

const edition = await readEdition();
const { digest } = edition;

async function open(of: Edition, id: string): Promise<Opened> {
  const issue = of.digest.issueById.get(id);
  assert.ok(issue, id);
  return openBook(await loadBook(buildBook(of, issue)));
}

const january = await open(edition, '2026-01');
const books = [
  january,
  ...(await Promise.all(['2026-02', '2026-rust'].map((id) => open(edition, id)))),
];

/** The edition with other facts about its site and about some papers. */
function withFacts(site: Partial<Digest['site']>, papers: Record<string, Partial<Paper>>): Edition {
  const paperBySlug = new Map(
    [...digest.paperBySlug].map(([slug, paper]) => [slug, { ...paper, ...papers[slug] }]),
  );
  return { ...edition, digest: { ...digest, site: { ...digest.site, ...site }, paperBySlug } };
}

function documentsOf({ spine, xml }: Opened): [path: string, document: Document][] {
  return spine.map((path) => [path, xml(path)]);
}

test('the archive begins with its type, as it is, and holds what its manifest names', () => {
  for (const { bytes, files, items, xml } of books) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString();
    // https://www.w3.org/TR/epub-33/#sec-zip-container-mime: the name, no compression, nothing between.
    assert.equal(view.getUint16(8, true), 0);
    assert.equal(view.getUint16(28, true), 0);
    assert.equal(text(30, 58), 'mimetypeapplication/epub+zip');
    const paths = Object.keys(files);
    assert.equal(paths[0], 'mimetype');
    assert.deepEqual(paths.slice(1), paths.slice(1).toSorted());
    const held = paths.filter((path) => /^book\/(?!package\.opf)/.test(path));
    assert.deepEqual([...items.keys()].toSorted(), held);
    for (const path of paths) if (/\.(?:opf|xhtml|xml|svg)$/.test(path)) xml(path);
  }
});

test('every link leads somewhere, and nothing is fetched from the web', () => {
  for (const book of books) {
    for (const [path, document] of documentsOf(book)) {
      const folder = path.replace(/[^/]*$/, '');
      for (const element of all(document, '[src]')) {
        const src = folder + (element.getAttribute('src') ?? '');
        assert.match(book.items.get(src)?.type ?? '', /^image\//, `${path}: ${src}`);
      }
      for (const element of all(document, '[href]')) {
        const href = element.getAttribute('href') ?? '';
        if (/^(?:https?|mailto):/.test(href)) {
          assert.equal(element.localName, 'a', `${path}: ${href}`);
          continue;
        }
        const [file = '', id] = href.split('#');
        const target = file === '' ? path : folder + file;
        assert.ok(book.items.has(target), `${path}: ${href}`);
        if (id !== undefined) assert.ok(book.xml(target).getElementById(id), `${path}: ${href}`);
      }
    }
  }
});

test('nothing runs, and nothing is set but by the stylesheet', () => {
  for (const book of books) {
    for (const [path, document] of documentsOf(book)) {
      assert.deepEqual(
        all(document, 'script, style, iframe, object, embed, form, [style]'),
        [],
        path,
      );
      for (const element of all(document, '*')) {
        const names = element.getAttributeNames().filter((name) => name.startsWith('on'));
        assert.deepEqual(names, [], path);
      }
    }
  }
});

test('the manifest says what each document needs, the contents name every chapter and its sections', () => {
  for (const book of books) {
    for (const [path, document] of documentsOf(book)) {
      const { type, properties = [] } = book.items.get(path) ?? {};
      assert.equal(type, 'application/xhtml+xml');
      assert.equal(properties.includes('mathml'), all(document, 'math').length > 0, path);
      assert.equal(properties.includes('svg'), all(document, 'svg').length > 0, path);
    }
    const [contents, ...more] = [...book.items].filter(([, item]) =>
      item.properties.includes('nav'),
    );
    assert.ok(contents && more.length === 0);
    const document = book.xml(contents[0]);
    const listed = all(document, 'nav[role="doc-toc"] a').map((link) => link.getAttribute('href'));
    for (const path of book.spine.filter((one) => one.includes('/paper-'))) {
      const file = path.replace('book/', '');
      const ids = all(book.xml(path), 'section > h2[id^="text--"]').map(
        ({ id }) => `${file}#${id}`,
      );
      const at = listed.indexOf(file);
      assert.deepEqual(listed.slice(at, at + 1 + ids.length), [file, ...ids]);
    }
  }
});

test('it says what it is, whose it is, and when it last changed', () => {
  const { metadata } = january;
  const values = (name: string) =>
    all(metadata, '*')
      .filter((element) => (element.getAttribute('property') ?? element.nodeName) === name)
      .map(({ textContent }) => textContent);
  assert.deepEqual(values('dc:identifier'), ['tag:ferrous.example,2025:issue/2026-01']);
  assert.deepEqual(values('dc:title'), ['Twelve papers and one furnace']);
  assert.deepEqual(values('dc:language'), ['en']);
  assert.deepEqual(values('dc:date'), ['2026-01-31']);
  // The day of the newest correction in it.
  assert.deepEqual(values('dcterms:modified'), ['2026-03-05T00:00:00Z']);
  assert.deepEqual(values('dc:publisher'), ['Ferrous Notes']);
  assert.deepEqual(values('dc:rights'), [
    'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
  ]);
  assert.ok(values('dc:creator').includes('Ada Quill'));
  assert.ok(values('file-as').includes('Quill, Ada'));
  assert.deepEqual([...new Set(values('role'))].toSorted(), ['aut', 'edt']);
  assert.ok(values('schema:accessibilityFeature').includes('MathML'));
  assert.deepEqual(values('schema:accessibilityHazard'), ['none']);
});

test('a paper of the issue is a link within the book, another one to the web', async () => {
  const cited = only(january.xml('book/paper-paper-1.xhtml'), 'a[href="paper-paper-2.xhtml"]');
  assert.equal(cited.textContent, 'paper two');
  const alone = { ...digest.issueById.get('2026-01')!, papers: ['paper-1'] };
  const book = openBook(await loadBook(buildBook(edition, alone)));
  const [link] = all(book.xml('book/paper-paper-1.xhtml'), 'a').filter(
    ({ textContent }) => textContent === 'paper two',
  );
  assert.equal(link?.getAttribute('href'), 'https://ferrous.example/digest/papers/paper-2/');
});

test('a withdrawn paper leaves its notice, a listing its abstract', () => {
  const withdrawn = january.xml('book/paper-paper-4.xhtml');
  assert.match(only(withdrawn, '.withdrawn').textContent, /10 February 2026.*never lit/);
  assert.deepEqual(all(withdrawn, 'h2, [id^="text--"], .trust'), []);
  const listing = books[2]?.xml('book/paper-listed.xhtml');
  assert.ok(listing);
  assert.equal(only(listing, 'h2').textContent, 'Abstract');
});

test('a formula is MathML that says in letters what it is, its number beside it; notes lead there and back', () => {
  const chapter = january.xml('book/paper-paper-1.xhtml');
  const shown = only(chapter, 'p.formula');
  assert.equal(shown.id, 'text--eq-heat');
  assert.match(only(shown, 'math').getAttribute('alttext') ?? '', /^q₁\(t\)/);
  assert.equal(only(shown, 'span').textContent.trim(), '(1)');
  const reference = only(chapter, 'a[role="doc-noteref"]');
  const note = chapter.getElementById((reference.getAttribute('href') ?? '').slice(1));
  assert.ok(note);
  assert.equal(note.getAttribute('epub:type'), 'footnote');
  assert.equal(only(note, 'a[role="doc-backlink"]').getAttribute('href'), `#${reference.id}`);
  assert.deepEqual(
    all(chapter, 'td.right')
      .slice(0, 2)
      .map(({ textContent }) => textContent),
    ['1.25 [p. 7]', '12.5'],
  );
});

const STRANGE = `</title><script>ran()</script>"'&]]>\u0000\ud800 é`;

test('markup, quotes, ends of sections and what XML cannot hold stay text in every field', async () => {
  const names = { name: STRANGE, given: '', family: STRANGE, person: 'ada-quill' };
  const text = { plain: STRANGE, tree: { type: 'root', version: 1, children: [] } } as const;
  const strange: Paper['title'] = {
    ...text,
    tree: { ...text.tree, children: [{ type: 'text', value: STRANGE }] },
  };
  const facts = {
    title: strange,
    tldr: strange,
    authors: [names],
    organisations: [STRANGE],
    venue: STRANGE,
  };
  const licence = { name: STRANGE, url: 'https://example.org/"onclick="' };
  const site = { name: STRANGE, description: STRANGE, tagline: STRANGE, licence };
  const book = await open(withFacts(site, { 'paper-1': facts, 'paper-4': facts }), '2026-01');
  for (const [path, document] of documentsOf(book)) {
    assert.deepEqual(all(document, 'script, [onclick]'), [], path);
  }
  const { textContent } = only(book.xml('book/paper-paper-1.xhtml'), 'h1');
  assert.equal(textContent, `</title><script>ran()</script>"'&]]>\ufffd é`);
  assert.match(book.metadata.textContent, /<script>ran\(\)<\/script>/);
});

test('a language that is written from the right turns the book', async () => {
  const book = await open(withFacts({ language: 'ar' }, {}), '2026-02');
  const packed = book.xml('book/package.opf');
  assert.equal(only(packed, 'spine').getAttribute('page-progression-direction'), 'rtl');
  const { documentElement } = book.xml('book/titlepage.xhtml');
  assert.equal(documentElement.getAttribute('dir'), 'rtl');
  assert.equal(documentElement.getAttribute('xml:lang'), 'ar');
});

test('a picture that no book may hold is converted, with what shows through it', async () => {
  const pixels = (alpha: number) =>
    sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha } },
    });
  for (const [opaque, type, ending] of [
    [true, 'image/jpeg', 'jpg'],
    [false, 'image/png', 'png'],
  ] as const) {
    const bytes = await pixels(opaque ? 1 : 0.5)
      .webp({ lossless: true })
      .toBuffer();
    const picture = {
      name: 'a.0123456789.webp',
      bytes,
      width: 8,
      height: 8,
      type: 'image/webp',
      opaque,
    };
    const book = await open({ ...edition, pictureOf: () => picture }, '2026-02');
    const path = `book/pictures/a.0123456789.${ending}`;
    assert.equal(book.items.get(path)?.type, type);
    assert.equal(
      (await sharp(book.files[path]).metadata()).format,
      ending === 'jpg' ? 'jpeg' : ending,
    );
  }
});

test('the same issue is the same bytes, in every time zone', async (t) => {
  const before = process.env['TZ'];
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    process.env['TZ'] = zone;
    assert.deepEqual((await open(edition, '2026-01')).bytes, january.bytes, zone);
  }
});
