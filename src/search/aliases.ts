import { lettersId } from '../digest/people.ts';
import { SUBSCRIPTS, SYMBOLS } from '../body/formulas/letters.ts';

/**
 * Words by which a text is found besides its own, in small letters, sorted: Greek letters by name (`alpha`, `mup` for
 * `μP`), lowered letters as they are typed (`d_k` and `dk` for `dₖ`), letters that are Latin only by their looks
 * (`soren`), and what is spelt otherwise across the Atlantic (`quantization`).
 */
export function listAliases(text: string): string[] {
  const words = new Set(
    text
      .toLowerCase()
      .replace(LOWERED, '$& ')
      .split(/[^\p{L}\p{N}\p{M}_'-]+/u)
      .map((word) => word.replace(/^[_'-]+|[_'-]+$/g, '')),
  );
  const aliases = new Set<string>();
  for (const word of words) {
    for (const alias of [...spellLetters(word), ...spellAbroad(word)]) aliases.add(alias);
  }
  for (const word of words) aliases.delete(word);
  return [...aliases].sort();
}

function spellLetters(word: string): string[] {
  // Words that are joined by hyphens are found with them, without, and one by one.
  if (/^[a-z0-9-]*$/.test(word)) return [];
  const lowered = word.replace(LOWERED, (letters) => `_${letters.normalize('NFKC')}`);
  const typed = lowered.normalize('NFKC').toLowerCase();
  const named = typed.replace(GREEK, (letter) => NAMES.get(letter) ?? letter);
  const names = [...typed.matchAll(GREEK)].flatMap(([letter]) => NAMES.get(letter) ?? []);
  const folded = lettersId(named.replaceAll('_', ''));
  return [
    ...names,
    // `KL` of `D_KL`.
    ...named.split('_').filter((part) => part.length > 1),
    ...(/\p{L}/u.test(named) ? [typed, named, named.replace(/[_'-]/g, '')] : []),
    // What has letters that are not Latin is not spelt by those that are left.
    ...(folded.lost === '' ? [folded.id.replaceAll('-', '')] : []),
  ].filter((alias) => alias !== '');
}

const LOWERED = new RegExp(
  `(?<=[\\p{L}\\p{N}])[${[...SUBSCRIPTS.values()].filter((one) => /[\p{L}\p{N}]/u.test(one)).join('')}]+`,
  'gu',
);
const GREEK = /\p{Script=Greek}/gu;

/** `α` → `alpha`. Of two forms of a letter the plain one, as NFKC leaves it. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS]
    .filter(([name, letter]) => /^\p{Script=Greek}$/u.test(letter) && /^[a-z]+$/.test(name))
    .map(([name, letter]): [string, string] => [
      letter.normalize('NFKC'),
      name.replace(/^var(?!$)/, ''),
    ]),
);

/** Endings that British and American English write differently, each after stems of its own. */
const SPELLINGS = (
  [
    // Not those that are no `-ise` of Greek: surprise, supervise, precise.
    [
      '(?!(?:adv|compr|comprom|conc|dev|exerc|expert|likew|otherw|prec|prem|prom|rev|superv|surpr)is)[a-z]{3,}',
      'is',
      'iz',
      '(?:e|ed|es|er|ers|ing|ation|ations)',
    ],
    ['anal|catal|paral', 'ys', 'yz', '(?:e|ed|es|er|ers|ing)'],
    [
      'behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rig|tum|vap|vig',
      'our',
      'or',
      '(?:s|ed|ing|able|al|ful|hood|hoods|less)?',
    ],
    ['cent|fib|lit|lust|met|spect|theat', 're', 'er', 's?'],
    [
      'cance|channe|equa|fue|labe|leve|mode|pane|signa|tota|trave|tunne',
      'll',
      'l',
      '(?:ed|er|ers|ing)',
    ],
    ['anal|catal|dial|epil|prol', 'ogue', 'og', 's?'],
    ['def|off|pret|lic', 'ence', 'ense', '[sd]?'],
    ['art', 'efact', 'ifact', 's?'],
    ['gr', 'ey', 'ay', '(?:s|scale)?'],
    ['s', 'ceptic', 'keptic', '(?:s|al|ism)?'],
    ['jud|acknowled', 'gement', 'gment', 's?'],
  ] as const
).map(([stems, british, american, endings]) => ({
  british,
  american,
  form: new RegExp(`^(${stems})(?:${british}|(${american}))(${endings})$`),
}));

function spellAbroad(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  return SPELLINGS.flatMap(({ form, british, american }) => {
    const found = form.exec(word);
    if (!found) return [];
    const [, stem = '', isAmerican, ending = ''] = found;
    return [stem + (isAmerican === undefined ? american : british) + ending];
  });
}
