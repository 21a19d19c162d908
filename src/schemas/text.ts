import { z } from 'zod';
import { findInvisibleCharacters } from '../body/parsing/characters.ts';
import { explainMixedWord, findMixedWords } from '../body/parsing/confusables.ts';
import { rule } from './rule.ts';

/** Plain text on one line, at most `max` UTF-16 code units: a name, a venue, a label. Comes out in NFC. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .check(
      rule((value) => {
        if (value.includes('\n')) {
          return {
            code: 'line-break',
            says: 'runs over more than one line',
            fix: 'Write it on one line, without a blank line or `|` in it.',
          };
        }
        const [character] = findInvisibleCharacters(value);
        const [mixed] = findMixedWords(value);
        if (character === undefined) return mixed && explainMixedWord(mixed);
        const { code, message, fix } = character;
        return { code, says: message.replace(/^Here stands (.*)\.$/s, 'holds $1'), fix };
      }),
    );
}

/** Markdown with `$…$` in one paragraph; what it holds is judged when it is compiled. */
export function prose(max: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .check(
      rule((value) =>
        /\n[ \t]*\n/.test(value)
          ? {
              code: 'second-paragraph',
              says: 'holds a blank line',
              fix: 'Make it one paragraph; the body of the file is the place for more.',
            }
          : undefined,
      ),
    );
}

/** `true` or `false`: YAML is read as text, so `yes` and `no` stay words and are refused. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A list without repetitions; `max` entries at most. */
export function list<T extends z.ZodType>(item: T, max: number) {
  return z
    .array(item)
    .max(max)
    .check(
      rule((values) => {
        const seen = new Set<string>();
        const repeated = values
          .filter((value) => typeof value === 'string')
          .find((value) => seen.size === seen.add(value).size);
        if (repeated === undefined) return undefined;
        return {
          code: 'repeated-item',
          says: `holds \`${repeated}\` twice`,
          fix: 'Take one of the two out.',
        };
      }),
    );
}
