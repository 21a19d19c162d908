import type { Problem } from '../problem.ts';
import { words } from './words.ts';

/** The problems of a sheet as a list: each with a button that leads to its place. Text is text, never markup. */
export function listProblems(
  problems: readonly Problem[],
  {
    file,
    errors,
    go,
  }: { file: string; errors: string; go: (line: number, column: number) => void },
): HTMLElement[] {
  return problems.map(({ file: where, line, column, severity, code, message, fix }) => {
    const item = document.createElement('li');
    const head = document.createElement('p');
    head.className = 'place';
    if (where === file) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${line}:${column}`;
      button.setAttribute('aria-label', words.goTo(`${line}:${column}`));
      button.addEventListener('click', () => go(line, column));
      head.append(button);
    } else {
      head.append(where.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ''));
    }
    const link = document.createElement('a');
    link.href = `${errors}#${code}`;
    link.textContent = code;
    head.append(` · ${words.severity[severity]} · `, link);
    item.append(head, paragraph(message, 'message'), paragraph(fix, 'fix'));
    return item;
  });
}

/** A sentence, in which `this` is code. */
function paragraph(text: string, className: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  for (const [index, part] of text.split(/`([^`]*)`/).entries()) {
    if (index % 2 === 0) element.append(part);
    else element.append(Object.assign(document.createElement('code'), { textContent: part }));
  }
  return element;
}
