import type { Element } from 'hast';
import { renderXml } from '../body/rendering/xml.ts';
import { text } from '../text.ts';
import type { Book, BookDocument } from './book.ts';
import { element, root } from './elements.ts';
import { COVER } from './matter.ts';
import { isCore } from './rendering.ts';

export const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
export const STYLESHEET = 'book.css';
/** The package document, which names all other files, and where it stands in the archive. */
export const PACKAGE = 'package.opf';
export const FOLDER = 'book/';

/** The package document: https://www.w3.org/TR/epub-33/#sec-package-doc. */
export function renderPackage(book: Book): string {
  const { documents, pictures, direction } = book;
  const pictureItems = [...pictures.entries()].map(([file, picture], index) =>
    // Of its name in the book: a picture that no book may hold is converted.
    item(`picture-${index}`, file, isCore(picture) ? picture.type : typeOf(file)),
  );
  return (
    DECLARATION +
    renderXml(
      element(
        'package',
        {
          xmlns: 'http://www.idpf.org/2007/opf',
          version: '3.0',
          'unique-identifier': 'id',
          'xml:lang': book.language,
          dir: direction,
        },
        lines(renderMetadata(book)),
        '\n',
        element(
          'manifest',
          {},
          lines([
            ...documents.map((document) =>
              item(idOf(document), document.file, 'application/xhtml+xml', propertiesOf(document)),
            ),
            item('cover-picture', COVER, 'image/png', 'cover-image'),
            item('stylesheet', STYLESHEET, 'text/css'),
            ...pictureItems,
          ]),
        ),
        '\n',
        element(
          'spine',
          { 'page-progression-direction': direction },
          lines(documents.map((document) => element('itemref', { idref: idOf(document) }))),
        ),
        '\n',
      ),
    ) +
    '\n'
  );
}

function renderMetadata(book: Book): Element[] {
  const meta = (property: string, value: string, more: Record<string, string> = {}) =>
    element('meta', { property, ...more }, value);
  return [
    element(
      'metadata',
      { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
      lines([
        element('dc:identifier', { id: 'id' }, book.id),
        element('dc:title', { id: 'title' }, book.title),
        meta('title-type', 'main', { refines: '#title' }),
        element('dc:language', {}, book.language),
        element('dc:date', {}, book.published),
        meta('dcterms:modified', `${book.modified}T00:00:00Z`),
        ...book.makers.flatMap(({ name, sortName, roles }, index) => {
          const refines = `#maker-${index}`;
          return [
            element('dc:creator', { id: `maker-${index}` }, name),
            meta('file-as', sortName, { refines }),
            ...roles.map((role) => meta('role', role, { refines, scheme: 'marc:relators' })),
          ];
        }),
        element('dc:publisher', {}, book.publisher),
        meta('belongs-to-collection', book.publisher, { id: 'series' }),
        meta('collection-type', 'series', { refines: '#series' }),
        element('dc:description', {}, book.description),
        ...(book.rights === undefined ? [] : [element('dc:rights', {}, book.rights)]),
        ...book.subjects.map((subject) => element('dc:subject', {}, subject)),
        ...listAccessibility(book).map(([property, value]) => meta(`schema:${property}`, value)),
        // What readers of EPUB 2 find the cover by.
        element('meta', { name: 'cover', content: 'cover-picture' }),
      ]),
    ),
  ];
}

/** https://www.w3.org/TR/epub-a11y-11/#sec-disc-package; nobody has evaluated the book, so nothing is claimed of it. */
function listAccessibility({ documents }: Book): [property: string, value: string][] {
  return [
    ['accessMode', 'textual'],
    ['accessMode', 'visual'],
    ['accessModeSufficient', 'textual'],
    ...(documents.some(hasMathml) ? [['accessibilityFeature', 'MathML'] as [string, string]] : []),
    ...['alternativeText', 'displayTransformability', 'readingOrder', 'structuralNavigation'].map(
      (feature): [string, string] => ['accessibilityFeature', feature],
    ),
    ['accessibilityFeature', 'tableOfContents'],
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', text.book.accessibility],
  ];
}

/** The contents of the book, and its landmarks: https://www.w3.org/TR/epub-33/#sec-nav. */
export function renderContents({ documents }: Book): string {
  const link = (href: string, words: string, type?: string) =>
    element('a', { href, 'epub:type': type }, words);
  const shown = documents.filter(({ type }) => /^(?:introduction|chapter|colophon)$/.test(type));
  const entries = shown.map(({ file, title, sections }) =>
    element(
      'li',
      {},
      link(file, title),
      sections.length > 0
        ? element(
            'ol',
            {},
            sections.map((section) =>
              element('li', {}, link(`${file}#${section.id}`, section.title)),
            ),
          )
        : undefined,
    ),
  );
  const [beginning] = shown;
  const marked = documents.filter(({ type }) => /^(?:cover|titlepage|toc)$/.test(type));
  const landmarks = [
    ...marked.map(({ file, title, type }) => link(file, title, type)),
    ...(beginning ? [link(beginning.file, text.book.beginning, 'bodymatter')] : []),
  ];
  return renderXml(
    root(
      element(
        'nav',
        { 'epub:type': 'toc', role: 'doc-toc', id: 'toc', 'aria-labelledby': 'contents' },
        element('h1', { id: 'contents' }, text.issue.contents),
        element('ol', {}, entries),
      ),
      element(
        'nav',
        { 'epub:type': 'landmarks', hidden: 'hidden', 'aria-label': text.book.landmarks },
        element(
          'ol',
          {},
          landmarks.map((landmark) => element('li', {}, landmark)),
        ),
      ),
    ),
  );
}

function idOf({ file }: BookDocument): string {
  return file.replace(/\.xhtml$/, '');
}

function item(id: string, href: string, type: string, properties = ''): Element {
  return element('item', {
    ...{ id, href, 'media-type': type },
    ...(properties !== '' && { properties }),
  });
}

/** What a reading system must be able to do for a document: https://www.w3.org/TR/epub-33/#sec-item-resource-properties. */
function propertiesOf(document: BookDocument): string {
  return [
    ...(document.type === 'toc' ? ['nav'] : []),
    ...(hasMathml(document) ? ['mathml'] : []),
    ...(document.body.includes('<svg ') ? ['svg'] : []),
  ].join(' ');
}

/** In a text `<` is escaped. */
function hasMathml({ body }: BookDocument): boolean {
  return body.includes('<math ');
}

function typeOf(file: string): string {
  return file.endsWith('.png') ? 'image/png' : 'image/jpeg';
}

function lines(elements: readonly Element[]) {
  return elements.flatMap((one) => ['\n', one]);
}
