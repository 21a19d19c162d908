import { nearest } from '../nearest.ts';
import { FORMULA_BOUNDS } from './bounds.ts';
import { COMMANDS, ENVIRONMENTS } from './commands.ts';
import { environmentName } from './tokens.ts';

/** What is wrong with a formula. `offset` counts UTF-16 units into its TeX, 0 where the place is not known. */
export type FormulaFault = { offset: number; code: string; message: string; fix: string };

/** Commands of LaTeX packages and of habit that are written otherwise here. */
const INSTEAD: Record<string, string> = {
  RR: 'Write `\\mathbb{R}`.',
  EE: 'Write `\\mathbb{E}`.',
  E: 'Write `\\mathbb{E}`.',
  NN: 'Write `\\mathbb{N}`.',
  ZZ: 'Write `\\mathbb{Z}`.',
  CC: 'Write `\\mathbb{C}`.',
  PP: 'Write `\\mathbb{P}`.',
  eps: 'Write `\\epsilon` or `\\varepsilon`.',
  mathds: 'Write `\\mathbb{…}`; an indicator is `\\mathbf{1}`.',
  mathbbm: 'Write `\\mathbb{…}`; an indicator is `\\mathbf{1}`.',
  mbox: 'Write `\\text{…}`.',
  textsc: 'Write `\\text{…}`.',
  norm: 'Write `\\lVert x \\rVert`.',
  abs: 'Write `\\lvert x \\rvert`.',
  qty: 'Write `\\left( … \\right)`.',
  dd: 'Write `\\mathrm{d}`.',
  label: 'Only a displayed formula, `$$ … $$`, can have a label: leave it out here.',
  ref: 'Write the reference in the sentence, outside the formula.',
  eqref: 'Write the reference in the sentence, outside the formula.',
  cite: 'Put a link to the paper in the sentence, outside the formula.',
  footnote: 'Put the footnote, `[^name]`, in the sentence, outside the formula.',
  cr: 'Write `\\\\`.',
  ce: 'Write it in letters: `\\mathrm{H_2O}`.',
  DeclareMathOperator: 'Write `\\operatorname{name}` where it is used.',
  KL: 'Write `\\operatorname{KL}`, or `D_{\\mathrm{KL}}`.',
  require: 'Leave it out: formulas here load nothing.',
  usepackage: 'Leave it out: formulas here load nothing.',
  SI: 'Write the number and its unit: `5\\,\\mathrm{ms}`.',
  textsuperscript: 'Write `^{\\text{…}}`.',
  textsubscript: 'Write `_{\\text{…}}`.',
  hfill: 'Leave it out: a formula here has no line to fill.',
  vspace: 'Leave it out: space between lines is written `\\\\[1em]`.',
};

/** Characters that KaTeX does not know, and what to write for them. */
const CHARACTERS: Record<string, string> = {
  '⊤': '\\top',
  '∥': '\\parallel',
  '‖': '\\|',
  '’': "'",
  '′': "'",
  '–': '-',
  '—': '-',
  '•': '\\bullet',
  '½': '\\tfrac{1}{2}',
  '¼': '\\tfrac{1}{4}',
  ᵀ: '^\\top',
  µ: '\\mu',
};

export function explainUnknownMacro(name: string, offset: number): FormulaFault {
  const bare = name.replace(/^\\/, '');
  const instead = Object.hasOwn(INSTEAD, bare) ? INSTEAD[bare] : undefined;
  if (!instead && isKnownCommand(bare)) return explainTextMode(`\\${bare}`, offset);
  const near = nearestCommand(bare);
  const fix =
    instead ??
    (near !== undefined
      ? `Write \`\\${near}\`, if that is what you mean; a function's own name is written \`\\operatorname{${bare}}\`.`
      : `Write it out with commands that LaTeX itself has; a function's own name is written \`\\operatorname{${bare}}\`.`);
  return {
    offset,
    code: 'unknown-macro',
    message: `\`\\${bare}\` is not a command that formulas here know.`,
    fix,
  };
}

/** Of names of two or three letters only one that begins alike: `\ll` is no slip of `\KL`. */
function nearestCommand(bare: string): string | undefined {
  const near = nearest(bare, COMMANDS);
  return bare.length < 4 && near?.[0] !== bare[0] ? undefined : near;
}

/** Whether a command, without its backslash, can be set in mathematics. */
export function isKnownCommand(bare: string): boolean {
  return COMMANDS.includes(bare);
}

export function explainTextMode(command: string, offset: number): FormulaFault {
  return {
    offset,
    code: 'formula-text-mode',
    message: `\`${command}\` belongs to mathematics, and this place is text.`,
    fix: `End the \`\\text{…}\` before it, or write \`$${command}$\` inside the text.`,
  };
}

export function explainUnknownCharacter(character: string, offset: number): FormulaFault {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (/^\s$/u.test(character)) {
    return {
      offset,
      code: 'unknown-symbol',
      message: `The formula holds a special space (${name}).`,
      fix: 'Replace it with an ordinary space; space that is to be seen is `~` or `\\,`.',
    };
  }
  const instead = Object.hasOwn(CHARACTERS, character) ? CHARACTERS[character] : undefined;
  return {
    offset,
    code: 'unknown-symbol',
    message: `The mathematics fonts have no \`${character}\` (${name}).`,
    fix:
      instead !== undefined
        ? `Write \`${instead}\`.`
        : 'Write the LaTeX command for it, or put it into the sentence outside the formula.',
  };
}

export function explainTextCharacter(character: string, offset: number): FormulaFault {
  return {
    offset,
    code: 'text-in-formula',
    message: `\`${character}\` is a letter of text, and it stands among mathematics.`,
    fix: `Put the words around it into \`\\text{…}\`, as in \`\\text{${character}}\`.`,
  };
}

export function environmentFix(name: string): string {
  if (name.startsWith('eqnarray')) return 'Write `aligned`, with `&=` where it has `&=&`.';
  const near = nearest(name, ENVIRONMENTS);
  return near !== undefined
    ? `Write \`${near}\`, if that is what you mean.`
    : 'Write one of `aligned`, `cases`, `array`, `pmatrix`, `bmatrix`.';
}

/** Bounds a piece of the writer's own text for a message. */
export function clip(text: string, length = 40): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
export function tooLong(length: number): FormulaFault {
  return {
    offset: FORMULA_BOUNDS.source,
    code: 'formula-too-long',
    message: `The formula has ${length} characters, more than ${FORMULA_BOUNDS.source}.`,
    fix: 'Divide it into several formulas, or check that the dollars before and after it pair up.',
  };
}

export function tooDeep(offset: number): FormulaFault {
  return {
    offset,
    code: 'formula-too-deep',
    message: 'The formula is nested too deeply.',
    fix: `Keep braces, environments and \`\\left\` … \`\\right\` at most ${FORMULA_BOUNDS.depth} deep, and give parts of it names.`,
  };
}

export function tooLarge(): FormulaFault {
  return {
    offset: 0,
    code: 'formula-too-large',
    message: 'The formula is too large to set.',
    fix: 'Divide it into several formulas.',
  };
}

export function numbersItself(begin: string, offset: number): FormulaFault {
  const name = environmentName(begin);
  return {
    offset,
    code: 'formula-environment',
    message: `\`${name}\` would number its lines by itself.`,
    fix: `Write \`${name}*\`; a number comes from \`\\label{name}\`.`,
  };
}

export function onlyDefinitions(): FormulaFault {
  return {
    offset: 0,
    code: 'formula-empty',
    message: 'The formula holds nothing but definitions, and they end with it.',
    fix: 'Take it out, and write out in each formula what was defined.',
  };
}

/** @param command the command that Temml does not know, where that is the fault */
export function explainMathml(command: string | undefined, offset: number): FormulaFault {
  return {
    offset,
    code: 'formula-mathml',
    message: `${command ? `\`${command}\`` : 'This formula'} cannot be set in MathML, which feeds and screen readers need.`,
    fix: 'Write it with more usual commands.',
  };
}

export function untrusted(command: string, offset: number): FormulaFault {
  const link = command === '\\href' || command === '\\url';
  return {
    offset,
    code: 'untrusted-command',
    message: `\`${command}\` is not taken in formulas.`,
    fix: link
      ? 'Put the link into the sentence, outside the formula: `[words](https://…)`.'
      : command === '\\includegraphics'
        ? 'Show the picture with `<Figure>`, outside the formula.'
        : command.endsWith('char')
          ? 'Write the character itself, or its command.'
          : 'Take it out and keep what it was applied to.',
  };
}
