import type { Fault } from './fault.ts';
import { tellFormat, type Format } from './format.ts';

const MEGABYTE = 1_000_000;
const MOST_BYTES = 2 * MEGABYTE;
const MOST_SVG_BYTES = MEGABYTE / 2;

/** Of the pictures that are taken, in small letters. */
export const ENDINGS = new Map<string, Format>([
  ['avif', 'avif'],
  ['jpeg', 'jpg'],
  ['jpg', 'jpg'],
  ['png', 'png'],
  ['svg', 'svg'],
  ['webp', 'webp'],
]);

export const TYPES: Record<Format, string> = {
  avif: 'image/avif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type of a published picture, by its name. */
export function typeOf(name: string): string {
  const format = ENDINGS.get(/\.([^.]*)$/.exec(name)?.[1] ?? '');
  if (format === undefined) throw new Error(`${name} is no picture.`);
  return TYPES[format];
}

/** What a picture is by its name, its size in bytes and its first bytes, which are to agree. */
export function judgeKind(shown: string, source: Uint8Array): { format: Format } | Fault {
  const judged = judgeSize(shown, source.length);
  if ('code' in judged) return judged;
  const { format, ending } = judged;
  const told = tellFormat(source);
  return told === format ? { format } : wrongContent(shown, ending, told);
}

/** The same by its name and its size, before it is read. */
export function judgeSize(shown: string, size: number): { format: Format; ending: string } | Fault {
  const ending = /\.([^.]*)$/.exec(shown)?.[1]?.toLowerCase() ?? '';
  const format = ENDINGS.get(ending);
  if (format === undefined) return wrongEnding(shown, ending);
  const most = format === 'svg' ? MOST_SVG_BYTES : MOST_BYTES;
  return size > most ? tooHeavy(shown, size, most) : { format, ending };
}

function wrongEnding(shown: string, ending: string): Fault {
  const message =
    ending === ''
      ? `The picture \`${shown}\` has no ending that says what it is.`
      : `\`${shown}\` is a .${ending} file, which is not taken as a picture.`;
  const fix =
    ending === 'gif'
      ? 'Save it as png, or link to a video where it moves.'
      : 'Save it as svg (diagrams and plots), png, jpg, webp or avif.';
  return { code: 'picture-type', message, fix };
}

function wrongContent(shown: string, ending: string, told: string | undefined): Fault {
  if (told === undefined) {
    return {
      code: 'picture-type',
      message: `\`${shown}\` does not hold a ${ending} picture, or any other that is known here.`,
      fix: 'Save the picture again from the program that made it.',
    };
  }
  return {
    code: 'picture-type',
    message: `\`${shown}\` is named .${ending}, but holds a ${told} file.`,
    fix: told in TYPES ? `Rename it: the ending is .${told}.` : `Save it as ${ending}.`,
  };
}

function tooHeavy(shown: string, size: number, most: number): Fault {
  return {
    code: 'picture-too-heavy',
    message: `\`${shown}\` has ${formatBytes(size)}; at most ${formatBytes(most)} are taken.`,
    fix:
      most === MOST_SVG_BYTES
        ? 'Draw fewer points, or save the picture as png.'
        : 'Make it smaller: 1920 pixels are the widest that is shown.',
  };
}

/** `480 kB`, `2.5 MB`: in steps of a thousand, rounded up so that a size over a limit looks so. */
function formatBytes(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${Math.ceil(bytes / (MEGABYTE / 10)) / 10} MB`;
}
