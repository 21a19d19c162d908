import type { z } from 'zod';
import { GLOBAL_ATTRIBUTES, type AttributeRule, type ElementRule } from './elements.ts';
import { suggestion } from '../nearest.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Fault, type Report } from './report.ts';
import type { Segment, TagAttribute } from '../parsing/syntax-tree.ts';

export type Literal = string | number | boolean;

/** An attribute whose value is a literal. */
export type Attribute = {
  name: string;
  value: Literal;
  offset: number;
  /** Where the text of a quoted value stands; empty for `{…}` and for an attribute without a value. */
  segments: Segment[];
};

/** What a tag says: its literals, and the names of the attributes that were refused. */
export type ReadAttributes = { literals: Attribute[]; refused: Set<string> };

/** Reads the attributes of a tag; what is no literal, and names that are refused anywhere, is told and left out. */
export function readAttributes(node: SyntaxNode, report: Report): ReadAttributes {
  const tag = `<${node.name ?? ''}>`;
  const attributes = new Map<string, Attribute>();
  const refused = new Set<string>();
  for (const raw of node.attributes ?? []) {
    const offset = raw.position.start.offset;
    const name = raw.name ?? '';
    const fault =
      raw.type === 'mdxJsxExpressionAttribute' ? explainSpread(raw, tag) : explainName(name, tag);
    if (fault) {
      report.add({ offset, ...fault });
      refused.add(name);
      continue;
    }
    const value = readLiteral(raw.value);
    if (value === undefined) {
      refused.add(name);
      const written = typeof raw.value === 'object' ? (raw.value?.value ?? '') : '';
      report.add({
        offset,
        code: 'expression-attribute',
        message: `The value of \`${excerpt(name)}\` in \`${tag}\` is the expression \`{${excerpt(written)}}\`.`,
        fix: `Write a text in quotation marks, \`${excerpt(name)}="…"\`, a number such as \`{3}\`, or \`{true}\`.`,
      });
    } else if (attributes.has(name)) {
      report.add({
        offset,
        code: 'duplicate-attribute',
        message: `The attribute \`${excerpt(name)}\` stands twice in \`${tag}\`.`,
        fix: 'Keep one of them.',
      });
    } else attributes.set(name, { name, value, offset, segments: raw.segments ?? [] });
  }
  return { literals: [...attributes.values()], refused };
}

function readLiteral(value: TagAttribute['value']): Literal | undefined {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const written = value.value.trim();
  if (/^-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})$/.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  return /^(["'])((?:(?!\1)[^\\\r\n])*)\1$/.exec(written)?.[2];
}

function explainSpread(raw: TagAttribute, tag: string): Omit<Fault, 'offset'> {
  const written = typeof raw.value === 'string' ? raw.value : '';
  return {
    code: 'spread-attribute',
    message: `\`${tag}\` holds the expression \`{${excerpt(written)}}\` in place of an attribute.`,
    fix: 'Write each attribute by its name: `name="value"`.',
  };
}

function explainName(name: string, tag: string): Omit<Fault, 'offset'> | undefined {
  const shown = excerpt(name);
  if (/^on/i.test(name)) {
    return {
      code: 'event-handler',
      message: `\`${shown}\` in \`${tag}\` would run code, and a summary holds none.`,
      fix: `Delete \`${shown}\`.`,
    };
  }
  if (/^(?:style|class|className|id)$/i.test(name)) {
    return {
      code: 'style-attribute',
      message: `\`${shown}\` in \`${tag}\` is for the site to set.`,
      fix:
        name.toLowerCase() === 'id'
          ? 'Delete it; figures and tables are addressed by `label="fig:name"`, headings by their words.'
          : `Delete \`${shown}\`; the size of a figure is written \`size="small"\`.`,
    };
  }
  if (name.includes(':')) {
    return {
      code: 'directive',
      message: `\`${shown}\` in \`${tag}\` is an instruction to the site's program.`,
      fix: `Delete \`${shown}\`.`,
    };
  }
  return undefined;
}

/** The attributes of an inert element that are taken, as text; the others are told. */
export function judgeElementAttributes(
  node: SyntaxNode,
  rule: ElementRule,
  report: Report,
): Record<string, string> {
  const rules: Record<string, AttributeRule> = { ...GLOBAL_ATTRIBUTES, ...rule.attributes };
  const result: Record<string, string> = {};
  for (const { name, value, offset } of readAttributes(node, report).literals) {
    const known = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!known) {
      report.add({ offset, ...explainUnknown(name, `<${node.name ?? ''}>`, Object.keys(rules)) });
      continue;
    }
    const text = value === true ? '' : String(value);
    if (known.pattern.test(text)) result[name] = text;
    else report.add({ offset, ...explainValue(name, text, `<${node.name ?? ''}>`, known.takes) });
  }
  return result;
}

/** The attributes of a component by its schema; what the schema refuses is told at its place. */
export function judgeComponentAttributes(
  node: SyntaxNode,
  { literals, refused }: ReadAttributes,
  schema: z.ZodObject,
  report: Report,
): Record<string, Literal> {
  const tag = `<${node.name ?? ''}>`;
  const shape: Record<string, z.core.$ZodType> = schema.shape;
  const known = literals.filter(({ name, offset }) => {
    if (Object.hasOwn(shape, name)) return true;
    report.add({ offset, ...explainUnknown(name, tag, Object.keys(shape)) });
    return false;
  });
  const input = Object.fromEntries(known.map(({ name, value }) => [name, value]));
  const result = schema.safeParse(input);
  if (result.success) return result.data as Record<string, Literal>;
  const told = new Set<string>();
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '');
    if (told.has(name)) continue;
    told.add(name);
    const attribute = known.find((one) => one.name === name);
    const description = describe(shape[name]);
    if (attribute)
      report.add({ offset: attribute.offset, ...explainIssue(issue, attribute, tag, description) });
    else if (!refused.has(name)) {
      report.add({
        offset: node.position.start.offset,
        code: 'missing-attribute',
        message: `\`${tag}\` has no \`${name}\`.`,
        fix: explainField(name, description),
      });
    }
  }
  return input;
}

function explainIssue(
  issue: z.core.$ZodIssue,
  { name, value }: Attribute,
  tag: string,
  description: string,
): Omit<Fault, 'offset'> {
  const values = issue.code === 'invalid_value' ? issue.values.map(String) : undefined;
  const takes = values?.map((one) => `\`${one}\``).join(', ');
  const fault = explainValue(name, String(value), tag, takes ?? '');
  if (values) {
    const near = suggestion(String(value), values);
    return { ...fault, fix: `${near ? `${near} ` : ''}Write one of ${takes}.` };
  }
  // A schema's own sentence is the best there is; Zod's default ones are for programmers.
  const own = /^(?:Invalid|Too (?:small|big)|Unrecognized)\b/.test(issue.message)
    ? ''
    : issue.message;
  return { ...fault, fix: own || explainField(name, description) };
}

function explainField(name: string, description: string): string {
  return `Write \`${name}="…"\`${description === '' ? '.' : `: ${description}`}`;
}

function explainUnknown(
  name: string,
  tag: string,
  known: readonly string[],
): Omit<Fault, 'offset'> {
  const list = known.map((one) => `\`${one}\``).join(', ');
  const near = suggestion(name, known);
  return {
    code: 'unknown-attribute',
    message: `\`${tag}\` has no attribute \`${excerpt(name)}\`.`,
    fix: near ?? (list === '' ? 'Delete it.' : `Delete it; \`${tag}\` takes ${list}.`),
  };
}

function explainValue(
  name: string,
  value: string,
  tag: string,
  takes: string,
): Omit<Fault, 'offset'> {
  return {
    code: 'bad-attribute',
    message: `\`${name}="${excerpt(value)}"\` in \`${tag}\` is not taken.`,
    fix: `Write ${takes}.`,
  };
}

/** The schema's own documentation of a field as a sentence, or the empty string. */
function describe(schema: z.core.$ZodType | undefined): string {
  const text = (schema as { description?: string } | undefined)?.description?.trim() ?? '';
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
