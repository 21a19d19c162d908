import { z } from 'zod';
import { url } from './address.ts';
import { category } from './categories.ts';
import { day } from './day.ts';
import { arxiv, arxivOfDoi, doi, openreview, readPaperAddress } from './identifiers.ts';
import { name, nameOrId } from './name.ts';
import { rule, type Fault } from './rule.ts';
import { slug, slugLength } from './slug.ts';
import { flag, line, list, prose } from './text.ts';

const anchor = z
  .string()
  .trim()
  .max(120)
  .check(
    rule((value: string) =>
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
        ? undefined
        : {
            code: 'bad-anchor',
            says: 'is not an anchor',
            fix: 'Write what stands after the `#` in the address: `results`, `eq-update`.',
          },
    ),
  );

const author = z.union([
  name,
  z.strictObject({
    name: name.describe('The name as printed on the paper.'),
    id: slug
      .optional()
      .describe('Id of the person, where two people have this name: a file in `people/`.'),
    affiliation: line(200).optional().describe('Where the person worked, as printed.'),
  }),
]);

const dated = z.strictObject({
  date: day.describe('The day, `YYYY-MM-DD`.'),
  note: prose(2000).describe('What changed or why, one paragraph; may hold `$…$`.'),
});

const links = z.strictObject({
  code: url.optional().describe("The authors' own code."),
  project: url.optional().describe('Page of the project.'),
  pdf: url.optional().describe('The paper as PDF, where it is not on arXiv.'),
  video: url.optional().describe('A talk.'),
  slides: url.optional().describe('Slides.'),
  data: url.optional().describe('Data or weights.'),
});

const sourceKeys = ['arxiv', 'doi', 'openreview', 'url'] as const;

/** `papers/<issue>/<slug>/index.mdx`: what stands between the two lines of hyphens. */
export const paperSchema = z
  .strictObject({
    title: prose(400).describe('Title of the paper as printed; may hold `$…$`.'),
    authors: z
      .array(author)
      .min(1)
      .max(5000)
      .describe('All authors in order: names as printed, or `{ name, id, affiliation }`.'),
    organisations: list(line(200), 200).optional().describe('Organisations of the authors.'),
    venue: line(200).optional().describe('Where it was published, `NeurIPS 2025`.'),
    published: day.describe('Day on which the paper was first made public, `YYYY-MM-DD`.'),
    summarised: day.optional().describe('Day of the summary, `YYYY-MM-DD`.'),
    arxiv: arxiv
      .optional()
      .describe('arXiv identifier, best with the version that was read: `2501.00663v1`.'),
    doi: doi.optional().describe('DOI, from the `10.` on.'),
    openreview: openreview.optional().describe('Id of the OpenReview forum.'),
    url: url.optional().describe('Address of the paper, where it is nowhere else.'),
    links: links.optional().describe('More addresses: code, project, pdf, video, slides, data.'),
    categories: list(category, 20).optional().describe('arXiv categories, the primary first.'),
    // Which there are, and so how they are written, `tags.yaml` says.
    tags: list(line(slugLength), 12).min(1).describe('Ids from `tags.yaml`, `[memory]`.'),
    tldr: prose(400).describe('One sentence that says what the paper shows; may hold `$…$`.'),
    abstract: prose(6000).describe('The abstract, one paragraph; may hold `$…$`.'),
    abstractBy: z
      .enum(['authors', 'writers'])
      .optional()
      .describe("`authors` where the abstract is the authors' own text."),
    score: z
      .strictObject({
        value: line(12).describe('The score as printed there, `44.5`.'),
        source: line(120).describe('Who gives it.'),
        asOf: day.describe('Day on which it was read, `YYYY-MM-DD`.'),
      })
      .optional()
      .describe('A score that somebody else gives: `{ value, source, asOf }`.'),
    writers: list(nameOrId, 50)
      .min(1)
      .optional()
      .describe('Who wrote the summary, `[Your Name]`: names, or ids from `people/`.'),
    reviewers: list(nameOrId, 50)
      .optional()
      .describe('Who reviewed the summary: ids from `people/`, or names.'),
    assistance: prose(600).optional().describe('One sentence on the tools that were used.'),
    notation: z
      .array(
        z.strictObject({
          symbol: line(200).describe('The symbol in TeX, without dollar signs.'),
          meaning: prose(600).describe('What it stands for; may hold `$…$`.'),
        }),
      )
      .max(100)
      .optional()
      .describe('The symbols of the summary: a list of `{ symbol, meaning }`.'),
    corrections: z
      .array(dated)
      .max(100)
      .optional()
      .describe('What was corrected after publication: a list of `{ date, note }`.'),
    withdrawn: dated.optional().describe('That the summary is withdrawn, and why.'),
    id: slug
      .optional()
      .describe(
        'The first slug, where the folder was renamed; feeds keep knowing the paper by it.',
      ),
    aliases: list(slug, 50).optional().describe('Earlier slugs; their addresses lead here.'),
    anchors: z
      .record(anchor, anchor)
      .optional()
      .describe('Anchors that were renamed, `old: new`; addresses with the old one still arrive.'),
    summarisedIn: slug
      .optional()
      .describe('Slug of the paper whose summary covers this one too; for a file without a body.'),
    draft: flag.optional().describe('`true` keeps the paper off the site.'),
  })
  .check(
    z.refine((paper) => sourceKeys.some((key) => key in (paper as object)), {
      when: ({ value }) => typeof value === 'object' && value !== null,
      params: {
        code: 'no-source',
        says: 'says nowhere where the paper can be read',
        fix: 'Add `arxiv:`, `doi:`, `openreview:` or `url:`.',
      },
    }),
    z.superRefine(
      (paper: object, context) => {
        const fault = judgeAddress(paper as Record<string, unknown>);
        if (fault === undefined) return;
        context.addIssue({ code: 'custom', path: ['url'], params: fault });
      },
      { when: ({ value }) => typeof value === 'object' && value !== null },
    ),
  );

/** Links to a paper find it, and a second summary of it is noticed, by the key that its place has of its own. */
function judgeAddress(paper: Record<string, unknown>): Fault | undefined {
  const address = typeof paper['url'] === 'string' ? paper['url'].trim() : '';
  const { kind, id } = readOwnAddress(address) ?? {};
  if (kind === undefined || id === undefined || kind in paper) return undefined;
  if (!{ arxiv, doi, openreview }[kind].safeParse(id).success) return undefined;
  const place = { arxiv: 'arXiv', doi: 'doi.org', openreview: 'OpenReview' }[kind];
  return {
    code: 'url-of-identifier',
    says: `is an address at ${place}, for which \`${kind}\` is the key`,
    fix: `Write \`${kind}: ${id}\` in the place of this line.`,
    key: kind,
    write: id,
  };
}

/** A DOI of arXiv's as the identifier. */
function readOwnAddress(address: string): ReturnType<typeof readPaperAddress> {
  const read = readPaperAddress(address);
  const id = read?.kind === 'doi' ? arxivOfDoi(read.id) : undefined;
  return id === undefined ? read : { kind: 'arxiv', id };
}

export type PaperData = z.output<typeof paperSchema>;
