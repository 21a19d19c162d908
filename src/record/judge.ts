import { nearest } from '../body/nearest.ts';
import type { Entry, IssueEntry, PaperEntry } from '../digest/entry.ts';
import type { Digest } from '../digest/model.ts';
import { error, problemAt, type Detail } from '../digest/problems.ts';
import type { Problem } from '../problem.ts';
import { judgeAuthors } from './judge-authors.ts';
import { findFresh, gatherKnown, lost, type Known } from './known.ts';
import { listRecorded, type Published, type RecordReading } from './record.ts';

/** What a digest would lose of what was published, as far as it can be told without a build. */
export function judgeRecord(
  reading: RecordReading,
  entries: readonly Entry[],
  digest: Digest,
  file: string,
): Problem[] {
  const { record, lineOf } = reading;
  const at = (address: string, detail: Detail): Problem => {
    return { file, line: lineOf(address), column: 1, ...detail };
  };
  const known = { ...gatherKnown(entries, digest, record.pages), at };
  const { authority } = digest.site.feeds;
  const isMoved = record.authority !== undefined && record.authority !== authority;
  const named = record.pages.map((page) => {
    const [, kind = '', id = ''] = /^\/(\w+)\/([^/]+)\/$/.exec(page.address) ?? [];
    return { page, kind, id };
  });
  const ofKind = (wanted: string) => named.filter(({ kind }) => kind === wanted);
  const papers = ofKind('papers').flatMap(({ page, id }) => judgePaper(page, id, known));
  const losesPaper = papers.some(
    ({ code }) => code === 'lost-address' || code === 'published-draft',
  );
  return [
    ...(isMoved ? [at('authority', otherAuthority(record.authority ?? '', authority))] : []),
    ...papers,
    ...ofKind('issues').flatMap(({ page, id }) => judgeIssue(page, id, known)),
    ...named.flatMap(({ page, kind, id }) => judgeOther(page, kind, id, known)),
    ...judgeAuthors(ofKind('authors'), losesPaper, known),
    ...judgeIds(record.pages, known),
  ];
}

/** Files that a record names and a built site lacks. @param files paths of the built site, with `/` */
export function judgeBuilt(
  { record, lineOf }: RecordReading,
  files: ReadonlySet<string>,
  file: string,
): Problem[] {
  return listRecorded(record)
    .filter((one) => !files.has(one.file))
    .map((one) => {
      const address = `/${one.file.replace(/(^|\/)index\.html$/, '$1')}`;
      const detail = error(
        'lost-file',
        `\`${address}\` was published, and this build does not make it.`,
        'Take back what changed, in the content or in the program; only an owner takes it out of this line.',
      );
      return { file, line: lineOf(one.address), column: 1, ...detail };
    });
}

function judgePaper(page: Published, slug: string, known: Known): Problem[] {
  const paper = known.papers.get(slug);
  if (paper !== undefined) return judgeAnchors(page, paper);
  const guess = findFresh(page, known);
  const again = page.id === undefined ? '' : ` and \`id: ${page.id}\``;
  const where =
    guess === undefined ? 'the paper that it is now' : `\`papers/…/${guess}/index.mdx\``;
  return (
    judgeDraft(page, known) ?? [
      known.at(
        page.address,
        lost(
          page.address,
          `Write \`aliases: [${slug}]\`${again} in ${where}; or bring its folder back, with \`withdrawn:\` if it no longer stands.`,
        ),
      ),
    ]
  );
}

function judgeIssue(page: Published, id: string, known: Known): Problem[] {
  const issue = known.issues.get(id);
  if (issue !== undefined) return judgeReferences(page, issue, known);
  const guess = findFresh(page, known);
  const where = guess === undefined ? 'the issue that it is now' : `\`issues/${guess}/index.mdx\``;
  return (
    judgeDraft(page, known) ?? [
      known.at(
        page.address,
        lost(
          page.address,
          `Write \`aliases: [${id}]\`${page.id === undefined ? '' : ` and \`id: ${page.id}\``} in ${where}, or bring its folder back.`,
        ),
      ),
    ]
  );
}

/** An issue without papers has nothing to cite. */
function judgeReferences(page: Published, issue: IssueEntry, known: Known): Problem[] {
  const files = page.files.filter((file) => file === '.bib' || file === '.csl.json');
  const { papers } = known.digest.issueById.get(issue.id) ?? {};
  if (files.length === 0 || papers?.length !== 0 || !known.isComplete) return [];
  const detail = error(
    'lost-file',
    `\`${files.join('`, `')}\` of \`${page.address}\` was published, and an issue without papers has none of it.`,
    'Give the issue back a paper; if it never had one, an owner takes the files out of this line.',
  );
  return [known.at(page.address, detail)];
}

/** A page that does not stand for one file alone: of a tag, a category, a year. */
function judgeOther(page: Published, kind: string, id: string, known: Known): Problem[] {
  const { contents, isComplete } = known;
  const { address } = page;
  if (!isComplete) return [];
  if (kind === 'tags') {
    if (contents.tagOf.has(id)) return [];
    const near = nearest(id, contents.tagOf.keys());
    const where = near === undefined ? 'the tag that it is now' : `\`${near}\` or what it is now`;
    const fix = `Write \`aliases: [${id}]\` at ${where} in tags.yaml, or bring it back.`;
    return [known.at(page.address, lost(address, fix))];
  }
  const isOfDigest = /^\/(?:categories|papers\/year)\/[^/]+\/$/.test(address);
  if (!isOfDigest || known.pages.has(address)) return [];
  const which = address.startsWith('/categories/') ? 'of this category' : 'of this year';
  const fix = `Some paper was ${which}: give it back what it had; only an owner takes the line out.`;
  return [known.at(page.address, lost(address, fix))];
}

function judgeDraft({ address }: Published, { drafts }: Known): Problem[] | undefined {
  const draft = drafts.get(address);
  return (
    draft && [
      problemAt(
        draft,
        'draft',
        error(
          'published-draft',
          `\`${address}\` was published, and a draft has no page.`,
          draft.kind === 'paper'
            ? 'Take `draft: true` out; what should not stand as it is gets `withdrawn:` with the day and the reason.'
            : 'Take `draft: true` out.',
        ),
      ),
    ]
  );
}

function judgeAnchors({ address, anchors }: Published, paper: PaperEntry): Problem[] {
  const { data, facts } = paper;
  // Of a faulty text nobody knows what it will have; of one that was withdrawn, the notice stays.
  const isSettled = paper.problems.every(({ severity }) => severity !== 'error');
  if (!isSettled || data.withdrawn !== undefined) return [];
  const there = facts?.anchors ?? [];
  const gone = anchors.filter(
    (anchor) => !there.includes(anchor) && data.anchors?.[anchor] === undefined,
  );
  const taken = Object.values(data.anchors ?? {});
  const fresh = there.filter((anchor) => !anchors.includes(anchor) && !taken.includes(anchor));
  return gone.map((anchor) => {
    const near = nearest(anchor, there);
    const ofKind = (one: string) => kindOfAnchor(one) === kindOfAnchor(anchor);
    const [only, ...more] = fresh.filter(ofKind);
    const isClear = more.length === 0 && gone.filter(ofKind).length === 1;
    const guess = near ?? (isClear ? only : undefined);
    const line = `${anchor}: ${guess ?? '…'}`;
    const which =
      near !== undefined
        ? ''
        : guess === undefined
          ? ', with the anchor that has its place now'
          : ', if that has its place now';
    return problemAt(
      paper,
      'anchors',
      error(
        'lost-anchor',
        `\`${address}#${anchor}\` was published, and the text has no such anchor any more.`,
        data.anchors === undefined
          ? `Write \`anchors: { ${line} }\`${which}.`
          : `Add \`${line}\` to \`anchors\`${which}.`,
      ),
    );
  });
}

/** Of an equation, a figure, a table, or else of a section. */
function kindOfAnchor(anchor: string): string {
  return /^(?:eq|fig|tab)-/.exec(anchor)?.[0] ?? '';
}

/** Papers and issues whose id is none of those by which feeds know what stood at their addresses. */
function judgeIds(pages: readonly Published[], { papers, issues }: Known): Problem[] {
  const ids = new Map<PaperEntry | IssueEntry, string[]>();
  for (const { address, id } of pages) {
    const [, kind, name = ''] = /^\/(papers|issues)\/([^/]+)\/$/.exec(address) ?? [];
    const entry = (kind === 'papers' ? papers : issues).get(name);
    if (entry && id !== undefined) ids.set(entry, [...(ids.get(entry) ?? []), id]);
  }
  return [...ids].flatMap(([entry, [first = '', ...more]]) => {
    const { data, places } = entry;
    const isFaulty = 'id' in places && data.id === undefined;
    if (isFaulty || [first, ...more].includes(data.id ?? entry.id)) return [];
    const message = `Feeds know this ${entry.kind} as \`${first}\`, and would show it again as if it were new.`;
    return [problemAt(entry, 'id', error('lost-feed-id', message, `Write \`id: ${first}\`.`))];
  });
}

function otherAuthority(before: string, now: string): Detail {
  return error(
    'lost-feed-id',
    `The ids of all feed entries began with \`${before}\` and would begin with \`${now}\`: every reader would get all of them again.`,
    `Write \`feeds: { authority: '${before}' }\` in site.yaml, whatever the address of the site is.`,
  );
}
