import assert from 'node:assert/strict';
import type { Tree } from '../../src/body/tree.ts';
import { buildDigest } from '../../src/digest/build.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { readAboutEntry } from '../../src/digest/entry.ts';
import { buildKnown, type Known } from '../../src/digest/known.ts';
import type { Digest } from '../../src/digest/model.ts';
import { buildRecorded } from '../../src/digest/recorded.ts';
import type { Picture } from '../../src/pictures/picture.ts';
import type { Plot } from '../../src/plots/plot.ts';
import { buildRoutes } from '../../src/routes.ts';
import { issue, paper, person, site, tags } from '../digest/fixture.ts';

/** What an edition is made of, as plain data that a test changes. */
export type Stuff = {
  digest: Digest;
  /** By the file of their entry. */
  trees: Map<string, Tree>;
  /** By the file of their entry and the name as it is written. */
  pictures: Map<string, Picture>;
  /** By the name of the picture. */
  smaller: Map<string, Picture[]>;
  /** By the file of their entry and what it draws. */
  plots: Map<string, Plot>;
  data: Map<string, Uint8Array>;
  published: { address: string; files: string[] }[];
  known: Known;
};

const entries = [
  tags(
    'pebbles: { label: Pebbles, description: Small stones. }\n' +
      'shells: { label: Shells, description: Empty houses. }\n',
  ),
  person('ada-quill', { name: 'Ada Quill', bio: 'Ada counts.' }),
  issue('2025-01', { title: 'Sand', date: '2025-02-01' }),
  issue('2025-02', { title: 'Rock', date: '2025-03-01' }),
  paper(
    '2025-01/sorting',
    { arxiv: "'2501.00001'", categories: '[cs.LG]' },
    '## The key idea\n\nOne.\n\n## Results\n\nTwo.',
  ),
  paper('2025-01/counting', { arxiv: "'2501.00002'", tags: '[shells]', published: '2025-01-03' }),
  paper('2025-02/rolling', { arxiv: "'2501.00003'", summarised: '2025-02-20' }),
  readAboutEntry('---\ntitle: Who we are\n---\nWe walk.\n', 'content/about.mdx'),
];

export const SORTING = 'content/papers/2025-01/sorting/index.mdx';
export const WAVES = { data: './waves.csv' };

/** New with each call. */
export function buildStuff(): Stuff {
  const { digest, problems } = buildDigest(entries, site);
  assert.deepEqual(problems, []);
  const drawing = { name: 'waves', width: 300, height: 200 };
  const plot = { wide: drawing, narrow: drawing, picture: picture('waves-1.svg') };
  return structuredClone({
    digest,
    trees: new Map(entries.flatMap((one) => ('tree' in one ? [[one.file, one.tree]] : []))),
    pictures: new Map([
      [`${SORTING} ./sieve.png`, picture('sieve-1.png')],
      [`${SORTING} ./beach.png`, picture('beach-1.png')],
    ]),
    smaller: new Map([['sieve-1.png', [picture('sieve-1-small.png')]]]),
    plots: new Map([[`${SORTING} ./waves.csv`, plot as unknown as Plot]]),
    data: new Map([['waves-1.csv', new Uint8Array([1])]]),
    published: [
      { address: '/tags/shells/', files: ['feed.xml'] },
      { address: '/tags/pebbles/2024/', files: [] },
    ],
    known: buildKnown(entries, site, 'content'),
  } as Stuff);
}

export function picture(name: string): Picture {
  const size = { width: 30, height: 20 };
  return { name, bytes: new Uint8Array([1, 2]), ...size, type: 'image/png', opaque: true };
}

/** The edition of some stuff, after a change of it. */
export function buildEdition(change: (stuff: Stuff) => void = () => undefined): Edition {
  const stuff = buildStuff();
  change(stuff);
  const { digest, trees, pictures, smaller, plots, data, published, known } = stuff;
  return {
    digest,
    routes: buildRoutes(digest.site.url),
    treeOf: ({ file }) => trees.get(file),
    treeKeyOf: ({ file }) => (trees.has(file) ? JSON.stringify(trees.get(file)) : undefined),
    pictureOf: ({ file }, src) => pictures.get(`${file} ${src}`),
    smallerOf: ({ name }) => smaller.get(name) ?? [],
    pictures: new Map([...pictures.values()].map((one) => [one.name, one])),
    plotOf: ({ file }, attributes) => plots.get(`${file} ${String(attributes['data'])}`),
    data,
    recorded: buildRecorded(published),
    known: () => known,
  };
}

/** Things can be changed through either of the list and the map: both hold the same. */
export function paperOf({ digest }: Pick<Edition, 'digest'>, slug: string) {
  const found = digest.paperBySlug.get(slug);
  assert.ok(found);
  return found;
}
