import type { Node } from '../body/tree.ts';
import { formulaText } from '../body/formulas/text.ts';
import type { Edition } from '../digest/edition.ts';
import { findAt } from '../digest/found.ts';
import type { Issue, Paper, Person, Text } from '../digest/model.ts';
import { count, text } from '../text.ts';
import { readColours } from '../styles/colours.ts';
import { hueOf, listHues } from '../views/hue.ts';
import { nameIssue, periodOf } from '../views/issue-name.ts';
import { buildStretches } from '../views/residuals.ts';
import { hasOwnPicture } from '../views/sharing.ts';
import { countWork } from '../views/work.ts';
import { serif } from './faces.ts';
import { chooseSpelling } from './letters.ts';
import type { ColouredStretch, SharingPicture, TitlePiece } from './picture.ts';
import { showStretches } from './residuals.ts';

/** Names that stand in full; the others are counted. */
const SHOWN_NAMES = 3;
/** Issues whose residuals the site's own picture shows, the newest. */
const SHOWN_ISSUES = 3;

/** The paths of all pictures of an edition, as `routes.sharing` has them behind `sharing/`. */
export function listSharingPictures(edition: Edition): string[] {
  const { digest, routes } = edition;
  const people = digest.people.filter((person) => hasOwnPicture(edition, person));
  return [
    routes.siteSharing(),
    ...digest.issues.map(({ id }) => routes.sharing('issues', id)),
    ...digest.papers.map(({ slug }) => routes.sharing('papers', slug)),
    ...people.map(({ id }) => routes.sharing('authors', id)),
  ].map((address) => address.slice(`${routes.base}sharing/`.length));
}

/** @param path as `listSharingPictures` has it */
export function buildSharingPicture(edition: Edition, path: string): SharingPicture {
  const { digest, routes } = edition;
  if (`${routes.base}sharing/${path}` === routes.siteSharing()) return buildSitePicture(edition);
  const found = findAt(digest, path.replace(/\.png$/, ''));
  switch (found?.kind) {
    case 'issues':
      return buildIssuePicture(edition, found.thing);
    case 'papers':
      return buildPaperPicture(edition, found.thing);
    case 'authors':
      return buildPersonPicture(edition, found.thing);
    default:
      throw new Error(`There is no sharing picture ${path}.`);
  }
}

/** An issue: its residuals, its title, who wrote it. */
export function buildIssuePicture(edition: Edition, issue: Issue): SharingPicture {
  const people = [...new Set([...issue.writers, ...issue.editors])];
  const papers = count(issue.papers.length, 'paper');
  const lines = listNames(people.map((id) => nameOf(edition, id)));
  return {
    ...frame(edition, issue.id),
    within: periodOf(issue),
    title: buildTitle(issue.title, issue.id),
    lines: [...lines.map((names) => `${papers} · ${names}`), papers],
    stretches: showStretches(stretchesOfIssue(edition, issue)),
  };
}

/** A paper: the residuals of its issue with its own stretch in full colour, its title, its authors. */
export function buildPaperPicture(edition: Edition, paper: Paper): SharingPicture {
  const issue = edition.digest.issueById.get(paper.issue);
  return {
    ...frame(edition, paper.issue),
    within: issue ? nameIssue(issue) : paper.issue,
    title: buildTitle(paper.title, paper.slug),
    lines: listNames(paper.authors.map(({ name, person }) => chooseName(edition, [name], person))),
    stretches: issue ? showStretches(stretchesOfIssue(edition, issue, paper.slug)) : [],
  };
}

/**
 * A person: the residuals of what they wrote, each in the hue of its issue, the oldest first.
 * Who wrote neither has those of the issues they edited.
 */
export function buildPersonPicture(edition: Edition, person: Person): SharingPicture {
  const { digest } = edition;
  const written = new Set([...person.papers, ...person.summaries]);
  const issues = person.issues.flatMap((id) => digest.issueById.get(id) ?? []);
  const slugs = written.size > 0 ? [...written] : issues.flatMap((issue) => issue.papers);
  const counts = countWork(person).join(' · ');
  return {
    ...frame(edition),
    ...(person.collective && { within: text.author.group }),
    title: [plain(chooseName(edition, [], person.id))],
    lines: [...(person.affiliation ? [`${person.affiliation} · ${counts}`] : []), counts],
    stretches: showStretches(stretchesOf(edition, sortByAge(edition, slugs))),
  };
}

/** The site, for every other page: its name and the residuals of its newest issues, the oldest first. */
export function buildSitePicture(edition: Edition): SharingPicture {
  const { site, issues } = edition.digest;
  const newest = issues.slice(0, SHOWN_ISSUES).reverse();
  return {
    colours: frame(edition, issues[0]?.id).colours,
    title: [plain(site.name)],
    lines: [site.tagline, ''],
    stretches: showStretches(newest.flatMap((issue) => stretchesOfIssue(edition, issue))),
  };
}

function frame(edition: Edition, issue?: string): Pick<SharingPicture, 'site' | 'colours'> {
  const { paper, ink, soft } = readColours();
  const live = issue === undefined ? ink.light : colourOf(edition, issue);
  const colours = { paper: paper.light, ink: ink.light, soft: soft.light, live };
  return { site: edition.digest.site.name, colours };
}

/** The hue of an issue in the light theme: a picture has no dark side. */
function colourOf(edition: Edition, issue: string): string {
  const hue = listHues(edition.digest.site)[hueOf(edition, issue) - 1];
  return (hue ?? readColours().ink).light;
}

/** @param slug the paper that the picture is about; absent where it is the issue */
function stretchesOfIssue(edition: Edition, issue: Issue, slug?: string): ColouredStretch[] {
  return stretchesOf(edition, issue.papers).map((stretch, index) => ({
    ...stretch,
    pale: slug !== undefined && issue.papers[index] !== slug,
  }));
}

function stretchesOf(edition: Edition, slugs: readonly string[]): ColouredStretch[] {
  const papers = slugs.flatMap((slug) => edition.digest.paperBySlug.get(slug) ?? []);
  const texts = papers.map(({ facts }) => ({ href: '', title: '', weights: facts?.weights }));
  return buildStretches(texts).map(({ stems }, index) => {
    const issue = papers[index]?.issue ?? '';
    return { stems, colour: colourOf(edition, issue), pale: false };
  });
}

/** Slugs in reading order, the oldest issue first. */
function sortByAge({ digest }: Edition, slugs: readonly string[]): string[] {
  const issueOf = (slug: string) => digest.issueById.get(digest.paperBySlug.get(slug)?.issue ?? '');
  // Only the issues of these papers are asked, so that another's new paper leaves a picture as it is.
  return [...Map.groupBy(new Set(slugs), issueOf)]
    .sort(([a], [b]) => (a?.number ?? 0) - (b?.number ?? 0))
    .flatMap(([issue, own]) => (issue?.papers ?? []).filter((slug) => own.includes(slug)));
}

function nameOf(edition: Edition, id: string): string {
  return chooseName(edition, [], id);
}

/** A name as printed, in the spelling that the faces have; the letters of the id where they have none. */
function chooseName(edition: Edition, printed: readonly string[], id: string): string {
  const person = edition.digest.personById.get(id);
  const names = [...printed, ...(person ? [person.name, ...person.names] : [])];
  return chooseSpelling([...names, fromSlug(id)], serif);
}

/** `A, B, C and 9 more`, then the same with fewer names. */
function listNames(names: readonly string[]): string[] {
  const most = Math.min(SHOWN_NAMES, names.length);
  return Array.from({ length: most }, (_, index) => {
    const shown = names.slice(0, most - index).join(', ');
    const rest = names.length - (most - index);
    return rest === 0 ? shown : text.paper.first(shown, rest);
  });
}

/** A title without its markup; the words of its address where the faces have none of its letters. */
function buildTitle({ tree, plain: words }: Text, slug: string): TitlePiece[] {
  const pieces = tree.children.flatMap((node) => flatten(node, false));
  const isFormula = pieces.some(({ type }) => type === 'formula');
  return isFormula || /\p{L}|\p{N}/u.test(chooseSpelling([words], serif))
    ? pieces
    : [plain(fromSlug(slug))];
}

function flatten(node: Node, italic: boolean): TitlePiece[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return [{ type: 'text', text: node.value, italic }];
    case 'inlineFormula':
      return [{ type: 'formula', tex: node.tex, text: formulaText(node.tex) }];
    case 'break':
      return [plain(' ')];
    default:
      return 'children' in node
        ? node.children.flatMap((child) => flatten(child, italic || node.type === 'emphasis'))
        : [];
  }
}

function plain(words: string): TitlePiece {
  return { type: 'text', text: words, italic: false };
}

/** `wen-li` → `Wen Li`: letters that every face has. */
function fromSlug(slug: string): string {
  return slug.replace(
    /(?:^|-)([a-z0-9])/g,
    (all, first: string) => (all.length > 1 ? ' ' : '') + first.toUpperCase(),
  );
}
