import { html, parseFragment, serialize, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';

/**
 * What FreshRSS lets through of an entry, told from its `FreshRSS_SimplePieCustom`
 * (https://github.com/FreshRSS/FreshRSS) and SimplePie's `Sanitize`: a tree of which elements that are on no list are
 * taken out and their children stay, scripts and styles go whole, attributes go by element, and `id` and `class` get
 * another name, so that nothing of the site's style reaches them.
 */
const EVERYWHERE = ['dir', 'draggable', 'hidden', 'lang', 'role', 'title'].concat([
  ...['displaystyle', 'mathsize', 'scriptlevel'],
]);
const size = ['width', 'height'];
const ELEMENTS: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    [
      ...['abbr', 'acronym', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'center'],
      ...['cite', 'code', 'dd', 'dfn', 'dialog', 'dl', 'dt', 'em', 'figcaption', 'figure'],
      ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'i', 'kbd', 'label'],
      ...['legend', 'main', 'mark', 'menu', 'nav', 'picture', 'rb', 'rp', 'rt', 'rtc', 'ruby'],
      ...['s', 'samp', 'search', 'section', 'small', 'span', 'strike', 'strong', 'sub'],
      ...['summary', 'sup', 'tt', 'u', 'var', 'wbr', 'merror', 'mn', 'mphantom', 'mprescripts'],
      ...['mroot', 'mrow', 'ms', 'msqrt', 'msub', 'mtext'],
    ].map((name) => [name, []]),
  ),
  a: ['href', 'hreflang', 'type'],
  blockquote: ['cite'],
  br: ['clear'],
  caption: ['align'],
  col: ['span', 'align', 'valign', 'width'],
  colgroup: ['span', 'align', 'valign', 'width'],
  del: ['cite', 'datetime'],
  details: ['open'],
  div: ['align'],
  hr: ['align', 'noshade', 'size', 'width'],
  img: ['src', 'alt', ...size, 'align', 'border', 'hspace', 'longdesc', 'vspace'],
  ins: ['cite', 'datetime'],
  li: ['value', 'type'],
  ol: ['reversed', 'start', 'type'],
  p: ['align'],
  pre: ['width', 'wrap'],
  q: ['cite'],
  source: ['type', 'src', 'media', ...size],
  table: ['align', 'border', 'cellpadding', 'cellspacing', 'rules', 'summary', 'width'],
  tbody: ['align', 'char', 'charoff', 'valign'],
  td: ['colspan', 'headers', 'rowspan', 'abbr', 'align', 'height', 'scope', 'valign', 'width'],
  tfoot: ['align', 'valign'],
  th: ['abbr', 'colspan', 'rowspan', 'scope', 'align', 'height', 'valign', 'width'],
  thead: ['align', 'valign'],
  time: ['datetime'],
  tr: ['align', 'valign'],
  ul: ['type'],
  maction: ['actiontype', 'selection'],
  math: ['display'],
  menclose: ['notation'],
  mfenced: ['close', 'open', 'separators'],
  mfrac: ['denomalign', 'linethickness', 'numalign'],
  mi: ['mathvariant'],
  mmultiscripts: ['subscriptshift', 'superscriptshift'],
  mo: [
    ...['accent', 'fence', 'form', 'largeop', 'lspace', 'maxsize', 'minsize', 'movablelimits'],
    ...['rspace', 'separator', 'stretchy', 'symmetric'],
  ],
  mover: ['accent'],
  mpadded: ['depth', 'height', 'lspace', 'voffset', 'width'],
  mspace: ['depth', ...size],
  msubsup: ['subscriptshift', 'superscriptshift'],
  msup: ['superscriptshift'],
  mtable: [
    ...['align', 'columnalign', 'columnlines', 'columnspacing', 'frame', 'framespacing'],
    ...['rowalign', 'rowlines', 'rowspacing', 'width'],
  ],
  mtd: ['columnspan', 'rowspan', 'columnalign', 'rowalign'],
  mtr: ['columnalign', 'rowalign'],
  munder: ['accentunder'],
  munderover: ['accent', 'accentunder'],
};
const WHOLE = ['script', 'style', 'noscript', 'svg'];

export function sanitizeForFreshRss(source: string): string {
  const root = parseFragment(source);
  sanitize(root);
  return serialize(root);
}

function sanitize(parent: Parse5.ParentNode): void {
  parent.childNodes = parent.childNodes.flatMap((child): Parse5.ChildNode[] => {
    if (child.nodeName === '#comment') return [];
    if (!('tagName' in child)) return [child];
    sanitize(child);
    if (WHOLE.includes(child.tagName)) return [];
    const allowed = ELEMENTS[child.tagName];
    if (!allowed) return child.childNodes;
    child.attrs = child.attrs.flatMap((attr) => {
      const { name } = attr;
      if (name === 'id' || name === 'class') return [{ ...attr, name: `data-sanitized-${name}` }];
      const isKept =
        allowed.includes(name) || EVERYWHERE.includes(name) || /^(?:aria|data)-/.test(name);
      return isKept ? [attr] : [];
    });
    // `serialize` asks for it to tell which elements are void.
    if (child.namespaceURI !== html.NS.HTML) child.namespaceURI = html.NS.MATHML;
    return [child];
  });
  for (const child of parent.childNodes) child.parentNode = parent;
}
