import { parse } from 'csv-parse/sync';
import { excerpt } from '../body/judging/report.ts';
import { findInvisibleCharacters } from '../body/parsing/characters.ts';
import type { Place } from '../problem.ts';
import type { Finding } from './finding.ts';

/** A cell as written, without quotation marks and space around it, and where it stands. */
export type Cell = Place & { text: string };

/** A table of a first line with names, all different, and rows of one cell for each of them. */
export type Csv = { head: Cell[]; rows: Cell[][] };

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 30;
const LONGEST_CELL = 200;
const SHAPE =
  'Write a first line with the names of the columns, then a line for each point: `tokens,loss`.';

/**
 * Reads comma-separated values (RFC 4180, but one record is one line). There is a table only where nothing
 * is wrong with its shape; what is wrong with single cells is among the findings then.
 *
 * @param name the file as messages name it
 */
export function readCsv(bytes: Uint8Array, name: string): { csv?: Csv; findings: Finding[] } {
  const source = decode(bytes);
  // UTF-16 without its mark reads as UTF-8 with a NULL beside each letter.
  if (source === undefined || /^.?\0/s.test(source)) {
    return stop(
      1,
      'csv-encoding',
      `${name} is not UTF-8.`,
      'Save it again as CSV in UTF-8, without formatting.',
    );
  }
  const lines = source.split(/\r\n|\n|\r/);
  const unseen = lines.flatMap((line, index) =>
    findInvisibleCharacters(line).map(({ offset, ...fault }) => ({
      at: { line: index + 1, column: offset + 1 },
      ...fault,
    })),
  );
  if (unseen.length > 0) return { findings: unseen };
  const filled = [...lines.entries()].filter(([, line]) => line.trim() !== '');
  const [first, ...others] = filled;
  if (!first) return stop(1, 'csv-empty', `${name} is empty.`, SHAPE);
  if (others.length > MOST_ROWS) {
    return stop(
      (others[MOST_ROWS]?.[0] ?? 0) + 1,
      'csv-too-large',
      `${name} has ${others.length} rows; at most ${MOST_ROWS} are drawn.`,
      'Keep every tenth point, or the mean of each stretch.',
    );
  }
  const wrong = findDelimiter(first[1]);
  if (wrong) {
    return stop(
      first[0] + 1,
      'csv-delimiter',
      `The columns of ${name} are separated by ${wrong}, not by commas.`,
      'Save it with commas between the columns and a point in decimal numbers.',
    );
  }
  const findings: Finding[] = [];
  const [head = [], ...rows] = filled.map(([index, line]) => readLine(line, index + 1, findings));
  judgeHead(head, findings);
  if (others.length === 0) {
    findings.push(
      finding(head[0], 'csv-empty', `${name} has the names of columns, but no row.`, SHAPE),
    );
  }
  for (const row of rows) {
    const [cell] = row;
    if (!cell || row.length === head.length) continue;
    const [had, wanted] = [countCells(row.length), countCells(head.length)];
    findings.push(
      finding(
        cell,
        'csv-row',
        `This line has ${had}, the first line ${wanted}.`,
        'Give each line one cell for each column; a cell with a comma in it stands in quotation marks: `"a, b"`.',
      ),
    );
  }
  const ofCells = [
    ...judgeLengths([head, ...rows]),
    ...[head, ...rows].flat().flatMap(judgeFormula),
  ];
  return findings.length > 0
    ? { findings: [...findings, ...ofCells] }
    : { csv: { head, rows }, findings: ofCells };
}

/** Cells that are too long, those of one column as one finding: the column is none to draw. */
function judgeLengths(rows: readonly (readonly Cell[])[]): Finding[] {
  const widest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: widest }, (_, index) => index).flatMap((index) => {
    const [cell, ...more] = rows
      .flatMap((row) => row[index] ?? [])
      .filter(({ text }) => text.length > LONGEST_CELL);
    if (cell === undefined) return [];
    const others =
      more.length === 0
        ? ''
        : `, and ${countCells(more.length)} below it ${more.length === 1 ? 'is' : 'are'} too long as well`;
    return [
      finding(
        cell,
        'csv-cell',
        `The cell \`${excerpt(cell.text)}\` has ${cell.text.length} characters${others}; at most ${LONGEST_CELL} are taken.`,
        'Shorten it, or delete the column.',
      ),
    ];
  });
}

function stop(line: number, code: string, message: string, fix: string): { findings: Finding[] } {
  return { findings: [{ at: { line, column: 1 }, code, message, fix }] };
}

function finding(at: Place | undefined, code: string, message: string, fix: string): Finding {
  const { line, column } = at ?? { line: 1, column: 1 };
  return { at: { line, column }, code, message, fix };
}

/** Without the mark that some programs begin a file with. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findDelimiter(head: string): string | undefined {
  if (head.includes(',')) return undefined;
  return head.includes(';') ? 'semicolons' : head.includes('\t') ? 'tabs' : undefined;
}

/** Line by line, so that a quotation mark that is never closed is told where it opens. */
function readLine(line: string, number: number, findings: Finding[]): Cell[] {
  let texts: string[];
  try {
    [texts = []] = parse(line, { relax_column_count: true, trim: true });
  } catch {
    findings.push(
      finding(
        { line: number, column: Math.max(1, line.indexOf('"') + 1) },
        'csv-quotes',
        'The quotation marks of this line do not fit together.',
        'Put a whole cell in quotation marks, `"a, b"`, on one line, and write a mark within it twice: `"5"" disk"`.',
      ),
    );
    return [];
  }
  const starts = findStarts(line);
  return texts.map((text, index) => ({ text, line: number, column: starts[index] ?? 1 }));
}

// In either width, and behind a semicolon, at which half of Europe's spreadsheets divide a line.
const FORMULA =
  /(?:^|;)\s*([=@＝＠]|[+\-＋－](?!\s*\.?\d(?:(?!\p{L}\()[^|!;])*(?:;|$)|[+\-\s]*(?:;|$)))/u;

/** Tells what a spreadsheet would compute (https://owasp.org/www-community/attacks/CSV_Injection): readers open the file in one. */
function judgeFormula(cell: Cell): Finding[] {
  const sign = FORMULA.exec(cell.text)?.[1]?.normalize('NFKC');
  if (sign === undefined) return [];
  const rest = cell.text.slice(1).trim();
  const word = sign === '+' ? 'with' : sign === '-' ? 'without' : undefined;
  return [
    finding(
      cell,
      'csv-formula',
      `A spreadsheet takes the cell \`${excerpt(cell.text)}\` for a formula, because of its \`${sign}\`.`,
      word !== undefined && /^[+\-＋－]\s*[\p{L}\p{N}]/u.test(cell.text)
        ? `Write a word for the sign: \`${word} ${excerpt(rest)}\`.`
        : `Write it without the sign, or with a word before it.`,
    ),
  ];
}

/** The columns of a well-formed line at which its cells begin. */
function findStarts(line: string): number[] {
  const starts = [1];
  let quoted = false;
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === '"') quoted = !quoted;
    else if (line[index] === ',' && !quoted) starts.push(index + 2);
  }
  return starts;
}

function judgeHead(head: readonly Cell[], findings: Finding[]): void {
  const excess = head[MOST_COLUMNS];
  if (excess) {
    findings.push(
      finding(
        excess,
        'csv-too-large',
        `The file has ${head.length} columns; at most ${MOST_COLUMNS} are taken.`,
        'Keep those that are drawn.',
      ),
    );
  }
  const seen = new Set<string>();
  for (const cell of head) {
    if (cell.text === '') {
      findings.push(
        finding(
          cell,
          'csv-head',
          'This column has no name.',
          'Write its name in the first line, or delete the column.',
        ),
      );
    } else if (seen.has(cell.text)) {
      findings.push(
        finding(
          cell,
          'csv-head',
          `Two columns have the name \`${excerpt(cell.text)}\`.`,
          'Give one of them another name.',
        ),
      );
    }
    seen.add(cell.text);
  }
}

function countCells(count: number): string {
  return `${count} ${count === 1 ? 'cell' : 'cells'}`;
}
