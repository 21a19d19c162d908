import { z } from 'zod';
import { rule, type Fault } from './rule.ts';

export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const slugLength = 80;

/**
 * Words that stand, or may come to stand, under `/papers/`, `/issues/`, `/authors/` and `/tags/`
 * beside the slugs, and names that Windows keeps for devices.
 */
export const reservedSlugs: readonly string[] = [
  ...['all', 'archive', 'feed', 'feeds', 'index', 'new', 'page', 'pages', 'search', 'year'],
  // Anchors of the page of an issue, on which a slug is one too.
  ...['contents', 'main'],
  ...['aux', 'con', 'nul', 'prn'],
  ...Array.from({ length: 9 }, (_, index) => [`com${index + 1}`, `lpt${index + 1}`]).flat(),
];

/** What is wrong with a slug, or undefined. `says` fits after the slug in backticks. */
export function judgeSlug(value: string): Fault | undefined {
  if (!slugPattern.test(value)) {
    const better = slugFrom(value);
    return {
      code: 'bad-slug',
      says: 'is not a slug: small letters a to z and digits, in words joined by single hyphens',
      fix: better === '' ? 'Write for example `two-towers`.' : `Write \`${better}\`.`,
    };
  }
  if (value.length > slugLength) {
    return {
      code: 'long-slug',
      says: `has ${value.length} characters, more than ${slugLength}`,
      fix: 'Shorten it to the words that people will remember.',
    };
  }
  if (!reservedSlugs.includes(value)) return undefined;
  return {
    code: 'reserved-slug',
    says: 'is a word that the site keeps for itself',
    fix: `Add a word to it, for example \`${value}-paper\`.`,
  };
}

export const slug = z.string().trim().min(1).check(rule(judgeSlug));

/** Id of an issue: a year, then a month or a slug, `2025-01` or `2025-neurips`. */
export function judgeIssueId(value: string): Fault | undefined {
  const fault = judgeSlug(value);
  if (fault !== undefined) return fault;
  const match = /^(?:19|20)\d\d-(.+)$/.exec(value);
  if (match === null) {
    return {
      code: 'bad-issue',
      says: 'is not the name of an issue, which begins with its year',
      fix: 'Write a month, `2025-01`, or a year and a word, `2025-neurips`.',
    };
  }
  const rest = match[1] ?? '';
  if (!/^\d+$/.test(rest) || /^(0[1-9]|1[0-2])$/.test(rest)) return undefined;
  return {
    code: 'bad-month',
    says: 'names no month of the year',
    fix: 'Write the month in two digits, `2025-01` to `2025-12`.',
  };
}

/** Anything at all as a slug, as a suggestion; may be empty. */
export function slugFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, slugLength)
    .replace(/-+$/, '');
}
