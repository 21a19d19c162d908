import { z } from 'zod';
import { rule, type Fault } from './rule.ts';

/** arXiv identifier, new or old style, with or without a version: https://info.arxiv.org/help/arxiv_identifier.html */
export const arxiv = z.string().trim().min(1).check(rule(judgeArxiv));

function judgeArxiv(value: string): Fault | undefined {
  const bad = (says: string, fix: string): Fault => ({ code: 'bad-arxiv', says, fix });
  const modern = /^(\d{2})(\d{2})\.(\d+)(v\d+)?$/.exec(value);
  const old = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Z]{2})?\/(\d{2})(\d{2})\d{3}(v\d+)?$/.exec(value);
  const match = modern ?? old;
  if (match === null) {
    const inside = /\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?\/\d{7}(?:v\d+)?/.exec(value);
    return bad(
      'is not an arXiv identifier',
      inside === null
        ? 'Write it as arXiv does, with or without the version: `2501.00663v1`, `hep-th/9901001`.'
        : `Write only the identifier: \`${inside[0]}\`.`,
    );
  }
  const year = Number(match[1]);
  const month = Number(match[2]);
  if (month < 1 || month > 12) {
    return bad(
      `has ${match[2] ?? ''} where the month stands`,
      'Look the identifier up: year and month come first, `2501` for January 2025.',
    );
  }
  if (value.includes('v0')) {
    return bad('has a version that arXiv does not give', 'Versions count from `v1`.');
  }
  if (modern === null) return undefined;
  const yearMonth = year * 100 + month;
  if (yearMonth < 704) {
    return bad(
      'is older than identifiers of this form, which began in April 2007',
      'Write the old form with the archive in front: `hep-th/9901001`.',
    );
  }
  const digits = yearMonth < 1501 ? 4 : 5;
  if (modern[3]?.length === digits) return undefined;
  return bad(
    `has ${modern[3]?.length ?? 0} digits after the point where arXiv gives ${digits}`,
    'Look the identifier up and write all its digits.',
  );
}

/** DOI: https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html, in the characters that publishers use. */
export const doi = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .check(
    rule((value) => {
      if (/^10\.\d{4,9}(?:\.\d+)*\/[\w.:;()/+<>[\]-]+$/.test(value)) return undefined;
      const inside = /10\.\d{4,9}(?:\.\d+)*\/[\w.:;()/+-]+/.exec(value);
      return {
        code: 'bad-doi',
        says: 'is not a DOI',
        fix:
          inside === null
            ? 'Write it from the `10.` on: `10.1038/s41586-025-00001-1`.'
            : `Write only the DOI: \`${inside[0]}\`.`,
      };
    }),
  );

/** The id of a forum on openreview.net. */
export const openreview = z
  .string()
  .trim()
  .min(1)
  .check(
    rule((value) => {
      if (/^[\w-]{6,20}$/.test(value)) return undefined;
      const inside = /[?&]id=([\w-]{6,20})/.exec(value)?.[1];
      return {
        code: 'bad-openreview',
        says: 'is not an OpenReview id',
        fix:
          inside === undefined
            ? 'Write what follows `forum?id=` in the address.'
            : `Write only the id: \`${inside}\`.`,
      };
    }),
  );

const arxivHosts = ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'];
const arxivId = /^(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]{2})?\/\d{7})(?:v\d+)?$/;

/** The paper that an address at arXiv, doi.org or OpenReview leads to, as written there; undefined for any other. */
export function readPaperAddress(
  url: string,
): { kind: 'arxiv' | 'doi' | 'openreview'; id: string } | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  const { hostname, searchParams } = parsed;
  const path = decode(parsed.pathname);
  if (arxivHosts.includes(hostname)) {
    const id = /^\/(?:abs|pdf|html|format)\/(.+?)(?:\.pdf)?\/?$/.exec(path)?.[1] ?? '';
    return arxivId.test(id) ? { kind: 'arxiv', id } : undefined;
  }
  if (hostname === 'doi.org' || hostname === 'dx.doi.org' || hostname === 'www.doi.org') {
    const id = path.slice(1);
    return id.startsWith('10.') ? { kind: 'doi', id } : undefined;
  }
  if (hostname === 'openreview.net' && /^\/(?:forum|pdf)$/.test(path)) {
    const id = searchParams.get('id');
    return id === null || id === '' ? undefined : { kind: 'openreview', id };
  }
  return undefined;
}

/** The identifier in a DOI that arXiv gives to each of its papers: https://info.arxiv.org/help/doi.html */
export function arxivOfDoi(id: string): string | undefined {
  return /^10\.48550\/arxiv\.(.+)$/i.exec(id)?.[1];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** ORCID iD with its check digit, ISO 7064 MOD 11-2: https://support.orcid.org/hc/en-us/articles/360006897674 */
export const orcid = z
  .string()
  .trim()
  .min(1)
  .check(
    rule((value) => {
      if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(value)) {
        const inside = /\d{4}-\d{4}-\d{4}-\d{3}[\dXx]/.exec(value)?.[0].toUpperCase();
        return {
          code: 'bad-orcid',
          says: 'is not an ORCID',
          fix:
            inside === undefined
              ? 'Write four groups of four with hyphens: `0000-0002-1825-0097`.'
              : `Write only the iD: \`${inside}\`.`,
        };
      }
      const digits = value.replaceAll('-', '');
      let total = 0;
      for (const digit of digits.slice(0, -1)) total = (total + Number(digit)) * 2;
      const check = (12 - (total % 11)) % 11;
      if (digits.endsWith(check === 10 ? 'X' : String(check))) return undefined;
      return {
        code: 'orcid-check-digit',
        says: 'has a digit mistyped: its last character does not fit the others',
        fix: 'Copy the ORCID again from the page of the person.',
      };
    }),
  );

/** An account on github.com. */
export const github = z
  .string()
  .trim()
  .min(1)
  .check(
    rule((value) => {
      if (/^[a-z\d](?:-?[a-z\d]){0,38}$/i.test(value)) return undefined;
      const inside = /github\.com\/([a-z\d](?:-?[a-z\d]){0,38})/i.exec(value)?.[1];
      return {
        code: 'bad-github',
        says: 'is not the name of a GitHub account',
        fix: inside === undefined ? 'Write the account only, `octocat`.' : `Write \`${inside}\`.`,
      };
    }),
  );
