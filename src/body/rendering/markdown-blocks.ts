import type {
  Blockquote,
  Html,
  Image,
  Paragraph,
  Parents,
  PhrasingContent,
  RootContent,
} from 'mdast';
import type { Element } from '../tree.ts';

/** Pieces of mdast, of which a body and what stands around it are put together. */

export function text(value: string): { type: 'text'; value: string } {
  return { type: 'text', value };
}

/** Without the white space and the line breaks at its ends, which Markdown cannot hold. */
export function paragraph(children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: splitEdges(children)[1] };
}

export function quote(children: readonly RootContent[]): Blockquote {
  return { type: 'blockquote', children: children as Blockquote['children'] };
}

/** Markup as it stands; in a paragraph of blocks it begins and ends a block of HTML. */
export function html(value: string): Html {
  return { type: 'html', value };
}

export function picture(url: string, alt: string, title?: string): Image {
  return { type: 'image', url, alt: plain(alt), ...(title && { title: plain(title) }) };
}

/** A link; the words alone where there is no address, or one that could run something. */
export function linkTo(
  url: string | undefined,
  children: readonly PhrasingContent[],
  title?: string,
): PhrasingContent[] {
  if (url === undefined || !/^(?:https?:\/\/|mailto:|\/(?!\/))/i.test(url)) return [...children];
  return [{ type: 'link', url, ...(title && { title: plain(title) }), children: [...children] }];
}

/** Text on one line, of characters that are characters. */
export function plain(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\s\0]+/g, (run) => (/^[^\t\n\v\f\r\0]*$/.test(run) ? run : ' '));
}

/** White space and line breaks at the beginning, what is between, and those at the end: marks cannot hold them at their edges. */
export function splitEdges(
  children: readonly PhrasingContent[],
): [before: PhrasingContent[], core: PhrasingContent[], after: PhrasingContent[]] {
  const isEdge = (node: PhrasingContent) =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const start = children.findIndex((node) => !isEdge(node));
  if (start === -1) return [[...children], [], []];
  const end = children.findLastIndex((node) => !isEdge(node)) + 1;
  const [before, core, after] = [
    children.slice(0, start),
    children.slice(start, end),
    children.slice(end),
  ];
  const first = core[0];
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    core[0] = { ...first, value: first.value.trimStart() };
    before.push(text(' '));
  }
  const last = core.at(-1);
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    core[core.length - 1] = { ...last, value: last.value.trimEnd() };
    after.unshift(text(' '));
  }
  return [before, core, after];
}

/** Whether there is nothing to read in it. */
export function isBlank(node: Parents | RootContent): boolean {
  if (node.type === 'text') return node.value.trim() === '';
  return 'children' in node && node.type !== 'footnoteDefinition' && node.children.every(isBlank);
}

/** The opening tag; what Markdown or a table could take for its own is written as a number. */
export function openTag({ name, attributes }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${escapeAttribute(value)}"`,
  );
  return `<${name}${written.join('')}>`;
}

function escapeAttribute(value: string): string {
  return plain(value).replace(
    /[&<>"'`|$*_~=[\]\\]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
