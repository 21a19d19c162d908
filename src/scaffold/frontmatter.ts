import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Facts } from './facts.ts';
import { shown, tidyLine } from './line.ts';
import { plainOf } from './pieces.ts';
import { settleProse } from './prose.ts';
import { guessTags } from './tags.ts';
import type { TagsData } from '../schemas/tag.ts';

const width = 100;

/** What many papers want besides, ready to be uncommented. */
const optional = ` Without the # in front, for readers who press a formula, and on how tools helped you:
 notation:
   - { symbol: 'h_t', meaning: 'hidden state at step $t$' }
 assistance: One sentence.`;

export type Frontmatter = {
  /** YAML, without the lines of hyphens. */
  yaml: string;
  /** The keys that the writer fills in. */
  missing: string[];
};

/**
 * The facts of a paper as the front matter of its file, with a comment above what is left to the writer.
 *
 * @param options.tags the tags of the digest
 * @param options.today the day of the summary
 */
export function buildFrontmatter(
  facts: Facts,
  { tags, today }: { tags: Partial<TagsData>; today: string },
): Frontmatter {
  const title = facts.title && settleProse(facts.title, { max: 400, links: false });
  const abstract = facts.abstract && settleProse(facts.abstract, { max: 6000, links: true });
  const links = { ...(facts.code && { code: facts.code }), ...(facts.pdf && { pdf: facts.pdf }) };
  const values: Record<string, unknown> = {
    title: title ?? null,
    authors: facts.authors.map(({ name, affiliation }) =>
      affiliation ? { name, affiliation } : name,
    ),
    ...(facts.venue && { venue: facts.venue }),
    published: facts.published ?? null,
    summarised: today,
    ...(facts.arxiv && { arxiv: facts.arxiv }),
    ...(facts.doi && { doi: facts.doi }),
    ...(facts.openreview && { openreview: facts.openreview }),
    ...(facts.url && { url: facts.url }),
    ...(Object.keys(links).length > 0 && { links }),
    ...(facts.categories?.length && { categories: facts.categories }),
    tags: [],
    tldr: null,
    abstract: abstract ?? null,
    ...(abstract !== undefined && { abstractBy: 'authors' }),
    writers: [],
  };
  const words = [facts.title ?? [], facts.abstract ?? []].map(plainOf);
  const comments: Record<string, string> = {
    tags: describeTags(tags, words[0] ?? '', words[1] ?? ''),
    tldr: 'One sentence that says what the paper found, in your own words; may hold $…$.',
    ...(abstract !== undefined && {
      abstractBy: 'Take this line out if you write an abstract of your own.',
    }),
    writers: 'You, as you want to be named: [Your Name].',
    ...(abstract === undefined && {
      abstract:
        facts.abstract === undefined
          ? "A paragraph in your own words; or the authors' own, with `abstractBy: authors` below it."
          : 'The one that was found could not be written here. A paragraph in your own words.',
    }),
    ...(title === undefined && {
      title:
        (words[0] ?? '') === ''
          ? 'As printed; may hold $…$.'
          : `As printed. Found: ${shown(words[0] ?? '')}`,
    }),
    ...(facts.authors.length === 0 && {
      authors: `All of them, in their order. ${facts.authorsNote ?? ''}`,
    }),
    ...(facts.authors.length > 0 && facts.authorsNote && { authors: facts.authorsNote }),
    ...(facts.published === undefined && {
      published: `The day on which it was first made public, YYYY-MM-DD.${facts.publishedAbout === undefined ? '' : ` Known of it: ${facts.publishedAbout}.`}`,
    }),
    ...(facts.arxiv !== undefined &&
      !/v\d+$/.test(facts.arxiv) && { arxiv: 'With the version that you read: v1, v2, …' }),
  };
  return { yaml: write(values, comments), missing: listMissing(values) };
}

function listMissing(values: Record<string, unknown>): string[] {
  return Object.entries(values)
    .filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
    .map(([key]) => key);
}

function describeTags(tags: Partial<TagsData>, title: string, abstract: string): string {
  const known = Object.keys(tags);
  if (known.length === 0)
    return 'There are no tags yet: add one to tags.yaml, with a label and a description.';
  const guess = guessTags(tags, title, abstract);
  return [
    ...(guess.length === 0 ? [] : [`Named in the title or the abstract: ${guess.join(', ')}`]),
    `All that there are: ${known.join(', ')}`,
  ].join('\n');
}

/** A document with our width, short lists in one line, and comments above their keys. */
function write(values: Record<string, unknown>, comments: Record<string, string>): string {
  const document = new Document(values);
  for (const pair of (document.contents as unknown as YAMLMap).items) {
    const { key, value } = pair;
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (isSeq(value)) {
      value.flow = name !== 'authors' || value.items.length === 0;
      for (const item of value.items) if (isMap(item)) item.flow = true;
    }
    if (isScalar(value) && name === 'abstract' && value.value !== null) value.type = 'BLOCK_FOLDED';
    const comment = Object.hasOwn(comments, name) ? comments[name] : undefined;
    if (comment !== undefined) key.commentBefore = comment.split('\n').flatMap(wrap).join('\n');
  }
  document.comment = optional;
  return document
    .toString({
      lineWidth: width,
      flowCollectionPadding: false,
      singleQuote: true,
      nullStr: '',
      commentString: (text) => text.replace(/^/gm, '#'),
    })
    .replace(/^(\w+): $/gm, '$1:')
    .replace(/^( +- )\{(.*)\}$/gm, '$1{ $2 }');
}

/** A comment in lines of our width, each with a space before it. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of tidyLine(text).split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(` ${word}`);
  }
  return lines;
}
