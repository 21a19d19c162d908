import type { Edition } from '../digest/edition.ts';
import { fields, type Rule } from '../rules/index.ts';
import { text } from '../text.ts';
import type { Page } from './page.ts';

/** The catalogue of problems. `title` and `why` may hold `code`. */
export type ErrorsView = { page: Page; fields: { id: string; title: string; rules: RuleView[] }[] };

export type RuleView = {
  /** Its anchor. */
  code: string;
  /** `error`, or what a warning does. */
  severity: string;
  title: string;
  why: string;
  examples: { label: string; parts: ExamplePart[] }[];
};

/** A piece of an example: what stands in a file, or words where it cannot be shown. */
export type ExamplePart = { file?: string; source: string } | { words: string };

export function buildErrors({ routes }: Edition): ErrorsView {
  const { title, intro } = text.errors;
  const description = intro.replaceAll('`', '');
  return {
    page: { title, description, path: routes.contributeErrors() },
    fields: fields.map(({ id, title, rules }) => ({ id, title, rules: rules.map(buildRule) })),
  };
}

/** Where an example stands that is not in a summary. */
const FILES: Partial<Record<Rule['in'], string>> = {
  issue: 'issues/2026-03/index.mdx',
  site: 'site.yaml',
  person: 'people/ada-lovelace.yaml',
  tags: 'tags.yaml',
  csv: 'results.csv',
};

function buildRule(rule: Rule): RuleView {
  const { code, title, why, severity = 'error' } = rule;
  const examples = (['wrong', 'right'] as const).map((which) => ({
    label: text.errors[which],
    parts: buildParts(rule, which),
  }));
  return { code, severity: text.errors.severity[severity], title, why, examples };
}

function buildParts(rule: Rule, which: 'wrong' | 'right'): ExamplePart[] {
  if (rule.in === 'words') return [{ words: rule[which] }];
  if (rule.in !== 'files') {
    const file = FILES[rule.in];
    return [{ ...(file && { file }), source: rule[which] }];
  }
  return Object.entries(rule[which]).map(([file, source]) => ({ file, source: source.trimEnd() }));
}
