import { setAccent, signOf } from './accents.ts';
import type { Mark, Piece } from './pieces.ts';

/** Longer is no abstract, and is not read. */
export const maxText = 20_000;
const maxDepth = 20;
/** What opens a formula and has no partner within this is none. */
const maxFormula = 2000;

const marked: Readonly<Record<string, Mark>> = {
  ...{ emph: 'emphasis', textit: 'emphasis', textsl: 'emphasis', textbf: 'strong' },
  ...{ textsuperscript: 'sup', textsubscript: 'sub' },
};
/** Declarations that hold for the rest of a group. */
const declared: Readonly<Record<string, Mark>> = {
  ...{ em: 'emphasis', it: 'emphasis', itshape: 'emphasis', sl: 'emphasis' },
  ...{ bf: 'strong', bfseries: 'strong' },
};
const dropped =
  /^(?:no|auto|paren|text|full|foot)?cite[a-z]*$|^(?:label|ref|eqref|cref|thanks|vspace|hspace|begin|end|item)$/i;

/**
 * Takes the LaTeX apart that arXiv, OpenReview and BibTeX have in titles and abstracts. What is no LaTeX is
 * text: `100%`, `{1,2}`, a lone dollar.
 */
export function readLatex(source: string): Piece[] {
  const reader = { text: source.slice(0, maxText), at: 0 };
  return readGroup(reader, false, 0);
}

type Reader = { text: string; at: number };

/** Up to the end or, in a group, behind the brace that ends it. */
function readGroup(reader: Reader, inGroup: boolean, depth: number): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ text: plain });
    plain = '';
  };
  const add = (...more: Piece[]) => {
    flush();
    pieces.push(...more);
  };
  while (reader.at < reader.text.length) {
    const { text, at } = reader;
    const letter = text[at] ?? '';
    if (letter === '}' && inGroup) {
      reader.at += 1;
      break;
    }
    const formula = readFormula(text, at);
    if (formula !== undefined) {
      add({ tex: formula.tex });
      reader.at = formula.end;
    } else if (letter === '\\') {
      const command = readCommand(reader, depth);
      if (typeof command === 'string') plain += command;
      else if ('dropped' in command) plain = plain.replace(/[\s~]+$/, '');
      else if ('pieces' in command) add(...command.pieces);
      else add({ mark: command.declares, children: readGroup(reader, inGroup, depth + 1) });
      if (typeof command === 'object' && 'declares' in command) break;
    } else if (letter === '{' && depth < maxDepth && (inGroup || isGroup(text, at))) {
      reader.at += 1;
      add(...readGroup(reader, true, depth + 1));
    } else {
      reader.at += 1;
      plain += letter === '~' && /[^\s~]$/.test(plain) ? ' ' : letter;
    }
  }
  flush();
  return pieces.map((piece) => ('text' in piece ? { text: setQuotes(piece.text) } : piece));
}

/** Whether a brace opens a group of LaTeX, as in `{\\em word}`, and is not a brace of its own, as in `{1,2}`. */
function isGroup(text: string, at: number): boolean {
  return /^\{\s*\\[A-Za-z"'`^~=.]/.test(text.slice(at, at + 20));
}

function setQuotes(text: string): string {
  return text
    .replace(/``|''/g, '"')
    .replace(/(?<![\p{L}\p{N}`])`(?=[^`']{1,200}')/gu, '‘')
    .replace(/\s+/g, ' ');
}

/**
 * A formula that begins here. As in our own texts, a dollar before a space, or one whose partner stands
 * behind a space or before a digit, is money.
 */
function readFormula(text: string, at: number): { tex: string; end: number } | undefined {
  const delimiters: [open: string, close: string][] = [
    ['$$', '$$'],
    ['\\(', '\\)'],
    ['\\[', '\\]'],
  ];
  for (const [open, close] of delimiters) {
    if (!text.startsWith(open, at)) continue;
    const near = text.slice(at + open.length, at + maxFormula);
    const length = near.indexOf(close);
    const tex = near.slice(0, Math.max(length, 0)).trim();
    if (tex !== '') return { tex, end: at + open.length + length + close.length };
  }
  const environment = /\\begin\{(equation|displaymath|math|align|gather|eqnarray|multline)(\*?)\}/y;
  environment.lastIndex = at;
  const [opened, name = '', star = ''] = environment.exec(text) ?? [];
  if (opened !== undefined) {
    const end = text.indexOf(`\\end{${name}${star}}`, at);
    const tex = text.slice(at + opened.length, end).trim();
    const isRows = /^(?:align|eqnarray)$/.test(name);
    if (end > 0 && tex !== '')
      return {
        tex: isRows ? `\\begin{aligned}${tex}\\end{aligned}` : tex,
        end: end + name.length + star.length + 6,
      };
  }
  if (text[at] !== '$') return undefined;
  const match = /\$((?:\\[\s\S]|[^$\\]){1,2000}?)\$/y;
  match.lastIndex = at;
  const found = match.exec(text);
  const tex = found?.[1] ?? '';
  const end = at + (found?.[0].length ?? 0);
  const isMoney =
    /^\d[\d.,]*\s*(?:[kKMBT]|[a-z]+\b)?\s+[A-Za-z]/.test(tex) ||
    (/\s$/.test(tex) && /^\d/.test(text.slice(end)));
  return found === null || tex.trim() === '' || isMoney ? undefined : { tex: tex.trim(), end };
}

type Command = { pieces: Piece[] } | { declares: Mark } | { dropped: true };

/** What a command prints; the reader goes behind it and its argument. */
function readCommand(reader: Reader, depth: number): string | Command {
  const { text, at } = reader;
  const [whole = '\\', name = ''] = /^\\([A-Za-z]+\*?|[\s\S])?/.exec(text.slice(at, at + 60)) ?? [];
  reader.at += whole.length;
  const command = name.replace(/\*$/, '');
  if (command === '') return '\\';
  if (/^[%&_#{}$]$/.test(command)) return command;
  const accent = readAccent(reader, command);
  if (accent !== undefined) return accent;
  if (/^[-/!]$/.test(command)) return '';
  if (!/^[A-Za-z]/.test(command)) return /^[\\,;: \n\t]$/.test(command) ? ' ' : `\\${command}`;
  const mark = Object.hasOwn(declared, command) ? declared[command] : undefined;
  if (mark !== undefined) {
    skipSpace(reader);
    return { declares: mark };
  }
  const sign = signOf(command);
  if (sign !== undefined) {
    skipEmptyGroup(reader);
    return sign;
  }
  const argument = readArgument(reader, depth);
  if (dropped.test(command)) return { dropped: true };
  if (argument === undefined) return { pieces: [{ tex: `\\${command}` }] };
  if (command === 'href') {
    const label = readArgument(reader, depth) ?? [];
    return { pieces: [...label, { text: ' (' }, ...argument, { text: ')' }] };
  }
  if (command === 'footnote') return { pieces: [{ text: ' (' }, ...argument, { text: ')' }] };
  const own = Object.hasOwn(marked, command) ? marked[command] : undefined;
  return { pieces: own === undefined ? argument : [{ mark: own, children: argument }] };
}

function readAccent(reader: Reader, command: string): string | undefined {
  const rest = reader.text.slice(reader.at, reader.at + 20);
  const letterNamed = /^[A-Za-z]/.test(command);
  const match = (
    letterNamed
      ? /^(?:\s+(\\[ij]|\p{L})|\s*\{(\\[ij]|\p{L}*)\})/u
      : /^\s*(?:\{\s*(\\[ij]|\p{L}*)\s*\}|(\\[ij](?![A-Za-z])|\p{L}))/u
  ).exec(rest);
  const set = match === null ? undefined : setAccent(command, match[1] ?? match[2] ?? '');
  if (match === null || set === undefined) return undefined;
  reader.at += match[0].length;
  return set;
}

/** What stands in braces behind a command, or undefined. An option in brackets before it is skipped. */
function readArgument(reader: Reader, depth: number): Piece[] | undefined {
  const [skipped = ''] =
    /^(?:\[[^\]]{0,100}\])*/.exec(reader.text.slice(reader.at, reader.at + 210)) ?? [];
  if (reader.text[reader.at + skipped.length] !== '{' || depth >= maxDepth) return undefined;
  reader.at += skipped.length + 1;
  return readGroup(reader, true, depth + 1);
}

function skipSpace(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at += 1;
}

/** `\ss{}` and `\ss ` end their command so. */
function skipEmptyGroup(reader: Reader): void {
  const [skipped = ''] = /^(?:\{\}|\s)/.exec(reader.text.slice(reader.at, reader.at + 2)) ?? [];
  reader.at += skipped.length;
}
