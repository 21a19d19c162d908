import path from 'node:path';
import { judgeIssueId, judgeSlug } from '../schemas/slug.ts';
import type { Generator } from './archive.ts';
import { dayOfFile, mapped, type Document } from './documents.ts';
import { listOf } from './front-matter.ts';
import type { Mapping } from './mapping.ts';

/** The addresses that a text had on the old site, as paths: those it names, and that of its generator. */
export function oldAddresses(
  document: Document,
  mapping: Mapping,
  generator: Generator | undefined,
): string[] {
  const { file, kind, front } = document;
  const names = kind === 'paper' ? mapping.paper : mapping.issue;
  const named = [
    ...listOf(mapped(front.values, names, 'aliases')),
    ...['permalink', 'redirect_from', 'aliases', 'url'].flatMap((key) =>
      listOf(front.values.get(key)),
    ),
  ].filter((one) => one.startsWith('/') || slashless.test(one));
  const made = madeAddress(document, generator);
  const all = [...named, ...(made === undefined ? [] : [made])]
    .map((one) => pathOf(one))
    .filter((one) => one !== undefined);
  return [...new Set(all)].filter((one) => one !== '/' || file.includes('index'));
}

const slashless = /^[\w./ -]+\/?$/;

/** Where a generator puts a text when nobody says otherwise. */
function madeAddress(
  { file, front }: Document,
  generator: Generator | undefined,
): string | undefined {
  const stem = path.posix.basename(file).replace(/\.\w+$/, '');
  const folder = path.posix.dirname(file);
  if (generator === 'jekyll') {
    const day = dayOfFile(file);
    if (day === undefined) return undefined;
    return `/${day.replaceAll('-', '/')}/${stem.replace(/^\d{4}-\d{2}-\d{2}-/, '')}.html`;
  }
  const slug = listOf(front.values.get('slug'))[0];
  const inner = folder.replace(/^(?:docs|pages|content)(?:\/|$)/, '');
  const name = /^_?index$/.test(stem) ? '' : (slug ?? stem);
  return generator === undefined
    ? undefined
    : `/${[inner, name].filter((one) => one !== '' && one !== '.').join('/')}/`;
}

/** The path of an address, for comparing: without its host, `index.html` and what follows `?` or `#`. */
export function pathOf(address: string): string | undefined {
  const plain = address.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '');
  if (plain.length > 300) return undefined;
  return `/${plain.replace(/^\/+/, '')}`.replace(/\/index\.html$/, '/');
}

/** Equal for addresses that lead to one page. */
export function addressKey(address: string): string {
  return (pathOf(address) ?? address)
    .replace(/\.html$/, '')
    .replace(/\/+$/, '')
    .toLowerCase();
}

/** The last part of an old address, where it can be an alias here. */
export function aliasOf(address: string, kind: Document['kind']): string | undefined {
  const last =
    address
      .replace(/\/+$/, '')
      .split('/')
      .at(-1)
      ?.replace(/\.html$/, '') ?? '';
  const fault = kind === 'paper' ? judgeSlug(last) : judgeIssueId(last);
  return fault === undefined ? last : undefined;
}
