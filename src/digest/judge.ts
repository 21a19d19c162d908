import { nearest } from '../body/nearest.ts';
import type { Problem } from '../problem.ts';
import { judgeAddresses, type Addressed } from './addresses.ts';
import { collect, unique } from './collections.ts';
import { categorySlug, type Contents } from './contents.ts';
import type { IssueEntry, PaperEntry } from './entry.ts';
import { paperKeys } from './graph.ts';
import { judgeKeyIdea, judgeLinks } from './judge-summary.ts';
import { judgeNames } from './judge-names.ts';
import { judgePaper } from './judge-paper.ts';
import { findMeantTag } from './meant-tag.ts';
import type { Site } from '../site.ts';
import { error, problemAt, warning } from './problems.ts';
import type { Roster } from './roster.ts';

/** What is wrong between files, each of which may be right by itself. */
export function judgeContents(contents: Contents, roster: Roster, site: Site): Problem[] {
  const { papers, issues, about = [] } = contents;
  return [
    ...roster.problems,
    ...judgeAllAddresses(contents),
    ...judgeIssueFolders(contents),
    ...papers.flatMap((paper) => judgePaper(paper, contents, roster)),
    ...judgeNames(papers, roster),
    ...papers.flatMap((paper) => judgeKeyIdea(paper, site)),
    ...[papers, issues, about].flat().flatMap((entry) => judgeLinks(entry, contents, site)),
    ...judgeIdentifiers(papers),
    ...judgeCategoryAddresses(papers),
    ...issues.flatMap((issue) => judgeIssue(issue, contents)),
    ...judgeUnused(contents, roster),
  ];
}

function judgeAllAddresses({ papers, issues, people, tags }: Contents): Problem[] {
  const aliased = (list: readonly string[] | undefined, path = 'aliases') =>
    (list ?? []).map((alias, index) => ({ alias, path: `${path}.${index}` }));
  const addressed = (entry: PaperEntry | IssueEntry | Contents['people'][number]): Addressed => {
    const { kind, id, file, places, data } = entry;
    return { kind, id, file, places, aliases: aliased(data.aliases) };
  };
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
    ...judgeLastingIds(papers),
    ...judgeLastingIds(issues),
  ];
}

/** Feeds know each by its lasting id; a reader's program would show one in the place of another. */
function judgeLastingIds(entries: readonly (PaperEntry | IssueEntry)[]): Problem[] {
  const claims = collect(entries, ({ id, data }) =>
    unique([data.id ?? id, ...(data.aliases ?? [])]),
  );
  return entries.flatMap((entry) => {
    const { kind } = entry;
    const { id } = entry.data;
    const owners = claims.get(id ?? '') ?? [];
    // Who has or had it as an address owns it, whoever else says so; else who comes first.
    const owner = owners.find(({ data }) => data.id !== id) ?? owners[0];
    if (id === undefined || owner === undefined || owner === entry) return [];
    const message = `\`${id}\` is the lasting id of another ${kind} too: ${owner.file}.`;
    const first = kind === 'paper' ? 'slug' : 'id';
    const fix = `Take \`id\` out, or write the ${first} under which this ${kind} was first published.`;
    return [problemAt(entry, 'id', error('duplicate-id', message, fix))];
  });
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

function judgeIdentifiers(papers: readonly PaperEntry[]): Problem[] {
  const owners = new Map<string, PaperEntry>();
  return papers.flatMap((paper) => {
    return paperKeys(paper.data).flatMap(({ field, key }) => {
      const owner = owners.get(key) ?? paper;
      owners.set(key, owner);
      if (owner === paper) return [];
      const value = String(paper.data[field]);
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

function judgeIssue(issue: IssueEntry, { papersOf, paperBySlug, drafts }: Contents): Problem[] {
  const named = issue.data.papers ?? [];
  const own = papersOf.get(issue.id) ?? [];
  const slugs = new Set(own.map(({ slug }) => slug));
  const problems = named.flatMap((slug, index) => {
    if (drafts.papers.has(slug) || slugs.has(slug)) return [];
    const other = paperBySlug.get(slug);
    const moved = own.find(({ data }) => data.aliases?.includes(slug));
    const near = moved?.slug ?? nearest(slug, slugs);
    const detail =
      other === undefined
        ? error(
            'unknown-paper',
            `There is no paper \`${slug}\` in \`papers/${issue.id}/\`.`,
            near === undefined ? explainGone(own, named) : `Write \`${near}\`.`,
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

/** What to do about a paper that is not there: its place in the order goes with it where it only has another name. */
function explainGone(own: readonly PaperEntry[], named: readonly string[]): string {
  const [only, ...more] = own.filter(({ slug }) => !named.includes(slug));
  const isClear = only !== undefined && more.length === 0;
  const newName = isClear ? `\`${only.slug}\`, which the list does not name` : 'its new name';
  return `Write ${newName}, if it was renamed; else take it out of the list.`;
}

function judgeUnused(contents: Contents, { mentioned }: Roster): Problem[] {
  const { papers, people, tags, tagOf, usedByDrafts } = contents;
  const used = new Set(
    [...papers.flatMap(({ data }) => data.tags ?? []), ...usedByDrafts.tags].map((tag) => {
      // A misspelt one is told where it stands; what it means is not unused as well.
      return tagOf.get(tag) ?? tagOf.get(findMeantTag(tag, contents).near ?? '') ?? tag;
    }),
  );
  // Where the tags or people of a file cannot be read, some seem unused by that fault alone.
  const readable = (key: 'tags' | 'authors' | 'writers') =>
    papers.every(({ data, places }) => data[key] !== undefined || !(key in places));
  const unusedTags = readable('tags')
    ? Object.keys(tags?.data ?? {}).filter((id) => !used.has(id))
    : [];
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
    ...(readable('authors') && readable('writers') ? people : [])
      .filter(({ id }) => !mentioned.has(id) && !usedByDrafts.people.has(id))
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
