import type { Edit, Problem } from '../problem.ts';

export type Edited = { text: string; applied: Problem[] };

/**
 * Does the edits of some problems in the text of their file. Of edits that overlap only the first is done, and
 * none where the file does not say what an edit expects; all else stays as it is, byte for byte.
 */
export function applyEdits(source: string, problems: readonly Problem[]): Edited {
  // A CR alone is a line end to some readers and none to others, so no place can be trusted.
  if (/\r(?!\n)/.test(source)) return { text: source, applied: [] };
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  const lineStarts = [start];
  for (let at = source.indexOf('\n'); at !== -1; at = source.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  const placed = problems
    .flatMap((problem) => {
      const { edit } = problem;
      const offset = edit && (lineStarts[edit.line - 1] ?? NaN) + edit.column - 1;
      return edit && source.startsWith(edit.old, offset) && isOffset(offset, source)
        ? [{ problem, edit, offset }]
        : [];
    })
    .sort((a, b) => a.offset - b.offset);
  const applied: Problem[] = [];
  let text = '';
  let end = 0;
  for (const { problem, edit, offset } of placed) {
    if (offset < end || (offset === end && applied.length > 0)) continue;
    text += source.slice(end, offset) + writeText(edit, lineEnd);
    end = offset + edit.old.length;
    applied.push(problem);
  }
  return { text: text + source.slice(end), applied };
}

function isOffset(offset: number | undefined, source: string): offset is number {
  return offset !== undefined && offset >= 0 && offset <= source.length;
}

function writeText({ text }: Edit, lineEnd: string): string {
  return text.replace(/\r\n|\n/g, lineEnd);
}
