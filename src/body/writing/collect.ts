import { buildHeadingIds, plainText } from '../judging/anchors.ts';
import { readAttributes, type Attribute, type ReadAttributes } from '../judging/attributes.ts';
import {
  joinSegments,
  readEquation,
  suggestLabel,
  type Equation,
  type LabelUse,
} from './equations.ts';
import { writeReferences } from '../judging/latex-in-prose.ts';
import type { ComponentRule } from '../components/index.ts';
import { findMarkup } from '../judging/markup.ts';
import { nearest } from '../nearest.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Fault, type Report } from '../judging/report.ts';
import type { Writer } from './writer.ts';

/** What a label names. */
export type Target = {
  kind: 'equation' | 'figure' | 'table';
  id: string;
  number: string;
  /** Of what gives the label. */
  offset: number;
};

/** All that must be known of a body before any of its nodes is written. */
export type Collected = {
  source: string;
  headings: Map<SyntaxNode, { id: string; text: string }>;
  equations: Map<SyntaxNode, { equation: Equation; id?: string; number?: string }>;
  components: Map<SyntaxNode, { attributes: ReadAttributes; id?: string; number?: number }>;
  /** By the label as it is referred to: `update`, `fig:memory`. */
  targets: Map<string, Target>;
  /** Labels that something refers to. */
  used: Set<string>;
  /** Labels that stand in what is refused as a whole: who refers to them is not to blame. */
  lostLabels: Set<string>;
  /** Link and picture definitions by identifier. */
  definitions: Map<string, SyntaxNode>;
};

const KINDS = { fig: 'figure', tab: 'table' } as const;

/** Walks the arranged tree once, in reading order, and counts, names and numbers what is in it. */
export function collect(root: SyntaxNode, source: string, report: Report): Collected {
  const collected: Collected = {
    source,
    headings: new Map(),
    equations: new Map(),
    components: new Map(),
    targets: new Map(),
    used: new Set(),
    lostLabels: findLostLabels(source, report),
    definitions: new Map(),
  };
  const headingId = buildHeadingIds();
  const counts = { equation: 0, fig: 0, tab: 0 };

  visit(root);
  return collected;

  function visit(node: SyntaxNode): void {
    if (node.type === 'heading') {
      const text = plainText(node).replace(/\s+/g, ' ').trim();
      collected.headings.set(node, { id: headingId(text), text });
    } else if (node.type === 'formula' || node.type === 'inlineFormula') visitFormula(node);
    else if (node.type === 'element') visitElement(node);
    else if (node.type === 'definition') {
      const identifier = node.identifier ?? '';
      if (!collected.definitions.has(identifier)) collected.definitions.set(identifier, node);
    }
    for (const child of node.children ?? []) visit(child);
  }

  function visitFormula(node: SyntaxNode): void {
    const equation = readEquation(joinSegments(node.segments ?? []), node.type === 'formula');
    for (const fault of equation.faults) report.add(fault);
    const { label, tag } = equation;
    if (!label && tag === undefined) {
      collected.equations.set(node, { equation });
      return;
    }
    const number = tag ?? String((counts.equation += 1));
    const id = label && `eq-${label.name}`;
    collected.equations.set(node, { equation, number, ...(id !== undefined && { id }) });
    if (label && id !== undefined)
      define(label.name, { kind: 'equation', id, number, offset: label.offset });
  }

  function visitElement(node: SyntaxNode): void {
    const markup = findMarkup(node.name);
    if (markup?.kind !== 'component') return;
    const attributes = readAttributes(node, report);
    const prefix = markup.rule.label;
    if (!prefix) {
      collected.components.set(node, { attributes });
      return;
    }
    const number = (counts[prefix] += 1);
    const name = readLabel(attributes.literals, prefix, markup.rule, report);
    const id = name && `${prefix}-${name.value}`;
    const literals = attributes.literals.filter((attribute) => attribute.name !== 'label');
    collected.components.set(node, {
      attributes: { ...attributes, literals },
      number,
      ...(id && { id }),
    });
    if (name && id) {
      const { offset } = name;
      define(`${prefix}:${name.value}`, {
        kind: KINDS[prefix],
        id,
        number: String(number),
        offset,
      });
    }
  }

  function define(name: string, target: Target): void {
    if (!collected.targets.has(name)) {
      collected.targets.set(name, target);
      return;
    }
    report.add({
      offset: target.offset,
      code: 'duplicate-label',
      message: `The label \`${name}\` is used twice.`,
      fix: 'Give one of the two another name.',
    });
  }
}

function findLostLabels(source: string, report: Report): Set<string> {
  const labels = new Set<string>();
  const written = /\\label\s*\{(?:eq:)?([a-z0-9-]{1,60})\}|label\s*=\s*["']([a-z0-9:-]{1,64})["']/g;
  for (const match of source.matchAll(written)) {
    if (report.isSilent(match.index)) labels.add(match[1] ?? match[2] ?? '');
  }
  return labels;
}

function readLabel(
  attributes: readonly Attribute[],
  prefix: 'fig' | 'tab',
  rule: ComponentRule,
  report: Report,
): { value: string; offset: number } | undefined {
  const label = attributes.find((attribute) => attribute.name === 'label');
  if (!label) return undefined;
  const written = String(label.value);
  const match = /^(fig|tab):([a-z0-9][a-z0-9-]{0,59})$/.exec(written);
  if (match?.[1] === prefix) return { value: match[2]!, offset: label.offset };
  const name = suggestLabel(written.replace(/^[a-z]*:/i, ''));
  report.add({
    offset: label.offset,
    code: 'bad-label',
    message: `The label \`${excerpt(written)}\` of \`<${rule.name}>\` is not \`${prefix}:\` and small letters, digits, hyphens.`,
    fix: `Write it as \`label="${prefix}:${name}"\`.`,
  });
  return undefined;
}

/** Finds what a `\ref` or `\eqref` names; what names nothing is told. */
export function resolveUse(
  use: LabelUse,
  { collected, report, inline }: Writer,
): Target | undefined {
  const name = use.name.replace(/^eq:/, '');
  const target = collected.targets.get(name);
  collected.used.add(name);
  const written = `\\${use.command}{${excerpt(use.name)}}`;
  if (!target) {
    if (collected.lostLabels.has(name)) return undefined;
    report.add({
      offset: use.offset,
      ...(inline ? explainInline(written) : explainUndefined(use, name, written, collected)),
    });
  } else if (use.command === 'eqref' && target.kind !== 'equation') {
    report.add({
      offset: use.offset,
      code: 'wrong-reference',
      message: `\`${written}\` refers to a ${target.kind}, and \`\\eqref\` is for equations.`,
      fix: `Write \`\\ref{${name}}\`.`,
    });
  }
  return target;
}

function explainInline(written: string): Pick<Fault, 'code' | 'message' | 'fix'> {
  return {
    code: 'undefined-label',
    message: `\`${written}\` stands in a text of one line, where nothing has a number.`,
    fix: 'Say in words what is meant, or put the sentence into the body of the summary.',
  };
}

function explainUndefined(
  use: LabelUse,
  name: string,
  written: string,
  { targets }: Collected,
): Pick<Fault, 'code' | 'message' | 'fix'> {
  const several = writeReferences(use.command, use.name);
  if (several !== undefined) {
    return {
      code: 'undefined-label',
      message: `\`${written}\` names several labels, and each has a reference of its own.`,
      fix: `Write ${several}.`,
    };
  }
  const near = nearest(name, targets.keys());
  return {
    code: 'undefined-label',
    message: `\`${written}\` refers to a label that is defined nowhere in this text.`,
    fix: near ? `Did you mean \`\\${use.command}{${near}}\`?` : explainDefinition(name),
  };
}

function explainDefinition(name: string): string {
  const kind = /^(fig|tab):/.exec(name)?.[1];
  if (kind === undefined)
    return `Write \`\\label{${suggestLabel(name)}}\` in the formula that is meant.`;
  return `Write \`label="${kind}:${suggestLabel(name.slice(4))}"\` on the \`<${kind === 'fig' ? 'Figure' : 'Table'}>\` that is meant.`;
}
