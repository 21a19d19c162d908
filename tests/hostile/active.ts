import {
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes as Parse5,
  type ParserError,
} from 'parse5';

/** Elements that run, load, send, or change what the rest of a page means. */
const ELEMENTS = new Set([
  ...['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base'],
  ...['meta', 'link', 'style', 'form', 'input', 'textarea', 'select', 'button', 'video', 'audio'],
  ...['source', 'track', 'template', 'slot', 'noscript', 'dialog', 'title', 'xmp', 'plaintext'],
  ...['foreignobject', 'animate', 'animatemotion', 'animatetransform', 'set', 'use', 'image'],
  ...['annotation-xml', 'maction', 'semantics', 'mglyph', 'malignmark', 'marquee', 'listing'],
]);

/** Attributes that hold an address, or several. */
const ADDRESSES = new Set([
  ...['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'xlink:href', 'cite'],
  ...['background', 'ping', 'longdesc', 'manifest', 'codebase', 'classid', 'dynsrc', 'lowsrc'],
  ...['srcdoc', 'imagesrcset', 'usemap', 'profile', 'archive', 'icon', 'altimg', 'definitionurl'],
]);

/** An address of this site, or one that a reader follows. */
const TAKEN = /^(?:https?:\/\/[^/?#\\@\s]|mailto:[^@]+@|\/(?![/\\])|#|\.\/)/i;

export type Allowed = {
  /** Whether an element of these is one of ours; none is unless told. */
  element?: (element: Parse5.Element) => boolean;
  /** Whether the whole document is given, not a part of one. */
  document?: boolean;
};

/**
 * What could run, load, send or lead astray in markup as a browser's parser reads it, each as a line to print.
 * Empty where the markup is only there to be read.
 */
export function findActive(html: string, { element, document = false }: Allowed = {}): string[] {
  const errors: string[] = [];
  const onParseError = ({ code }: ParserError) => errors.push(`the parser says ${code}`);
  const options = { onParseError };
  const tree = document ? parse(html, options) : parseFragment(html, options);
  const found = [...errors];
  const ids = new Set<string>();
  for (const node of walk(tree)) {
    if (node.nodeName === '#comment') found.push(`a comment ${serialize(tree).slice(0, 40)}`);
    if (!('tagName' in node)) continue;
    if (element?.(node) !== true) found.push(...judgeElement(node));
    for (const { name, value } of node.attrs) {
      if (name === 'id' && ids.has(value)) found.push(`the id ${value} twice`);
      if (name === 'id') ids.add(value);
    }
  }
  // What a browser reads, writes and reads again must stay what it is.
  const once = serialize(tree);
  const again = serialize(document ? parse(once) : parseFragment(once));
  if (again !== once) found.push('it changes when it is read again');
  return found;
}

function* judgeElement({ tagName, attrs }: Parse5.Element): Generator<string> {
  if (ELEMENTS.has(tagName.toLowerCase())) yield `<${tagName}>`;
  for (const { name, prefix, value } of attrs) {
    const full = (prefix ? `${prefix}:${name}` : name).toLowerCase();
    const shown = `<${tagName} ${full}="${value.slice(0, 60)}">`;
    if (full.startsWith('on')) yield shown;
    if (ADDRESSES.has(full) && !value.split(/,\s+/).every((one) => TAKEN.test(one))) yield shown;
    if (full === 'style' && /url|image|expression|import|@|\\|position\s*:\s*fixed/i.test(value))
      yield shown;
    if (/^(?:fill|stroke|filter|mask|clip-path|marker)/.test(full) && /url|\\/i.test(value))
      yield shown;
    if (full === 'target' || full === 'http-equiv' || full === 'contenteditable') yield shown;
    // By these a page's scripts would find an element in the place of what a document has.
    if (full === 'name' || full === 'is' || full === 'slot') yield shown;
  }
}

function* walk(node: Parse5.Node): Generator<Parse5.Node> {
  yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* walk(child);
}

/** The words of markup, as a reader sees them. */
export function wordsOf(html: string): string {
  return [...walk(parseFragment(html))]
    .flatMap((node) => (node.nodeName === '#text' ? [(node as Parse5.TextNode).value] : []))
    .join('')
    .replace(/\s+/g, ' ');
}
