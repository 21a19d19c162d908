import { findBraces } from '../../body/parsing/spans.ts';
import { findAreas, maskText } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

/** A command of the writer's own: how many arguments it takes, and what it stands for. */
export type Macro = { count: number; body: string };

const DEFINITION =
  /\\(?:(?:re)?newcommand|providecommand)\*?\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*(?:\[(\d)\])?\s*(?=\{)|\\def\s*\\([A-Za-z]+)\s*(?=\{)|\\DeclareMathOperator(\*?)\s*\{\s*\\([A-Za-z]+)\s*\}\s*(?=\{)/g;
const MOST_GROWTH = 20_000;
const MOST_ROUNDS = 8;

/** Takes the definitions of commands out of a text. @returns them, and those that are known */
export function takeDefinitions(
  draft: Draft,
  known: ReadonlyMap<string, Macro>,
): Map<string, Macro> {
  const macros = new Map(known);
  const edits = readDefinitions(draft, macros);
  draft.apply(edits);
  if (edits.length > 0) dropEmpty(draft);
  return macros;
}

/** Writes commands out where formulas use them. */
export function expandMacros(draft: Draft, macros: ReadonlyMap<string, Macro>): void {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const uses = findUses(draft.text, macros);
    if (uses.length === 0) return;
    const length = uses.reduce((sum, { text }) => sum + text.length, 0);
    if (length > MOST_GROWTH) {
      draft.look(
        uses[0]?.from ?? 0,
        'The commands that this text defines grow too long when they are written out',
      );
      return;
    }
    for (const { from, to } of uses) {
      draft.mended(from, `The command ${quote(draft.text.slice(from, to))} was written out`);
    }
    draft.apply(uses);
  }
}

/** Adds the commands that a text defines to `macros`. @returns edits that take them out */
function readDefinitions(draft: Draft, macros: Map<string, Macro>): Edit[] {
  const { text } = draft;
  const masked = maskText(text, { formulas: false });
  const edits: Edit[] = [];
  for (const match of masked.matchAll(DEFINITION)) {
    const open = match.index + match[0].length;
    const braces = findBraces(text, open, { left: 10_000 });
    const name = match[1] ?? match[3] ?? match[5] ?? '';
    if (braces === undefined) {
      draft.look(match.index, `The definition of ${quote(`\\${name}`)} has no end, and stays`);
      continue;
    }
    const content = text.slice(braces.from, braces.to);
    const isOperator = match[5] !== undefined;
    const body = isOperator ? `\\operatorname${match[4] ?? ''}{${content}}` : content;
    macros.set(name, { count: Number(match[2] ?? 0), body });
    const behind = /^[ \t]*\n?/.exec(text.slice(braces.end, braces.end + 100))?.[0].length ?? 0;
    edits.push({ from: match.index, to: braces.end + behind, text: '' });
    draft.mended(
      match.index,
      `The definition ${quote(text.slice(match.index, braces.end))} was written out where it is used`,
    );
  }
  return edits;
}

/** Formulas that held nothing but definitions. */
function dropEmpty(draft: Draft): void {
  const { text } = draft;
  const edits = [...text.matchAll(/\$\$\s*\$\$[ \t]*\n?|\\[[(]\s*\\[\])]/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: '',
  }));
  draft.apply(edits);
}

function findUses(text: string, macros: ReadonlyMap<string, Macro>): Edit[] {
  if (macros.size === 0) return [];
  const edits: Edit[] = [];
  for (const { from, to, kind } of findAreas(text)) {
    if (kind !== 'formula') continue;
    const tex = text.slice(from, to);
    let last = 0;
    for (const match of tex.matchAll(/\\([A-Za-z]+)/g)) {
      const macro = macros.get(match[1] ?? '');
      if (macro === undefined || match.index < last) continue;
      const use = readArguments(tex, match.index + match[0].length, macro.count);
      if (use === undefined) continue;
      const told = macro.body.replace(
        /#(\d)/g,
        (_, number: string) => use.values[Number(number) - 1] ?? '',
      );
      // A command must not swallow the letter behind it, nor an index take only its first part.
      const next = tex[use.end] ?? '';
      const bare = /^\\?[A-Za-z0-9]$/.test(told) && !/[A-Za-z]/.test(next);
      edits.push({ from: from + match.index, to: from + use.end, text: bare ? told : `{${told}}` });
      last = use.end;
    }
  }
  return edits;
}

function readArguments(
  tex: string,
  start: number,
  count: number,
): { values: string[]; end: number } | undefined {
  const values: string[] = [];
  let end = start;
  while (values.length < count) {
    const open = end + (/^\s*/.exec(tex.slice(end))?.[0].length ?? 0);
    if (tex[open] === '{') {
      const braces = findBraces(tex, open, { left: 10_000 });
      if (braces === undefined) return undefined;
      values.push(tex.slice(braces.from, braces.to));
      end = braces.end;
    } else {
      const token = /^(?:\\[A-Za-z]+|[^\s}])/.exec(tex.slice(open))?.[0];
      if (token === undefined) return undefined;
      values.push(token);
      end = open + token.length;
    }
  }
  return { values, end };
}
