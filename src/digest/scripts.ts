/** Scripts that names are written in, with what `lang` says of one: the language where one alone uses the script. */
const SCRIPTS: [script: RegExp, lang: string][] = [
  // Japanese before Chinese: a name may mix the two scripts.
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'und-Hani'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
  [/\p{Script=Arabic}/u, 'und-Arab'],
  [/\p{Script=Devanagari}/u, 'und-Deva'],
  [/\p{Script=Bengali}/u, 'und-Beng'],
  [/\p{Script=Tamil}/u, 'ta'],
];

/**
 * What `lang` says of a name in another script than the Latin one, as BCP 47 has it
 * (https://www.rfc-editor.org/rfc/rfc5646), so that it is set in letters of its own and spoken as what it is;
 * undefined of a Latin one, which may be of any language.
 */
export function languageOf(name: string): string | undefined {
  return SCRIPTS.find(([script]) => script.test(name))?.[1];
}
