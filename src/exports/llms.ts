import type { PhrasingContent, RootContent } from 'mdast';
import { writeMarkdown } from '../body/rendering/markdown.ts';
import { linkTo, paragraph, quote, text as words } from '../body/rendering/markdown-blocks.ts';
import type { Edition } from '../digest/edition.ts';
import { longDate, text } from '../text.ts';
import { buildWords } from './texts.ts';

/** How many of the newest are named; the lists lead to the rest, so that the file stays small enough to be read whole. */
const NEWEST = { issues: 24, summaries: 50 };

/** What a language model should know of the site and where it reads on: https://llmstxt.org */
export function renderLlms(edition: Edition): string {
  const { digest, routes } = edition;
  const { site } = digest;
  const { llms } = text.twins;
  const { statistics } = text.linking;
  const to = (path: string, name: string | PhrasingContent[]) =>
    linkTo(routes.absolute(path), typeof name === 'string' ? [words(name)] : name);
  const issues = digest.issues
    .slice(0, NEWEST.issues)
    .map((issue) => [
      ...to(routes.twin(routes.issue(issue.id), 'md'), buildWords(issue.title)),
      words(`: ${llms.issue(longDate(issue.date), issue.papers.length)}`),
    ]);
  const summaries = digest.papers
    .filter(({ body, withdrawn }) => body && !withdrawn)
    .slice(0, NEWEST.summaries)
    .map((paper) => [
      ...to(routes.twin(routes.paper(paper.slug), 'md'), buildWords(paper.title)),
      words(': '),
      ...buildWords(paper.tldr),
    ]);
  const data = [
    [...to(routes.digestJson(), llms.digest[0]), words(`: ${llms.digest[1]}`)],
    [...to(routes.labels(), llms.labels[0]), words(`: ${llms.labels[1]}`)],
    [...to(routes.jsonSchema('digest'), llms.schema[0]), words(`: ${llms.schema[1]}`)],
  ];
  const lists = [
    [...to(routes.issues(), text.list.issues), words(`: ${text.list.issuesIntro}`)],
    [...to(routes.papers(), text.list.papers), words(`: ${text.list.papersIntro}`)],
    [...to(routes.tags(), text.list.tags), words(`: ${text.list.tagsIntro}`)],
    [...to(routes.equations(), text.equations.title), words(`: ${text.equations.intro}`)],
    [...to(routes.statistics(), statistics.title), words(`: ${statistics.intro}`)],
  ];
  return `${writeMarkdown([
    heading(1, site.name),
    quote([paragraph([words(site.description)])]),
    paragraph([words(llms.intro)]),
    ...(site.licence
      ? [
          paragraph([
            words(`${text.footer.licence}: `),
            ...linkTo(site.licence.url, [words(site.licence.name)]),
            words('.'),
          ]),
        ]
      : []),
    ...section(text.list.issues, issues),
    ...section(llms.summaries, summaries),
    ...section(llms.data, data),
    // The one heading with a meaning: what may be left out where there is little room.
    ...section('Optional', lists),
  ])}\n`;
}

function section(title: string, items: PhrasingContent[][]): RootContent[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: [paragraph(item)],
  }));
  return [heading(2, title), { type: 'list', ordered: false, spread: false, children }];
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: 'heading', depth, children: [words(title)] };
}
