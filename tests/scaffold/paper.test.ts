import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { newPaper } from '../../src/scaffold/paper.ts';
import { always, makeContent, makeWorld, recorded, refusalOf, startServer } from './server.ts';

const { content, remove } = makeContent();
const server = await startServer(({ url = '' }, response) => {
  if (url.includes('2501.00663')) response.end(recorded('arxiv-titans.xml'));
  else if (url.includes('0601001')) response.end(recorded('arxiv-old.xml'));
  else if (url.includes('2503.00001')) response.end(recorded('arxiv-hostile.xml'));
  else if (url.includes('crossref')) response.writeHead(404).end('Resource not found.');
  else response.end(recorded('arxiv-unknown.xml'));
});
after(async () => {
  await server.close();
  remove();
});
const online = { DIGEST_ARXIV: server.origin };
const read = (name: string) => readFileSync(path.join(content, name), 'utf8');
/** What was printed, without the folder of the test. */
const plain = (text: string) => text.replace(/(?:\.\.\/)*\S*residual-new-\w+\//g, '');

test('a paper is written where its issue is, and what is left is said', async () => {
  const { world } = makeWorld(content, online);
  const said = await newPaper('https://arxiv.org/abs/2501.00663', { issue: '2026-01' }, world);
  assert.equal(
    plain(said),
    `Wrote content/papers/2026-01/titans/index.mdx
  Its address will be /papers/titans/: rename the folder now if you know a better word.

What is left to you:
  1. In the file fill in tags, tldr, writers and the text. The comments there say how.
  2. See what is wrong:  npm run check -- content/papers/2026-01/titans
  3. See the page:       npm run dev
  4. Send it:            commit that folder, and open a pull request.`,
  );
  assert.match(
    read('papers/2026-01/titans/index.mdx'),
    /\n# Take this line out if you write an abstract of your own\.\nabstractBy: authors\n/,
  );
  assert.match(read('papers/2026-01/titans/index.mdx'), /^---\ntitle: 'Titans: Learning/);
  assert.equal(
    server.userAgent(),
    'Furnace-Notes/1.0 (+https://furnace.example/notes/; mailto:us@furnace.example; npm run new)',
  );
  assert.deepEqual(server.asked, ['/api/query?id_list=2501.00663&max_results=1']);
});

test('without an issue it goes into this month, and the issue that lacks is said', async () => {
  const { world } = makeWorld(content, online);
  const said = await newPaper('2503.00001', { slug: 'attack' }, world);
  assert.ok(
    plain(said).startsWith(`Wrote content/papers/2026-11/attack/index.mdx
  There is no issue 2026-11 yet, which npm run check will say: move the folder to one that there is,
  or make it with  npm run new -- issue 2026-11\n`),
  );
  assert.ok(existsSync(path.join(content, 'papers/2026-11/attack/index.mdx')));
  // The newest that is not over.
  mkdirSync(path.join(content, 'issues/2027-02'));
  await newPaper('math.AG/0601001', {}, world);
  assert.deepEqual(readdirSync(path.join(content, 'papers/2027-02')), [
    'on-bounds-of-for-godel-s-cube',
  ]);
});

test('arXiv is asked again after three seconds, from run to run', async () => {
  const first = makeWorld(content, online);
  const second = makeWorld(content, online);
  // The file is as old as the real clock says.
  second.world.now = () => Date.now();
  await refusalOf(() => newPaper('2501.99999', {}, first.world));
  await refusalOf(() => newPaper('2501.99998', {}, second.world));
  assert.equal(second.waits.length, 1);
  assert.ok((second.waits[0] ?? 0) > 1500 && (second.waits[0] ?? 0) <= 3000);
});

test('a paper that is there is said before anybody is asked', async () => {
  const { world } = makeWorld(content, online);
  const before = server.asked.length;
  for (const given of ['2601.00002', '2601.00002v7', '10.1000/FURNACE', 'openreview:abcDEF1234']) {
    assert.equal(
      plain(await refusalOf(() => newPaper(given, {}, world))),
      `The digest has this paper already:
  https://furnace.example/notes/papers/furnaces/
  content/papers/2026-01/furnaces/index.mdx
It is listed there without a summary: write yours into that file.`,
    );
  }
  const bib = path.join(content, '../a.bib');
  writeFileSync(bib, '@misc{a, title={A}, eprint={2601.00002}, archivePrefix={arXiv}}');
  assert.match(
    await refusalOf(() => newPaper(bib, {}, world)),
    /^The digest has this paper already:/,
  );
  assert.equal(server.asked.length, before);
});

test('a wrong or taken address is said before anybody is asked', async () => {
  const { world } = makeWorld(content, online);
  const before = server.asked.length;
  const refused = (options: { issue?: string; slug?: string }) =>
    refusalOf(() => newPaper('2501.00001', options, world));
  assert.equal(
    await refused({ slug: '../../x' }),
    '--slug: `../../x` is not a slug: small letters a to z and digits, in words joined by single hyphens. Write `x`.',
  );
  assert.equal(
    await refused({ slug: 'ovens' }),
    '`ovens` is, or was, the address of another paper. Write another --slug.',
  );
  assert.equal(
    await refused({ issue: '../2026-01' }),
    '--issue: `../2026-01` is not a slug: small letters a to z and digits, in words joined by single hyphens. Write `2026-01`.',
  );
  assert.equal(server.asked.length, before);
});

test('offline the file holds what was given', async () => {
  const gone = await startServer(always(''));
  await gone.close();
  const { world } = makeWorld(content, { DIGEST_ARXIV: gone.origin });
  const said = await newPaper('2510.00001v2', { issue: '2026-01' }, world);
  assert.ok(
    said.startsWith(
      'arXiv cannot be reached from here, so the file holds only what you gave. Fill the rest in by hand, or delete it and try again online.\n\nWrote ',
    ),
  );
  assert.ok(
    said.includes('fill in title, authors, published, tags, tldr, abstract, writers and the text.'),
  );
  assert.match(read('papers/2026-01/arxiv-2510-00001/index.mdx'), /^arxiv: 2510\.00001v2$/m);
});

test('a DOI that Crossref lacks is asked of doi.org, and nobody knowing it is said', async () => {
  const crossref = await startServer(always('Resource not found.', 404));
  const doi = await startServer(({ url = '' }, response) => {
    if (url.includes('zenodo')) response.end(recorded('datacite.json'));
    else response.writeHead(404).end('<!DOCTYPE html><html>');
  });
  const { world } = makeWorld(content, {
    DIGEST_CROSSREF: crossref.origin,
    DIGEST_DOI: doi.origin,
  });
  try {
    await newPaper('10.5281/zenodo.1234', { issue: '2026-01' }, world);
    assert.match(
      read('papers/2026-01/furnaces-counted/index.mdx'),
      /^doi: 10\.5281\/ZENODO\.1234$/m,
    );
    assert.equal(
      await refusalOf(() => newPaper('10.1000/none', {}, world)),
      'Neither Crossref nor doi.org knows 10.1000/none. Look the DOI up, or give a BibTeX file.',
    );
    assert.deepEqual(crossref.asked, ['/works/10.5281%2Fzenodo.1234', '/works/10.1000%2Fnone']);
  } finally {
    await crossref.close();
    await doi.close();
  }
});

test('BibTeX from a file or piped in; arXiv would know more', async () => {
  const { world } = makeWorld(content);
  world.readInput = () => Promise.resolve(recorded('paper.bib'));
  const said = await newPaper('-', { issue: '2026-01' }, world);
  assert.ok(
    said.startsWith(
      'The paper is on arXiv, which knows more than such a file: npm run new -- paper 2412.00001v2\n\nWrote ',
    ),
  );
  assert.equal(
    await refusalOf(() => newPaper('none.bib', {}, world)),
    'There is no file none.bib.',
  );
});

test('nothing is written over a file, and nothing outside the folder', async () => {
  const { world } = makeWorld(content);
  const outside = path.join(content, '../outside');
  mkdirSync(outside);
  symlinkSync(outside, path.join(content, 'papers/2026-12'));
  world.readInput = () => Promise.resolve('@misc{a, title={A B C}, url={https://e.example/}}');
  const refused = await refusalOf(() => newPaper('-', { issue: '2026-12' }, world));
  assert.equal(
    plain(refused),
    'content/papers/2026-12 is a link that leads out of content; nothing was written.',
  );
  assert.deepEqual(readdirSync(outside), []);
  // A folder that holds figures already is taken by its name.
  mkdirSync(path.join(content, 'papers/2026-01/a-b-c'));
  await newPaper('-', { issue: '2026-01' }, world);
  assert.ok(existsSync(path.join(content, 'papers/2026-01/a-b-c-2/index.mdx')));
});
