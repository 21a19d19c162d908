import { plainOf, type Piece } from './pieces.ts';
import { judgeSlug, slugFrom } from '../schemas/slug.ts';

const longest = 40;
const small = new Set(
  'a an and are as at by can do does for from how in into is it its of on or the their through to towards toward using via what when why with without'.split(
    ' ',
  ),
);

/**
 * The slug of a paper by its title. Of a formula only a word within it counts: `$\\text{Transformer}^2$`.
 * Empty where the title has no Latin letters.
 */
export function slugOfTitle(title: readonly Piece[]): string {
  const words = title.filter(
    (piece) => !('tex' in piece) || /\\(?:text|math|operator)\w*\s*\{\w{3}/.test(piece.tex),
  );
  return slugOfWords(plainOf(words)) || slugOfWords(plainOf(title));
}

/**
 * In plain words: the name before a colon or a dash, a name with a number
 * before `Technical Report`, else the title, shortened to whole words.
 */
function slugOfWords(title: string): string {
  const [head = ''] = title.split(/\s*[:?!—]|\s[–-]\s/).filter((part) => part.trim() !== '');
  const report = /^(\S*\d\S*|\S+)\s+(?:technical report|system card|model card)$/i.exec(
    head.trim(),
  )?.[1];
  const name = slugFrom(report ?? head);
  // A letter or two is no name.
  const whole = name.replaceAll('-', '').length < 3 ? slugFrom(title) : name;
  let words = whole.split('-');
  if (whole.length > longest) words = words.filter((word) => !small.has(word));
  while (words.length > 1 && (words.join('-').length > longest || small.has(words.at(-1) ?? '')))
    words.pop();
  return words.join('-').slice(0, longest).replace(/-+$/, '');
}

/** A slug like this one that nobody has, and that the site does not keep for itself. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  const isFree = (candidate: string) => judgeSlug(candidate) === undefined && !isTaken(candidate);
  if (isFree(slug)) return slug;
  if (isFree(`${slug}-paper`) && judgeSlug(slug) !== undefined) return `${slug}-paper`;
  for (let number = 2; ; number += 1) {
    if (isFree(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
