import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import type { Issue } from '../digest/model.ts';
import { text } from '../text.ts';
import { hueOf, listHues } from '../views/hue.ts';
import { periodOf } from '../views/issue-name.ts';
import { buildContent } from './content.ts';
import { share, type Part } from './cut.ts';
import { renderEntry, type EntryRendering, type MailSources } from './entry.ts';
import { cut, type IssueExcerpt } from './excerpt.ts';
import { measure, renderDocument, type Variables } from './html.ts';
import { buildPlainText } from './plain.ts';
import { INK } from './styles.ts';

/** An issue as mail. */
export type Mail = {
  /** Plain text, in one line. */
  subject: string;
  html: string;
  text: string;
};

/** Bytes of the whole: Gmail cuts off what is longer than 102 kB, and who sends it makes its addresses longer. */
export const MOST_BYTES = 92_000;

/**
 * An issue as one mail: who wrote it, its introduction, every paper in a sentence, and of each summary, from its
 * beginning on, as many whole blocks as there is room for, evenly; the rest is a link away.
 */
export function buildMail(
  edition: Edition,
  issue: Issue,
  sources: MailSources,
  variables: Variables = {},
): Mail {
  const { digest, routes } = edition;
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const intro = renderEntry(edition, issue, sources);
  const renderings = papers.map((paper) => renderEntry(edition, paper, sources));
  const compose = ([first = 0, ...blocks]: readonly number[]): IssueExcerpt => ({
    issue,
    intro: cut(intro, first),
    papers: papers.map((paper, index) => ({
      paper,
      ...cut(renderings[index] ?? intro, blocks[index] ?? 0),
    })),
  });
  const render = (excerpt: IssueExcerpt) => {
    const content = buildContent(edition, excerpt, sources);
    const { language } = digest.site;
    const hue = listHues(digest.site)[hueOf(edition, issue.id) - 1]?.light ?? INK;
    return renderDocument({ title: issue.title.plain, language, hue, content }, variables);
  };
  const parts = [intro, ...renderings].map(buildPart);
  // One block of each that has any: with them stand the heads of the papers and the lines that lead to the rest.
  const heads = parts.map(({ sizes }) => Math.min(1, sizes.length));
  const frame = measure(render(compose(heads)));
  const chosen = compose(share(parts, MOST_BYTES - frame));
  return {
    subject: text.mail.subject(issue.title.plain, digest.site.name, periodOf(issue)),
    html: render(chosen),
    text: buildPlainText(edition, chosen, routes.absolute(routes.issue(issue.id)), variables),
  };
}

function buildPart({ body, blocks }: EntryRendering): Part {
  return {
    sizes: body.map((node) => measure(blocks([node]))),
    mayEnd: (number) => !leadsOn(body[number - 1]),
  };
}

/** Whether what follows belongs to it: it is a heading, or ends in a colon. */
function leadsOn(node: Node | undefined): boolean {
  if (node?.type === 'heading') return true;
  if (node?.type !== 'paragraph') return false;
  const last = node.children.at(-1);
  return last?.type === 'text' && /[:,]\s*$/.test(last.value);
}
