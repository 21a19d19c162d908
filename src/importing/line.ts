import { compileInline } from '../body/compile.ts';
import { Draft } from './text/draft.ts';
import { mendSlips } from './text/escapes.ts';
import { mendDelimiters } from './text/formulas.ts';
import { mendMarkup } from './text/markup.ts';

/** A title or an abstract of the old archive as text of ours: one paragraph, its slips escaped. */
export function mendLine(text: string): string {
  const draft = new Draft(text.replace(/\s+/g, ' ').trim());
  mendDelimiters(draft);
  mendMarkup(draft);
  mendSlips(
    draft,
    (source) => compileInline(source, { file: 'import', place: { line: 1, column: 1 } }).problems,
  );
  return draft.text.replace(/\s+/g, ' ').trim();
}

/** Whether a text can stand as a title or an abstract as it is. */
export function isLine(text: string): boolean {
  return (
    compileInline(text, { file: 'import', place: { line: 1, column: 1 } }).problems.length === 0
  );
}
