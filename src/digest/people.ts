/** Names of people: their letters, their parts, their order. Knows nothing of files. */
import { latin } from '../folding.ts';

export type NameParts = { given: string; family: string; suffix?: string };

const particles = new Set(
  (
    'af al ap auf av bar ben bin binti bint d da dal dalla dall de degli dei del della delle dello den der des di ' +
    'do dos du e el en het i ibn la las le lo los of op san st. t ten ter thoe to tot und van vande vanden vander ' +
    'vom von vor y zu zum zur'
  ).split(' '),
);
const conjunctions = new Set(['e', 'i', 'und', 'y']);
const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;

// Family names of two characters, Chinese and Korean, in both forms of writing.
const doubleFamilies = new Set(
  (
    '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 端木 ' +
    '남궁 황보 제갈 선우 독고 사공 서문'
  ).split(' '),
);

// Most names: nothing in one is to be tidied.
const tidied = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** NFC, one space between words, straight apostrophes and plain hyphens: a name as it is kept. */
export function tidyName(name: string): string {
  if (tidied.test(name)) return name;
  return name
    .normalize('NFC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Equal for spellings that differ in spaces and full stops alone: `J.L. Cai`, `J. L. Cai`, `J L Cai`. */
export function spellingKey(name: string): string {
  const plain = tidyName(name.replaceAll('.', ' '));
  return plain.replace(/ ?, ?(jr|sr|ii|iii|iv)$/i, ' $1');
}

/** `Cai, J. L.` as a byline prints it, `J. L. Cai`; any other name as it is. */
export function inReadingOrder(name: string): string {
  if (!name.includes(',')) return name;
  const { given, family, suffix } = splitName(name);
  if (given === '') return name;
  return [given, family, suffix].filter((part) => part !== undefined).join(' ');
}

/**
 * The id of a person by the letters of a name: `Paul Balança` → `paul-balanca`. `lost` holds the letters
 * that have no Latin form; with any, the id does not stand for the name.
 */
export function lettersId(name: string): { id: string; lost: string } {
  let lost = '';
  const plain = tidyName(name)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}|'/gu, '');
  const letters = plain.replace(/[^a-z0-9]/gu, (letter) => {
    if (Object.hasOwn(latin, letter)) return latin[letter] ?? '';
    if (/[\p{L}\p{N}]/u.test(letter)) lost += letter;
    return '-';
  });
  return { id: letters.replace(/-+/g, '-').replace(/^-|-$/g, ''), lost };
}

/**
 * Given and family name. A file's `family` overrules; a collective is all family name, so that nothing
 * is turned round.
 */
export function splitName(
  name: string,
  { family, collective = false }: { family?: string; collective?: boolean } = {},
): NameParts {
  const tidy = tidyName(name);
  if (collective) return { given: '', family: tidy };
  const told = family === undefined ? undefined : splitAtFamily(tidy, tidyName(family));
  if (told !== undefined) return told;
  if (
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s・·ー々]+$/u.test(
      tidy,
    )
  ) {
    return splitEastAsian(tidy);
  }
  const [before = '', ...after] = tidy.split(/\s*,\s*/);
  if (after.length > 0) {
    const suffix = after.find((part) => suffixes.test(part));
    const given = after.filter((part) => part !== suffix).join(' ');
    if (given !== '') return { given, family: before, ...(suffix && { suffix }) };
    return { ...splitWestern(before), ...(suffix && { suffix }) };
  }
  return splitWestern(tidy);
}

/** The parts of a name whose family name is known; undefined if it does not stand in it as whole words. */
function splitAtFamily(name: string, family: string): NameParts | undefined {
  if (name === family) return { given: '', family };
  const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(name);
  if (eastAsian && name.startsWith(family)) return { given: name.slice(family.length), family };
  const at = ` ${name.replaceAll(',', ' ,')} `.indexOf(` ${family} `);
  if (at === -1) return undefined;
  const rest = `${name.slice(0, at)} ${name.slice(at + family.length)}`.replaceAll(',', ' ');
  const words = rest.split(' ').filter((word) => word !== '');
  const suffix = words.length > 1 && suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined;
  return { given: words.join(' '), family, ...(suffix && { suffix }) };
}

function splitWestern(name: string): NameParts {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && suffixes.test(last) ? words.pop() : undefined;
  let start = words.length - 1;
  // A particle in small letters begins the family name, the first of several the whole of it.
  const particle = words.findIndex((word, index) => index < words.length - 1 && isParticle(word));
  if (particle !== -1) start = particle;
  // "Ortega y Gasset": the conjunction joins what stands before it too.
  if (particle > 1 && conjunctions.has(words[particle] ?? '')) start = particle - 1;
  return {
    given: words.slice(0, start).join(' '),
    family: words.slice(start).join(' '),
    ...(suffix && { suffix }),
  };
}

function isParticle(word: string): boolean {
  return particles.has(word.replace(/^'|['’]$/g, ''));
}

/** Family name first, but for foreign names in Katakana, whose middle dot keeps their own order. */
function splitEastAsian(name: string): NameParts {
  if (/[・·]/.test(name)) {
    const words = name.split(/[・·]/);
    return { given: words.slice(0, -1).join('・'), family: words.at(-1) ?? name };
  }
  const [first = name, ...rest] = name.split(' ');
  if (rest.length > 0) return { family: first, given: rest.join(' ') };
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return { family: name, given: '' };
  const length = [...name].length;
  const head = (count: number) => [...name].slice(0, count).join('');
  // Four characters are two and two: a double family name, or a Japanese name.
  const taken =
    length > 3 || (length > 2 && doubleFamilies.has(head(2))) ? 2 : length > 1 ? 1 : length;
  return { family: head(taken), given: name.slice(head(taken).length) };
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

/** Order of texts in every list of the site, the same on every machine; equal texts only if they are the same. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b) || compareCodes(a, b);
}

/** Order of people in every list: by family name, given name, id. */
export function comparePeople(
  a: NameParts & { id: string },
  b: NameParts & { id: string },
): number {
  return (
    compareTexts(a.family, b.family) || compareTexts(a.given, b.given) || compareCodes(a.id, b.id)
  );
}

/** Order by code units: for ids, dates, paths. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The letter that a person stands under in a list by family name: `A` to `Z`, or `#`. */
export function initialOf({ family }: { family: string }): string {
  const first = [...family].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '';
  const letter = lettersId(first).id[0] ?? '';
  return /[a-z]/.test(letter) ? letter.toUpperCase() : '#';
}
