import type { Fault, Made } from './fault.ts';
import { judgeReferences } from './svg-references.ts';
import {
  ATTRIBUTES,
  DROPPED_ATTRIBUTES,
  DROPPED_ELEMENTS,
  ELEMENTS,
  PROPERTIES,
  REFERRING,
} from './svg-rules.ts';
import { parseSvg, SVG, type SvgAttribute, type SvgElement } from './svg-tree.ts';
import { clip, readLength, readStyle, valueFault } from './svg-values.ts';

const XLINK = 'http://www.w3.org/1999/xlink';
const XHTML = 'http://www.w3.org/1999/xhtml';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** Larger than any screen, and small enough for every program that draws it. */
const MOST_SIDE = 10_000;
const MOST_PROBLEMS = 20;

/** An element that passed: only allowed names, values that stay inside. */
export type CleanElement = {
  name: string;
  attributes: Map<string, string>;
  children: (CleanElement | string)[];
};

/**
 * Checks an SVG file against the allow-list and writes it anew, so that what is published is what
 * was checked. Facts about the file and a drawing program's own notes are left out.
 */
export function cleanSvg(source: Uint8Array, shown: string): Made {
  const parsed = parseSvg(source, shown);
  if (parsed.root === undefined) return { problems: parsed.problems };
  const cleaner = new Cleaner(shown);
  const root = cleaner.clean(parsed.root);
  const size = readSize(root, shown);
  const found = [...cleaner.problems.values(), ...judgeReferences(root, shown)];
  if ('code' in size) found.push(size);
  // What an entity stands for is not known, so nothing is said of a value that holds one.
  const isOfEntity = ({ message }: Fault) =>
    parsed.problems.length > 0 && /&[\w.-]+;/.test(message);
  const problems = [...parsed.problems, ...found.filter((one) => !isOfEntity(one))];
  if (problems.length > 0 || 'code' in size) return { problems: problems.slice(0, MOST_PROBLEMS) };
  const { width, height } = size;
  const { attributes } = root;
  // Without it a picture is cut off, not scaled, where it is shown smaller.
  if (!attributes.has('viewBox')) attributes.set('viewBox', `0 0 ${width} ${height}`);
  attributes.set('width', String(width));
  attributes.set('height', String(height));
  const text = `${serialise({ ...root, attributes: new Map([['xmlns', SVG], ...attributes]) })}\n`;
  return { made: { bytes: new TextEncoder().encode(text), width, height }, problems: [] };
}

class Cleaner {
  /** By message: the same thing a hundred times is one problem. */
  readonly problems = new Map<string, Fault>();
  readonly #shown: string;

  constructor(shown: string) {
    this.#shown = shown;
  }

  clean(element: SvgElement): CleanElement {
    const clean: CleanElement = {
      name: element.name ?? '',
      attributes: this.#cleanAttributes(element),
      children: [],
    };
    for (const child of element.children) {
      if (typeof child === 'string') clean.children.push(child);
      else if (child.name === 'style') this.#takeStyle(child, clean);
      else if (this.#takes(child)) clean.children.push(this.clean(child));
    }
    return clean;
  }

  /** Whether an element is kept; one that is refused, and not only left out, is a problem. */
  #takes({ name, namespace, written, line }: SvgElement): boolean {
    if (name !== undefined && ELEMENTS.has(name)) return true;
    if (name !== undefined && DROPPED_ELEMENTS.has(name)) return false;
    // What a drawing program keeps for itself draws nothing.
    if (name === undefined && namespace !== '' && namespace !== XHTML) return false;
    const [code, what, fix] = REFUSED.get(name ?? written.toLowerCase()) ?? [
      'svg-element',
      'which is not taken',
      'Draw it with shapes and text, or save the picture as png.',
    ];
    this.#report(code, `has \`<${clip(written)}>\` in line ${line}, ${what}`, fix);
    return false;
  }

  #cleanAttributes(element: SvgElement): Map<string, string> {
    const kept = new Map<string, string>();
    let style = '';
    for (const attribute of element.attributes) {
      const { name, namespace, value } = attribute;
      if (namespace === XMLNS || (namespace !== '' && namespace !== XLINK && namespace !== XML)) {
        continue;
      }
      if (name === 'style' && namespace === '') style = value;
      else if (name === 'href') this.#takeReference(element, attribute, kept);
      else if (namespace === XLINK || DROPPED_ATTRIBUTES.test(name)) continue;
      else this.#takeAttribute(name, value, kept);
    }
    const [declared, problems] = readStyle(style, this.#shown);
    for (const problem of problems) this.problems.set(problem.message, problem);
    // A style outweighs the attribute of the same name.
    for (const [name, value] of declared) this.#takeAttribute(name, value, kept);
    return kept;
  }

  #takeAttribute(name: string, value: string, kept: Map<string, string>): void {
    if (/^on/i.test(name)) {
      const fix = 'Delete the attribute: a picture runs nothing.';
      this.#report('svg-script', `has the event handler \`${clip(name)}\``, fix);
    } else if (name === 'filter' && value === 'none') {
      return;
    } else if (!ATTRIBUTES.has(name) && !PROPERTIES.has(name)) {
      const fix = 'Delete it, or save the picture as png where it changes how it looks.';
      this.#report('svg-attribute', `has the attribute \`${clip(name)}\`, which is not taken`, fix);
    } else if (name === 'id' && !/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(value)) {
      const fix = 'Begin it with a letter, and use letters, digits, `-`, `_`.';
      this.#report('svg-id', `has the id \`${clip(value)}\``, fix);
    } else {
      const isText = name.startsWith('aria-') || name === 'role';
      const problem = isText ? undefined : valueFault(name, value, this.#shown);
      if (problem === undefined) kept.set(name, value);
      else this.problems.set(problem.message, problem);
    }
  }

  #takeReference(element: SvgElement, { value }: SvgAttribute, kept: Map<string, string>): void {
    const target = value.trim();
    if (!REFERRING.has(element.name ?? '')) {
      const fix = 'Delete it: a picture leads nowhere and loads nothing.';
      this.#report('svg-outside-reference', `has \`href\` on \`<${element.written}>\``, fix);
    } else if (/^#[^"'()\s\\]+$/.test(target)) {
      kept.set('href', target);
    } else {
      const fix = 'Put what it shows into the picture and refer to it by `href="#its-id"`.';
      this.#report('svg-outside-reference', `refers to \`${clip(value)}\` outside itself`, fix);
    }
  }

  /** One rule for everything, as Matplotlib writes it, says what the outer element can say. */
  #takeStyle(element: SvgElement, parent: CleanElement): void {
    const css = element.children.filter((child) => typeof child === 'string').join('');
    const [, declarations] = /^\s*\*\s*\{([^{}]*)\}\s*$/.exec(css) ?? [];
    if (
      declarations === undefined ||
      !/^(?:[\s;]|stroke-line(?:join|cap)\s*:\s*[a-z]+)*$/.test(declarations)
    ) {
      const fix =
        'Write the properties as attributes of the shapes (Inkscape: save as plain SVG; svgo: inlineStyles), or save the picture as png.';
      this.#report('svg-style', `has a \`<style>\` in line ${element.line}`, fix);
      return;
    }
    const [declared] = readStyle(declarations, this.#shown);
    for (const [name, value] of declared) {
      if (!parent.attributes.has(name)) parent.attributes.set(name, value);
    }
  }

  #report(code: string, what: string, fix: string): void {
    const message = `\`${this.#shown}\` ${what}.`;
    this.problems.set(message, { code, message, fix });
  }
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const MOTION = ['svg-animation', 'which moves', 'Delete it: a picture stands still.'] as const;

/** Elements that are refused with a reason of their own. */
const REFUSED = new Map<string, readonly [code: string, what: string, fix: string]>([
  ['a', ['svg-link', 'which is a link', 'Delete the link and keep what is in it.']],
  ...['animate', 'animateColor', 'animateMotion', 'animateTransform', 'set'].map(
    (name) => [name, MOTION] as const,
  ),
  [
    'foreignObject',
    [
      'svg-foreign-object',
      'which holds what is no picture',
      'Write the text with `<text>` (draw.io: turn off "Formatted text"), or save the picture as png.',
    ],
  ],
  [
    'image',
    ['svg-image', 'a picture inside the picture', 'Draw it, or save the whole picture as png.'],
  ],
  ['script', ['svg-script', 'which runs', 'Delete it: a picture runs nothing.']],
]);

function readSize(root: CleanElement, shown: string): { width: number; height: number } | Fault {
  const { attributes } = root;
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , boxWidth = NaN, boxHeight = NaN] = box;
  const isBox = box.length === 4 && box.every(Number.isFinite) && boxWidth > 0 && boxHeight > 0;
  if (attributes.has('viewBox') && !isBox) {
    return {
      code: 'svg-size',
      message: `\`${shown}\` has \`viewBox="${clip(attributes.get('viewBox') ?? '')}"\`, which are not four numbers of a box.`,
      fix: 'Write left, top, width and height: `viewBox="0 0 640 400"`.',
    };
  }
  const width = readLength(attributes.get('width')) ?? boxWidth;
  const height = readLength(attributes.get('height')) ?? boxHeight;
  if (!(width > 0 && height > 0)) {
    return {
      code: 'svg-size',
      message: `\`${shown}\` does not say how large it is.`,
      fix: 'Add `viewBox="0 0 640 400"` to its `<svg>`, with its own width and height.',
    };
  }
  if (Math.max(width, height) > MOST_SIDE) {
    return {
      code: 'svg-size',
      message: `\`${shown}\` is ${Math.round(width)} by ${Math.round(height)} pixels large.`,
      fix: `Make no side longer than ${MOST_SIDE}: the viewBox keeps its numbers, width and height are given smaller.`,
    };
  }
  return { width: round(width), height: round(height) };
}

function round(length: number): number {
  return Math.max(1, Math.round(length));
}

function serialise(element: CleanElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escape(value)}"`);
  const tag = `<${element.name}${attributes.join('')}`;
  if (element.children.length === 0) return `${tag}/>`;
  const children = element.children.map((child) =>
    typeof child === 'string' ? escape(child) : serialise(child),
  );
  return `${tag}>${children.join('')}</${element.name}>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
