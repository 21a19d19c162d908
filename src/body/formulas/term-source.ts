import { SYMBOLS } from './letters.ts';
import type { Term } from './terms.ts';
import { readTokens } from './tokens.ts';

const COMMANDS: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS].map(([name, letter]): [string, string] => [letter, `\\${name}`]).reverse(),
);

/** A term as a writer would write it, its indices with it: `\mathbf{W}_Q`. */
export function writeTerm({ base, sub, sup, marks }: Term): string {
  const raised = [...marks, ...sup];
  return writeBase(base) + writeScript('_', sub) + writeScript('^', raised);
}

/** Where the letter of a term first stands in the TeX that it comes from; 0 where it is not found. */
export function findTerm(term: Term, tex: string): number {
  const { base, sub, sup, marks } = term;
  if (sub.length + sup.length > 0) {
    const raisedFirst =
      writeBase(base) + writeScript('^', [...marks, ...sup]) + writeScript('_', sub);
    const found = [writeTerm(term), raisedFirst].map((text) => tex.indexOf(text));
    const whole = found.find((at) => at >= 0);
    if (whole !== undefined) return whole;
  }
  const letter = base.split(' ').at(-1) ?? '';
  const written = [letter, COMMANDS.get(letter)];
  const token = readTokens(tex).find(({ text }) => written.includes(text));
  return token?.offset ?? 0;
}

function writeBase(base: string): string {
  const parts = base.split(' ');
  const letter = parts.at(-1) ?? '';
  const inner = COMMANDS.get(letter) ?? letter;
  return parts
    .slice(0, -1)
    .reverse()
    .reduce((text, one) => {
      const command = one === 'rm' ? '\\mathrm' : one === 'sf' ? '\\mathsf' : one;
      return `${command.startsWith('\\') ? '' : '\\'}${command}{${text}}`;
    }, inner);
}

function writeScript(mark: string, terms: readonly Term[]): string {
  if (terms.length === 0) return '';
  const text = terms.map(writeTerm).join(' ');
  return text.length === 1 ? mark + text : `${mark}{${text}}`;
}
