/** Characters of a line, as mail has had them since terminals had eighty. */
export const WIDTH = 72;

/** What a line may begin with and the next one is set in by: a list's sign, a note's number. */
const MARKER = /^ *(?:(?:–|\d+\.|\[\d+\]|[☑☐]) +)*/;

/**
 * Breaks lines at spaces; words that are longer, as addresses are, stay whole. Cells between tabs become columns.
 *
 * @param kept lines that stay as they are: code
 */
export function wrap(text: string, kept: ReadonlySet<string> = new Set()): string {
  const wrapped: string[] = [];
  let rows: string[] = [];
  for (const line of [...text.split('\n'), undefined]) {
    if (line?.includes('\t')) {
      rows.push(line);
      continue;
    }
    wrapped.push(...setColumns(rows));
    rows = [];
    if (line !== undefined) wrapped.push(...(kept.has(line.trim()) ? [line] : breakLine(line)));
  }
  return wrapped.join('\n');
}

function breakLine(line: string): string[] {
  const [marker = ''] = MARKER.exec(line) ?? [];
  const indent = ' '.repeat(lengthOf(marker));
  const lines: string[] = [];
  let current = marker;
  for (const word of line.slice(marker.length).split(/ +/)) {
    const isFresh = current === marker || current === indent;
    if (!isFresh && lengthOf(current) + 1 + lengthOf(word) > WIDTH) {
      lines.push(current);
      current = indent + word;
    } else current += isFresh ? word : ` ${word}`;
  }
  return [...lines, current.trimEnd()];
}

function setColumns(rows: readonly string[]): string[] {
  const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim()));
  const widths: number[] = [];
  for (const row of cells)
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell))));
  const isNarrow = widths.reduce((sum, width) => sum + width + 2, -2) <= WIDTH;
  return cells.flatMap((row) =>
    isNarrow
      ? [
          row
            .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - lengthOf(cell)))
            .join('  ')
            .trimEnd(),
        ]
      : breakLine(row.join(' | ')),
  );
}

function lengthOf(text: string): number {
  return [...text].length;
}
