import { excerpt, type Report } from './report.ts';
import type { Block } from './text-blocks.ts';

/** Characters of the words and of the address of one link that are looked at: a link is no paragraph. */
const MAX_LENGTH = 500;

const ADDRESS = /^(?:https?:\/\/|mailto:|www\.)/i;
const PICTURE = /\.(?:avif|gif|jpe?g|pdf|png|svg|tiff?|webp)$/i;
const FILE =
  /^[^()"]+\.(?:avif|csv|gif|html?|ipynb|jpe?g|mdx?|pdf|png|py|svg|tiff?|txt|webp|zip)$/i;

/** A link or a picture as it was meant: all that is written, its words and what stands in the parentheses. */
type Meant = {
  mark: '!' | '';
  words: string;
  gap: string;
  inner: string;
  closed: boolean;
};

/**
 * Tells a link or a picture that Markdown does not take for one, and prints with its brackets, at the bracket that ends
 * its words. Only what leads to an address or a file: `[1] (see below)` is prose.
 */
export function findBrokenLink(source: string, index: number, block: Block, report: Report): void {
  const { start, end } = block.node.position;
  const behind = source.slice(index + 1, Math.min(end.offset, index + 1 + MAX_LENGTH));
  const [whole, gap = ''] = /^([ \t]*)\(/.exec(behind) ?? [];
  if (whole === undefined) return;
  const open = findOpener(source, index, start.offset);
  if (open === undefined) return;
  const rest = behind.slice(whole.length);
  const close = findClosing(rest);
  const mark = source[open - 1] === '!' && source[open - 2] !== '\\' ? '!' : '';
  // Where no parenthesis closes it, the address ends with its line or at the first space.
  const inner = rest.slice(0, close ?? /\s|$/.exec(rest)?.index);
  const words = source.slice(open + 1, index);
  const fault = explain({ mark, words, gap, inner, closed: close !== undefined });
  if (!fault) return;
  const from = open - mark.length;
  const to = index + 1 + whole.length + inner.length + (close === undefined ? 0 : 1);
  const { says, fix } = fault;
  report.add({
    offset: from,
    code: 'broken-link',
    message: `\`${excerpt(source.slice(from, to), 60)}\` is no ${mark ? 'picture' : 'link'}: ${says}.`,
    fix,
  });
  report.silence(from, to);
}

function explain(meant: Meant): { says: string; fix: string } | undefined {
  const { mark, words, gap, closed } = meant;
  const inner = meant.inner.trim();
  const isAddress = ADDRESS.test(inner);
  const isFile = mark ? PICTURE.test(inner) : FILE.test(inner);
  if (gap !== '') {
    // `[12] (https://…)` is how some write of a reference, and in `(https://… and more)` a sentence goes on.
    const leads = mark ? isAddress || isFile : isAddress && !/^[\d\s,;–-]*$/.test(words);
    if (!leads || !closed || (/\s/.test(inner) && !isFile)) return undefined;
    return {
      says: 'white space stands before its parenthesis',
      fix: `Write \`${write(meant, inner)}\`${mark ? '' : ', or `\\[` if brackets are meant'}.`,
    };
  }
  if (!isAddress && !isFile) return undefined;
  if (!closed) {
    return {
      says: 'its parenthesis is not closed',
      fix: `Write \`)\` where the address ends: \`${write(meant, balance(inner.replace(/[.,;:]+$/, '')))}\`.`,
    };
  }
  if (words.includes('](')) {
    return {
      says: 'another link stands in its words',
      fix: 'Write one link behind the other, or keep one of them.',
    };
  }
  if (!/\s/.test(inner)) return undefined;
  const [address = ''] = inner.split(/\s/, 1);
  if (/^\S+\s+["']/.test(inner)) {
    return {
      says: 'what stands behind its address is no title in quotation marks',
      fix: `Write \`${write(meant, address)}\`, or \`${write(meant, `${excerpt(address, 80)} "title"`)}\` with a title that holds no quotation mark.`,
    };
  }
  if (isAddress) {
    // No host holds a space.
    const isHost = !/^(?:https?:\/\/|(?!https?:))[^/]+\//i.test(address);
    const joined = write(meant, inner.replace(/\s+/g, '%20'));
    return {
      says: 'a space stands in its address',
      fix: isHost
        ? `Write \`)\` where the address ends: \`${write(meant, address)}\`.`
        : `Write \`%20\` for a space, \`${joined}\`, or \`)\` where the address ends.`,
    };
  }
  const name = inner.replace(/\s+/g, '-');
  return mark
    ? {
        says: 'a space stands in the name of its file',
        fix: `Rename the file \`${excerpt(name.split('/').at(-1) ?? '')}\`, and write \`${write(meant, name)}\`.`,
      }
    : {
        says: 'a space stands in its address',
        fix: 'Write the full address, beginning with `https://`, with `%20` for each space.',
      };
}

function write({ mark, words }: Meant, address: string): string {
  return `${mark}[${excerpt(words)}](${excerpt(address, 100)})`;
}

/** Parentheses within an address pair, or are written as what they stand for. */
function balance(address: string): string {
  return findClosing(`${address})`) === address.length
    ? address
    : address.replaceAll('(', '%28').replaceAll(')', '%29');
}

/** The `[` whose partner stands at `index`; none where it is escaped. */
function findOpener(source: string, index: number, start: number): number | undefined {
  let depth = 0;
  for (let at = index; at >= Math.max(start, index - MAX_LENGTH); at -= 1) {
    if (isEscaped(source, at)) continue;
    if (source[at] === ']') depth += 1;
    else if (source[at] === '[') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

function isEscaped(source: string, at: number): boolean {
  let backslashes = 0;
  while (source[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Where the parenthesis closes that opens before `text`. */
function findClosing(text: string): number | undefined {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '(') depth += 1;
    else if (text[at] === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}
