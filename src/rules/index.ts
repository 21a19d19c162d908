import { mdx } from './mdx.ts';
import type { Field, Rule } from './rule.ts';

/** Every rule there is, by what it looks at, in the order of the page that lists them. */
export const fields: readonly Field[] = [mdx];

export const rules: readonly Rule[] = fields.flatMap((field) => field.rules);

export function ruleOf(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code);
}
