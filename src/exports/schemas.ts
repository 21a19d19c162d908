import { z } from 'zod';

/** Raised when something of the documents goes, changes its name or means something else; what is added raises nothing. */
export const DOCUMENT_VERSION = 1;

const policy =
  'Within version 1 fields are added, but none is taken away, renamed or given another meaning: read what you know and pass over the rest. ' +
  'All addresses are absolute. Days are `YYYY-MM-DD`. Texts are plain Unicode; where one holds formulas or emphasis, ' +
  'the field of the same name with `Tex` at its end has it as Markdown with LaTeX between dollar signs. What is absent there is none of.';

const address = z.string().regex(/^https?:\/\/\S+$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const tex = (name: string) =>
  z
    .string()
    .optional()
    .describe(`\`${name}\` as Markdown with LaTeX, where it is more than plain text.`);

const personName = z
  .strictObject({
    id: slug.describe('Id of the person, as in `people` of the digest.'),
    name: z.string().describe('Name as the site shows it.'),
  })
  .meta({ id: 'PersonName', description: 'A person by id and name.' });

const author = z
  .strictObject({
    name: z.string().describe('Name as printed on the paper.'),
    given: z.string().describe('Given names; empty where there is none to tell apart.'),
    family: z.string().describe('Family name with its particle, or the whole name of a group.'),
    suffix: z.string().optional().describe('`Jr.`, `III`.'),
    person: slug.describe('Id of the person that the name belongs to.'),
    affiliation: z.string().optional().describe('Where the person worked, as printed.'),
  })
  .meta({ id: 'Author', description: 'An author of a paper.' });

const dated = z
  .strictObject({
    date: day.describe('The day.'),
    note: z.string().describe('What changed, or why.'),
    noteTex: tex('note'),
  })
  .meta({ id: 'DatedNote', description: 'Something that happened to a summary on a day.' });

const paperFacts = z
  .strictObject({
    slug: slug.describe('Its name in addresses; it may change, and then the old address leads on.'),
    id: slug.describe('Its name for ever, the first slug: know a paper by it.'),
    title: z.string().describe('Title of the paper.'),
    titleTex: tex('title'),
    address: address.describe('Its page here.'),
    markdown: address.describe('The summary as Markdown with LaTeX.'),
    json: address.describe('The summary as JSON, after the schema `paper`.'),
    issue: z.string().describe('Id of the issue that it appeared in.'),
    authors: z.array(author).describe('All authors, in the order of the paper.'),
    organisations: z.array(z.string()).describe('Organisations of the authors.'),
    venue: z.string().optional().describe('Where the paper was published.'),
    published: day.describe('Day on which the paper was first made public.'),
    sources: z
      .array(
        z.strictObject({
          kind: z.enum(['arxiv', 'doi', 'openreview', 'url']).describe('What the id is of.'),
          id: z
            .string()
            .describe(
              'Its id there; of arXiv with the version that was read, where that was noted.',
            ),
          address: address.describe('Where the paper is.'),
        }),
      )
      .describe('Where the paper can be read, the place of its text first.'),
    links: z
      .partialRecord(z.enum(['code', 'project', 'pdf', 'video', 'slides', 'data']), address)
      .describe('More addresses, by what is there.'),
    categories: z.array(z.string()).describe('Subject classes of arXiv, the primary first.'),
    tags: z.array(slug).describe('Ids of tags.'),
    tldr: z.string().describe('One sentence that says what the paper shows.'),
    tldrTex: tex('tldr'),
    score: z
      .strictObject({
        value: z.string().describe('As printed there.'),
        source: z.string().describe('Who gives it.'),
        asOf: day.describe('Day on which it was read.'),
      })
      .optional()
      .describe('A score that somebody else gives the paper.'),
    summarised: day.optional().describe('Day of our summary; a listing has none.'),
    writers: z.array(personName).describe('Who wrote the summary.'),
    reviewers: z.array(personName).describe('Who reviewed it.'),
    summarisedIn: slug
      .optional()
      .describe('Of a listing: slug of the paper whose summary covers it.'),
    covers: z.array(slug).describe('Slugs of the listings that the summary covers too.'),
    citations: z.array(slug).describe('Slugs of papers here that the summary links to.'),
    mentionedBy: z.array(slug).describe('Slugs of papers here whose summaries link to this one.'),
    corrections: z.array(dated).describe('What was corrected in the summary, newest first.'),
    withdrawn: dated.optional().describe('That the summary is withdrawn: do not rely on it.'),
  })
  .meta({ id: 'PaperFacts', description: 'What is known of a paper, without texts.' });

const issueFacts = z
  .strictObject({
    id: z.string().describe('`2025-01`, or `2025-neurips`.'),
    title: z.string().describe('Its title.'),
    titleTex: tex('title'),
    address: address.describe('Its page.'),
    markdown: address.describe('All of it as Markdown with LaTeX.'),
    json: address.describe('Its facts and those of its papers, after the schema `issue`.'),
    date: day.describe('Day of publication.'),
    month: z.string().optional().describe('The month that it is of, `2025-01`.'),
    editors: z.array(personName).describe('Who edited it.'),
    writers: z.array(personName).describe('Who wrote its summaries, in the order of the papers.'),
    papers: z.array(slug).describe('Slugs of its papers in reading order.'),
  })
  .meta({ id: 'IssueFacts', description: 'An issue: papers that were published together.' });

const personFacts = z
  .strictObject({
    id: slug.describe('Name in addresses.'),
    name: z.string().describe('Name as the site shows it.'),
    given: z.string().describe('Given names; empty where there is none to tell apart.'),
    family: z.string().describe('Family name with its particle, or the whole name of a group.'),
    suffix: z.string().optional().describe('`Jr.`, `III`.'),
    names: z.array(z.string()).describe('Other spellings and scripts.'),
    collective: z.boolean().describe('Whether it is a group that signs under one name.'),
    address: address.describe('Their page.'),
    json: address
      .optional()
      .describe('Their works, after the schema `person`; of those with more than one.'),
    affiliation: z.string().optional().describe('Where they work.'),
    orcid: z.string().optional().describe('ORCID, `0000-0002-1825-0097`.'),
    homepage: address.optional().describe('Home page.'),
    github: z.string().optional().describe('Account on GitHub.'),
    links: z
      .array(
        z.strictObject({
          label: z.string().describe('Its words.'),
          address: address.describe('Where it leads.'),
        }),
      )
      .describe('More links.'),
    bio: z.string().optional().describe('A few sentences about them.'),
    bioTex: tex('bio'),
    papers: z.array(slug).describe('Slugs of papers that they are an author of, newest first.'),
    summaries: z.array(slug).describe('Slugs of papers that they summarised, newest first.'),
    reviews: z.array(slug).describe('Slugs of papers whose summaries they reviewed, newest first.'),
    issues: z.array(z.string()).describe('Ids of issues that they edited, newest first.'),
  })
  .meta({ id: 'PersonFacts', description: 'An author, a writer, a reviewer or an editor.' });

const tagFacts = z
  .strictObject({
    id: slug.describe('Its name in addresses and in `tags`.'),
    label: z.string().describe('The tag as readers see it.'),
    description: z.string().describe('What belongs under it.'),
    address: address.describe('Its page.'),
    json: address
      .optional()
      .describe('Its papers, after the schema `tag`; of one with more than one.'),
    papers: z.array(slug).describe('Slugs, newest first.'),
  })
  .meta({ id: 'TagFacts', description: 'One tag of a closed list.' });

const categoryFacts = z
  .strictObject({
    id: z.string().describe('As arXiv writes it, `cs.LG`.'),
    label: z.string().describe('arXiv’s name for it.'),
    address: address.describe('Its page.'),
    json: address
      .optional()
      .describe('Its papers, after the schema `category`; of one with more than one.'),
    papers: z.array(slug).describe('Slugs, newest first.'),
  })
  .meta({ id: 'CategoryFacts', description: 'A subject class of arXiv.' });

const anchor = z.string().describe('The fragment of its address, `eq-update`.');
const place = address.describe('Where it stands, with the fragment.');
const number = z
  .string()
  .optional()
  .describe('The number that it is printed with: `2`, or the text of its tag.');
/** Of what has an anchor only where its writer gave it a label. */
const labelled = { id: anchor.optional(), address: place.optional(), number };
const caption = z.string().optional().describe('Its caption.');

const body = z
  .strictObject({
    markdown: z
      .string()
      .describe(
        'As CommonMark with the tables and footnotes of GitHub, LaTeX between dollar signs, numbers of formulas as `\\tag`, addresses absolute. Sections are headings of level 2.',
      ),
    text: z.string().describe('As plain text, formulas in Unicode: to search and to speak.'),
    sections: z
      .array(
        z.strictObject({
          id: anchor,
          address: place,
          depth: z.int().min(1).max(6).describe('2 is a section, 3 a part of one.'),
          title: z.string().describe('Its words.'),
        }),
      )
      .describe('Its headings in order.'),
    equations: z
      .array(
        z.strictObject({
          ...labelled,
          tex: z.string().describe('LaTeX, without label and number.'),
        }),
      )
      .describe('Its displayed formulas in order.'),
    figures: z
      .array(
        z.strictObject({
          ...labelled,
          kind: z.enum(['figure', 'plot', 'video']).describe('What it is.'),
          alt: z.string().describe('What it shows, in words.'),
          caption,
          picture: address.optional().describe('The picture; of a video, its poster.'),
          data: address.optional().describe('The numbers of a plot, as CSV.'),
          source: z
            .string()
            .optional()
            .describe('Where in the paper it is from, or whose it is: `Figure 4`.'),
          licence: z.string().optional().describe('Its licence, where that is not the digest’s.'),
          video: address.optional().describe('Where a video can be watched.'),
        }),
      )
      .describe('Its figures in order.'),
    tables: z
      .array(z.strictObject({ ...labelled, caption }))
      .describe('Its tables with a caption, in order.'),
  })
  .meta({ id: 'Body', description: 'A text and what stands in it.' });

const head = {
  $schema: address.describe('The schema of this document.'),
  version: z.literal(DOCUMENT_VERSION).describe('Of the format.'),
  digest: z
    .strictObject({
      name: z.string().describe('Name of the digest.'),
      address: address.describe('Its front page.'),
      language: z.string().describe('Language of its texts.'),
      licence: z
        .strictObject({
          name: z.string().describe('Its name.'),
          address: address.describe('Its text.'),
        })
        .optional()
        .describe('Licence of its texts and figures.'),
    })
    .describe('Whose document it is.'),
};

const newestPapers = z.array(paperFacts).describe('Its papers, newest first.');

/** Every kind of document by its name. Field by field, this is their documentation. */
export const documents = {
  paper: z
    .strictObject({
      ...head,
      paper: paperFacts.describe('Its facts.'),
      abstract: z.string().describe('The abstract.'),
      abstractTex: tex('abstract'),
      abstractByAuthors: z
        .boolean()
        .describe('Whether the abstract is the authors’ own text, which is under their licence.'),
      assistance: z.string().optional().describe('Which tools helped to write the summary.'),
      assistanceTex: tex('assistance'),
      notation: z
        .array(
          z.strictObject({
            symbol: z.string().describe('LaTeX.'),
            meaning: z.string().describe('What it stands for.'),
            meaningTex: tex('meaning'),
          }),
        )
        .describe('The symbols of the summary.'),
      summary: body.optional().describe('The summary; a listing has none.'),
    })
    .describe(`A paper and our summary of it. ${policy}`),
  issue: z
    .strictObject({
      ...head,
      issue: issueFacts.describe('Its facts.'),
      introduction: body.optional().describe('Its introduction.'),
      papers: z.array(paperFacts).describe('Its papers in reading order.'),
    })
    .describe(`An issue and its papers. ${policy}`),
  tag: z
    .strictObject({ ...head, tag: tagFacts.describe('Its facts.'), papers: newestPapers })
    .describe(`A tag and its papers. ${policy}`),
  category: z
    .strictObject({
      ...head,
      category: categoryFacts.describe('Its facts.'),
      papers: newestPapers,
    })
    .describe(`A subject class of arXiv and its papers. ${policy}`),
  person: z
    .strictObject({
      ...head,
      person: personFacts.describe('Their facts.'),
      papers: z
        .array(paperFacts)
        .describe('What they wrote, newest first, then what they summarised.'),
    })
    .describe(`A person and their works. ${policy}`),
  digest: z
    .strictObject({
      ...head,
      description: z.string().describe('What the digest is.'),
      labels: address.describe('What can be linked within its texts, after the schema `labels`.'),
      issues: z.array(issueFacts).describe('All issues, newest first.'),
      papers: z.array(paperFacts).describe('All papers, newest first, listings among them.'),
      people: z.array(personFacts).describe('Everybody, by family name.'),
      tags: z.array(tagFacts).describe('All tags that a paper has, by label.'),
      categories: z.array(categoryFacts).describe('All subject classes that a paper has.'),
    })
    .describe(`All that a digest knows, without its texts. ${policy}`),
  labels: z
    .strictObject({
      ...head,
      labels: z
        .array(
          z.strictObject({
            id: anchor,
            address: place,
            kind: z.enum(['section', 'equation', 'figure', 'table']).describe('What it names.'),
            paper: slug.optional().describe('Slug of the paper in whose summary it stands.'),
            issue: z
              .string()
              .optional()
              .describe('Id of the issue in whose introduction it stands.'),
            number,
            title: z
              .string()
              .optional()
              .describe('Words of a heading, caption of a figure or a table.'),
            tex: z.string().optional().describe('LaTeX of an equation.'),
          }),
        )
        .describe('Of the newest papers first, then of introductions, in the order of the text.'),
    })
    .describe(
      `Every equation, figure, table and section of a digest that has an address of its own, so that other sites can link it. ${policy}`,
    ),
} as const;

export type DocumentName = keyof typeof documents;
export type Document<Name extends DocumentName> = z.output<(typeof documents)[Name]>;
export type PaperFacts = z.output<typeof paperFacts>;
export type IssueFacts = z.output<typeof issueFacts>;
export type PersonFacts = z.output<typeof personFacts>;
export type TagFacts = z.output<typeof tagFacts>;
export type CategoryFacts = z.output<typeof categoryFacts>;
export type Body = z.output<typeof body>;

/**
 * The schema of a kind of document as JSON Schema, draft 2020-12 (https://json-schema.org/draft/2020-12).
 *
 * @param id its address
 */
export function buildDocumentSchema(name: DocumentName, id: string): Record<string, unknown> {
  const made = z.toJSONSchema(documents[name], { target: 'draft-2020-12', io: 'output' });
  const { $schema, ...rest } = JSON.parse(JSON.stringify(made)) as Record<string, unknown>;
  return { $schema, $id: id, title: name, ...rest };
}
