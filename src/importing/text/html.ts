import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { findAreas } from './areas.ts';
import { comment } from './liquid.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

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
const MARKS: Record<string, string> = {
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
    if (name === 'img') return renderPicture(node, undefined);
    if (name === 'picture') {
      const img = findAll(node, 'img')[0];
      return img ? renderPicture(img, undefined) : this.blocks(childNodes);
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
    const captions = findAll(node, 'figcaption');
    const caption = captions.map((one) => this.blocks(one.childNodes)).join('\n\n');
    const pictures = findAll(node, 'img');
    const others = node.childNodes.filter(
      (child) => isElement(child) && /^(?:table|iframe|video|pre)$/.test(child.tagName),
    );
    if (pictures.length === 0) {
      const content = this.blocks(
        node.childNodes.filter((child) => !(isElement(child) && child.tagName === 'figcaption')),
      );
      return [content, caption].filter((part) => part !== '').join('\n\n');
    }
    if (pictures.length > 1)
      this.#looks.push(
        `A figure holds ${pictures.length} pictures; each stands by itself, and its caption under the last`,
      );
    return [
      ...others.map((other) => this.blocks([other])),
      ...pictures.map((picture, index) =>
        renderPicture(
          picture,
          index === pictures.length - 1 ? caption : undefined,
          attribute(node, 'class'),
        ),
      ),
    ].join('\n\n');
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
      findAll(node, 'source')
        .map((one) => attribute(one, 'src'))
        .find((one) => one !== '') ||
      '';
    const title = attribute(node, 'title');
    const poster = attribute(node, 'poster');
    const address = videoAddress(src);
    if (poster !== '' && /^https:/.test(address)) {
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
function renderPicture(node: Element, caption: string | undefined, outer = ''): string {
  const hints = `${attribute(node, 'class')} ${outer} ${attribute(node, 'style')} width=${attribute(node, 'width')}`;
  return writeFigure({
    src: attribute(node, 'src') || attribute(node, 'data-src'),
    alt: attribute(node, 'alt'),
    hints,
    caption: caption ?? '',
  });
}

/** @param figure.hints classes and widths of the old text, of which the size is told */
export function writeFigure(figure: {
  src: string;
  alt: string;
  hints: string;
  caption: string;
  label?: string;
}): string {
  const { src, alt, hints, caption, label } = figure;
  const size = sizeOf(hints);
  const attributes = [
    `src="${quoteAttribute(src)}"`,
    `alt="${quoteAttribute(alt)}"`,
    ...(size === undefined ? [] : [`size="${size}"`]),
    ...(label === undefined ? [] : [`label="${label}"`]),
  ].join(' ');
  return caption.trim() === ''
    ? `<Figure ${attributes} />`
    : `<Figure ${attributes}>\n\n${caption.trim()}\n\n</Figure>`;
}

/** `small` or `wide` of a class, a style or a width; nothing for what is as wide as the text. */
export function sizeOf(hints: string): 'small' | 'wide' | undefined {
  if (/small|thumb|half|narrow/i.test(hints)) return 'small';
  if (/wide|full|large/i.test(hints)) return 'wide';
  const [, value = '', unit = ''] = /width\s*[:=]\s*["']?(\d+)\s*(%|px)?/i.exec(hints) ?? [];
  if (value === '') return undefined;
  return (unit === '%' && Number(value) <= 60) || (unit !== '%' && Number(value) <= 400)
    ? 'small'
    : undefined;
}

function renderPipes(rows: string[][], width: number): string {
  const cell = (text = '') =>
    text
      .replace(/\$[^$]*\$/g, (formula) => formula.replace(/(?<!\\)\|/g, '\\vert '))
      .replace(/(?<!\\)\|/g, '\\|');
  const line = (row: string[]) =>
    `| ${Array.from({ length: width }, (_, index) => cell(row[index])).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

function renderRows(rows: { cell: Element; text: string }[][]): string {
  const written = rows.map((row) => {
    const cells = row.map(({ cell, text }) => {
      const spans = ['colspan', 'rowspan']
        .map((name) => [name, attribute(cell, name)] as const)
        .filter(([, value]) => /^[1-9]\d?$/.test(value));
      return `<${cell.tagName}${spans.map(([name, value]) => ` ${name}="${value}"`).join('')}>${text}</${cell.tagName}>`;
    });
    return `<tr>\n${cells.join('\n')}\n</tr>`;
  });
  return `<table>\n${written.join('\n')}\n</table>`;
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

export function surround(text: string, mark: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : `${before}${mark}${inner}${mark}${after}`;
}

export function quoteAttribute(text: string): string {
  return oneLine(text).replaceAll('"', '&quot;');
}

function escapeText(text: string): string {
  return text.replaceAll('<', '&lt;');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function attribute(node: Element, name: string): string {
  return node.attrs.find((one) => one.name === name)?.value.trim() ?? '';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function findAll(node: Element, name: string): Element[] {
  return node.childNodes
    .filter(isElement)
    .flatMap((child) => [...(child.tagName === name ? [child] : []), ...findAll(child, name)]);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The tag with what it holds, for a comment. */
function serialise(node: Element): string {
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${value}"`).join('');
  const inner = node.childNodes
    .map((child) => (isElement(child) ? serialise(child) : textOf(child)))
    .join('');
  return `<${node.tagName}${attributes}>${inner}</${node.tagName}>`;
}
