import { FORMULA_BOUNDS } from './bounds.ts';
import { ACCENTS, ALPHABETS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS } from './letters.ts';
import { readTokens } from './tokens.ts';

const DEPTH_LIMIT = 40;

/**
 * A formula in the form in which formulas are searched: one formula contains another where this text contains the
 * other's. Written differently and set alike is the same: spaces, braces, sizes of brackets, alignment, upright and
 * bold alphabets, `\frac{a}{b}` and `a/b`, `x_i^2` and `x^2_i`, `^\top` and `^T`, `\log` and `\operatorname{log}`,
 * letters by name and in Unicode. Calligraphic, blackboard and Gothic letters keep a mark before them, so that `L`
 * finds `\mathcal{L}` and `\mathcal{L}` finds no `L`. What is cut off in the middle is read as far as it goes. Never
 * throws; what is past the bounds of a formula is left out.
 */
export function searchForm(tex: string): string {
  const source = spellOut(tex.slice(0, FORMULA_BOUNDS.source));
  const tokens = readTokens(source)
    .map(({ text }) => text)
    .filter((text) => !/^(?:%|\s)/.test(text));
  const reader = { tokens, index: 0, depth: 0 };
  let form = '';
  while (reader.index < tokens.length) {
    form += readGroupBody(reader);
    // A brace that closes nothing.
    reader.index += 1;
  }
  // The full stop of the sentence is not the formula's.
  return form.replace(/(?<=.)[.,;:]+$/u, '');
}

type Reader = { tokens: readonly string[]; index: number; depth: number };

/** Reads up to the `}` that closes the group, which stays. */
function readGroupBody(reader: Reader): string {
  let form = '';
  for (let token = reader.tokens[reader.index]; token !== undefined && token !== '}';) {
    form += readWithScripts(reader);
    token = reader.tokens[reader.index];
  }
  return form;
}

/** An atom with what is below and above it, in this order however they were written. */
function readWithScripts(reader: Reader): string {
  const base = readAtom(reader);
  let sub = '';
  let sup = '';
  for (let token = reader.tokens[reader.index]; token !== undefined;) {
    if (token === "'" || token === '′') sup += '′';
    else if (token !== '_' && token !== '^' && !isUnseen(token)) break;
    reader.index += 1;
    if (token === '_') sub += readArgument(reader) ?? '_';
    else if (token === '^') sup += readArgument(reader) ?? '^';
    token = reader.tokens[reader.index];
  }
  // A mark with nothing after it is where somebody stopped typing.
  const below = sub === '' || sub === '_' ? sub : `_${sub}`;
  const above = sup === '' || sup === '^' ? sup : `^${/^[⊤⊺]$/.test(sup) ? 'T' : sup}`;
  return base + below + above;
}

/** The next group or atom; undefined where the text ends before it. */
function readArgument(reader: Reader): string | undefined {
  while (isUnseen(reader.tokens[reader.index] ?? '')) reader.index += 1;
  const next = reader.tokens[reader.index];
  if (next === undefined || next === '}') return undefined;
  if (reader.depth >= DEPTH_LIMIT) {
    reader.index += 1;
    return '';
  }
  reader.depth += 1;
  const form = readAtom(reader);
  reader.depth -= 1;
  return form;
}

function readAtom(reader: Reader): string {
  const token = reader.tokens[reader.index] ?? '';
  // A script without a base is read by who called.
  if (token === '_' || token === '^' || token === "'" || token === '′') return '';
  reader.index += 1;
  if (token === '{') {
    if (reader.depth >= DEPTH_LIMIT) return '';
    reader.depth += 1;
    const form = readGroupBody(reader);
    reader.depth -= 1;
    reader.index += 1;
    return form;
  }
  if (isUnseen(token)) return '';
  return token.startsWith('\\') ? readCommand(reader, token) : formOf(token);
}

/** Commands that show nothing by themselves, or only how something is laid out. */
const UNSEEN =
  /^\\(?:[\\,;:!>()[\]\s]|quad|qquad|enspace|thinspace|(?:display|text|scriptscript|script)style|limits|nolimits|nonumber|notag|right|left|middle|[bB]igg?[lrm]?|hline|allowbreak|relax|mathstrut|end\{.*)$/s;

/** A thousand papers have half a million tokens, so most are told by their first character. */
function isUnseen(token: string): boolean {
  if (token.startsWith('\\')) return UNSEEN.test(token);
  return token === '&' || token === '~' || token === '$';
}

/** Changes how letters look, and not which they are. */
const WRAPPERS =
  /^(?:text(?:rm|bf|it|sf|tt|normal|up|md)?|math(?:rm|bf|it|sf|tt|normal|bin|rel|op|ord|open|close|punct|inner|clap|llap|rlap)|operatorname(?:withlimits)?\*?|boldsymbol|bm|pmb|bold|rm|bf|it|sf|tt|mbox|hbox|emph|boxed|fbox|cancel|substack|smash|underline|(?:under|over)brace)$/;

/** Alphabets whose letters are others: the mark before each. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['mathbb', '\\bb'],
  ['Bbb', '\\bb'],
  ['mathcal', '\\cal'],
  ['cal', '\\cal'],
  ['mathscr', '\\cal'],
  ['mathfrak', '\\frak'],
]);

const HIDDEN = /^(?:label|tag\*?|[hv]space\*?|[hv]?phantom|color|pagecolor)$/;

function readCommand(reader: Reader, token: string): string {
  const name = token.slice(1);
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) return formOf(symbol);
  const argument = () => readArgument(reader) ?? '';
  if (name.startsWith('begin')) {
    if (/^begin\s*\{array\}/.test(name)) argument();
    return '';
  }
  if (HIDDEN.test(name)) {
    argument();
    return '';
  }
  if (name === 'textcolor' || name === 'colorbox') {
    argument();
    return argument();
  }
  if (WRAPPERS.test(name)) return argument();
  const mark = MARKS.get(name);
  if (mark !== undefined) return mark + argument();
  const accent = name === 'overline' ? '\u0304' : ACCENTS.get(name);
  if (accent !== undefined) return accent + argument();
  if (/^[dtc]?frac$/.test(name)) {
    const upper = argument();
    const lower = readArgument(reader);
    return lower === undefined ? upper : `${upper}/${lower}`;
  }
  if (name === 'over') return '/';
  if (name === 'sqrt') return `√${readOption(reader)}${argument()}`;
  if (/^(?:overset|stackrel|underset)$/.test(name)) {
    const beside = argument();
    return `${argument()}${name === 'underset' ? '_' : '^'}${beside}`;
  }
  if (/^m?kern$|^[hm]skip$/.test(name)) {
    skipLength(reader);
    return '';
  }
  if (/^(?:[lc]?dots[cbmio]?)$/.test(name)) return '…';
  if (name === '|') return '‖';
  return formOf(name.replace(/\*$/, ''));
}

/** `[3]` of `\sqrt[3]{x}`. */
function readOption(reader: Reader): string {
  if (reader.tokens[reader.index] !== '[') return '';
  const close = reader.tokens.indexOf(']', reader.index);
  if (close === -1) return '';
  const inside = reader.tokens.slice(reader.index, close + 1).join('');
  reader.index = close + 1;
  return inside;
}

/** `-3mu` of `\mkern-3mu`. */
function skipLength(reader: Reader): void {
  while (/^[-\d.]$/.test(reader.tokens[reader.index] ?? '')) reader.index += 1;
  for (let letters = 0; letters < 2; letters += 1) {
    if (/^[a-z]$/.test(reader.tokens[reader.index] ?? '')) reader.index += 1;
  }
}

/** Signs that are written in several ways. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['∗', '*'],
  ['⋅', '·'],
  ['⟶', '→'],
  ['⋯', '…'],
  ['…', '…'],
  ['≔', ':='],
  ['∣', '|'],
  ['∥', '‖'],
  ['µ', 'μ'],
]);

/** A sign as it is compared: accents before their letter, and letters of alphabets as their mark and a plain one. */
function formOf(sign: string): string {
  return Array.from(sign)
    .map((one) => {
      const same = SAME.get(one);
      if (same !== undefined) return same;
      if (one <= '\u007f') return one;
      const plain = one.normalize('NFKD');
      const letter = plain.replace(/\p{M}/gu, '');
      return (markOf(one) ?? '') + plain.replace(/\P{M}/gu, '') + letter;
    })
    .join('');
}

/** The mark of a letter that Unicode has in an alphabet of its own: `ℒ`, `𝔼`. */
function markOf(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x2100) return undefined;
  for (const [name, { upper, lower, own }] of ALPHABETS) {
    const isIn = (start: number) => start > 0 && code >= start && code < start + 26;
    const isOwn = [...own.values()].includes(letter);
    if (isOwn || isIn(upper) || isIn(lower)) return MARKS.get(name);
  }
  return undefined;
}

/** A script of LaTeX for each run of letters that Unicode raises or lowers. */
function scriptsOf(letters: ReadonlyMap<string, string>, mark: string): (text: string) => string {
  const plain = new Map(
    [...letters].flatMap(([from, to]) => (/^[*′]$/.test(to) ? [] : [[to, from] as const])),
  );
  const run = new RegExp(`[${[...plain.keys()].join('')}]+`, 'gu');
  const write = (raised: string) =>
    `${mark}{${Array.from(raised, (one) => plain.get(one) ?? one).join('')}}`;
  return (text) => text.replace(run, write);
}

const lowerRaised = scriptsOf(SUPERSCRIPTS, '^');
const raiseLowered = scriptsOf(SUBSCRIPTS, '_');

/** Raised and lowered letters of a pasted text, and dots, as a writer of LaTeX has them. */
function spellOut(tex: string): string {
  const dots = tex.replaceAll('...', '…');
  return /^[\0-\u007f…]*$/.test(dots) ? dots : raiseLowered(lowerRaised(dots));
}
