import { compileBody } from '../../body/compile.ts';
import { checkFormula } from '../../body/formulas/formula.ts';
import type { Problem } from '../../problem.ts';
import { quote, type Draft, type Edit } from './draft.ts';

const MOST_ROUNDS = 15;

/** What each slip that the compiler finds is mended by, at its place; nothing where a person must. */
type Mend = (text: string, offset: number) => (Edit & { look?: string }) | undefined;

/**
 * Asks the compiler what of a text is no MDX of ours, and escapes it: the compiler knows with its
 * place what a `{`, a `<` or a `$` is. What it finds and cannot be escaped is left for the check.
 */
export function escapeSlips(draft: Draft, summary: boolean): void {
  mendSlips(draft, (text) => compileBody(text, { file: 'import', summary }).problems);
}

/** @param judge the problems of a text, at their places in it */
export function mendSlips(draft: Draft, judge: (text: string) => Problem[]): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { text } = draft;
    const offsets = lineOffsets(text);
    const edits: Edit[] = [];
    for (const problem of judge(text)) {
      const offset = (offsets[problem.line - 1] ?? 0) + problem.column - 1;
      const edit = Object.hasOwn(MENDS, problem.code)
        ? MENDS[problem.code]?.(text, offset)
        : undefined;
      if (edit === undefined || edits.some(({ from, to }) => edit.from < to && edit.to > from))
        continue;
      edits.push(edit);
      tell(draft, problem, edit);
    }
    if (edits.length === 0) return;
    draft.apply(edits);
  }
}

function tell(
  draft: Draft,
  { code, message }: Problem,
  { from, to, text, look }: Edit & { look?: string },
): void {
  if (look !== undefined) draft.look(from, `${message} ${look}`);
  else
    draft.mended(
      from,
      `${quote(draft.text.slice(from, to))} was escaped as ${quote(text)} (${code})`,
    );
}

const lessThan: Mend = (text, offset) =>
  text[offset] === '<' ? { from: offset, to: offset + 1, text: '&lt;' } : undefined;
const tag: Mend = (text, offset) => {
  const edit = lessThan(text, offset);
  return edit && { ...edit, look: 'It stands as text.' };
};
const brace: Mend = (text, offset) =>
  /[{}]/.test(text[offset] ?? '')
    ? { from: offset, to: offset + 1, text: `\\${text[offset] ?? ''}` }
    : undefined;
const expression: Mend = (text, offset) => {
  if (text[offset] !== '{') return undefined;
  let depth = 0;
  for (let index = offset; index < Math.min(text.length, offset + 5_000); index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth > 0) continue;
    const written = text.slice(offset, index + 1);
    return { from: offset, to: index + 1, text: written.replace(/[{}]/g, '\\$&') };
  }
  return undefined;
};
const dollar: Mend = (text, offset) => {
  const run = /^\$+/.exec(text.slice(offset, offset + 20))?.[0];
  return run === undefined
    ? undefined
    : { from: offset, to: offset + run.length, text: run.replaceAll('$', '\\$') };
};
const strangeDollar: Mend = (text, offset) => {
  const edit = dollar(text, offset);
  return edit && { ...edit, look: 'It stands as text.' };
};
const command: Mend = (text, offset) => {
  const written = /^\\[A-Za-z]+\*?(?:\{[^{}\n]*\})*(?:[_^](?:\{[^{}\n]*\}|[A-Za-z0-9]))*/.exec(
    text.slice(offset, offset + 400),
  )?.[0];
  if (written === undefined) return undefined;
  const isFormula = checkFormula(written, false).length === 0;
  const told = isFormula ? `$${written}$` : `\\${written.replace(/[{}]/g, '\\$&')}`;
  return {
    from: offset,
    to: offset + written.length,
    text: told,
    look: isFormula ? 'It became a formula.' : 'It stands as text.',
  };
};
const backslash: Mend = (text, offset) =>
  text[offset] === '\\' && text[offset + 1] !== '\\'
    ? { from: offset, to: offset + 1, text: '\\\\', look: 'It stands as text.' }
    : undefined;
const bracket: Mend = (text, offset) =>
  text[offset] === '['
    ? { from: offset, to: offset + 1, text: '\\[', look: 'It stands as text.' }
    : undefined;
const invisible: Mend = (text, offset) => {
  const [character = ''] = [...text.slice(offset, offset + 2)];
  return character === ''
    ? undefined
    : { from: offset, to: offset + character.length, text: '', look: 'It was taken out.' };
};

/** A bar in a formula of a table, which would end the cell. */
const bar: Mend = (text, offset) => {
  const formula = /^\$[^$\n]*\$/.exec(text.slice(offset, offset + 500))?.[0];
  if (formula === undefined) return undefined;
  return {
    from: offset,
    to: offset + formula.length,
    text: formula.replace(/\\?\|/g, '\\vert ').replace(/ \$$/, '$'),
  };
};

const MENDS: Record<string, Mend> = {
  'bare-less-than': lessThan,
  'malformed-tag': lessThan,
  'unquoted-attribute': tag,
  'unclosed-quote': tag,
  'forbidden-element': tag,
  'unknown-component': tag,
  'stray-closing-tag': tag,
  'unclosed-tag': tag,
  'split-tag': tag,
  'misplaced-element': tag,
  'html-comment': tag,
  autolink: tag,
  'unbalanced-brace': brace,
  'unclosed-comment': brace,
  expression,
  'attribute-list': expression,
  'money-as-formula': dollar,
  'dollar-run': strangeDollar,
  'unclosed-formula': strangeDollar,
  'latex-in-prose': command,
  'latex-delimiter': backslash,
  'bare-environment': backslash,
  'undefined-footnote': bracket,
  'undefined-link': bracket,
  'invisible-character': invisible,
  'bar-in-formula': bar,
};

function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) offsets.push(match.index + match[0].length);
  return offsets;
}
