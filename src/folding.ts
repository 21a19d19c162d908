/** Letters as a search compares them. Runs in a build and in a browser, which must agree. */

/** The letters that Unicode does not take apart into a Latin one and a mark. */
export const latin: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h' },
  ...{ ŋ: 'n', ŧ: 't', ĸ: 'k', ə: 'e', ɛ: 'e', ɔ: 'o', ƒ: 'f', ɓ: 'b', ɗ: 'd', ƙ: 'k', ŀ: 'l' },
  ...{ ǥ: 'g', ɨ: 'i', ʉ: 'u', ƶ: 'z', ɲ: 'n', ȷ: 'j', ƴ: 'y', ʻ: '', ʼ: '', ʹ: '', ʾ: '', ʿ: '' },
};

/**
 * The words of a text without case, accents and punctuation: `Erdős, Pál` → `['erdos', 'pal']`. An apostrophe
 * joins: `O’Neill` → `oneill`. Letters of other scripts stay, each Chinese character a word of its own, since
 * nothing parts a name from the next.
 */
export function foldWords(text: string): string[] {
  if (!/[^\x20-\x7e]/.test(text)) {
    return (
      text
        .toLowerCase()
        .replace(/['`]/g, '')
        .match(/[a-z0-9]+/g) ?? []
    );
  }
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
  let folded = '';
  for (const letter of plain) {
    if (/[’‘'ʼ`´]/.test(letter)) continue;
    if (Object.hasOwn(latin, letter)) folded += latin[letter] ?? '';
    else if (/\p{Script=Han}/u.test(letter)) folded += ` ${letter} `;
    else folded += /[\p{L}\p{N}]/u.test(letter) ? letter : ' ';
  }
  return folded.split(' ').filter((word) => word !== '');
}
