import type { PhrasingContent, RootContent } from 'mdast';
import { stringify } from 'yaml';
import { buildMarkdown, writeMarkdown } from '../body/rendering/markdown.ts';
import {
  linkTo,
  paragraph,
  plain,
  quote,
  text as words,
} from '../body/rendering/markdown-blocks.ts';
import type { Edition } from '../digest/edition.ts';
import type { Dated, Issue, Paper } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import { longDate, text } from '../text.ts';
import { markdownOptions } from './body.ts';
import { buildWords, renderTex } from './texts.ts';

/** Authors that the line of facts of a paper in its issue names. */
const SHOWN_AUTHORS = 6;

/** A paper and our summary of it: its facts as YAML between two lines of hyphens, then the text. */
export function renderPaperMarkdown(edition: Edition, paper: Paper): string {
  const { routes } = edition;
  const facts = {
    title: paper.title.plain,
    titleTex: renderTex(paper.title),
    authors: paper.authors.map(({ name }) => name),
    organisations: paper.organisations,
    venue: paper.venue,
    published: paper.published,
    sources: listSources(paper).map(({ href }) => href),
    links: paper.links,
    categories: paper.categories,
    tags: paper.tags,
    summarised: paper.summarised,
    writers: namesOf(edition, paper.writers),
    reviewers: namesOf(edition, paper.reviewers),
    withdrawn: paper.withdrawn?.date,
    corrected: paper.corrections[0]?.date,
    assistance: paper.assistance?.plain,
    issue: routes.absolute(routes.issue(paper.issue)),
    address: routes.absolute(routes.paper(paper.slug)),
    licence: licenceOf(edition),
  };
  return renderDocument(
    facts,
    setNotesLast([
      heading(1, buildWords(paper.title)),
      ...buildWithdrawn(paper.withdrawn),
      paragraph(buildWords(paper.tldr)),
      ...buildAbstract(edition, paper, 2),
      ...buildSummary(edition, paper, 0),
      ...buildCorrections(paper, 2),
    ]),
  );
}

/** All of an issue: its introduction, then its papers in reading order, each with its facts in a line. */
export function renderIssueMarkdown(edition: Edition, issue: Issue): string {
  const { digest, routes } = edition;
  const tree = edition.treeOf(issue);
  const facts = {
    title: issue.title.plain,
    titleTex: renderTex(issue.title),
    date: issue.date,
    editors: namesOf(edition, issue.editors),
    writers: namesOf(edition, issue.writers),
    papers: issue.papers.map((slug) => routes.absolute(routes.paper(slug))),
    address: routes.absolute(routes.issue(issue.id)),
    licence: licenceOf(edition),
  };
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  return renderDocument(facts, [
    heading(1, buildWords(issue.title)),
    ...(tree ? buildMarkdown(tree, markdownOptions(edition, issue, { notePrefix: 'intro-' })) : []),
    ...papers.flatMap((paper) => buildPart(edition, paper)),
  ]);
}

/** A paper within its issue. */
function buildPart(edition: Edition, paper: Paper): RootContent[] {
  return setNotesLast([
    heading(2, buildWords(paper.title)),
    ...buildWithdrawn(paper.withdrawn),
    paragraph(buildFacts(edition, paper)),
    paragraph(buildWords(paper.tldr)),
    ...(paper.body ? [] : buildAbstract(edition, paper, 3)),
    ...buildSummary(edition, paper, 1),
    ...buildCorrections(paper, 3),
  ]);
}

/** Notes after the paper that they are of. */
function setNotesLast(content: readonly RootContent[]): RootContent[] {
  const isNote = ({ type }: RootContent) => type === 'footnoteDefinition';
  return [...content.filter((node) => !isNote(node)), ...content.filter(isNote)];
}

/** `Ada Quill and Bo Li. 30 December 2025. [arXiv 2601.00001](…), [Our page](…). Summary by Jo Marsh.` */
function buildFacts(edition: Edition, paper: Paper): PhrasingContent[] {
  const { routes } = edition;
  const names = paper.authors.map(({ name }) => name);
  const shown = names.slice(0, SHOWN_AUTHORS).join(', ');
  const more = names.length - SHOWN_AUTHORS;
  const links = [
    ...listSources(paper).map(({ kind, id, href }) =>
      linkTo(href, [
        words(kind === 'url' ? text.paper.link.url : `${text.paper.link[kind]} ${id}`),
      ]),
    ),
    linkTo(routes.absolute(routes.paper(paper.slug)), [words(text.twins.ownPage)]),
  ];
  const writers = namesOf(edition, paper.writers).join(', ');
  return [
    words(
      `${plain(more > 0 ? text.paper.first(shown, more) : shown)}. ${longDate(paper.published)}. `,
    ),
    ...links.flatMap((link, index) => (index === 0 ? link : [words(', '), ...link])),
    words(writers === '' ? '.' : `. ${text.paper.summaryBy} ${plain(writers)}.`),
  ];
}

/** What nobody may miss who reads on: before all else. */
function buildWithdrawn(withdrawn: Dated | undefined): RootContent[] {
  if (!withdrawn) return [];
  const notice = words(`${text.paper.withdrawn}, ${longDate(withdrawn.date)}.`);
  return [
    quote([
      paragraph([
        { type: 'strong', children: [notice] },
        words(' '),
        ...buildWords(withdrawn.note),
      ]),
    ]),
  ];
}

function buildAbstract(edition: Edition, paper: Paper, depth: 2 | 3): RootContent[] {
  const covering = edition.digest.paperBySlug.get(paper.summarisedIn ?? '');
  return [
    heading(depth, [words(text.paper.abstract)]),
    paragraph(buildWords(paper.abstract)),
    ...(paper.abstractByAuthors ? [paragraph([words(text.paper.abstractByAuthors)])] : []),
    ...(covering
      ? [
          paragraph([
            words(`${text.paper.summarisedIn} `),
            ...linkTo(
              edition.routes.absolute(edition.routes.paper(covering.slug)),
              buildWords(covering.title),
            ),
            words('.'),
          ]),
        ]
      : []),
  ];
}

/** The summary and its notation. @param headingShift 1 where it is a part of its issue, whose notes have other names then */
function buildSummary(edition: Edition, paper: Paper, headingShift: 0 | 1): RootContent[] {
  const tree = edition.treeOf(paper);
  const notePrefix = headingShift === 0 ? '' : `${paper.slug}-`;
  return [
    ...(tree
      ? buildMarkdown(tree, markdownOptions(edition, paper, { headingShift, notePrefix }))
      : []),
    ...(paper.notation.length === 0
      ? []
      : [heading(2 + headingShift, [words(text.paper.notation)]), buildNotation(paper)]),
  ];
}

/** A list and no table, in which bars would not be bars. */
function buildNotation({ notation }: Paper): RootContent {
  return list(
    notation.map(({ symbol, meaning }) => [
      { type: 'inlineMath', value: symbol },
      words(': '),
      ...buildWords(meaning),
    ]),
  );
}

function buildCorrections({ corrections }: Paper, depth: 2 | 3): RootContent[] {
  if (corrections.length === 0) return [];
  const items = corrections.map(({ date, note }) => [
    words(`${longDate(date)}: `),
    ...buildWords(note),
  ]);
  return [heading(depth, [words(text.paper.trust.corrected)]), list(items)];
}

function list(items: PhrasingContent[][]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(item)],
    })),
  };
}

function heading(depth: number, children: readonly PhrasingContent[]): RootContent {
  return { type: 'heading', depth: depth as 1 | 2 | 3, children: paragraph(children).children };
}

function namesOf({ digest }: Edition, ids: readonly string[]): string[] {
  return ids.map((id) => digest.personById.get(id)?.name ?? id);
}

function licenceOf({ digest: { site } }: Edition): string | undefined {
  return site.licence && `${site.licence.name}, ${site.licence.url}`;
}

/** What is absent or empty is left out of the facts. */
function renderDocument(facts: Record<string, unknown>, content: readonly RootContent[]): string {
  const written = Object.entries(facts).filter(
    ([, value]) => value !== undefined && !isEmpty(value),
  );
  const front = stringify(Object.fromEntries(written), { lineWidth: 0 });
  return `---\n${front}---\n\n${writeMarkdown(content)}\n`;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
