import katex from 'katex';
import { FORMULA_BOUNDS } from './bounds.ts';
import { BudgetError, katexOffset, parseWithKatex } from './engines.ts';
import type { FormulaFault } from './faults.ts';
import {
  explainTextCharacter,
  explainUnknownCharacter,
  explainUnknownMacro,
  onlyDefinitions,
  tooDeep,
  tooLarge,
  untrusted,
} from './faults.ts';
import { explainKatex } from './messages.ts';
import type { TexToken } from './tokens.ts';

/**
 * What KaTeX's parser finds. It stops at its first fault, so each unknown command is given an empty meaning and
 * the source is read again: all of them are told at once, and the first fault of another kind.
 */
export function parseFormula(
  tex: string,
  display: boolean,
  tokens: readonly TexToken[],
): FormulaFault[] {
  const faults: FormulaFault[] = [];
  const unknown: Record<string, string> = {};
  while (faults.length < FORMULA_BOUNDS.faults) {
    const characters: FormulaFault[] = [];
    try {
      const tree = parseTree(tex, display, unknown, characters);
      return [...faults, ...characters, ...measureTree(tree)];
    } catch (error) {
      const name = undefinedCommand(error);
      if (name === undefined || Object.hasOwn(unknown, name)) {
        const fault = explainError(error, tokens);
        // What is said right behind an unknown command is a consequence of it.
        const consequence = faults.some(({ offset }) => Math.abs(offset - fault.offset) < 24);
        return consequence ? faults : [...faults, ...characters, fault];
      }
      unknown[name] = '{}';
      // Once a name: its other places need the same.
      const place = tokens.find(({ text }) => text.replace(/\*$/, '') === name);
      faults.push(explainUnknownMacro(name, place?.offset ?? 0));
    }
  }
  return faults;
}

/** An error of KaTeX's, a spent budget or a full stack, as a fault. */
export function explainError(error: unknown, tokens: readonly TexToken[]): FormulaFault {
  if (error instanceof BudgetError) return explainKatex('Too many expansions', 0, tokens);
  if (error instanceof RangeError) {
    // Definitions that call each other fill the stack or spend the expansions, by the size of the stack.
    const defines = tokens.some(({ text }) =>
      /^\\(?:[egx]?def|let|(?:new|renew|provide)command)\*?$/.test(text),
    );
    return defines ? explainKatex('Too many expansions', 0, tokens) : tooDeep(0);
  }
  if (error instanceof katex.ParseError) {
    const offset = katexOffset(error.position);
    const last = tokens.at(-1);
    // A place past the end is one in the text of a macro of KaTeX's own.
    const inside = last !== undefined && offset <= last.offset + last.text.length;
    return explainKatex(error.rawMessage, inside ? offset : 0, tokens);
  }
  // KaTeX's builders throw plain errors at some nonsense, `\smash[\smash]{a}`.
  return explainKatex(error instanceof Error ? error.message : String(error), 0, tokens);
}

function parseTree(
  tex: string,
  display: boolean,
  unknown: Record<string, string>,
  faults: FormulaFault[],
): unknown {
  return parseWithKatex(
    tex,
    display,
    unknown,
    (code, _message, token) => {
      if (token && (code === 'unknownSymbol' || code === 'unicodeTextInMathMode')) {
        const character = String.fromCodePoint(token.text.codePointAt(0) ?? 0);
        const explain = code === 'unknownSymbol' ? explainUnknownCharacter : explainTextCharacter;
        faults.push(explain(character, katexOffset(token.loc?.start)));
      }
      return 'ignore';
    },
    (command) => faults.push(untrusted(command, 0)),
  );
}

function undefinedCommand(error: unknown): string | undefined {
  const raw = error instanceof katex.ParseError ? error.rawMessage : '';
  return /^Undefined control sequence: (\\[a-zA-Z@]+)$/.exec(raw)?.[1];
}

/** Judges KaTeX's parse tree, in which definitions are unfolded: its nodes, its depth, the nesting of `\llap`. */
function measureTree(tree: unknown): FormulaFault[] {
  if (Array.isArray(tree) && tree.every((node: { type?: string }) => node.type === 'internal')) {
    return [onlyDefinitions()];
  }
  let nodes = 0;
  // No recursion: the tree may be deeper than the stack.
  const stack = [{ value: tree as object, depth: 0, laps: 0 }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value } = item;
    let { depth, laps } = item;
    const type = Array.isArray(value) ? undefined : (value as { type?: unknown }).type;
    if (typeof type === 'string') {
      nodes += 1;
      depth += 1;
      if (type === 'lap') laps += 1;
    }
    if (nodes > FORMULA_BOUNDS.nodes) return [tooLarge()];
    if (depth > FORMULA_BOUNDS.treeDepth || laps > FORMULA_BOUNDS.laps) return [tooDeep(0)];
    for (const key of Object.keys(value)) {
      if (key === 'loc' || key === 'token') continue;
      const child: unknown = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) stack.push({ value: child, depth, laps });
    }
  }
  return [];
}
