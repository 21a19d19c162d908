import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { buildFeed, withoutFolder, type FeedOptions } from '../body/rendering/html.ts';
import { renderXml } from '../body/rendering/xml.ts';
import { TREE_VERSION, type Tree } from '../body/tree.ts';
import type { Article, Edition } from '../digest/edition.ts';
import type { Dated, Paper, Text } from '../digest/model.ts';
import { resolveOutside } from '../digest/resolve.ts';
import { listSources } from '../digest/sources.ts';
import { longDate, text } from '../text.ts';
import type { Link } from './feed.ts';

/** In what form the entries of a feed are: everything of it that does not follow from the edition. */
export type Form = {
  /** What becomes of a path of the site: the full address, but on a page of the site itself. */
  address: (path: string) => string;
  /** Added to the depth of headings, which begin at 2. */
  headingShift: number;
  /** Formulas as pictures, where it is given. */
  formulaPicture?: NonNullable<FeedOptions['formulaPicture']>;
};

/** Bytes of one entry as it is. What is longer than this goes on on its page. */
export const LONGEST_ITEM = 240_000;

const shownAuthors = 3;
const words = text.feeds.item;

/** A body in the form of an entry; what leads to its own anchors leads to them on our page. */
export function buildBody(edition: Edition, entry: Article, form: Form): ElementContent[] {
  const tree = edition.treeOf(entry);
  if (!tree) return [];
  const resolve = resolveOutside(edition, entry, form.address);
  return childrenOf(buildFeed(tree, { ...form, idPrefix: '', resolve }).children);
}

/** A title, a tldr, a note. */
export function buildText({ tree }: Pick<Text, 'tree'>, form: Form): ElementContent[] {
  const { children } = buildFeed(tree, { ...form, idPrefix: '', resolve: withoutFolder });
  return childrenOf(children);
}

function childrenOf(children: ReturnType<typeof buildFeed>['children']): ElementContent[] {
  return children.filter((child) => child.type !== 'doctype');
}

/** Which paper this is about, and who wrote that and who this: an entry is read without our page around it. */
export function buildHead(edition: Edition, paper: Paper, form: Form): Element {
  const [source] = listSources(paper);
  const names = paper.authors.slice(0, shownAuthors).map(({ name }) => name);
  const more = paper.authors.length - names.length;
  const authors = more > 0 ? text.paper.first(names.join(', '), more) : names.join(', ');
  return h('p', [
    ...(paper.body
      ? [
          `${words.summaryBy} `,
          ...buildLinks(listPeople(edition, paper.writers, form)),
          ` ${words.of} `,
        ]
      : []),
    h('a', { href: source?.href }, h('cite', buildText(paper.title, form))),
    ` ${words.by} ${authors}. `,
    ...(paper.venue ? [`${words.venue} ${paper.venue}. `] : []),
    `${words.published} ${longDate(paper.published)}.`,
  ]);
}

/**
 * The paper in one sentence, then our summary and how it came about; of a listing, its abstract; of what is
 * withdrawn, the notice alone.
 */
export function buildSummary(edition: Edition, paper: Paper, form: Form): ElementContent[] {
  if (paper.withdrawn) return [buildDated(words.withdrawn, paper.withdrawn, form)];
  if (!paper.body) return [buildSentence(paper, form), h('p', buildText(paper.abstract, form))];
  // Before the texts around it: with it come the settings of their formulas.
  const body = buildBody(edition, paper, form);
  return [
    buildSentence(paper, form),
    ...body,
    ...buildNotation(paper, form),
    ...paper.corrections.map((correction) => buildDated(words.corrected, correction, form)),
    buildTrust(edition, paper, form),
  ];
}

/** The tldr, apart from the text that follows. */
export function buildSentence({ tldr }: Paper, form: Form): Element {
  return h('p', h('strong', buildText(tldr, form)));
}

function buildNotation({ notation }: Paper, form: Form): Element[] {
  if (notation.length === 0) return [];
  const rows = notation.map(({ symbol, meaning }) => {
    const tree: Tree = {
      type: 'root',
      version: TREE_VERSION,
      children: [{ type: 'inlineFormula', tex: symbol }],
    };
    return h('li', [...buildText({ tree }, form), ': ', ...buildText(meaning, form)]);
  });
  return [h(`h${2 + form.headingShift}`, words.notation), h('ul', rows)];
}

function buildDated(say: (day: string) => string, { date, note }: Dated, form: Form): Element {
  return h('p', [h('strong', say(longDate(date))), ' ', ...buildText(note, form)]);
}

/** How the summary came about, for who asks whether to believe it. */
function buildTrust(edition: Edition, paper: Paper, form: Form): Element {
  const { reviewers, assistance } = paper;
  const [source] = listSources(paper);
  const id = source?.kind === 'arxiv' || source?.kind === 'doi' ? ` ${source.id}` : '';
  return h('p', [
    ...(source
      ? [
          `${words.writtenFrom} `,
          h('a', { href: source.href }, text.paper.link[source.kind] + id),
          '. ',
        ]
      : []),
    ...(reviewers.length > 0
      ? [`${words.reviewedBy} `, ...buildLinks(listPeople(edition, reviewers, form))]
      : [words.notReviewed]),
    '.',
    ...(assistance ? [` ${words.assistance} `, ...buildText(assistance, form)] : []),
  ]);
}

/** The way to the page, and to the feed in the other flavour. */
export function buildClosing(
  { routes }: Edition,
  of: 'papers' | 'issues',
  page: string,
  form: Form,
): Element {
  const pictures = form.formulaPicture !== undefined;
  const other = routes.feed(of, 'atom', !pictures);
  return h('p', [
    h('a', { href: form.address(page) }, of === 'papers' ? words.paper : words.issue),
    ' · ',
    h('a', { href: form.address(other) }, pictures ? words.mathml : words.pictures),
  ]);
}

/** People by id. */
export function listPeople(
  { digest, routes }: Edition,
  ids: readonly string[],
  form: Form,
): Link[] {
  return ids.map((id) => ({
    name: digest.personById.get(id)?.name ?? id,
    url: form.address(routes.author(id)),
  }));
}

function buildLinks(links: readonly Link[]): ElementContent[] {
  return links.flatMap(({ name, url }, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: ', ' }] : []),
    h('a', { href: url }, name),
  ]);
}

/** Well-formed XHTML, a block a line. */
export function renderItem(blocks: readonly ElementContent[]): string {
  return blocks
    .map(renderXml)
    .filter((block) => block.trim() !== '')
    .join('\n');
}
