import type { Fault } from './fault.ts';
import { DROPPED_PROPERTIES, FUNCTIONS, PROPERTIES } from './svg-rules.ts';

/** `font: italic 600 10px "Name"`, as plotting programs write it. */
const FONT =
  /^(?:(italic|oblique|normal) )?(?:(bold|normal|[1-9]00) )?([\d.]+(?:px|pt)?)(?:\/\S+)? (.+)$/;

/**
 * The declarations of a `style` attribute as attributes, which say the same and hold nothing else.
 * Comments and `!important` go. A property that is not known is a problem.
 */
export function readStyle(style: string, shown: string): [Map<string, string>, Fault[]] {
  const attributes = new Map<string, string>();
  const problems: Fault[] = [];
  for (const declaration of style.replace(/\/\*.*?(?:\*\/|$)/gs, '').split(';')) {
    const [name = '', ...rest] = declaration.split(':');
    const property = name.trim().toLowerCase();
    const value = rest
      .join(':')
      .replace(/!\s*important\s*$/i, '')
      .trim();
    const font = property === 'font' ? FONT.exec(value) : null;
    if (property === '' || value === '' || DROPPED_PROPERTIES.test(property)) continue;
    if (font !== null) {
      if (font[1] !== undefined) attributes.set('font-style', font[1]);
      if (font[2] !== undefined) attributes.set('font-weight', font[2]);
      attributes.set('font-size', font[3] ?? '');
      attributes.set('font-family', font[4] ?? '');
    } else if (property === 'marker') {
      for (const place of ['start', 'mid', 'end']) attributes.set(`marker-${place}`, value);
    } else if (PROPERTIES.has(property)) {
      attributes.set(property, value);
    } else if (value !== 'none' && value !== 'normal') {
      problems.push({
        code: 'svg-style',
        message: `\`${shown}\` uses the style property \`${clip(property)}\`, which is not taken.`,
        fix: 'Draw it without this property, or save the picture as png.',
      });
    }
  }
  return [attributes, problems];
}

/**
 * What is wrong with a value: a call that could load something, or a way to hide one. Presentation
 * attributes are read as CSS, so escapes and comments count. `undefined` where all is well.
 */
export function valueFault(name: string, value: string, shown: string): Fault | undefined {
  const place = `\`${clip(name)}="${clip(value)}"\``;
  for (const { index } of value.matchAll(/\(/g)) {
    // A bounded look back: the name of no function that is known is longer.
    const called = /[\w-]*$/.exec(value.slice(Math.max(0, index - 40), index).trimEnd())?.[0] ?? '';
    if (!FUNCTIONS.has(called) && called !== '') {
      return {
        code: 'svg-value',
        message: `\`${shown}\` has ${place}, and \`${clip(called)}()\` is not taken.`,
        fix: 'Write a plain colour or number, or save the picture as png.',
      };
    }
  }
  if (/\\|\/\*|@/.test(value)) {
    return {
      code: 'svg-value',
      message: `\`${shown}\` has ${place}, with a sign that could hide something.`,
      fix: 'Write the value without `\\`, `/*` and `@`.',
    };
  }
  // Every `url(` must be a whole one that stays inside.
  const outside = value.replace(/url\(\s*(["']?)#[^"'()\s\\]+\1\s*\)/g, '');
  if (!/url\s*\(/i.test(outside)) return undefined;
  return {
    code: 'svg-outside-reference',
    message: `\`${shown}\` loads something from outside: ${place}.`,
    fix: 'Put what it shows into the picture and refer to it by `url(#its-id)`.',
  };
}

/** The ids that a value refers to by `url(#…)`. */
export function referencesIn(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"'()\s\\]+)/g)].map(([, id = '']) => id);
}

/** Characters of a number with its unit. */
const MOST_LENGTH = 60;

/** A length in pixels; nothing for a percentage, or what is no length. */
export function readLength(text: string | undefined): number | undefined {
  if (text === undefined || text.length > MOST_LENGTH) return undefined;
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)(px|pt|pc|mm|cm|in)?\s*$/i.exec(text);
  if (match === null) return undefined;
  const scale = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
  return Number(match[1]) * scale[(match[2]?.toLowerCase() ?? 'px') as keyof typeof scale];
}

/** A writer's own text, short and on one line. */
export function clip(text: string): string {
  const line = text.replace(/[\p{C}`\s]+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
