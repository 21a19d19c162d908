import type { Element, ElementContent, Root } from 'hast';
import { buildFeed, withoutFolder, type Resolve } from '../body/rendering/html.ts';
import { renderXml } from '../body/rendering/xml.ts';
import type { Article, Edition } from '../digest/edition.ts';
import type { Text } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import type { Picture } from '../pictures/picture.ts';
import { toUri } from './uri.ts';

/** Before the ids of a body, which may begin with a digit and equal one of ours; an id of XML may not. */
export const TEXT_ID = 'text--';

/** What a book knows of its own files. */
export type Shelf = {
  /** File name of a page of the site that the book holds, by its path. */
  documents: ReadonlyMap<string, string>;
  /** The pictures that were asked for, by their file names in the book. */
  pictures: Map<string, Picture>;
};

/**
 * The body of a paper or of an introduction as XHTML. Links lead to documents of the book where it has them, else
 * to the web; pictures are files of the book, and are put on the shelf.
 */
export function renderBookEntry(edition: Edition, entry: Article, shelf: Shelf): string {
  const tree = edition.treeOf(entry);
  if (!tree) return '';
  const hast = buildFeed(tree, {
    idPrefix: TEXT_ID,
    headingShift: 0,
    anchors: true,
    resolve: resolveInBook(edition, entry, shelf),
  });
  return renderXml(dress(hast));
}

/** A title, a tldr, an abstract as XHTML. Links lead where their writer said. */
export function renderBookText({ tree }: Text): string {
  const options = { resolve: withoutFolder, idPrefix: '', headingShift: 0, anchors: true };
  return renderXml(dress(buildFeed(tree, options)));
}

/** Where a path of the site leads from within a book. */
export function addressInBook({ routes }: Edition, { documents }: Shelf, path: string): string {
  return documents.get(path) ?? routes.absolute(path);
}

/** Puts a picture on the shelf, and says under which file name. */
export function shelvePicture({ pictures }: Shelf, picture: Picture): string {
  const name = `pictures/${nameInBook(picture)}`;
  pictures.set(name, picture);
  return name;
}

function resolveInBook(edition: Edition, entry: Article, shelf: Shelf): Resolve {
  const resolve = resolveFor(edition, entry, (path) => addressInBook(edition, shelf, path));
  return {
    ...resolve,
    picture(src) {
      const picture = edition.pictureOf(entry, src);
      if (!picture) return undefined;
      const { width, height } = picture;
      return { href: shelvePicture(shelf, picture), width, height };
    },
    plot(attributes) {
      const shown = resolve.plot(attributes);
      const drawn = edition.plotOf(entry, attributes)?.picture;
      if (!shown || !drawn) return undefined;
      return { ...shown, picture: { ...shown.picture, href: shelvePicture(shelf, drawn) } };
    },
  };
}

/** Formats that every reading system takes, https://www.w3.org/TR/epub-33/#sec-core-media-types; WebP only since 2023. */
const CORE = /^image\/(?:png|jpeg|svg\+xml)$/;

/** Whether a picture goes into a book as it is. */
export function isCore({ type }: Pick<Picture, 'type'>): boolean {
  return CORE.test(type);
}

function nameInBook(picture: Picture): string {
  if (isCore(picture)) return picture.name;
  return picture.name.replace(/[^.]*$/, picture.opaque ? 'jpg' : 'png');
}

/**
 * Gives the stylesheet of a book what it goes by, and reading programs what they know notes by. A picture does not
 * lead to itself, since a book has no page for that.
 */
function dress<Parent extends Root | Element>(parent: Parent): Parent {
  const children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return child.type === 'doctype' ? [] : [child];
    const { tagName, properties, data } = dress(child);
    if (tagName === 'a' && leadsToItself(child)) return child.children;
    if (typeof properties['href'] === 'string') properties['href'] = toUri(properties['href']);
    if (properties['role'] === 'doc-noteref') properties['epub:type'] = 'noteref';
    if (properties['role'] === 'doc-endnotes') markNotes(child);
    if (data?.align) properties['class'] = data.align;
    if (tagName === 'table') {
      return [
        { type: 'element', tagName: 'div', properties: { class: 'wide' }, children: [child] },
      ];
    }
    if (tagName === 'p' && isDisplayed(child)) {
      const [formula, ...number] = child.children;
      properties['class'] = 'formula';
      const shown = { type: 'element', tagName: 'span', properties: {}, children: number } as const;
      child.children = formula && number.length > 0 ? [formula, shown] : child.children;
    }
    return [child];
  });
  parent.children = children;
  return parent;
}

/** A list of notes keeps its items' own role, so they are told by their type alone. */
function markNotes({ children }: Element): void {
  const list = children.find((child) => child.type === 'element' && child.tagName === 'ol');
  if (list?.type !== 'element') return;
  for (const item of list.children) {
    if (item.type === 'element') item.properties['epub:type'] = 'footnote';
  }
}

function leadsToItself({ properties, children }: Element): boolean {
  const [only] = children;
  return (
    children.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'img' &&
    only.properties['src'] === properties['href']
  );
}

/** Whether a paragraph is a displayed formula, and the number after it. */
function isDisplayed({ children: [first] }: Element): boolean {
  return first?.type === 'raw' && /^<math[^>]* display="block"/.test(first.value);
}
