import type { FormulaFault } from './faults.ts';
import { clip, environmentFix, explainUnknownMacro } from './faults.ts';
import { explainUnbalanced } from './pairs.ts';
import type { TexToken } from './tokens.ts';
import { findUnbalanced } from './tokens.ts';

type Rule = [pattern: RegExp, code: string, message: string, fix: string];

// `$1` stands for what the pattern caught. Patterns are KaTeX's own messages (src/Parser.ts and its functions).
const RULES: Rule[] = [
  [
    /^Expected '\\right', got '(&)'/,
    'formula-left-right',
    '`$1` stands between `\\left` and `\\right`, which must be in one cell.',
    'Write `\\right.` before it and `\\left.` after it, or brackets of fixed size, `\\bigl(` and `\\bigr)`.',
  ],
  [
    /^Expected '(?:EOF|\})', got '&'/,
    'formula-ampersand',
    '`&` marks a column, and this place has none.',
    'Put the lines between `\\begin{aligned}` and `\\end{aligned}`, with each `&` outside all braces, or write `\\&` for the sign itself.',
  ],
  [
    /^Too many tab characters: &/,
    'formula-ampersand',
    'This line has more `&` than the environment has columns.',
    'Take out the `&` that is too many, or use `aligned` or `array`, which take more columns.',
  ],
  [
    /can contain only one column/,
    'formula-ampersand',
    '`&` marks a column, and this environment has only one.',
    'Take the `&` out, or use `array` or `aligned`.',
  ],
  [
    /^Expected '.*', got '#'/,
    'formula-hash',
    '`#` stands for an argument in a definition, and this is none.',
    'Write `\\#` for the sign itself.',
  ],
  [
    /^Expected '.*', got '\$'|^Can't use function '\$' in math mode|^Expected '\$'/,
    'formula-dollar',
    'A `$` stands inside the formula.',
    'Write `\\$` for the sign itself, or end the formula before it.',
  ],
  [
    /^Expected 'EOF', got '([_^])'/,
    'formula-text-mode',
    '`$1` belongs to mathematics, and this place is text.',
    'End the `\\text{…}` before it; an underscore that is to be printed is `\\_`.',
  ],
  [
    /^Can't use function '(.+)' in text mode/,
    'formula-text-mode',
    '`$1` belongs to mathematics, and this place is text.',
    'End the `\\text{…}` before it, or write `$$1$` inside the text.',
  ],
  [
    /^Double (superscript|subscript)/,
    'formula-script',
    'Two $1s follow one symbol.',
    'Put both into one pair of braces, `x^{a b}` or `x_{a b}`, or group what the second belongs to, `{x^a}^b`.',
  ],
  [
    /^Expected group after '(.+)'/,
    'formula-script',
    'Nothing follows this `$1`.',
    'Write what is raised or lowered, as in `x$1{2}`.',
  ],
  [
    /^(?:Got function '(\S+)' with no arguments) as (?:superscript|subscript)/,
    'formula-argument',
    '`$1` needs braces around it here.',
    'Write `^{$1 …}` or `_{$1 …}`.',
  ],
  [
    /^Got function '(\S+)' with no arguments/,
    'formula-argument',
    '`$1` stands where a single symbol is expected.',
    'Put `$1` and what belongs to it into braces, `{$1 …}`.',
  ],
  [
    /^Invalid delimiter |^Expected group as argument to '\\(?:left|right|middle|[bB]igg?[lrm]?)'/,
    'formula-left-right',
    'What follows here is not a bracket that can grow.',
    'Write a bracket after it, as in `\\left(`, `\\left[`, `\\left\\{` or `\\left|`, or `\\left.` for none.',
  ],
  [
    /^Expected group as (?:argument to '(.+)')/,
    'formula-argument',
    '`$1` lacks an argument.',
    'Write what it applies to in braces, as in `$1{x}`.',
  ],
  [
    /^No such environment: (.*)/,
    'unknown-environment',
    '`$1` is not an environment that formulas here know.',
    '',
  ],
  [
    /^\{(.+)\} can be used only in display mode/,
    'formula-environment',
    '`$1` needs a displayed formula, and this one is in a line of text.',
    'Put the formula between two lines of `$$`, or use `aligned`.',
  ],
  [
    /^Unknown column alignment: (.*)|^Expected l or c or r/,
    'formula-environment',
    'The columns of an array are given by letters, and one here is none of them.',
    'Write one letter a column, `l`, `c` or `r`, as in `\\begin{array}{lcr}`.',
  ],
  [
    /^Too many math in a row/,
    'formula-environment',
    'A line has more columns than its environment announces.',
    'Raise the number in the first braces, `\\begin{alignedat}{2}`: it counts pairs of columns.',
  ],
  [
    /^(\\hline|\\hdashline) valid only within array environment/,
    'formula-environment',
    '`$1` draws a line in an array, and this is none.',
    'Put it between `\\begin{array}{…}` and `\\end{array}`.',
  ],
  [
    /^\\middle without preceding \\left/,
    'formula-left-right',
    '`\\middle` stands outside `\\left` … `\\right`.',
    'Write `\\left` and `\\right` around it, or `\\mid` for a bar of fixed size.',
  ],
  [
    /^Limit controls must follow a math operator/,
    'formula-argument',
    '`\\limits` follows something that is no operator.',
    'Write it right after one, as in `\\sum\\limits_{i}`, or use `\\underset{i}{…}`.',
  ],
  [
    /^only one infix operator per group/,
    'formula-argument',
    'Two of `\\over`, `\\choose`, `\\atop` stand in one group.',
    'Write `\\frac{a}{b}` and `\\binom{n}{k}` instead.',
  ],
  [
    /^Invalid color: '(.*)'/,
    'formula-argument',
    '`$1` is not a colour.',
    'Write a colour as `red` or `#cc0000`.',
  ],
  [
    /^Invalid size: '(?!EOF)(.*)'/,
    'formula-argument',
    '`$1` is not a length.',
    'Write a number and a unit, as in `1em` or `2pt`.',
  ],
  [
    /^Invalid unit: '(.*)'/,
    'formula-argument',
    '`$1` is not a unit of length.',
    'Write one of `em`, `ex`, `mu`, `pt`, `mm`, `cm`.',
  ],
  [
    /^Too many expansions/,
    'formula-expansion',
    'The definitions in this formula unfold without end, or too far.',
    'Write out what they stand for.',
  ],
  [
    /first argument must be a macro name|^\\newcommand\{[^\\]|^Expected a control sequence|^Invalid token after macro prefix|^Expected a macro definition|^Invalid number of arguments|^Invalid argument number|^Argument number|^Use of the macro doesn't match|^Not a valid argument number|^Incomplete placeholder|^The length of delimiters/,
    'formula-definition',
    'A definition in this formula, or its use, is not as LaTeX writes it.',
    'Write `\\newcommand{\\name}[1]{… #1 …}`, or write out what it stands for.',
  ],
  [
    /^\\newcommand\{(.+)\} attempting to redefine/,
    'formula-definition',
    '`\\newcommand` cannot define `$1`, which exists already.',
    'Choose another name, or write `\\renewcommand{$1}`.',
  ],
  [
    /^\\renewcommand\{(.+)\} when command/,
    'formula-definition',
    '`\\renewcommand` finds no `$1` to change.',
    'Write `\\newcommand{$1}` in this same formula: a definition ends with the formula that holds it.',
  ],
  [
    /^\\verb ended by end of line/,
    'formula-syntax',
    '`\\verb` has no end on its line.',
    'Write `\\texttt{…}` instead.',
  ],
  [
    /^\\tag works only in display|^Multiple \\tag/,
    'formula-syntax',
    '`\\tag` numbers a displayed formula, and once.',
    'Leave it out here.',
  ],
  [
    /^Unexpected character: '\\'/,
    'formula-syntax',
    'A single backslash ends the formula.',
    'Take it out, or write the command it was to begin.',
  ],
  [
    /^Unexpected character: '([\s\S]*)'/,
    'formula-syntax',
    'The formula holds a character that cannot be printed.',
    'Take it out and write it again by hand.',
  ],
  [
    /^Unsupported character: (.*)/,
    'unknown-symbol',
    'The mathematics fonts have no `$1`.',
    'Write the LaTeX command for it.',
  ],
  [
    /^Unexpected end of input in a macro argument|^Expected '\}', got 'EOF'|^Invalid size: 'EOF'/,
    'formula-argument',
    'The last command of the formula lacks an argument.',
    'Write what it applies to in braces, as in `\\sqrt{x}`.',
  ],
];

/**
 * Turns KaTeX's message into a sentence. `raw` is its `rawMessage`, `offset` its place in the TeX; a pair that
 * does not match is shown where it opens, which is where the writer looks for it.
 */
export function explainKatex(
  raw: string,
  offset: number,
  tokens: readonly TexToken[],
): FormulaFault {
  // Where an environment waits for its end, KaTeX does not say what it met instead.
  if (tokens.some((token) => token.offset === offset && token.text === '#'))
    raw = "Expected 'EOF', got '#'";
  if (raw.startsWith('Undefined control sequence: '))
    return explainUnknownMacro(raw.slice(28), offset);
  const pairs = /'\}'|'EOF'|Extra \}|\\end\b|\\right|^Mismatch|^Expected (?:&|\\\\) or/.test(raw);
  // An `&` out of place has nothing to do with pairs, though it too says that the end was expected; unless it is met
  // within a brace that is not closed.
  const aside = /got '[&#$_^]'/.test(raw);
  const found = pairs ? findUnbalanced(tokens) : undefined;
  const isOpenBrace = (found?.opener ?? found?.token)?.text === '{' && found?.kind !== 'close';
  const unbalanced = !aside || (isOpenBrace && raw.startsWith("Expected '}'")) ? found : undefined;
  if (unbalanced) return explainUnbalanced(unbalanced, tokens);
  const begin = tokens.findLast(({ offset: start }) => start <= offset);
  const place = begin?.text.startsWith('\\begin') ? begin.offset : offset;
  for (const [pattern, code, message, fix] of RULES) {
    const match = pattern.exec(raw);
    if (!match) continue;
    const fill = (text: string) =>
      text.replace(/\$(\d)/g, (_, digit: string) => clip(match[Number(digit)] ?? ''));
    return {
      offset: place,
      code,
      message: fill(message),
      fix: code === 'unknown-environment' ? environmentFix(match[1] ?? '') : fill(fix),
    };
  }
  return {
    offset,
    code: 'formula-syntax',
    message: `The formula cannot be set: ${clip(raw, 160).replace(/[.\s]+$/, '')}.`,
    fix: 'Compare it with how LaTeX writes it, or say it with simpler commands.',
  };
}
