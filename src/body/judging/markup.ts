import { components, findComponent, type ComponentRule } from '../components/index.ts';
import { ELEMENTS, ELEMENT_FIXES, OPAQUE_ELEMENTS, type ElementRule } from './elements.ts';
import { nearest } from '../nearest.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/** What a name stands for, or undefined when it is refused. */
export type Markup =
  | { kind: 'component'; rule: ComponentRule; place: 'inline' | 'block' }
  | { kind: 'element'; rule: ElementRule; place: 'inline' | 'block' };

export function findMarkup(name: string | null | undefined): Markup | undefined {
  if (typeof name !== 'string') return undefined;
  const rule = findComponent(name);
  if (rule) return { kind: 'component', rule, place: rule.inline ? 'inline' : 'block' };
  if (Object.hasOwn(ELEMENTS, name)) {
    const rule = ELEMENTS[name]!;
    return { kind: 'element', rule, place: rule.place };
  }
  return undefined;
}

/** Tells an element that is refused by its name. @returns what of its content stays */
export function refuseElement(node: SyntaxNode, report: Report): SyntaxNode[] {
  const { start, end } = node.position;
  report.add({ offset: start.offset, ...explain(node.name ?? '') });
  if (!OPAQUE_ELEMENTS.has((node.name ?? '').toLowerCase())) {
    for (const child of node.children ?? []) child.unwrapped = true;
    return node.children ?? [];
  }
  report.silence(start.offset, end.offset);
  return [];
}

function explain(name: string): { code: string; message: string; fix: string } {
  const shown = `\`<${excerpt(name)}>\``;
  if (name === '') {
    return {
      code: 'forbidden-element',
      message: '`<>` is a fragment of code, which a summary does not hold.',
      fix: 'Delete `<>` and `</>`.',
    };
  }
  if (/[.:]/.test(name)) {
    return {
      code: 'forbidden-element',
      message: `${shown} names a part of a program, which a summary does not hold.`,
      fix: `Use one of ${list(Object.keys(components))}.`,
    };
  }
  const plain = name.toLowerCase();
  if (Object.hasOwn(ELEMENTS, plain)) {
    return {
      code: 'forbidden-element',
      message: `The element ${shown} is written in small letters.`,
      fix: `Write \`<${plain}>\`.`,
    };
  }
  if (/^\p{Lu}/u.test(name)) {
    return {
      code: 'unknown-component',
      message: `There is no component ${shown}.`,
      fix:
        suggestName(name, Object.keys(components)) ??
        `Use one of ${list(Object.keys(components))}; code goes between backticks, and a less-than sign is \`&lt;\`.`,
    };
  }
  const known = [...Object.keys(components), ...Object.keys(ELEMENTS)];
  const fix = Object.hasOwn(ELEMENT_FIXES, plain) ? ELEMENT_FIXES[plain] : suggestName(name, known);
  return {
    code: 'forbidden-element',
    message: `The element ${shown} is not taken in a summary.`,
    fix:
      fix ??
      'Leave it out and use Markdown; code goes between backticks, and a less-than sign is `&lt;`.',
  };
}

function suggestName(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  return near === undefined ? undefined : `Did you mean \`<${near}>\`?`;
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`<${name}>\``).join(', ');
}
