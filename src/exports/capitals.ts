/** A stretch of a title; one that is `kept` must not be set in small letters. */
export type Stretch = { text: string; kept: boolean };

/** Words that a title writes small, whatever it does with the others. */
const small =
  /^(?:about|across|after|against|along|among|before|behind|below|beneath|between|beyond|during|from|into|like|near|onto|over|than|that|through|toward|towards|under|until|upon|versus|when|where|while|with|within|without)$/i;

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐'’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/**
 * Splits a piece of a title at the words whose capitals say something: abbreviations, names with a capital or a digit
 * within, single letters, what begins after a colon, and every capital of a title that is otherwise in small letters.
 * The first letter of all stays anyway, and in a title that capitalises every word a name looks like any other.
 *
 * @param before what stands before the piece, @param title the whole; both plain text
 */
export function splitCapitals(piece: string, before: string, title: string): Stretch[] {
  const isSmall = isSentenceCase(title);
  const stretches: Stretch[] = [];
  let index = 0;
  for (const match of piece.matchAll(word)) {
    const [found] = match;
    const ahead = (before + piece.slice(0, match.index)).trimEnd();
    if (isShouted(title) || !isKept(found, ahead, isSmall)) continue;
    stretches.push({ text: piece.slice(index, match.index), kept: false });
    stretches.push({ text: found, kept: true });
    index = match.index + found.length;
  }
  stretches.push({ text: piece.slice(index), kept: false });
  return stretches.filter(({ text }) => text !== '');
}

function isKept(found: string, ahead: string, isSmall: boolean): boolean {
  if (!/\p{Lu}/u.test(found)) return false;
  const parts = found.split(/[-‐'’]/);
  if (/\p{N}/u.test(found) || parts.some((part) => /.\p{Lu}/u.test(part))) return true;
  if (ahead === '') return parts.length > 1 && parts.some(isLetter);
  if (/[:?!][\s“‘"']*$/.test(ahead)) return true;
  // An article in a title, which no style may be kept from setting small.
  if (found === 'A') return false;
  return parts.some(isLetter) || (isSmall && /^\p{Lu}/u.test(found));
}

function isLetter(part: string): boolean {
  return /^\p{Lu}$/u.test(part);
}

/** Whether most of its words begin with a small letter. */
function isSentenceCase(title: string): boolean {
  const words = [...title.matchAll(word)]
    .filter(({ index }) => !/(?:^|[:?!])[\s“‘"']*$/.test(title.slice(0, index)))
    .map(([found]) => found)
    .filter((found) => /^\p{L}{4,}/u.test(found) && !small.test(found));
  const capitalised = words.filter((found) => /^\p{Lu}/u.test(found)).length;
  return words.length > 2 * capitalised;
}

/** A title all in capitals says nothing by them. */
function isShouted(title: string): boolean {
  return !/\p{Ll}/u.test(title) && /\p{L}\s+\S*\p{L}.*\s\S*\p{L}/u.test(title);
}
