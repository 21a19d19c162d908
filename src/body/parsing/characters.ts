import type { Fault } from '../judging/report.ts';

/** Control, format and filler characters by their Unicode names; all others are named by their kind. */
const NAMES: Record<number, string> = {
  0x00: 'NULL',
  0x08: 'BACKSPACE',
  0x0b: 'LINE TABULATION',
  0x0c: 'FORM FEED',
  0x1b: 'ESCAPE',
  0x7f: 'DELETE',
  0x85: 'NEXT LINE',
  0xad: 'SOFT HYPHEN',
  0x034f: 'COMBINING GRAPHEME JOINER',
  0x061c: 'ARABIC LETTER MARK',
  0x115f: 'HANGUL CHOSEONG FILLER',
  0x1160: 'HANGUL JUNGSEONG FILLER',
  0x180e: 'MONGOLIAN VOWEL SEPARATOR',
  0x200b: 'ZERO WIDTH SPACE',
  0x200c: 'ZERO WIDTH NON-JOINER',
  0x200d: 'ZERO WIDTH JOINER',
  0x200e: 'LEFT-TO-RIGHT MARK',
  0x200f: 'RIGHT-TO-LEFT MARK',
  0x2028: 'LINE SEPARATOR',
  0x2029: 'PARAGRAPH SEPARATOR',
  0x202a: 'LEFT-TO-RIGHT EMBEDDING',
  0x202b: 'RIGHT-TO-LEFT EMBEDDING',
  0x202c: 'POP DIRECTIONAL FORMATTING',
  0x202d: 'LEFT-TO-RIGHT OVERRIDE',
  0x202e: 'RIGHT-TO-LEFT OVERRIDE',
  0x2060: 'WORD JOINER',
  0x2061: 'FUNCTION APPLICATION',
  0x2062: 'INVISIBLE TIMES',
  0x2063: 'INVISIBLE SEPARATOR',
  0x2064: 'INVISIBLE PLUS',
  0x2066: 'LEFT-TO-RIGHT ISOLATE',
  0x2067: 'RIGHT-TO-LEFT ISOLATE',
  0x2068: 'FIRST STRONG ISOLATE',
  0x2069: 'POP DIRECTIONAL ISOLATE',
  0x3164: 'HANGUL FILLER',
  0xfeff: 'ZERO WIDTH NO-BREAK SPACE',
  0xffa0: 'HALFWIDTH HANGUL FILLER',
  0xfffd: 'REPLACEMENT CHARACTER',
};

/**
 * What no reader sees and a reviewer would miss: C0 and C1 controls but tab and line ends,
 * format characters, line and paragraph separators, fillers, private use, noncharacters,
 * lone surrogates, variation selectors (judged by what stands before).
 */
const SUSPECT =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u034F\u115F\u1160\u3164\uFFA0\uFFFD\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * Finds characters that are refused wherever they stand. A zero width joiner between two
 * emoji, one variation selector after a visible character and a byte order mark at the
 * very start are taken.
 */
export function findInvisibleCharacters(text: string): Fault[] {
  const faults: Fault[] = [];
  for (const match of text.matchAll(SUSPECT)) {
    const character = match[0];
    const point = character.codePointAt(0) ?? 0;
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const after = text.slice(match.index + character.length, match.index + character.length + 2);
    if (isTaken(point, match.index, before, after)) continue;
    const edit = isRemovable(point, before, after) && { edit: { old: character, text: '' } };
    faults.push({ offset: match.index, ...describe(point), ...edit });
  }
  return faults;
}

/** The text with every refused character replaced by U+FFFD, at its old length. */
export function maskInvisibleCharacters(text: string, faults: readonly Fault[]): string {
  let result = '';
  let end = 0;
  for (const { offset } of faults) {
    const width = (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    result += text.slice(end, offset) + '\uFFFD'.repeat(width);
    end = offset + width;
  }
  result += text.slice(end);
  // The parser would drop the mark and count every offset one too low.
  return result.startsWith('\uFEFF') ? ` ${result.slice(1)}` : result;
}

function isTaken(point: number, index: number, before: string, after: string): boolean {
  if (point === 0x09 || point === 0x0a || point === 0x0d) return true;
  if (point === 0xfeff) return index === 0;
  if (point === 0x200d) {
    return /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u.test(before) &&
      /^\p{Extended_Pictographic}|^[\u2640\u2642]/u.test(after)
      ? true
      : false;
  }
  if (point >= 0xfe00 && point <= 0xfe0f) return /[\p{L}\p{S}\p{P}\p{N}]$/u.test(before);
  if (point >= 0xe0100 && point <= 0xe01ef) return /\p{Script=Han}$/u.test(before);
  return false;
}

/** What shows nothing and means nothing where it stands; what orders or joins other scripts may be meant. */
function isRemovable(point: number, before: string, after: string): boolean {
  if ([0xad, 0x200b, 0x2060, 0xfeff].includes(point)) return true;
  const isJoiner = point >= 0x200c && point <= 0x200f;
  return isJoiner && /[\p{ASCII}]$|^$/u.test(before) && /^[\p{ASCII}]|^$/u.test(after);
}

function describe(point: number): Omit<Fault, 'offset'> {
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[point] ?? kind(point);
  if (point === 0xfffd) {
    return {
      code: 'replacement-character',
      message: `Here stands ${code} ${name}, left over where a character could not be read.`,
      fix: 'Write the character that was meant, and save the file as UTF-8.',
    };
  }
  return {
    code: 'invisible-character',
    message: `Here stands the invisible character ${code} ${name}.`,
    fix: 'Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
  };
}

function kind(point: number): string {
  if (point >= 0xd800 && point <= 0xdfff) return '(half of a surrogate pair)';
  if ((point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000) return '(private use)';
  if (point >= 0xe0000 && point <= 0xe007f) return '(tag character)';
  if ((point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)) {
    return '(variation selector)';
  }
  if (point < 0xa0) return '(control character)';
  if ((point & 0xfffe) === 0xfffe || (point >= 0xfdd0 && point <= 0xfdef)) return '(no character)';
  return '(format character)';
}
