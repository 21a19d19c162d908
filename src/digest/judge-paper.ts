import { nearest } from '../body/nearest.ts';
import type { Problem } from '../problem.ts';
import { categoryNames } from '../schemas/categories.ts';
import { writeScalar } from '../schemas/yaml-syntax.ts';
import { judgeDays } from './judge-days.ts';
import type { Contents } from './contents.ts';
import type { PaperEntry } from './entry.ts';
import { findMeantTag } from './meant-tag.ts';
import { error, problemAt, warning } from './problems.ts';
import type { Roster } from './roster.ts';

/** What a paper names in other files, and what cannot be true of it. */
export function judgePaper(paper: PaperEntry, contents: Contents, roster: Roster): Problem[] {
  return [
    ...judgeTags(paper, contents),
    ...judgeCategories(paper),
    ...judgeDays(paper),
    ...judgeSummarisedIn(paper, contents),
    ...judgeRepeatedPeople(paper, roster),
  ];
}

function judgeTags(paper: PaperEntry, contents: Contents): Problem[] {
  const { papers, tags, tagOf } = contents;
  const written = paper.data.tags ?? [];
  if (tags === undefined) {
    // Said once: it is one fault, however many papers there are.
    if (paper !== papers.find(({ data }) => data.tags !== undefined)) return [];
    const message = 'Papers have tags, but there is no `tags.yaml`.';
    const fix = 'Make `tags.yaml` with a label and a description for each tag.';
    return [problemAt(paper, 'tags', error('tags-missing', message, fix))];
  }
  const seen = new Map<string, string>();
  return written.flatMap((tag, index) => {
    const path = `tags.${index}`;
    const id = tagOf.get(tag);
    if (id === undefined) return [explainUnknownTag(paper, path, tag, contents)];
    const before = seen.get(id);
    seen.set(id, tag);
    if (before === undefined) return [];
    const message = `\`${tag}\` and \`${before}\` are the same tag.`;
    return [problemAt(paper, path, warning('repeated-tag', message, `Keep \`${id}\` alone.`))];
  });
}

function explainUnknownTag(
  paper: PaperEntry,
  path: string,
  tag: string,
  contents: Contents,
): Problem {
  const { slug, near, isCertain } = findMeantTag(tag, contents);
  const fix =
    near === undefined
      ? 'Take one from `tags.yaml`, or add it there with a label and a description.'
      : contents.tagOf.has(slug)
        ? `Write \`${near}\`.`
        : `Write \`${near}\`, or add \`${slug}\` to \`tags.yaml\` with a label and a description.`;
  const problem = problemAt(paper, path, error('unknown-tag', `There is no tag \`${tag}\`.`, fix));
  if (near === undefined || !isCertain || paper.data.tags?.includes(near)) return problem;
  return { ...problem, edit: { line: problem.line, column: problem.column, old: tag, text: near } };
}

function judgeCategories(paper: PaperEntry): Problem[] {
  return (paper.data.categories ?? []).flatMap((id, index) => {
    if (Object.hasOwn(categoryNames, id)) return [];
    const near = nearest(id, Object.keys(categoryNames));
    const message = `\`${id}\` is no category of arXiv that is known here.`;
    const fix =
      near === undefined
        ? 'Look it up on the page of the paper; if arXiv has it, it can stay.'
        : `Write \`${near}\` if that is meant; if arXiv has \`${id}\`, it can stay.`;
    return [problemAt(paper, `categories.${index}`, warning('unknown-category', message, fix))];
  });
}

function judgeSummarisedIn(
  paper: PaperEntry,
  { papers, paperBySlug, drafts }: Contents,
): Problem[] {
  const slug = paper.data.summarisedIn;
  if (slug === undefined) return [];
  const report = (code: string, message: string, fix: string) => [
    problemAt(paper, 'summarisedIn', error(code, message, fix)),
  ];
  const target = paperBySlug.get(slug);
  if (target === paper) {
    const fix = 'Write the slug of the paper whose summary covers this one.';
    return report('summarised-in-itself', '`summarisedIn` names the paper itself.', fix);
  }
  if (target === undefined) {
    const moved = papers.find(({ data }) => data.aliases?.includes(slug));
    const near = moved?.slug ?? nearest(slug, paperBySlug.keys());
    const draft = drafts.papers.has(slug);
    return report(
      'unknown-summary',
      draft ? `The paper \`${slug}\` is a draft.` : `There is no paper \`${slug}\`.`,
      draft
        ? 'Publish it first, or keep this file a draft too.'
        : near === undefined
          ? 'Write the slug of a paper that has a summary, or take the line out.'
          : `Write \`${near}\`.`,
    );
  }
  // Of a file that cannot be read it is not known whether it has a summary.
  if (target.facts !== undefined || !target.whole) return [];
  return report(
    'summarised-in-listing',
    `\`${slug}\` has no summary itself.`,
    'Write the slug of a paper that has one, or take the line out.',
  );
}

function judgeRepeatedPeople(paper: PaperEntry, roster: Roster): Problem[] {
  const first = new Map<string, number>();
  return (paper.data.authors ?? []).flatMap((author, index) => {
    const path = `authors.${index}`;
    const person = roster.at(paper, path)?.person;
    const before = person === undefined ? undefined : first.get(person);
    if (person === undefined) return [];
    if (before === undefined) {
      first.set(person, index);
      return [];
    }
    const name = typeof author === 'string' ? author : author.name;
    const message = `\`${name}\`, author ${index + 1}, is the same person as author ${before + 1}.`;
    const fix = `If they are two people, give each a file in \`people/\` and write \`{ name: ${writeScalar(name)}, id: … }\`; if not, take one out, unless the paper prints both.`;
    return [problemAt(paper, path, warning('repeated-author', message, fix))];
  });
}
