import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { listSources } from '../digest/sources.ts';
import { text } from '../text.ts';
import type { EntryRendering } from './entry.ts';

/** What of a body is in a mail. */
export type Excerpt = {
  rendering: EntryRendering;
  /** Blocks from its beginning on. */
  shown: Node[];
  /** The sections that begin in what is left out. */
  rest: string[];
  isWhole: boolean;
};

export type PaperExcerpt = Excerpt & { paper: Paper };
export type IssueExcerpt = { issue: Issue; intro: Excerpt; papers: PaperExcerpt[] };

/** Names of authors that stand in full. */
const SHOWN_NAMES = 3;

/** @param blocks how many of the body are in the mail */
export function cut(rendering: EntryRendering, blocks: number): Excerpt {
  const { body, text } = rendering;
  const rest = body.slice(blocks).filter((node) => node.type === 'heading' && node.depth === 2);
  return {
    rendering,
    shown: body.slice(0, blocks),
    rest: rest.map((node) => text([node])),
    isWhole: blocks >= body.length,
  };
}

/** Who wrote the paper, where it is, who summarised it. */
export function buildFacts(edition: Edition, paper: Paper): string {
  const names = paper.authors.map(({ name }) => name);
  const shown = names.slice(0, SHOWN_NAMES).join(', ');
  const more = names.length - SHOWN_NAMES;
  const [source] = listSources(paper);
  return [
    more > 0 ? text.paper.first(shown, more) : shown,
    ...(paper.venue ? [paper.venue] : []),
    ...(source?.kind === 'arxiv' ? [`${text.paper.link.arxiv} ${source.id}`] : []),
    ...(paper.writers.length > 0 ? [text.mail.summaryBy(namesOf(edition, paper.writers))] : []),
  ].join('\u00a0· ');
}

/** People by id, each once, as they are called. */
export function namesOf({ digest }: Edition, ids: readonly string[]): string {
  return [...new Set(ids)].map((id) => digest.personById.get(id)?.name ?? id).join(', ');
}
