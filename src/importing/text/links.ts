import { matchProse } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';
import { comment } from './liquid.ts';

/** What an address of the old archive leads to now. */
export type Target = { url: string; told?: string } | { lost: string };

/** What became of a picture: its name beside the text, or why it is not there. */
export type Placed = { name: string; told?: string } | { lost: string };

export type Resolver = {
  link(url: string): Target;
  picture(src: string): Placed;
};

const ADDRESS = String.raw`(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)`;

/** Writes the addresses of links and pictures as they are now; `<https://…>` as a link. */
export function mendLinks(draft: Draft, resolver: Resolver): void {
  const automatic = /<((?:https?|mailto):[^\s<>]+|[^\s<>@/:"'=]+@[^\s<>@"'=]+\.[a-z]{2,})>/dgi;
  draft.apply(
    matchProse(draft.text, automatic).map(({ index, end, written, groups }) => {
      const address = groups[1] ?? '';
      const url = /^[a-z]+:/i.test(address) ? address : `mailto:${address}`;
      draft.mended(index, `${quote(written)} became a link`);
      return { from: index, to: end, text: `[${address.replace(/[_*[\]]/g, '\\$&')}](${url})` };
    }),
  );
  mendFigureSources(draft, resolver);
  mendPictures(draft, resolver);
  mendAddresses(draft, resolver);
}

function mendFigureSources(draft: Draft, resolver: Resolver): void {
  const source = /<(Figure|Video)((?:\s+[\w-]+="[^"]*")*)(\s*\/?>)/dg;
  const edits: Edit[] = [];
  for (const { index, end, groups } of matchProse(draft.text, source, { formulas: false })) {
    const [, tag = '', attributes = '', close = ''] = groups;
    const name = tag === 'Figure' ? 'src' : 'poster';
    const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes);
    if (found === null) continue;
    const src = (found[1] ?? '').replaceAll('&quot;', '"');
    const placed = resolver.picture(src);
    if ('name' in placed) {
      if (placed.told !== undefined) draft.look(index, placed.told);
      const written = attributes.replace(found[0], ` ${name}="./${placed.name}"`);
      edits.push({ from: index, to: end, text: `<${tag}${written}${close}` });
      continue;
    }
    draft.look(index, placed.lost);
    if (tag === 'Video') continue;
    const alt = (/\salt="([^"]*)"/.exec(attributes)?.[1] ?? '').replaceAll('&quot;', '"');
    const words = alt === '' ? 'Picture' : alt.replace(/[[\]]/g, '\\$&');
    const away = /^https?:/.test(src)
      ? `[${words}](${src})`
      : `${words} ${comment(`picture: ${src}`)}`;
    // The caption stays as a paragraph, since nothing is left that it could stand under.
    const closing = close.includes('/') ? -1 : draft.text.indexOf('</Figure>', end);
    edits.push({ from: index, to: end, text: away });
    if (closing !== -1) edits.push({ from: closing, to: closing + '</Figure>'.length, text: '' });
  }
  draft.apply(edits);
}

function mendPictures(draft: Draft, resolver: Resolver): void {
  const picture = new RegExp(
    `!\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\(\\s*${ADDRESS}((?:\\s+(?:"[^"]*"|'[^']*'))?)\\s*\\)`,
    'dg',
  );
  const edits: Edit[] = [];
  for (const { index, end, groups } of matchProse(draft.text, picture, { formulas: false })) {
    const [, alt = '', written = '', title = ''] = groups;
    const src = written.replace(/^<|>$/g, '');
    const placed = resolver.picture(src);
    if ('name' in placed) {
      if (placed.told !== undefined) draft.look(index, placed.told);
      edits.push({ from: index, to: end, text: `![${alt}](./${placed.name}${title})` });
    } else {
      draft.look(index, placed.lost);
      const words = alt === '' ? 'Picture' : alt;
      edits.push({
        from: index,
        to: end,
        text: /^https?:/.test(src)
          ? `[${words}](${src})`
          : `${words} ${comment(`picture: ${src}`)}`,
      });
    }
  }
  draft.apply(edits);
}

function mendAddresses(draft: Draft, resolver: Resolver): void {
  const link = new RegExp(
    `(?<!!)\\[((?:[^\\[\\]\\\\]|\\\\.|!?\\[[^\\[\\]]*\\](?:\\([^()]*\\))?)*)\\]\\(\\s*${ADDRESS}((?:\\s+(?:"[^"]*"|'[^']*'))?)\\s*\\)`,
    'dg',
  );
  const edits: Edit[] = [];
  for (const { index, end, groups } of matchProse(draft.text, link, { formulas: false })) {
    const [, words = '', written = '', title = ''] = groups;
    const url = written.replace(/^<|>$/g, '');
    const target = resolver.link(url);
    if ('url' in target) {
      if (target.told !== undefined) draft.look(index, target.told);
      if (target.url !== url)
        draft.mended(index, `The link to ${quote(url)} leads to ${quote(target.url)}`);
      if (target.url !== written)
        edits.push({ from: index, to: end, text: `[${words}](${target.url}${title})` });
    } else {
      draft.look(index, target.lost);
      edits.push({ from: index, to: end, text: `${words} ${comment(`link: ${url}`)}` });
    }
  }
  draft.apply(edits);
  const definition = /(?<=^|\n) {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*(<[^<>\n]*>|\S+)/dg;
  const rewritten: Edit[] = [];
  for (const { index, end, groups } of matchProse(draft.text, definition, { formulas: false })) {
    const [, name = '', written = ''] = groups;
    const url = written.replace(/^<|>$/g, '');
    const isPicture =
      /\.(?:png|jpe?g|gif|svg|webp|avif)(?:[?#]|$)/i.test(url) && !/^https?:/.test(url);
    const placed = isPicture ? resolver.picture(url) : resolver.link(url);
    if ('lost' in placed) {
      draft.look(index, placed.lost);
      continue;
    }
    const told = 'url' in placed ? placed.url : `./${placed.name}`;
    if (told !== url) rewritten.push({ from: index, to: end, text: `[${name}]: ${told}` });
  }
  draft.apply(rewritten);
}
