import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

/** A book as a reading program sees it: its files, those of XML parsed. */
export type Opened = {
  bytes: Uint8Array;
  files: Record<string, Uint8Array>;
  /** Parsed as XML, which throws where something is not well-formed. */
  xml: (path: string) => Document;
  /** The manifest, by the paths of its items in the archive. */
  items: Map<string, { type: string; properties: string[] }>;
  /** Paths of the documents in reading order. */
  spine: string[];
  metadata: Element;
};

export function openBook(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes);
  const parsed = new Map<string, Document>();
  const xml = (path: string) => {
    const known = parsed.get(path);
    if (known) return known;
    const source = files[path];
    if (!source) throw new Error(`There is no ${path} in the book.`);
    const text = new TextDecoder().decode(source);
    const { document } = new JSDOM(text, { contentType: 'application/xml' }).window;
    parsed.set(path, document);
    return document;
  };
  const packagePath =
    only(xml('META-INF/container.xml'), 'rootfile').getAttribute('full-path') ?? '';
  const folder = packagePath.replace(/[^/]*$/, '');
  const packed = xml(packagePath);
  const items = all(packed, 'manifest > item').map((item) => ({
    id: item.id,
    path: folder + (item.getAttribute('href') ?? ''),
    type: item.getAttribute('media-type') ?? '',
    properties: (item.getAttribute('properties') ?? '').split(' ').filter(Boolean),
  }));
  const pathOf = new Map(items.map(({ id, path }) => [id, path]));
  return {
    bytes,
    files,
    xml,
    items: new Map(items.map(({ path, ...item }) => [path, item])),
    spine: all(packed, 'spine > itemref').map(
      (item) => pathOf.get(item.getAttribute('idref') ?? '') ?? '',
    ),
    metadata: only(packed, 'metadata'),
  };
}

export function all(within: ParentNode, selector: string): Element[] {
  return [...within.querySelectorAll(selector)];
}

export function only(within: ParentNode, selector: string): Element {
  const found = all(within, selector);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${selector} is there ${found.length} times.`);
  return first;
}
