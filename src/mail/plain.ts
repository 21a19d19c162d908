import type { Node } from '../body/tree.ts';
import type { Edition } from '../digest/edition.ts';
import { count, longDate, text } from '../text.ts';
import { periodOf } from '../views/issue-name.ts';
import {
  buildFacts,
  namesOf,
  type Excerpt,
  type IssueExcerpt,
  type PaperExcerpt,
} from './excerpt.ts';
import type { Variables } from './html.ts';
import { WIDTH, wrap } from './wrap.ts';

/**
 * The plain text that goes with a mail: the same texts in lines of 72 characters, formulas as Unicode, each address
 * on a line of its own.
 *
 * @param page address of the issue
 */
export function buildPlainText(
  edition: Edition,
  { issue, intro, papers }: IssueExcerpt,
  page: string,
  { unsubscribe }: Variables,
): string {
  const { digest, routes } = edition;
  const { site } = digest;
  const parts = [
    wrap(`${site.name} · ${text.mail.opening(count(papers.length, 'paper'), periodOf(issue))}`),
    underline(issue.title.plain, '='),
    wrap(namesOf(edition, [...issue.writers, ...issue.editors])),
    address(text.mail.onSite, page),
    renderShown(intro),
    ...papers.flatMap((excerpt, index) => buildPaper(edition, excerpt, index + 1)),
    '-'.repeat(WIDTH),
    address(text.mail.archive, routes.absolute(routes.issues())),
    ...(site.licence ? [`${text.mail.licence(site.licence.name)}\n${site.licence.url}`] : []),
    ...(unsubscribe === undefined ? [] : [address(text.mail.unsubscribe, unsubscribe)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function buildPaper(edition: Edition, excerpt: PaperExcerpt, number: number): string[] {
  const { paper, rest, isWhole } = excerpt;
  const { title, tldr, withdrawn } = paper;
  const said = withdrawn
    ? `${text.mail.withdrawn(longDate(withdrawn.date))} ${withdrawn.note.plain}`
    : tldr.plain;
  const lead = isWhole ? text.mail.whole : [text.mail.readOn, ...rest].join(' · ');
  const { absolute, paper: page } = edition.routes;
  return [
    underline(`${number}. ${title.plain}`, '-'),
    wrap(buildFacts(edition, paper)),
    wrap(said),
    renderShown(excerpt),
    address(lead, absolute(page(paper.slug))),
  ];
}

function renderShown({ rendering, shown }: Excerpt): string {
  return shown.length === 0 ? '' : wrap(rendering.text(shown), new Set(shown.flatMap(listCode)));
}

/** The lines of all code in a block. */
function listCode(node: Node): string[] {
  if (node.type === 'code') return node.value.split('\n').map((line) => line.trim());
  return 'children' in node ? node.children.flatMap(listCode) : [];
}

function underline(words: string, sign: string): string {
  const lines = wrap(words);
  const width = Math.max(...lines.split('\n').map((line) => [...line].length));
  return `${lines}\n${sign.repeat(width)}`;
}

function address(words: string, href: string): string {
  return `${wrap(words)}:\n${href}`;
}
