import { Tokenizer, TokenizerMode, type Token } from 'parse5';

/**
 * What Miniflux lets through of an entry, told from `internal/reader/sanitizer/sanitizer.go` at 6263fa75bd
 * (https://github.com/miniflux/v2): tag by tag without building a tree, by a list of elements and of their
 * attributes; a tag that is not on it goes and its text stays; what is `hidden`, and scripts and styles, go with
 * their text.
 */
const ELEMENTS: Record<string, readonly string[]> = {
  a: ['href', 'title', 'id'],
  abbr: ['title'],
  acronym: ['title'],
  audio: ['src'],
  dd: ['id'],
  dl: ['id'],
  dt: ['id'],
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']])),
  img: [
    ...['alt', 'title', 'src', 'srcset', 'sizes', 'width', 'height', 'fetchpriority', 'decoding'],
  ],
  li: ['id'],
  math: ['xmlns'],
  ol: ['id'],
  q: ['cite'],
  source: ['src', 'type', 'srcset', 'sizes', 'media'],
  sup: ['id'],
  td: ['rowspan', 'colspan'],
  th: ['rowspan', 'colspan'],
  time: ['datetime'],
  ul: ['id'],
  video: ['poster', 'height', 'width', 'src'],
  ...Object.fromEntries(
    [
      ...['aside', 'blockquote', 'b', 'br', 'caption', 'cite', 'code', 'del', 'dfn', 'em'],
      ...['figcaption', 'figure', 'hr', 'ins', 'kbd', 'p', 'picture', 'pre', 'rp', 'rt', 'rtc'],
      ...['ruby', 's', 'samp', 'strong', 'sub', 'table', 'tfoot', 'thead', 'tr', 'u', 'var', 'wbr'],
      ...['annotation', 'annotation-xml', 'maction', 'merror', 'mfrac', 'mi', 'mmultiscripts'],
      ...['mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts', 'mroot', 'mrow', 'ms'],
      ...['mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr'],
      ...['munder', 'munderover', 'semantics'],
    ].map((name) => [name, []]),
  ),
};
const ADDRESSES = ['src', 'href', 'poster', 'cite'];
const SCHEMES = /^(?:https?|mailto|ftp|tel|data:image\/(?:avif|apng|png|svg|jpe?g|gif|webp)):?/i;

export function sanitizeForMiniflux(html: string, base: string): string {
  let written = '';
  const opened = new Set<string>();
  const blocked: string[] = [];
  const open = ({ tagName, attrs }: Token.TagToken, end: string) => {
    if (tagName === 'img' && isPixel(attrs)) return;
    const isBlocked =
      ['noscript', 'script', 'style'].includes(tagName) ||
      attrs.some(({ name }) => name === 'hidden');
    if (isBlocked) {
      blocked.push(tagName);
      return;
    }
    if (blocked.length > 0 || !(tagName in ELEMENTS)) return;
    const kept = attrs.flatMap(({ name, value }) => keep(tagName, name, value, attrs, base));
    const names = kept.map(([name]) => name);
    if (tagName === 'a' && !names.includes('href')) return;
    if (tagName === 'img' && !names.includes('src') && !names.includes('srcset')) return;
    written += `<${tagName}${kept.map(([name, value]) => ` ${name}="${escape(value)}"`).join('')}${end}>`;
    opened.add(tagName);
  };
  const say = ({ chars }: Token.CharacterToken) => {
    if (blocked.length === 0) written += escape(chars);
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag(token) {
        open(token, token.selfClosing ? '/' : '');
        // What Go's tokeniser takes as text, too.
        if (['script', 'style'].includes(token.tagName)) tokenizer.state = TokenizerMode.RAWTEXT;
      },
      onEndTag({ tagName }) {
        if (blocked.length > 0) {
          if (blocked.at(-1) === tagName) blocked.pop();
        } else if (tagName in ELEMENTS && opened.has(tagName)) written += `</${tagName}>`;
      },
      onCharacter: say,
      onWhitespaceCharacter: say,
      onNullCharacter: say,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
      onParseError: null,
    },
  );
  tokenizer.write(html, true);
  return written;
}

function keep(
  tag: string,
  name: string,
  value: string,
  attrs: Token.TagToken['attrs'],
  base: string,
): [string, string][] {
  if (!ELEMENTS[tag]?.includes(name)) return [];
  if (tag === 'img' && (name === 'width' || name === 'height')) {
    const width = Number(attrs.find((attr) => attr.name === 'width')?.value ?? 0);
    if (!/^\d+$/.test(value) || Number(value) <= 0 || width > 750) return [];
  }
  if (!ADDRESSES.includes(name)) return [[name, value]];
  if (tag === 'a' && value.startsWith('#')) return [[name, value]];
  const absolute = URL.parse(value, base)?.href;
  return absolute !== undefined && SCHEMES.test(absolute) ? [[name, absolute]] : [];
}

/** A picture of one pixel counts readers. */
function isPixel(attrs: Token.TagToken['attrs']): boolean {
  return ['width', 'height'].every((side) =>
    attrs.some(({ name, value }) => name === side && (value === '0' || value === '1')),
  );
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
