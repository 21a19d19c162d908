import { nearest } from '../body/nearest.ts';
import type { Problem } from '../problem.ts';
import { arxiv } from '../schemas/identifiers.ts';
import type { Site } from '../site.ts';
import type { Contents } from './contents.ts';
import type { AboutEntry, IssueEntry, PaperEntry } from './entry.ts';
import { error, warning, type Detail } from './problems.ts';

/** Words from which on a summary wants sections. */
const LONG = 300;

/** Whether a summary has the section that readers look for first; known only of English. */
export function judgeKeyIdea({ file, facts, places }: PaperEntry, { language }: Site): Problem[] {
  if (facts === undefined || !/^en\b/.test(language)) return [];
  const [first] = facts.sections;
  if (first === undefined && facts.words < LONG) return [];
  if (facts.sections.some(({ text }) => /\bkey[ -](?:idea|insight)s?\b/i.test(text))) return [];
  const { line, column } = first ?? places[''] ?? { line: 1, column: 1 };
  const message = 'No section is called *The key idea*, which readers look for first.';
  const fix = 'Write `## The key idea` above the paragraphs that say it.';
  return [{ file, line, column, ...warning('no-key-idea', message, fix) }];
}

/** Links of a text that lead to a page of this site, or to a paper of arXiv that cannot be. */
export function judgeLinks(
  entry: PaperEntry | IssueEntry | AboutEntry,
  contents: Contents,
  site: Site,
): Problem[] {
  return (entry.facts?.links ?? []).flatMap(({ url, line, column }) => {
    const detail = judgeOwnAddress(url, contents, site) ?? judgeArxivAddress(url);
    return detail ? [{ file: entry.file, line, column, ...detail }] : [];
  });
}

function judgeOwnAddress(
  url: string,
  { paperBySlug, paperBySlugOrAlias, drafts }: Contents,
  site: Site,
): Detail | undefined {
  if (!url.startsWith(site.url)) return undefined;
  const slug = /^papers\/([^/?#]+)\/?(?:[?#]|$)/.exec(url.slice(site.url.length))?.[1];
  if (slug === undefined || slug === 'year' || drafts.papers.has(slug)) return undefined;
  const paper = paperBySlugOrAlias.get(slug);
  if (paper === undefined) {
    const near = nearest(slug, paperBySlug.keys());
    return error(
      'unknown-page',
      `The link leads to \`/papers/${slug}/\`, and there is no such paper here.`,
      near === undefined
        ? 'Link to the paper by its arXiv or DOI address.'
        : `Did you mean \`/papers/${near}/\`? Best link to it by its arXiv or DOI address.`,
    );
  }
  const { data } = paper;
  const address =
    data.arxiv === undefined
      ? data.doi && `https://doi.org/${data.doi}`
      : `https://arxiv.org/abs/${data.arxiv.replace(/v\d+$/, '')}`;
  if (address === undefined) return undefined;
  return warning(
    'own-address',
    `The link names the page of \`${paper.id}\` by the address of this site, so it is no citation of the paper.`,
    `Write \`${address}\`: it leads to the same page, and that page says who mentions it.`,
  );
}

function judgeArxivAddress(url: string): Detail | undefined {
  const id =
    /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/([^?#]+?)(?:\.pdf)?\/?(?:[?#]|$)/i.exec(
      url,
    )?.[1];
  if (id === undefined || arxiv.safeParse(id).success) return undefined;
  return warning(
    'unknown-arxiv-page',
    `The link leads to \`${id.slice(0, 60)}\` at arXiv, which is no identifier of a paper.`,
    'Copy the address again from the page of the paper.',
  );
}
