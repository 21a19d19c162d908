import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import { shownPath } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { buildAbout } from '../../src/views/about.ts';
import { readEdition } from '../edition.ts';

const content = mkdtempSync(path.join(tmpdir(), 'digest-about-'));
after(() => rmSync(content, { recursive: true, force: true }));
writeFileSync(
  path.join(content, 'site.yaml'),
  'name: Tides\nurl: https://tides.example/\nrepository: https://codeberg.org/tides/notes\nfolder: text\n',
);
writeFileSync(
  path.join(content, 'group.svg'),
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
);

function read(source: string) {
  writeFileSync(path.join(content, 'about.mdx'), source);
  return assemble(content, readEntries(content, entryKinds));
}

test('a group says of itself what it likes, in the form of every other text', async () => {
  const { edition, problems } = await read(
    '---\ntitle: About us\n---\n\n## Who we are\n\nWe read where $h_t$ falls.\n\n<Figure src="./group.svg" alt="Three people on a pier." />\n',
  );
  assert.deepEqual(problems, []);
  assert.ok(edition);
  const view = buildAbout(edition);
  assert.deepEqual([view?.title, view?.description], ['About us', 'Tides']);
  assert.match(
    view?.html ?? '',
    /<h2 id="who-we-are">.*class="katex".*<img [^>]*src="\/pictures\//s,
  );
  assert.equal(
    view?.mending[0]?.href,
    'https://codeberg.org/tides/notes/_edit/main/text/about.mdx',
  );
});

test('it is judged like every other text, and runs no more than one', async () => {
  const { edition, problems } = await read(
    '---\ntitel: About us\n---\n\nSee {process.env} <Claim at="Table 1" />.\n',
  );
  const file = `${shownPath(content)}/about.mdx`;
  assert.deepEqual(
    problems.map(({ line, code, message }) => `${line} ${code} ${message}`),
    [
      '2 unknown-key There is no key `titel`.',
      '5 expression `{process.env}` is an expression, and a summary holds no code.',
      '5 misplaced-component `<Claim>` is taken only in the body of a summary.',
    ],
  );
  assert.ok(problems.every((problem) => problem.file === file));
  assert.equal(edition && buildAbout(edition), undefined);
});

test('without it the site speaks of no group', async () => {
  assert.equal(buildAbout(await readEdition()), undefined);
});
