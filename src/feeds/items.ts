import { h } from 'hastscript';
import { renderFeedPicture } from '../body/rendering/pictures.ts';
import type { ElementContent } from 'hast';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { resolveFor } from '../digest/resolve.ts';
import { listSources } from '../digest/sources.ts';
import { buildTagUri } from '../digest/tag-uri.ts';
import type { Ranked } from './cut.ts';
import type { FeedItem, Topic } from './feed.ts';
import {
  buildBody,
  buildClosing,
  buildHead,
  buildSentence,
  buildSummary,
  buildText,
  listPeople,
  LONGEST_ITEM,
  renderItem,
  type Form,
} from './item-parts.ts';
import type { Site } from '../site.ts';
import { text } from '../text.ts';

/** A summary as an entry. It stays when the paper is withdrawn: then its text is the notice. */
export function buildPaperItem(edition: Edition, paper: Paper, form: Form): FeedItem {
  const { digest, routes } = edition;
  const about = listSources(paper)[0]?.href;
  return {
    ...rankPaper(digest.site, paper),
    url: form.address(routes.paper(paper.slug)),
    title: paper.title.plain,
    ...(about !== undefined && { about }),
    authors: listPeople(edition, paper.writers, form),
    summary: paper.tldr.plain,
    topics: listTopics(edition, [paper], form),
    picture: form.address(routes.sharing('papers', paper.slug)),
    html: renderItem(buildPaperBlocks(edition, paper, form)),
  };
}

/** What of an entry decides its place among others, which is known before it is made. */
export function rankPaper(site: Site, paper: Paper): Ranked {
  const published = paper.summarised ?? paper.published;
  return {
    id: buildTagUri(site, `paper/${paper.id}`),
    published,
    updated: newestOf(published, listChanges(paper)),
  };
}

/** What stands in the entry of a paper: all of it, or its sentence and its abstract where that is too long. */
export function buildPaperBlocks(edition: Edition, paper: Paper, form: Form): ElementContent[] {
  const page = edition.routes.paper(paper.slug);
  const around = (summary: readonly ElementContent[]) => [
    buildHead(edition, paper, form),
    ...summary,
    buildClosing(edition, 'papers', page, form),
  ];
  const whole = around(buildSummary(edition, paper, form));
  return Buffer.byteLength(renderItem(whole)) <= LONGEST_ITEM
    ? whole
    : around([
        buildSentence(paper, form),
        h('p', buildText(paper.abstract, form)),
        buildReadOn(page, form),
      ]);
}

/** An issue as an entry: its introduction and its papers in full, one below the other, as far as they fit. */
export function buildIssueItem(edition: Edition, issue: Issue, form: Form): FeedItem {
  const { digest, routes } = edition;
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const people = [...new Set([...issue.writers, ...issue.editors])];
  return {
    id: buildTagUri(digest.site, `issue/${issue.lastingId}`),
    url: form.address(routes.issue(issue.id)),
    title: issue.title.plain,
    authors: listPeople(edition, people, form),
    published: issue.date,
    updated: newestOf(issue.date, papers.flatMap(listChanges)),
    summary: papers.map(({ title }) => title.plain).join('; '),
    topics: listTopics(edition, papers, form),
    picture: form.address(routes.sharing('issues', issue.id)),
    html: renderIssueItem(edition, issue, papers, form),
  };
}

function renderIssueItem(
  edition: Edition,
  issue: Issue,
  papers: readonly Paper[],
  form: Form,
): string {
  const { routes } = edition;
  const page = routes.issue(issue.id);
  const within = { ...form, headingShift: form.headingShift + 1 };
  const closing = renderItem([buildClosing(edition, 'issues', page, form)]);
  const parts = [
    renderItem([...buildOpening(edition, issue, form), ...buildBody(edition, issue, form)]),
  ];
  let bytes = Buffer.byteLength(parts.join('') + closing);
  for (const paper of papers) {
    const address = form.address(routes.paper(paper.slug));
    const title = h(`h${2 + form.headingShift}`, [
      h('a', { href: address }, buildText(paper.title, form)),
    ]);
    const whole = renderItem([
      title,
      buildHead(edition, paper, within),
      ...buildSummary(edition, paper, within),
    ]);
    const isTaken = bytes + Buffer.byteLength(whole) <= LONGEST_ITEM;
    const part = isTaken
      ? whole
      : renderItem([
          title,
          buildSentence(paper, within),
          buildReadOn(routes.paper(paper.slug), form),
        ]);
    bytes += Buffer.byteLength(part);
    parts.push(part);
  }
  return [...parts, closing].filter((part) => part !== '').join('\n');
}

/** The issue's own picture, where it has one. */
function buildOpening(edition: Edition, issue: Issue, form: Form): ElementContent[] {
  const { hero } = issue;
  const picture = hero && resolveFor(edition, issue, form.address).picture(hero.src);
  if (!hero || !picture) return [];
  return [
    h('figure', [
      renderFeedPicture(picture, hero.alt),
      ...(hero.credit
        ? [h('figcaption', [`${text.issue.picture} `, ...buildText(hero.credit, form)])]
        : []),
    ]),
  ];
}

function buildReadOn(page: string, form: Form): ElementContent {
  return h('p', h('a', { href: form.address(page) }, text.feeds.item.readOn));
}

/** Days on which a summary was corrected or withdrawn. */
function listChanges({ corrections, withdrawn }: Paper): string[] {
  return [...corrections, ...(withdrawn ? [withdrawn] : [])].map(({ date }) => date);
}

function newestOf(day: string, others: readonly string[]): string {
  return others.reduce((newest, one) => (one > newest ? one : newest), day);
}

/** The tags of papers in our words, then their categories in arXiv's, each once. */
function listTopics({ digest, routes }: Edition, papers: readonly Paper[], form: Form): Topic[] {
  const tags = new Set(papers.flatMap((paper) => paper.tags));
  const categories = new Set(papers.flatMap((paper) => paper.categories));
  return [
    ...[...tags].map((id) => ({
      scheme: form.address(routes.tags()),
      term: id,
      label: digest.tagById.get(id)?.label ?? id,
    })),
    // The scheme by which arXiv's own feeds name them.
    ...[...categories].map((id) => ({
      scheme: 'http://arxiv.org/schemas/atom',
      term: id,
      label: digest.categoryById.get(id)?.label ?? id,
    })),
  ];
}
