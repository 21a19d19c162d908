import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';

/** The site under test: what the build before these tests made. */
export const dist = path.resolve(process.env['DIST'] ?? 'dist');

export type Page = {
  /** Address from the base path on: `papers/titans/`. */
  address: string;
  html: string;
  elements: Parse5.Element[];
};

/** Paths below a folder, with `/`, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

/**
 * The files of the site under test without what stands at former addresses: pages that lead on, copies beside them.
 *
 * @param base the site's base path
 */
export function listOwnFiles(base: string): string[] {
  const lines = readFileSync(path.join(dist, '_redirects'), 'utf8').split('\n');
  const former = new Set(lines.map((line) => line.split(' ')[0]));
  return listFiles(dist).filter((file) => !former.has(base + file.replace(/index\.html$/, '')));
}

/** Mails are no pages: they have a frame, and a test, of their own. */
const MAIL = /(?:^|\/)issues\/[^/]+\/email\.html$/;

/** Once a process: to read them takes longer than most tests of them do. */
const pages = new Map<string, readonly Page[]>();

export function readPages(folder = dist): readonly Page[] {
  const known = pages.get(folder) ?? readHtml(folder, (file) => !MAIL.test(file));
  pages.set(folder, known);
  return known;
}

export function readMails(folder = dist): Page[] {
  return readHtml(folder, (file) => MAIL.test(file));
}

function readHtml(folder: string, isMeant: (file: string) => boolean): Page[] {
  return listFiles(folder)
    .filter((file) => file.endsWith('.html') && isMeant(file))
    .map((file) => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      return {
        address: file.replace(/index\.html$/, ''),
        html,
        elements: [...walk(parse(html))],
      };
    });
}

function* walk(node: Parse5.Node): Generator<Parse5.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

export function attribute(element: Parse5.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function textOf(node: Parse5.Node): string {
  if (node.nodeName === '#text') return (node as Parse5.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
