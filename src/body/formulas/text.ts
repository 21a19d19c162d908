import { ACCENTS, ALPHABETS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS } from './letters.ts';
import { readTokens } from './tokens.ts';

const SOURCE_LIMIT = 4_000;
const DEPTH_LIMIT = 40;

/**
 * LaTeX as readable Unicode, for titles, search, alternative text and slugs: `O(n^2)` is `O(n²)`,
 * `\frac{a}{b}` is `a/b`. A command it does not know becomes its letters. Never throws; what is past 4,000
 * characters or forty levels is left out.
 */
export function formulaText(tex: string): string {
  const tokens = readTokens(tex.slice(0, SOURCE_LIMIT))
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('%'));
  const reader = { tokens, index: 0, depth: 0 };
  let text = '';
  while (reader.index < tokens.length) {
    text += readGroupBody(reader);
    // A brace that closes nothing.
    reader.index += 1;
  }
  return text.replace(/\s+/g, ' ').trim();
}

type Reader = { tokens: readonly string[]; index: number; depth: number };

/** Reads up to the `}` that closes the group, which stays. */
function readGroupBody(reader: Reader): string {
  let text = '';
  for (let token = reader.tokens[reader.index]; token !== undefined;) {
    if (token === '}') return text;
    text += readAtom(reader, text);
    token = reader.tokens[reader.index];
  }
  return text;
}

function readAtom(reader: Reader, before: string): string {
  const token = reader.tokens[reader.index] ?? '';
  reader.index += 1;
  if (token === '{') {
    if (reader.depth >= DEPTH_LIMIT) return '';
    reader.depth += 1;
    const text = readGroupBody(reader);
    reader.depth -= 1;
    reader.index += 1;
    return text;
  }
  if (token === '^') return raise(readArgument(reader), SUPERSCRIPTS, '^');
  if (token === '_') return raise(readArgument(reader), SUBSCRIPTS, '_');
  if (token === '&' && /^[=<>+-]$/.test(reader.tokens[reader.index] ?? '')) return '';
  if (token === '~' || token === '&' || /^\s/.test(token)) return ' ';
  if (token === "'") return '′';
  if (token === '-') return '−';
  if (token.startsWith('\\')) return readCommand(reader, token, before);
  return token;
}

/** The next group or token, as text; white space before it is skipped. */
function readArgument(reader: Reader): string {
  while (/^\s/.test(reader.tokens[reader.index] ?? '')) reader.index += 1;
  const next = reader.tokens[reader.index];
  if (next === undefined || next === '}') return '';
  if (reader.depth >= DEPTH_LIMIT) {
    reader.index += 1;
    return '';
  }
  reader.depth += 1;
  const text = readAtom(reader, '');
  reader.depth -= 1;
  return text;
}

/** `[3]` of `\sqrt[3]{x}`. */
function readOption(reader: Reader): string {
  if (reader.tokens[reader.index] !== '[') return '';
  const close = reader.tokens.indexOf(']', reader.index);
  if (close === -1) return '';
  const inside = reader.tokens.slice(reader.index + 1, close).join('');
  reader.index = close + 1;
  return inside.length < 40 ? formulaText(inside) : '';
}

function readCommand(reader: Reader, token: string, before: string): string {
  if (/^\\(begin|end)[\s{]/.test(token)) {
    if (/^\\begin\s*\{(array|subarray|alignedat|darray|alignat)/.test(token)) readArgument(reader);
    return ' ';
  }
  const name = token.slice(1).replace(/\*$/, '');
  const symbol = SYMBOLS.get(name);
  if (symbol !== undefined) {
    const worded = name === 'mid' || /^[→⟶⇒⇔↦←↔⇐≤≥≠≈∼≃≅≡∝≪≫∈∉⊂⊆⊃⊇≔≜]$/.test(symbol);
    return worded ? `${before === '' || before.endsWith(' ') ? '' : ' '}${symbol} ` : symbol;
  }
  if (/^[dt]?frac$|^cfrac$|^[dt]?binom$/.test(name)) return readFraction(reader, name);
  if (name === 'sqrt') {
    const root = readOption(reader);
    return `${raise(root, SUPERSCRIPTS, '')}√${enclose(readArgument(reader))}`;
  }
  const accent = ACCENTS.get(name);
  if (accent !== undefined) return readArgument(reader) + accent;
  if (ALPHABETS.has(name)) return inAlphabet(readArgument(reader), name);
  if (WRAPPERS.test(name)) return readArgument(reader);
  if (name === 'operatorname') return readArgument(reader);
  if (/^(left|right|middle|[bB]igg?[lrm]?)$/.test(name)) {
    if (reader.tokens[reader.index] === '.') reader.index += 1;
    return '';
  }
  if (
    /^(color|textcolor|colorbox|hspace|vspace|kern|label|tag|phantom|hphantom|vphantom)$/.test(name)
  ) {
    readArgument(reader);
    return '';
  }
  if (token === '\\\\') readOption(reader);
  if (/^[,;:> ]$|^(q?quad|enspace|space|thinspace)$|^\\$|^newline$/.test(name)) return ' ';
  if (name === '!' || SWITCHES.test(name)) return '';
  if (name === '|') return '‖';
  // `\log x`, `\max`: a name is set off from the letters around it, as it is when printed.
  if (/^[a-zA-Z@]{2,}$/.test(name)) {
    const after = /^[_^({]$/.test(reader.tokens[reader.index] ?? '') ? '' : ' ';
    return (/[\p{L}\p{N})]$/u.test(before) ? ' ' : '') + name + after;
  }
  return name;
}

const WRAPPERS =
  /^(text(rm|bf|it|sf|tt|normal|up|md)?|math(rm|bf|it|sf|tt|normal|bin|rel|op|ord|open|close|punct|inner)|boldsymbol|bm|pmb|bold|mbox|hbox|reflectbox|emph|over(line|brace)|under(line|brace)|boxed|fbox|cancel|substack|smash|math[lrc]lap|[lrc]lap)$/;

const SWITCHES =
  /^(displaystyle|textstyle|script(script)?style|limits|nolimits|rm|bf|it|sf|tt|nonumber|notag|hline|hdashline|mathstrut|relax|allowbreak|nobreak|tiny|small|normalsize|large|Large)$/;

function readFraction(reader: Reader, name: string): string {
  const upper = readArgument(reader);
  const lower = readArgument(reader);
  return name.endsWith('binom') ? `C(${upper}, ${lower})` : `${enclose(upper)}/${enclose(lower)}`;
}

/** Brackets around more than one symbol, `(a+b)/c`. */
function enclose(text: string): string {
  const inner = text.trim();
  const simple = /^[\p{L}\p{N}.\p{M}′ₐ-ₜ₀-₉⁰-⁹ᵢⱼ]*$/u.test(inner) || /^\([^()]*\)$/.test(inner);
  return simple ? inner : `(${inner})`;
}

/** Raised or lowered letters where Unicode has all of them, else `^(…)`. */
function raise(text: string, letters: ReadonlyMap<string, string>, mark: string): string {
  const inner = text.trim();
  const compact = inner.replace(/ /g, '');
  const raised = Array.from(compact).map((letter) => letters.get(letter));
  // A word stays one, so that it can be read and found: `R^format`.
  const word = /\p{L}{3}/u.test(compact);
  if (!word && raised.every((letter) => letter !== undefined)) return raised.join('');
  return mark + (Array.from(inner).length > 1 ? enclose(inner) : inner);
}

function inAlphabet(text: string, name: string): string {
  const alphabet = ALPHABETS.get(name);
  if (!alphabet) return text;
  return Array.from(text)
    .map((letter) => {
      const own = alphabet.own.get(letter);
      if (own !== undefined) return own;
      const code = letter.codePointAt(0) ?? 0;
      if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(alphabet.upper + code - 65);
      if (/^[a-z]$/.test(letter) && alphabet.lower > 0) {
        return String.fromCodePoint(alphabet.lower + code - 97);
      }
      if (/^[0-9]$/.test(letter) && alphabet.digits !== undefined) {
        return String.fromCodePoint(alphabet.digits + code - 48);
      }
      return letter;
    })
    .join('');
}
