import { buildPaper } from '../digest/build-paper.ts';
import type { Edition } from '../digest/edition.ts';
import { readPaperEntry, type PaperEntry } from '../digest/entry.ts';
import { paperKeys } from '../digest/graph.ts';
import type { Bench } from '../digest/known.ts';
import type { Digest, Paper, Tag } from '../digest/model.ts';
import { sortProblems } from '../digest/problems.ts';
import { salvageEntry, salvageTree } from '../digest/salvage.ts';
import { buildRecorded } from '../digest/recorded.ts';
import { buildRoutes } from '../routes.ts';
import { slugFrom } from '../schemas/slug.ts';
import { buildPaper as buildView } from '../views/paper.ts';
import { judgeFiles, shelve } from './files.ts';
import type { DeskFile, Draft, Sheet } from './messages.ts';
import { renderSheet } from './sheet.ts';

/** The slug of a draft that has none, where its title gives none either. */
const UNNAMED = 'your-paper';

/** Judges a draft as `npm run check` would, and renders the page of what could be read. */
export function buildSheet(bench: Bench, draft: Draft, files: readonly DeskFile[]): Sheet {
  const { known } = bench;
  const issue = draft.issue.trim();
  const place = (slug: string) => `${known.folder}/papers/${issue}/${slug}/index.mdx`;
  const read = (slug: string) => readPaperEntry(draft.text, place(slug), { issue, slug });
  const given = draft.slug.trim();
  let entry = read(given || UNNAMED);
  const slug = given || slugOf(entry);
  if (slug !== entry.slug) entry = read(slug);
  const { contents, roster, problems } = bench.judge(entry);
  const fileProblems = judgeFiles(entry, files);
  const shown = { ...salvageEntry(entry), whole: true } as PaperEntry & { whole: true };
  const edition = buildEdition(bench, { contents, roster }, entry, files);
  const ties = { citations: new Map(), covered: [], mentionedIn: [] };
  const lone = buildPaper(shown, contents, roster, ties);
  const paper: Paper = { ...lone, mentionedBy: [], related: [] };
  const sheet = { file: entry.file, slug, hue: 1 };
  const all = sortProblems([...problems, ...fileProblems]);
  // Where the facts could not be read there is no page to show.
  if (Object.keys(entry.places).length === 0) return { ...sheet, html: '', problems: all };
  const view = buildView(edition, paper, 'page');
  return { ...sheet, html: renderSheet(view, issue || known.site.name), problems: all };
}

function slugOf({ texts }: PaperEntry): string {
  const [head = ''] = (texts['title']?.plain ?? '').split(/\s*[:?!—]\s/);
  return slugFrom(head).slice(0, 40).replace(/-+$/, '') || UNNAMED;
}

/** What it takes to render one paper; of the others only their addresses are known. */
function buildEdition(
  { known }: Bench,
  { contents, roster }: Pick<ReturnType<Bench['judge']>, 'contents' | 'roster'>,
  entry: PaperEntry,
  files: readonly DeskFile[],
): Edition {
  const { site, entries } = known;
  const others = contents.papers.filter(({ file }) => file !== entry.file);
  const paperByAddress = new Map(
    others.flatMap(({ slug, data }) => paperKeys(data).map(({ key }) => [key, slug] as const)),
  );
  const tags = entries.find(({ kind }) => kind === 'tags')?.data as
    Record<string, Pick<Tag, 'label'>> | undefined;
  const tagById = new Map(
    Object.entries(tags ?? {}).map(([id, { label }]): [string, Tag] => [
      id,
      { id, label, description: '', aliases: [], papers: [] },
    ]),
  );
  const people = new Map(contents.people.map(({ id, data }) => [id, data.name]));
  const personById = new Map(
    [...roster.mentioned].map(([id, [spelling]]) => [
      id,
      { id, name: people.get(id) ?? spelling ?? id },
    ]),
  );
  const digest = {
    ...{ site, issues: [], papers: [], people: [], tags: [], categories: [] },
    ...{ issueById: new Map(), paperBySlug: new Map(), personById, tagById },
    ...{ categoryById: new Map(), paperByAddress },
  } as unknown as Digest;
  const tree = entry.tree && salvageTree(entry.tree);
  // A picture has no address but the browser's own.
  const routes = { ...buildRoutes(site.url), picture: (href: string) => href };
  return {
    digest,
    routes,
    treeOf: () => tree,
    treeKeyOf: () => undefined,
    known: () => known,
    ...shelve(files),
    recorded: buildRecorded([]),
  };
}
