import type { z } from 'zod';
import { arxiv, arxivOfDoi, doi, openreview } from '../schemas/identifiers.ts';
import { asFault } from '../schemas/rule.ts';
import { shown } from './line.ts';
import { Refusal } from './refusal.ts';

/** Where the facts of a paper are asked for. An arXiv id comes with its version if one was given. */
export type Source =
  { kind: 'arxiv' | 'doi' | 'openreview'; id: string } | { kind: 'bibtex'; file: string };

const arxivHosts =
  /^(?:(?:www|export|browse)\.)?arxiv\.org$|^(?:www\.)?(?:ar5iv|alphaxiv)\.org$|^ar5iv\.labs\.arxiv\.org$/;
const examples =
  'an arXiv id (2501.00663), a DOI (10.1038/…), an address of one of them, an OpenReview address, or a BibTeX file';

/** What somebody gave as the paper. Throws a refusal for what is none of them. */
export function readSource(given: string): Source {
  const text = given
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim();
  if (text === '-' || /\.bib(?:tex)?$/i.test(text)) return { kind: 'bibtex', file: text };
  if (/^(?:https?:\/\/|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:org|net|com|co|io)\/)/i.test(text)) {
    return readAddress(text);
  }
  const named = /^(arxiv|doi|openreview):\s*(.+)$/i.exec(text);
  const kind = named?.[1]?.toLowerCase();
  const id = named?.[2] ?? text;
  if (
    kind === 'arxiv' ||
    /^\d{4}\.\d+(?:v\d+)?$|^[a-z-]+(?:\.[a-z]{2})?\/\d+(?:v\d+)?$/i.test(id)
  ) {
    return identified('arxiv', id);
  }
  if (kind === 'doi' || /^10\.\d/.test(id)) return identified('doi', id);
  // Shorter or in small letters alone it is rather a word.
  if (kind === 'openreview' || (/^[\w-]{8,14}$/.test(id) && /[A-Z\d]/.test(id))) {
    return identified('openreview', id);
  }
  throw new Refusal(`\`${shown(given)}\` names no paper. Write ${examples}.`, 2);
}

function readAddress(text: string): Source {
  const url = URL.parse(/^https?:/i.test(text) ? text : `https://${text}`);
  if (url === null) throw new Refusal(`\`${shown(text)}\` is no address. Write ${examples}.`, 2);
  const host = url.hostname;
  const path = decode(url.pathname).replace(/\/+$/, '');
  if (arxivHosts.test(host)) {
    const id = /^\/(?:abs|pdf|html|format|ps|src|e-print|overview)\/(.+?)(?:\.pdf)?$/.exec(
      path,
    )?.[1];
    if (id !== undefined) return identified('arxiv', id);
  }
  if (host === 'huggingface.co' && path.startsWith('/papers/')) {
    return identified('arxiv', path.slice('/papers/'.length));
  }
  if (/^(?:dx\.|www\.)?doi\.org$/.test(host)) return identified('doi', path.slice(1));
  if (host === 'openreview.net') {
    const id = url.searchParams.get('id');
    if (id !== null) return identified('openreview', id);
  }
  const inside = /10\.\d{4,9}\/[\w.:;()/+-]+/.exec(path)?.[0];
  const hint = inside === undefined ? `Write ${examples}.` : `Write the DOI: ${shown(inside)}`;
  throw new Refusal(
    `\`${shown(text)}\` is no address of a paper at arXiv, doi.org or OpenReview. ${hint}`,
    2,
  );
}

const schemas = { arxiv, doi, openreview };

function identified(kind: keyof typeof schemas, written: string): Source {
  const id =
    kind === 'arxiv'
      ? written.trim().replace(/^[A-Za-z-]+(?=[./])/, (archive) => archive.toLowerCase())
      : written.trim();
  const own = kind === 'doi' ? arxivOfDoi(id) : undefined;
  if (own !== undefined) return identified('arxiv', own);
  const outcome: z.ZodSafeParseResult<string> = schemas[kind].safeParse(id);
  if (outcome.success) return { kind, id: outcome.data };
  const [issue] = outcome.error.issues;
  const fault = issue?.code === 'custom' ? asFault(issue.params) : undefined;
  throw new Refusal(
    fault === undefined
      ? `\`${shown(written)}\` is no identifier. Write ${examples}.`
      : `\`${shown(written)}\` ${fault.says}. ${fault.fix}`,
    2,
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
