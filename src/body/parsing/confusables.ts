/**
 * Letters of other alphabets that look like Latin ones, and the Latin ones: those of Unicode's list
 * (https://www.unicode.org/Public/security/latest/confusables.txt) that a font does not tell apart. Greek letters
 * that mathematics uses beside Latin ones, α, ν, ρ, are not among them.
 */
const LATIN: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕЅІЈКМНОРСТХҮԌԚԜ', 'ABESIJKMHOPCTXYGQW'],
    ['аеорсухѕіјһӏԁԛԝɡҽ', 'aeopcyxsijhldqwge'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', 'ABEZHIKMNOPTYXo'],
  ].flatMap(([from = '', to = '']) =>
    [...from].map((letter, index): [string, string] => [letter, to[index] ?? letter]),
  ),
);

export type MixedWord = {
  offset: number;
  word: string;
  letter: string;
  script: string;
  latin?: string;
};

/**
 * Words in which Latin letters stand beside letters of another alphabet that look like them. `latin` is the word
 * with Latin letters alone, where most of it is Latin already.
 */
export function findMixedWords(text: string): MixedWord[] {
  if (!/[\u0370-\u052f]/.test(text)) return [];
  const words = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}]+/gu;
  return [...text.matchAll(words)].flatMap((match): MixedWord[] => {
    const word = match[0];
    const others = [...word].filter((letter) =>
      /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(letter),
    );
    const latins = [...word].filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    const [letter] = others;
    if (letter === undefined || latins === 0 || !others.every((one) => LATIN.has(one))) return [];
    return [
      {
        offset: match.index + word.indexOf(letter),
        word,
        letter,
        script: /\p{Script=Greek}/u.test(letter) ? 'Greek' : 'Cyrillic',
        ...(latins >= others.length && { latin: inLatin(word) }),
      },
    ];
  });
}

/** What is wrong with a word of mixed letters; `says` continues a sentence that begins with what holds it. */
export function explainMixedWord({ word, letter, script, latin }: MixedWord) {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = word.slice(0, 40);
  return {
    code: 'mixed-scripts',
    says: `holds the ${script} letter \`${letter}\` (${code}) among Latin ones in \`${shown}\``,
    fix:
      latin === undefined
        ? 'Type the word again, with the keyboard set to one alphabet.'
        : `Write \`${latin.slice(0, 40)}\`, typed with the keyboard set to Latin letters.`,
  };
}

/** A text as it looks: every letter that looks like a Latin one as that one. */
export function inLatin(text: string): string {
  return text.replace(/[\u0261\u0370-\u052f]/g, (letter) => LATIN.get(letter) ?? letter);
}

/** Equal for texts that look alike in most fonts: `AIi` with a capital I and `Ali`, `rn` and `m`, `0` and `O`. */
export function lookOf(text: string): string {
  return inLatin(text.normalize('NFKC'))
    .replace(/[I1|]/g, 'l')
    .replace(/0/g, 'O')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}
