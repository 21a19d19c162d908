import type { Fault } from '../judging/report.ts';
import { excerpt } from '../judging/report.ts';
import type { Segment } from '../parsing/syntax-tree.ts';

/** TeX, with the offset in the source of each of its characters. */
export type Tex = { text: string; offsets: number[] };

/** A `\ref` or `\eqref`, in prose or in a formula. */
export type LabelUse = { command: string; name: string; offset: number };

type Edit = { start: number; end: number; text: string };

/** A formula whose commands for labels and numbers are found, but not yet taken out. */
export type Equation = {
  tex: Tex;
  edits: Edit[];
  uses: (LabelUse & { start: number; end: number })[];
  label?: { name: string; offset: number };
  tag?: string;
  faults: Fault[];
  /** The environments that the writer wrote, by those that are set instead. */
  environments: Map<string, string>;
};

const LABEL = /^(?:eq:)?[a-z0-9][a-z0-9-]*$/;
const MAX_LABEL = 60;
const MAX_TAG = 20;

/** Environments that number their rows by themselves, and what sets the same without numbers. */
const UNNUMBERED: Record<string, string> = {
  align: 'align*',
  alignat: 'alignat*',
  equation: 'equation*',
  flalign: 'align*',
  'flalign*': 'align*',
  gather: 'gather*',
  multline: 'gather*',
  'multline*': 'gather*',
};

export function joinSegments(segments: readonly Segment[]): Tex {
  const offsets: number[] = [];
  let text = '';
  for (const [index, { value, offset }] of segments.entries()) {
    if (index > 0) {
      offsets.push((offsets.at(-1) ?? offset) + 1);
      text += '\n';
    }
    for (let at = 0; at < value.length; at += 1) offsets.push(offset + at);
    text += value;
  }
  return { text, offsets };
}

/** Finds `\label`, `\tag`, references and numbering environments of one formula. */
export function readEquation(tex: Tex, display: boolean): Equation {
  const equation: Equation = { tex, edits: [], uses: [], faults: [], environments: new Map() };
  // A comment of TeX hides what follows on its line; `\\%` is a line break and a comment.
  const commands = /%[^\n]*|\\(?:([A-Za-z]+)(\*?)|[^A-Za-z])/gs;
  for (const match of tex.text.matchAll(commands)) {
    const [written, command, star] = match;
    if (command === undefined) continue;
    const start = match.index;
    const end = start + written.length;
    if (command === 'label' || command === 'tag')
      readNumber(equation, command, star ?? '', start, end, display);
    else if (command === 'ref' || command === 'eqref') {
      const argument = readArgument(tex.text, start + command.length + 1);
      if (argument) {
        const use = { command, name: argument.value.trim(), offset: tex.offsets[start] ?? 0 };
        equation.uses.push({ ...use, start, end: argument.end });
      }
    } else if (command === 'notag' || command === 'nonumber') {
      equation.edits.push({ start, end: start + command.length + 1, text: '' });
    } else if (command === 'begin' || command === 'end') {
      const argument = readArgument(tex.text, start + command.length + 1);
      const name = argument?.value ?? '';
      if (argument && display && Object.hasOwn(UNNUMBERED, name)) {
        equation.environments.set(UNNUMBERED[name]!, name);
        equation.edits.push({
          start,
          end: argument.end,
          text: `\\${command}{${UNNUMBERED[name]}}`,
        });
      }
    }
  }
  return equation;
}

/** What is told of the formula that is set, with the names of environments that the writer wrote. */
export function nameAsWritten(told: string, { environments, tex }: Equation): string {
  let result = told;
  for (const [set, written] of environments) {
    // Where both stand in the formula, nobody knows which is meant.
    if (tex.text.includes(`{${set}}`)) continue;
    result = result
      .replaceAll(`{${set}}`, `{${written}}`)
      .replaceAll(`\`${set}\``, `\`${written}\``);
  }
  return result;
}

function readNumber(
  equation: Equation,
  command: 'label' | 'tag',
  star: string,
  start: number,
  end: number,
  display: boolean,
): void {
  const { tex, edits, faults } = equation;
  const offset = tex.offsets[start] ?? 0;
  const fault = (code: string, message: string, fix: string) =>
    void faults.push({ offset, code, message, fix });
  const argument = readArgument(tex.text, end);
  const written = `\\${command}${star}`;
  edits.push({ start, end: argument?.end ?? end, text: '' });
  if (!argument) {
    fault('bad-label', `\`${written}\` has no braces behind it.`, `Write \`\\${command}{name}\`.`);
    return;
  }
  const value = argument.value.trim();
  if (!display) {
    fault(
      'label-in-sentence',
      `\`${written}{${excerpt(value)}}\` stands in a formula within a sentence, which has no number.`,
      'Delete it, or set the formula between lines of `$$`.',
    );
  } else if (command === 'label') {
    if (equation.label) {
      fault(
        'second-label',
        `The formula has a second label, \`${excerpt(value)}\`.`,
        'Keep one label, or divide the formula into several with `$$` around each.',
      );
    } else if (!LABEL.test(value) || value.length > MAX_LABEL) {
      fault(
        'bad-label',
        `The label \`${excerpt(value)}\` is not made of small letters, digits and hyphens.`,
        `Write it as \`\\label{${suggestLabel(value)}}\`.`,
      );
    } else equation.label = { name: value.replace(/^eq:/, ''), offset };
  } else if (equation.tag !== undefined) {
    fault('second-tag', `The formula has a second \`\\tag\`.`, 'Keep one.');
  } else if (star !== '') {
    fault(
      'bad-tag',
      '`\\tag*` is not known here.',
      `Write \`\\tag{${excerpt(value)}}\`; the number stands in parentheses.`,
    );
  } else if (value === '' || value.length > MAX_TAG || /[\\${}^_&#%~]/.test(value)) {
    fault(
      'bad-tag',
      `The tag \`${excerpt(value)}\` is not plain text of 1 to ${MAX_TAG} characters.`,
      'Write letters, digits or signs such as `\\tag{3a}`, without a formula.',
    );
  } else equation.tag = value;
}

export function suggestLabel(value: string): string {
  const name = value
    .replace(/^eqn?[:.]/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, MAX_LABEL);
  return name || 'name';
}

function readArgument(text: string, from: number): { value: string; end: number } | undefined {
  let index = from;
  while (/\s/.test(text[index] ?? '')) index += 1;
  if (text[index] !== '{') return undefined;
  const start = index + 1;
  let depth = 0;
  // An argument of these commands is a name or a few words.
  for (; index < Math.min(text.length, from + 500); index += 1) {
    if (text[index] === '\\') index += 1;
    else if (text[index] === '{') depth += 1;
    else if (text[index] === '}') {
      depth -= 1;
      if (depth === 0) return { value: text.slice(start, index), end: index + 1 };
    }
  }
  return undefined;
}

/** Takes the line ending too where a line holds nothing but what is taken out: an empty line may not stand in a formula. */
function widen(edit: Edit, text: string): Edit {
  const before = /\n[ \t]*$/.exec(text.slice(0, edit.start));
  const after = /^[ \t]*(?=\n|$)/.exec(text.slice(edit.end));
  if (edit.text !== '' || !before || !after) return edit;
  return { start: before.index, end: edit.end + after[0].length, text: '' };
}

/**
 * The formula that is set: labels and tags taken out, references replaced by their numbers.
 *
 * @param number the number of what a reference names, or undefined when there is none
 */
export function writeEquation(
  equation: Equation,
  number: (use: LabelUse) => string | undefined,
): Tex {
  const uses = equation.uses.map((use): Edit => {
    const found = number(use) ?? '??';
    return {
      start: use.start,
      end: use.end,
      text: `\\text{${use.command === 'eqref' ? `(${found})` : found}}`,
    };
  });
  const edits = [...equation.edits.map((edit) => widen(edit, equation.tex.text)), ...uses].sort(
    (a, b) => a.start - b.start,
  );
  let text = '';
  const offsets: number[] = [];
  let from = 0;
  const copy = (to: number) => {
    text += equation.tex.text.slice(from, to);
    for (let index = from; index < to; index += 1) offsets.push(equation.tex.offsets[index] ?? 0);
  };
  for (const edit of edits) {
    if (edit.start < from) continue;
    copy(edit.start);
    text += edit.text;
    const at = equation.tex.offsets[edit.start] ?? 0;
    offsets.push(...Array.from({ length: edit.text.length }, () => at));
    from = edit.end;
  }
  copy(equation.tex.text.length);
  const lead = text.length - text.trimStart().length;
  const length = text.trim().length;
  return { text: text.trim(), offsets: offsets.slice(lead, lead + length) };
}
