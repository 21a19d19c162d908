import { findInvisibleCharacters } from '../body/parsing/characters.ts';
import type { YamlFault } from './yaml-syntax.ts';

/**
 * The first character that nobody sees in each comment of a text: values are judged by their schema, and what hides
 * in a comment can make a reviewer read the lines around it otherwise than they are.
 */
export function findHiddenInComments(text: string): YamlFault[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const comment = commentIn(line);
    const [fault] = comment < 0 ? [] : findInvisibleCharacters(line.slice(comment));
    const offset = start + comment + (fault?.offset ?? 0);
    start += line.length + 1;
    return fault ? [{ ...fault, offset }] : [];
  });
}

/** Where a comment begins in a line, outside of quotes; −1 where there is none. */
function commentIn(line: string): number {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    const starts = index === 0 || /[\s,[{]/.test(line[index - 1] ?? '');
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '#' && (index === 0 || /\s/.test(line[index - 1] ?? ''))) return index;
    else if (starts && /["']/.test(character)) quote = character;
  }
  return -1;
}
