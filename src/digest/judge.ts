import { nearest } from '../body/nearest.ts';
import type { Problem } from '../problem.ts';
import { categoryNames } from '../schemas/categories.ts';
import { judgeAddresses, type Addressed } from './addresses.ts';
import type { Contents } from './contents.ts';
import { categorySlug } from './contents.ts';
import type { IssueEntry, PaperEntry } from './entry.ts';
import { paperKeys } from './graph.ts';
import { writeScalar } from '../schemas/yaml-syntax.ts';
import { problemAt } from './problems.ts';
import type { Roster } from './roster.ts';

type Detail = Pick<Problem, 'severity' | 'code' | 'message' | 'fix'>;

function error(code: string, message: string, fix: string): Detail {
  return { severity: 'error', code, message, fix };
}

function warning(code: string, message: string, fix: string): Detail {
  return { severity: 'warning', code, message, fix };
}

/** What is wrong between files, each of which may be right by itself. */
export function judgeContents(contents: Contents, roster: Roster): Problem[] {
  const { papers, issues } = contents;
  return [
    ...roster.problems,
    ...judgeAllAddresses(contents),
    ...judgeIssueFolders(contents),
    ...papers.flatMap((paper) => [
      ...judgeTags(paper, contents),
      ...judgeCategories(paper),
      ...judgeDays(paper),
      ...judgeSummarisedIn(paper, contents),
      ...judgeRepeatedPeople(paper, roster),
    ]),
    ...judgeIdentifiers(papers),
    ...judgeCategoryAddresses(papers),
    ...issues.flatMap((issue) => judgeIssue(issue, contents)),
    ...judgeUnused(contents),
  ];
}

function judgeAllAddresses({ papers, issues, people, tags }: Contents): Problem[] {
  const aliased = (list: readonly string[] | undefined, path = 'aliases') =>
    (list ?? []).map((alias, index) => ({ alias, path: `${path}.${index}` }));
  const addressed = (entry: PaperEntry | IssueEntry | Contents['people'][number]): Addressed => {
    const { kind, id, file, places, data } = entry;
    return { kind, id, file, places, aliases: aliased(data.aliases) };
  };
  const feedIds: Addressed[] = papers.map(({ id, data, file, places }) => {
    return { kind: 'paper', id: data.id ?? id, file, places, aliases: [] };
  });
  return [
    ...judgeAddresses(papers.map(addressed)),
    ...judgeAddresses(issues.map(addressed)),
    ...judgeAddresses(people.map(addressed)),
    ...judgeAddresses(
      Object.entries(tags?.data ?? {}).map(([id, tag]) => ({
        kind: 'tag',
        id,
        file: tags?.file ?? '',
        places: tags?.places ?? {},
        aliases: aliased(tag?.aliases, `${id}.aliases`),
      })),
    ),
    // Two papers of one slug have been reported above; here it is the lasting ids that must differ.
    ...judgeAddresses(feedIds)
      .filter(({ file }) => papers.some((paper) => paper.file === file && paper.data.id))
      .map((problem) => ({
        ...problem,
        code: 'duplicate-id',
        message: problem.message.replace('is the address of', 'is the lasting id of'),
        fix: 'Take `id` out, or write the slug under which this paper was first published.',
      })),
  ];
}

function judgeIssueFolders({ papers, issues }: Contents): Problem[] {
  const known = new Set(issues.map(({ id }) => id));
  const orphans = Map.groupBy(
    papers.filter(({ issue }) => !known.has(issue)),
    ({ issue }) => issue,
  );
  return [...orphans].flatMap(([id, [first, ...more]]) => {
    if (first === undefined) return [];
    const count = more.length === 0 ? 'a paper' : `${more.length + 1} papers`;
    return [
      problemAt(
        first,
        '',
        error(
          'unknown-issue',
          `\`papers/${id}/\` holds ${count}, but there is no \`issues/${id}/index.mdx\`.`,
          `Make \`issues/${id}/index.mdx\` with title, date and editors, or move ${more.length === 0 ? 'the paper' : 'the papers'} to an issue that exists.`,
        ),
      ),
    ];
  });
}

function judgeTags(paper: PaperEntry, { papers, tags, tagOf }: Contents): Problem[] {
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
    if (id === undefined) {
      const near = nearest(tag, tagOf.keys());
      return [
        problemAt(
          paper,
          path,
          error(
            'unknown-tag',
            `There is no tag \`${tag}\`.`,
            near === undefined
              ? 'Take one from `tags.yaml`, or add it there with a label and a description.'
              : `Write \`${near}\`, or add \`${tag}\` to \`tags.yaml\` with a label and a description.`,
          ),
        ),
      ];
    }
    const before = seen.get(id);
    seen.set(id, tag);
    if (before === undefined) return [];
    const message = `\`${tag}\` and \`${before}\` are the same tag.`;
    return [problemAt(paper, path, warning('repeated-tag', message, `Keep \`${id}\` alone.`))];
  });
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

function judgeDays(paper: PaperEntry): Problem[] {
  const { published, summarised } = paper.data;
  if (published === undefined || summarised === undefined || published <= summarised) return [];
  return [
    problemAt(
      paper,
      'summarised',
      warning(
        'summarised-before-published',
        `The summary is dated ${summarised}, before the paper was published (${published}).`,
        'Check both: `published` is the day on which the paper was first made public.',
      ),
    ),
  ];
}

function judgeSummarisedIn(paper: PaperEntry, { papers, drafts }: Contents): Problem[] {
  const slug = paper.data.summarisedIn;
  if (slug === undefined) return [];
  const report = (code: string, message: string, fix: string) => [
    problemAt(paper, 'summarisedIn', error(code, message, fix)),
  ];
  const target = papers.find((other) => other.slug === slug);
  if (target === paper) {
    const fix = 'Write the slug of the paper whose summary covers this one.';
    return report('summarised-in-itself', '`summarisedIn` names the paper itself.', fix);
  }
  if (target === undefined) {
    const moved = papers.find(({ data }) => data.aliases?.includes(slug));
    const near =
      moved?.slug ??
      nearest(
        slug,
        papers.map((other) => other.slug),
      );
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

function judgeIdentifiers(papers: readonly PaperEntry[]): Problem[] {
  const owners = new Map<string, PaperEntry>();
  return papers.flatMap((paper) => {
    return paperKeys(paper.data).flatMap(({ field, key }) => {
      const owner = owners.get(key) ?? paper;
      owners.set(key, owner);
      if (owner === paper) return [];
      const value = String(paper.data[field as 'arxiv']);
      const message = `\`${field}: ${value}\` is also the paper of ${owner.file}.`;
      const fix = 'Keep one of the two files, or correct the identifier.';
      return [problemAt(paper, field, error('duplicate-paper', message, fix))];
    });
  });
}

function judgeCategoryAddresses(papers: readonly PaperEntry[]): Problem[] {
  const owners = new Map<string, string>();
  return papers.flatMap((paper) =>
    (paper.data.categories ?? []).flatMap((id, index) => {
      const owner = owners.get(categorySlug(id)) ?? id;
      owners.set(categorySlug(id), owner);
      if (owner === id) return [];
      const message = `\`${id}\` has the address of \`${owner}\`, \`/categories/${categorySlug(id)}/\`.`;
      const place = `categories.${index}`;
      return [problemAt(paper, place, error('duplicate-category', message, `Write \`${owner}\`.`))];
    }),
  );
}

function judgeIssue(issue: IssueEntry, { papers, drafts }: Contents): Problem[] {
  const named = issue.data.papers ?? [];
  const own = papers.filter((paper) => paper.issue === issue.id);
  const problems = named.flatMap((slug, index) => {
    if (drafts.papers.has(slug)) return [];
    const paper = own.find((other) => other.slug === slug);
    if (paper !== undefined) return [];
    const other = papers.find((one) => one.slug === slug);
    const moved = own.find(({ data }) => data.aliases?.includes(slug));
    const near =
      moved?.slug ??
      nearest(
        slug,
        own.map((one) => one.slug),
      );
    const detail =
      other === undefined
        ? error(
            'unknown-paper',
            `There is no paper \`${slug}\` in \`papers/${issue.id}/\`.`,
            near === undefined ? 'Take it out of the list.' : `Write \`${near}\`.`,
          )
        : error(
            'paper-of-another-issue',
            `\`${slug}\` is a paper of the issue \`${other.issue}\`.`,
            `Take it out, or move its folder to \`papers/${issue.id}/\`.`,
          );
    return [problemAt(issue, `papers.${index}`, detail)];
  });
  if (own.length > 0) return problems;
  const message = `The issue \`${issue.id}\` has no paper.`;
  const fix = `Put its papers into \`papers/${issue.id}/\`, or write \`draft: true\` until there is one.`;
  return [...problems, problemAt(issue, '', warning('empty-issue', message, fix))];
}

function judgeUnused({ people, tags, used }: Contents): Problem[] {
  const unusedTags = Object.keys(tags?.data ?? {}).filter((id) => !used.tags.has(id));
  return [
    ...unusedTags.map((id) =>
      problemAt(
        tags ?? { file: '', places: {} },
        id,
        warning(
          'unused-tag',
          `No paper has the tag \`${id}\`.`,
          'Take it out, unless a paper is to come.',
        ),
      ),
    ),
    ...people
      .filter(({ id }) => !used.people.has(id))
      .map((person) =>
        problemAt(
          person,
          '',
          warning(
            'unused-person',
            `\`${person.id}\` is neither author nor writer, reviewer or editor of anything.`,
            'Take the file out, or correct the name or the id where the person is meant.',
          ),
        ),
      ),
  ];
}
