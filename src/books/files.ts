import { renderXml } from '../body/rendering/xml.ts';
import type { Book, BookDocument } from './book.ts';
import { element } from './elements.ts';
import { COVER } from './matter.ts';
import {
  DECLARATION,
  FOLDER,
  PACKAGE,
  renderContents,
  renderPackage,
  STYLESHEET,
} from './package.ts';
import { renderStylesheet } from './stylesheet.ts';

/**
 * The files of a book by their paths in its archive, `mimetype` among them.
 *
 * @param bytesOf of a picture or of the cover, by its file name in the book
 */
export function buildFiles(
  book: Book,
  bytesOf: (file: string) => Uint8Array,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: string | Uint8Array) =>
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  // https://www.w3.org/TR/epub-33/#sec-zip-container-mime: without a line's end.
  put('mimetype', 'application/epub+zip');
  put('META-INF/container.xml', renderContainer());
  put(FOLDER + PACKAGE, renderPackage(book));
  put(FOLDER + STYLESHEET, renderStylesheet(book.hue));
  for (const document of book.documents)
    put(FOLDER + document.file, renderDocument(book, document));
  for (const file of [COVER, ...book.pictures.keys()]) put(FOLDER + file, bytesOf(file));
  return files;
}

function renderContainer(): string {
  const container = element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', {
        'full-path': FOLDER + PACKAGE,
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  );
  return `${DECLARATION}${renderXml(container)}\n`;
}

const STYLED = new Set<BookDocument['type']>(['cover', 'titlepage']);
const ROLES: Partial<Record<BookDocument['type'], string>> = {
  chapter: 'doc-chapter',
  introduction: 'doc-introduction',
  colophon: 'doc-colophon',
};

/** A content document: https://www.w3.org/TR/epub-33/#sec-xhtml. */
function renderDocument(book: Book, document: BookDocument): string {
  const { type, title, body } = document;
  const content = type === 'toc' ? renderContents(book) : body;
  const section = {
    'epub:type': type,
    role: ROLES[type],
    class: STYLED.has(type) ? type : undefined,
  };
  const html = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: book.language,
      'xml:lang': book.language,
      dir: book.direction,
    },
    '\n',
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, title),
      element('link', { rel: 'stylesheet', type: 'text/css', href: STYLESHEET }),
    ),
    '\n',
    element(
      'body',
      {},
      '\n',
      type === 'toc'
        ? { type: 'raw', value: content }
        : element('section', section, { type: 'raw', value: content }),
      '\n',
    ),
    '\n',
  );
  return `${DECLARATION}<!DOCTYPE html>\n${renderXml(html)}\n`;
}
