import assert from 'node:assert/strict';
import { buildRecorded } from '../../src/digest/recorded.ts';
import { buildDigest } from '../../src/digest/build.ts';
import type { Edition, Share } from '../../src/digest/edition.ts';
import type { Entry } from '../../src/digest/entry.ts';
import { buildKnown } from '../../src/digest/known.ts';
import { buildFeedFile, listFacetFiles, listMainFiles } from '../../src/feeds/build.ts';
import type { Formulas } from '../../src/feeds/entries.ts';
import type { FeedFile } from '../../src/feeds/feed.ts';
import { buildRoutes } from '../../src/routes.ts';
import { readSite } from '../../src/site.ts';
import { issue, paper, tags } from '../digest/fixture.ts';

export const SITE = `name: Shore
url: https://shore.example/digest/
feeds: { authority: 'shore.example,2025' }
`;

/** An edition of entries that lie in no folder, without pictures. */
export function buildEdition(entries: readonly Entry[], siteFile = SITE): Edition {
  const { site } = readSite(siteFile, 'content/site.yaml');
  assert.ok(site);
  const { digest, problems } = buildDigest([...entries], site);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  const trees = new Map(
    entries.map((entry) => [entry.file, 'tree' in entry ? entry.tree : undefined]),
  );
  return {
    digest,
    routes: buildRoutes(site.url),
    treeOf: ({ file }) => trees.get(file),
    treeKeyOf: ({ file }) => file,
    known: () => buildKnown(entries, site, 'content'),
    pictureOf: () => undefined,
    smallerOf: () => [],
    pictures: new Map(),
    plotOf: () => undefined,
    data: new Map(),
    recorded: buildRecorded([]),
  };
}

/** So many papers, one a day from 2025-01-01 on, ten an issue. `facts` are those of single ones by their number. */
export function writePapers(
  count: number,
  body: (number: number) => string = () => 'A summary with $x^2$.',
  facts: Record<number, Record<string, string>> = {},
): Entry[] {
  const entries: Entry[] = [tags()];
  for (let number = 1; number <= count; number += 1) {
    const day = new Date(Date.UTC(2025, 0, number)).toISOString().slice(0, 10);
    const id = `2025-part-${Math.ceil(number / 10)}`;
    if (number % 10 === 1) entries.push(issue(id, { title: `Part ${Math.ceil(number / 10)}` }));
    const own = { title: `Pebble ${number}`, published: '2024-12-31', summarised: day };
    entries.push(
      paper(
        `${id}/pebble-${number}`,
        { ...own, arxiv: `2412.${String(number).padStart(5, '0')}`, ...facts[number] },
        body(number),
      ),
    );
  }
  return entries;
}

/** Every formula is a picture of one size. */
export const formulas: Formulas = {
  pictureOf: (tex) => ({
    name: `${Buffer.from(tex).toString('hex').slice(0, 20).padEnd(20, '0')}.png`,
    width: 30,
    height: 12,
    depth: 3,
  }),
};

/**
 * Every document of every feed but the one for trying, with formulas of one size.
 *
 * @param parts takes what they share, as JSON by its name
 */
export async function buildFiles(of: Edition, parts?: Map<string, string>): Promise<FeedFile[]> {
  const edition = { ...of, share: shareOnce(of, parts) };
  const load = () => formulas;
  const paths = [...(await listMainFiles(edition)), ...listFacetFiles(edition)];
  const files: FeedFile[] = [];
  for (const path of paths) {
    const file = await buildFeedFile(edition, load, path);
    assert.ok(file, path);
    files.push(file);
  }
  return files;
}

/** Makes each part once, as a build does, and gives it out as JSON. */
function shareOnce(of: Edition, made = new Map<string, string>()): Share {
  const one: Share['one'] = async (name, make) => {
    const json = made.get(name) ?? JSON.stringify(await make({ ...of, share }));
    made.set(name, json);
    return JSON.parse(json) as Awaited<ReturnType<typeof make>>;
  };
  const share: Share = {
    one,
    all: (parts) => Promise.all(parts.map(({ name, make }) => one(name, make))),
  };
  return share;
}

/** The document at a path from the base path on. */
export function fileAt(files: readonly FeedFile[], path: string): FeedFile {
  const file = files.find((one) => one.path === path);
  assert.ok(file, `${path} is none of ${files.map((one) => one.path).join(', ')}`);
  return file;
}
