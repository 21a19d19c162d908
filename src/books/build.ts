import type { Edition } from '../digest/edition.ts';
import type { Issue, Paper } from '../digest/model.ts';
import { buildTagUri } from '../digest/tag-uri.ts';
import { buildIssuePicture } from '../sharing/build.ts';
import { coverSize } from '../sharing/picture.ts';
import { readColours } from '../styles/colours.ts';
import { text } from '../text.ts';
import { hueOf, listHues } from '../views/hue.ts';
import { periodOf } from '../views/issue-name.ts';
import { buildStretches } from '../views/residuals.ts';
import type { Book, BookDocument, Maker } from './book.ts';
import { renderChapter } from './chapter.ts';
import { directionOf } from './language.ts';
import { renderColophon, renderCover, renderIntroduction, renderTitlePage } from './matter.ts';
import { TEXT_ID, type Shelf } from './rendering.ts';

/** An issue as a book: its introduction and its papers, each a document of its own. */
export function buildBook(edition: Edition, issue: Issue): Book {
  const { digest, routes } = edition;
  const { site } = digest;
  const papers = issue.papers.flatMap((slug) => digest.paperBySlug.get(slug) ?? []);
  const shelf: Shelf = {
    documents: new Map(papers.map(({ slug }) => [routes.paper(slug), fileOf(slug)])),
    pictures: new Map(),
  };
  const makers = listMakers(edition, issue);
  const modified = findModified(issue, papers);
  const stretches = buildStretches(
    papers.map(({ slug, title, facts }) => ({
      href: fileOf(slug),
      title: title.plain,
      weights: facts?.weights,
    })),
  );
  const { ink } = readColours();
  const hue = listHues(site)[hueOf(edition, issue.id) - 1] ?? ink;
  const all = { edition, issue, papers, shelf, makers, modified, stretches, hue };
  const page = (type: BookDocument['type'], title: string, body: string): BookDocument => ({
    ...{ file: `${type}.xhtml`, type, title, body },
    sections: [],
  });
  const documents = [
    page('cover', text.book.cover, renderCover(all)),
    page('titlepage', text.book.titlePage, renderTitlePage(all)),
    page('toc', text.issue.contents, ''),
    ...(issue.body ? [page('introduction', text.book.introduction, renderIntroduction(all))] : []),
    ...papers.map((paper, index): BookDocument => ({
      file: fileOf(paper.slug),
      title: paper.title.plain,
      type: 'chapter',
      body: renderChapter(edition, paper, { shelf, stretch: stretches[index], hue }),
      sections: listSections(paper),
    })),
    page('colophon', text.book.colophon, renderColophon(all)),
  ];
  return {
    id: buildTagUri(site, `issue/${issue.lastingId}`),
    title: issue.title.plain,
    language: site.language,
    direction: directionOf(site.language),
    description: `${periodOf(issue)}: ${papers.map(({ title }) => title.plain).join('; ')}`,
    publisher: site.name,
    ...(site.licence && { rights: `${site.licence.name}, ${site.licence.url}` }),
    subjects: [...new Set(papers.flatMap(({ tags }) => tags))].map(
      (id) => digest.tagById.get(id)?.label ?? id,
    ),
    makers,
    published: issue.date,
    modified,
    documents,
    pictures: new Map([...shelf.pictures].sort(([a], [b]) => (a < b ? -1 : 1))),
    cover: { ...buildIssuePicture(edition, issue), size: coverSize },
    hue,
  };
}

/** A slug may be `cover` or `toc`. */
function fileOf(slug: string): string {
  return `paper-${slug}.xhtml`;
}

/** What the contents name of a paper: nothing where it is withdrawn and leaves its notice alone. */
function listSections({ withdrawn, facts }: Paper): BookDocument['sections'] {
  if (withdrawn) return [];
  return (facts?.sections ?? []).map(({ id, text: title }) => ({ id: TEXT_ID + id, title }));
}

function listMakers({ digest }: Edition, { writers, editors }: Issue): Maker[] {
  return [...new Set([...writers, ...editors])].map((id) => {
    const person = digest.personById.get(id);
    const { name = id, family = id, given = '', collective = false } = person ?? {};
    return {
      name,
      sortName: given === '' || collective ? name : `${family}, ${given}`,
      roles: [
        ...(writers.includes(id) ? ['aut' as const] : []),
        ...(editors.includes(id) ? ['edt' as const] : []),
      ],
    };
  });
}

/** The newest day that anything in the issue is of. */
function findModified(issue: Issue, papers: readonly Paper[]): string {
  const days = papers.flatMap(({ day, corrections, withdrawn }) => [
    day,
    ...corrections.map(({ date }) => date),
    ...(withdrawn ? [withdrawn.date] : []),
  ]);
  return [issue.date, ...days].reduce((newest, day) => (day > newest ? day : newest));
}
