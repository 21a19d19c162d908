import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../digest/edition.ts';
import type { Paper } from '../digest/model.ts';
import { count, longDate, text } from '../text.ts';
import { periodOf } from '../views/issue-name.ts';
import type { EntryRendering, MailSources } from './entry.ts';
import { buildFacts, namesOf, type IssueExcerpt, type PaperExcerpt } from './excerpt.ts';
import { measure } from './html.ts';
import { FRAME, STYLES } from './styles.ts';

/** What stands in the column of a mail, from its first line to its foot. */
export function buildContent(
  edition: Edition,
  { issue, intro, papers }: IssueExcerpt,
  sources: MailSources,
): ElementContent[] {
  const { digest, routes } = edition;
  const { site } = digest;
  const page = routes.absolute(routes.issue(issue.id));
  const hero = issue.hero && edition.pictureOf(issue, issue.hero.src);
  const picture = hero && sources.pictures.place(edition, hero);
  const [only] = papers.length === 1 ? papers : [];
  return [
    paragraph('kicker', [
      quiet(routes.absolute(routes.home()), site.name),
      ` · ${text.mail.opening(count(papers.length, 'paper'), periodOf(issue))} · `,
      quiet(page, text.mail.onSite),
    ]),
    element('h1', {}, intro.rendering.inline(issue.title.tree)),
    ...byline(namesOf(edition, [...issue.writers, ...issue.editors])),
    ...(picture && issue.hero
      ? [
          element('p', {}, [
            element(
              'img',
              {
                src: picture.href,
                width: picture.width,
                height: picture.height,
                alt: issue.hero.alt,
              },
              [],
            ),
          ]),
        ]
      : []),
    ...intro.rendering.blocks(intro.shown),
    ...(intro.isWhole ? [] : [readOn(page, intro.rest)]),
    ...(only ? [] : buildContents(edition, papers, page)),
    ...papers.flatMap((excerpt) =>
      excerpt.shown.length > 0 || only ? buildPaper(edition, excerpt, excerpt === only) : [],
    ),
    element('hr', {}, []),
    paragraph('foot', [text.mail.formulas]),
    paragraph('foot', [
      quiet(page, text.mail.onSite),
      ' · ',
      quiet(routes.absolute(routes.issues()), text.mail.archive),
      ...(site.licence
        ? [' · ', quiet(site.licence.url, text.mail.licence(site.licence.name))]
        : []),
    ]),
  ];
}

/** Bytes of the contents, since an issue may have hundreds of papers. */
const MOST_CONTENTS = 50_000;

/** @param page where those stand that there is no room for */
function buildContents(
  { routes }: Edition,
  papers: readonly PaperExcerpt[],
  page: string,
): ElementContent[] {
  if (papers.length === 0) return [];
  const rows = papers.map(({ paper, rendering }) =>
    element('li', {}, [
      element(
        'a',
        { href: routes.absolute(routes.paper(paper.slug)) },
        rendering.inline(paper.title.tree),
      ),
      element('br', {}, []),
      ...(withdrawal(paper, rendering) ?? rendering.inline(paper.tldr.tree)),
    ]),
  );
  let room = MOST_CONTENTS;
  const fitting = rows.filter((row) => (room -= measure([row])) >= 0);
  const more = rows.length - fitting.length;
  return [
    element('h3', {}, [text.mail.contents]),
    element('ol', {}, fitting),
    ...(more > 0
      ? [paragraph('more', [element('a', { href: page }, [text.mail.more(count(more, 'paper'))])])]
      : []),
  ];
}

function buildPaper(
  edition: Edition,
  { paper, rendering, shown, rest, isWhole }: PaperExcerpt,
  isAlone: boolean,
): ElementContent[] {
  const { routes } = edition;
  const page = routes.absolute(routes.paper(paper.slug));
  const withdrawn = withdrawal(paper, rendering);
  return [
    element('hr', {}, []),
    element('h2', {}, [
      h('a', { href: page, style: FRAME.title }, rendering.inline(paper.title.tree)),
    ]),
    ...byline(buildFacts(edition, paper)),
    ...(withdrawn ? [element('p', {}, withdrawn)] : []),
    ...(isAlone && !withdrawn ? [paragraph('tldr', rendering.inline(paper.tldr.tree))] : []),
    ...rendering.blocks(shown),
    isWhole
      ? paragraph('more', [element('a', { href: page }, [text.mail.whole])])
      : readOn(page, rest),
  ];
}

function withdrawal(
  { withdrawn }: Paper,
  { inline }: EntryRendering,
): ElementContent[] | undefined {
  if (!withdrawn) return undefined;
  const { date, note } = withdrawn;
  return [
    element('strong', {}, [text.mail.withdrawn(longDate(date))]),
    { type: 'text', value: ' ' },
    ...inline(note.tree),
  ];
}

function byline(words: string): Element[] {
  return words === '' ? [] : [paragraph('byline', [words])];
}

function readOn(href: string, sections: readonly string[]): Element {
  const words = [text.mail.readOn, ...(sections.length > 0 ? [sections.join(', ')] : [])];
  return paragraph('more', [element('a', { href }, [words.join(': ')])]);
}

function quiet(href: string, words: string): Element {
  return h('a', { href, style: FRAME.quiet }, words);
}

function paragraph(style: keyof typeof FRAME, children: (ElementContent | string)[]): Element {
  return h('p', { style: FRAME[style] }, children);
}

function element(
  name: string,
  attributes: Record<string, string | number>,
  children: (ElementContent | string)[],
): Element {
  const style = STYLES[name];
  return h(name, { ...attributes, ...(style ? { style } : {}) }, children);
}
