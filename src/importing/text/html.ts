import { parseFragment } from 'parse5';
import { findAreas } from './areas.ts';
import { oneLine, quoteAttribute, surround, writeFigure } from './figure-markup.ts';
import { renderPipes, renderRows } from './html-table.ts';
import {
  attribute,
  findAll,
  isCaption,
  isElement,
  serialise,
  textOf,
  type Element,
  type Node,
} from './html-tree.ts';
import { comment } from './liquid.ts';

/** What became of a piece of HTML: Markdown and components of ours, with what a person must look at. */
export type Rendered = { text: string; looks: string[] };

/** Elements whose content shows nothing or runs; they stay as comments. */
const ACTIVE = new Set(
  'script style svg object embed audio canvas form noscript template input button select'.split(
    ' ',
  ),
);
const KEPT = new Set(
  'sub sup kbd abbr mark small cite q ins del var samp ruby rt rp bdi'.split(' '),
);
/** The marks of Markdown that say what a tag says. */
export const MARKS: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  u: '*',
  s: '~~',
  strike: '~~',
};

/** Renders one HTML element that Markdown has no inside for: a figure, a table, a film, a list. */
export function renderHtml(html: string): Rendered {
  const kept: string[] = [];
  let masked = '';
  let at = 0;
  // Formulas may hold `<`, which a parser of HTML would take for a tag.
  for (const { from, to } of findAreas(html)) {
    kept.push(html.slice(from, to));
    masked += `${html.slice(at, from)}\uE001${kept.length - 1}\uE002`;
    at = to;
  }
  masked += html.slice(at);
  const looks: string[] = [];
  const fragment = parseFragment(masked);
  const restore = (text: string) =>
    text.replace(/\uE001(\d+)\uE002/g, (_, index: string) => kept[Number(index)] ?? '');
  const text = new Writer(looks, restore).blocks(fragment.childNodes);
  return { text: restore(text), looks };
}

class Writer {
  readonly #looks: string[];
  readonly #restore: (text: string) => string;
  /** Captions of the pictures of figures that are being rendered. */
  readonly #captions = new Map<Element, { caption: string; hints: string }>();

  constructor(looks: string[], restore: (text: string) => string) {
    this.#looks = looks;
    this.#restore = restore;
  }

  blocks(nodes: readonly Node[]): string {
    const parts: string[] = [];
    let run = '';
    for (const node of nodes) {
      const block = isElement(node) ? this.#block(node) : undefined;
      if (block === undefined) run += this.#inline([node]);
      else {
        parts.push(run, block);
        run = '';
      }
    }
    return [...parts, run]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n');
  }

  #block(node: Element): string | undefined {
    const { tagName: name, childNodes } = node;
    if (name === 'figure') return this.#figure(node);
    if (name === 'img') return this.#picture(node);
    if (name === 'picture') {
      const img = findAll(node, 'img')[0];
      return img ? this.#picture(img) : this.blocks(childNodes);
    }
    // A picture that leads to its larger self.
    if (name === 'a' && textOf(node).trim() === '' && findAll(node, 'img').length > 0) {
      return this.blocks(childNodes);
    }
    if (name === 'table') return this.#table(node);
    if (name === 'iframe' || name === 'video') return this.#film(node);
    if (name === 'ul' || name === 'ol') return this.#list(node);
    if (name === 'dl') return this.#definitions(node);
    if (name === 'pre') return `\`\`\`\n${textOf(node).replace(/^\n|\n$/g, '')}\n\`\`\``;
    if (name === 'blockquote')
      return this.blocks(childNodes)
        .replace(/^/gm, '> ')
        .replace(/[ \t]+$/gm, '');
    if (name === 'hr') return '---';
    if (/^h[1-6]$/.test(name))
      return `${'#'.repeat(Number(name.slice(1)))} ${oneLine(this.#inline(childNodes))}`;
    if (ACTIVE.has(name)) {
      this.#looks.push(`\`<${name}>\` is not taken in a summary; it stands as a comment`);
      return comment(serialise(node));
    }
    if (
      /^(?:p|div|center|section|article|main|header|footer|figcaption|details|summary|aside|nav)$/.test(
        name,
      )
    )
      return this.blocks(childNodes);
    return undefined;
  }

  #inline(nodes: readonly Node[]): string {
    return nodes
      .map((node) => {
        if (node.nodeName === '#text' && 'value' in node) return escapeText(node.value);
        if (node.nodeName === '#comment' && 'data' in node) return comment(node.data);
        if (!isElement(node)) return '';
        const { tagName: name } = node;
        const inner = () => this.#inline(node.childNodes);
        if (name === 'br') return '<br />';
        if (name === 'img') return `![${attribute(node, 'alt')}](${attribute(node, 'src')})`;
        if (name === 'code' || name === 'tt') return `\`${textOf(node)}\``;
        if (name === 'a') {
          const href = attribute(node, 'href');
          return href === '' ? inner() : `[${inner().trim()}](${href})`;
        }
        if (KEPT.has(name)) return `<${name}>${inner()}</${name}>`;
        return surround(inner(), Object.hasOwn(MARKS, name) ? (MARKS[name] ?? '') : '');
      })
      .join('');
  }

  #figure(node: Element): string {
    const captions = node.childNodes.filter(isElement).filter(isCaption);
    const caption = captions.map((one) => this.blocks(one.childNodes)).join('\n\n');
    const pictures = findAll(node, 'img');
    const [last] = pictures.slice(-1);
    if (pictures.length > 1) {
      this.#looks.push(
        `A figure holds ${pictures.length} pictures; each stands by itself, and its caption under the last`,
      );
    }
    if (last) this.#captions.set(last, { caption, hints: attribute(node, 'class') });
    const rest = node.childNodes.filter((child) => !(isElement(child) && isCaption(child)));
    const content = this.blocks(rest);
    const isTaken = last !== undefined && !this.#captions.delete(last);
    return [content, isTaken ? '' : caption].filter((part) => part !== '').join('\n\n');
  }

  #picture(node: Element): string {
    const { caption = '', hints = '' } = this.#captions.get(node) ?? {};
    this.#captions.delete(node);
    return renderPicture(node, caption, hints);
  }

  #table(node: Element): string {
    const caption = findAll(node, 'caption')
      .map((one) => oneLine(this.#inline(one.childNodes)))
      .join(' ');
    const rows = findAll(node, 'tr').map((row) =>
      row.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName)),
    );
    const cells = rows.map((row) =>
      row.map((cell) => ({
        cell,
        text: oneLine(this.blocks(cell.childNodes).replace(/\n+/g, ' ')),
      })),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    const isPlain =
      width > 0 &&
      rows
        .flat()
        .every((cell) => attribute(cell, 'colspan') === '' && attribute(cell, 'rowspan') === '') &&
      findAll(node, 'table').length === 0;
    const written = isPlain
      ? renderPipes(
          cells.map((row) => row.map(({ text }) => this.#restore(text))),
          width,
        )
      : renderRows(cells);
    return caption === '' ? written : `<Table>\n\n${caption}\n\n${written}\n\n</Table>`;
  }

  #film(node: Element): string {
    const src =
      attribute(node, 'src') ||
      (findAll(node, 'source')
        .map((one) => attribute(one, 'src'))
        .find((one) => one !== '') ??
        '');
    const title = attribute(node, 'title');
    const poster = attribute(node, 'poster');
    const address = videoAddress(src);
    if (poster !== '' && address.startsWith('https:')) {
      this.#looks.push('The video needs words for its picture: write `alt`');
      return `<Video src="${quoteAttribute(address)}" poster="${quoteAttribute(poster)}" alt="${quoteAttribute(title)}" />`;
    }
    this.#looks.push(
      `A film or frame became a link: ${address === '' ? 'it has no address' : address}`,
    );
    const words =
      title === ''
        ? /youtu|vimeo|\.(?:mp4|webm)/.test(address)
          ? 'Video'
          : 'Embedded page'
        : title;
    return address === '' ? comment(serialise(node)) : `[${words}](${address})`;
  }

  #list(node: Element): string {
    const items = node.childNodes.filter(isElement);
    return items
      .map((item, index) => {
        const mark = node.tagName === 'ol' ? `${index + 1}. ` : '- ';
        return (
          mark + this.blocks(item.childNodes).replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
        );
      })
      .join('\n');
  }

  #definitions(node: Element): string {
    return node.childNodes
      .filter(isElement)
      .map(({ tagName, childNodes }) => {
        const text = oneLine(this.blocks(childNodes));
        return tagName === 'dt' ? `**${text}**` : text;
      })
      .join('\n\n');
  }
}

/** A picture as `<Figure>`; its size told by its class or its width. */
function renderPicture(node: Element, caption: string, outer: string): string {
  const hints = `${attribute(node, 'class')} ${outer} ${attribute(node, 'style')} width=${attribute(node, 'width')}`;
  return writeFigure({
    src: attribute(node, 'src') || attribute(node, 'data-src'),
    alt: attribute(node, 'alt'),
    hints,
    caption,
  });
}

/** The page of a film, from the address of the frame that showed it. */
function videoAddress(src: string): string {
  const full = src.startsWith('//') ? `https:${src}` : src;
  const [, youtube] =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/.exec(full) ?? [];
  if (youtube !== undefined) return `https://www.youtube.com/watch?v=${youtube}`;
  const [, vimeo] = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(full) ?? [];
  return vimeo === undefined ? full.replace(/^http:/, 'https:') : `https://vimeo.com/${vimeo}`;
}

function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;');
}
