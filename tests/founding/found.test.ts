import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../../src/digest/check.ts';
import { found, type Options, type World } from '../../src/founding/found.ts';
import { Refusal } from '../../src/scaffold/refusal.ts';

const root = mkdtempSync(path.join(tmpdir(), 'digest-init-'));
after(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

const plain = (text: string) => text.replace(/(?:\.\.\/)*\S*digest-init-\w+\/\d+\//g, '');

/** Runs it with answers, one after the other; without any nobody can be asked. */
async function run(options: Partial<Options>, answers?: string[], world: Partial<World> = {}) {
  const content = world.content ?? path.join(root, String((folders += 1)), 'content');
  const told: string[] = [];
  const waiting = [...(answers ?? [])];
  const ask = (words: string) => {
    told.push(words);
    return Promise.resolve(waiting.shift() ?? assert.fail(`nobody answers “${words}”`));
  };
  const whole: World = {
    content,
    root: path.join(root, 'program'),
    now: () => new Date(2026, 2, 22, 12).getTime(),
    tell: (line) => told.push(line),
    colour: false,
    ...(answers && { ask }),
    ...world,
  };
  try {
    const end = plain(await found({ replace: false, ...options }, whole));
    return { content, told: told.map(plain), end };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { content, told: told.map(plain), refusal: plain(error.message), code: error.code };
  }
}

const shore = { name: 'Shore Notes', url: 'https://shore.example/notes/' };
const list = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();
const read = (content: string, name: string) => readFileSync(path.join(content, name), 'utf8');

test('name and address make a folder in which nothing is wrong', async () => {
  const { content, told, end } = await run(shore);
  assert.deepEqual(told, []);
  assert.equal(
    end,
    `Wrote content: site.yaml, tags.yaml, LICENSE.md, the issue 2026-03 and an example paper in it.

What to do next:
  1. See it:               npm start
  2. Begin a real paper:   npm run new -- paper 2501.00663
     The text of content/papers/2026-03/example says how to write one; then delete that folder.
  3. See what is wrong:    npm run check
  4. Put it online: commit content, push, and turn on the pages of your forge. README.md has the steps.
     With \`repository\` in site.yaml every page has a link to mend it.`,
  );
  assert.deepEqual(list(content), [
    'LICENSE.md',
    'issues',
    'issues/2026-03',
    'issues/2026-03/index.mdx',
    'papers',
    'papers/2026-03',
    'papers/2026-03/example',
    'papers/2026-03/example/cooling.csv',
    'papers/2026-03/example/index.mdx',
    'people',
    'people/.gitkeep',
    'site.yaml',
    'tags.yaml',
  ]);
  const { problems, site } = await checkContent({ content });
  assert.deepEqual(problems, []);
  assert.equal(site?.feeds.authority, 'shore.example,2026');
  assert.deepEqual(readdirSync(path.dirname(content)), ['content']);
});

test('questions are asked again until the answer is right, and what is offered can be taken', async () => {
  const { content, told } = await run(
    {},
    [
      ...['', 'Shore Notes', 'what we read', '', '', 'red', '#1d6b4f', 'n', '#1d6b4f', ''],
      ...['us@shore.example', 'mailto:us@shore.example'],
    ],
    { remote: 'git@github.com:Shore/notes.git' },
  );
  const hues = 'Hues of the issues, one to make six of it (#1f5fa8), or six to eight';
  const six = told[10];
  assert.match(
    six ?? '',
    /^ {2}1 {2}#1d6b4f {2}6\.3:1 {3}#7ac3a3 {2}8\.4:1\n {2}2 .*\n.*\n.*\n.*\n {2}6 /,
  );
  assert.deepEqual(told, [
    'Return takes what stands in brackets, - leaves out, Ctrl-C leaves all as it was.\n',
    'Name of the site: ',
    '  `name` is empty. Write a value, or take the line out if it is optional. Name of the site.',
    'Name of the site: ',
    'What it is, in a few words without a full stop [none]: ',
    'Its repository, the page on GitHub, GitLab, Codeberg … [https://github.com/Shore/notes]: ',
    'Address that the site will have, whole [https://shore.github.io/notes/]: ',
    `${hues} [the program's own]: `,
    '  `light: red` in entry 1 of `hues` is not a colour. Write six hexadecimal digits after a hash, in quotes: `light: "#1f5fa8"`.',
    `${hues} [the program's own]: `,
    six,
    'Take these? [Y/n] ',
    `${hues} [the program's own]: `,
    six,
    'Take these? [Y/n] ',
    'Where readers write to: mailto:us@example.org, or a page [none]: ',
    '  `contact: us@shore.example` is neither a mail address nor a page. Write `mailto:us@shore.example`.',
    'Where readers write to: mailto:us@example.org, or a page [none]: ',
  ]);
  const { site, problems } = await checkContent({ content });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [site?.tagline, site?.url, site?.repository, site?.contact, site?.hues?.length],
    [
      'what we read',
      'https://shore.github.io/notes/',
      'https://github.com/Shore/notes',
      'mailto:us@shore.example',
      6,
    ],
  );
});

test('a hyphen leaves out what is offered; an unknown forge is told', async () => {
  const remote = 'git@github.com:shore/notes.git';
  const none = await run(shore, ['', '-', '', ''], { remote });
  assert.doesNotMatch(read(none.content, 'site.yaml'), /^(?:repository|hues|contact)/m);
  const odd = await run(shore, ['', 'https://git.shore.example/notes', '', '']);
  assert.equal(
    odd.told[3],
    '  This forge is not known: pages link to the repository, without “Fix this page”.',
  );
});

test('options are judged at once, all of them', async () => {
  const { refusal, code, content } = await run({
    name: 'A\nB',
    url: 'shore.example',
    language: 'English',
  });
  assert.equal(code, 2);
  assert.equal(
    refusal,
    [
      '--name: `name: A B` runs over more than one line. Write it on one line, without a blank line or `|` in it.',
      '--url: `url: shore.example` is not a full web address. Write `https://shore.example`.',
      '--language: `language: English` is not a language tag. Write `en`, `en-GB`, `fr` or the like.',
    ].join('\n'),
  );
  assert.throws(() => readdirSync(content));
});

test('where nobody can be asked, what is missing is told', async () => {
  const ending = 'too: npm run init -- --name "Our Notes" --url https://example.org/notes/';
  const said = 'Nobody can be asked here: this is no terminal, or --yes was given.';
  const nothing = await run({});
  assert.deepEqual([nothing.code, nothing.refusal], [2, `${said} Say --name and --url ${ending}`]);
  const remote = 'https://codeberg.org/shore/notes.git';
  const named = await run({}, undefined, { remote });
  assert.equal(named.refusal, `${said} Say --name ${ending}`);
  const enough = await run({ name: 'Shore' }, undefined, { remote });
  assert.match(
    read(enough.content, 'site.yaml'),
    /^url: https:\/\/shore\.codeberg\.page\/notes\/$/m,
  );
});

test('a folder that holds something is moved aside, whole, and only when that was said', async () => {
  const { content } = await run(shore);
  const before = read(content, 'site.yaml');
  const holds =
    'content holds 1 paper and 1 issue already, of Shore Notes. It would be moved to content.old, whole, and a new folder be made in its place. Nothing is deleted.';
  const other = { name: 'Dune Notes', url: 'https://dune.example/' };
  const refused = await run(other, undefined, { content });
  assert.deepEqual([refused.code, refused.refusal], [1, `${holds} Say --replace to do so.`]);
  const declined = await run(other, [''], { content });
  assert.deepEqual(declined.told, [holds, 'Go on? [y/N] ']);
  assert.deepEqual([declined.code, declined.refusal], [1, 'Nothing was written.']);
  assert.equal(read(content, 'site.yaml'), before);

  const first = await run({ ...other, replace: true }, undefined, { content });
  assert.match(first.end ?? '', /\nWhat was there is content\.old now, whole\.\n/);
  assert.equal(read(`${content}.old`, 'site.yaml'), before);
  assert.match(read(content, 'site.yaml'), /^name: Dune Notes$/m);
  const second = await run({ ...other, replace: true }, undefined, { content });
  assert.match(second.end ?? '', /\nWhat was there is content\.old-2 now, whole\.\n/);
  assert.deepEqual(readdirSync(path.dirname(content)).sort(), [
    'content',
    'content.old',
    'content.old-2',
  ]);
});

test('a clone of somebody else’s site does not send its readers there', async () => {
  const { content } = await run({ ...shore, repository: 'https://github.com/shore/notes' });
  const remote = 'git@github.com:shore/notes.git';
  const { told } = await run(
    { name: 'Dune', replace: true },
    ['', '', 'https://dune.example/', '', ''],
    {
      content,
      remote,
    },
  );
  assert.equal(told[2], 'Its repository, the page on GitHub, GitLab, Codeberg … [none]: ');
});

test('a folder in which the program lies, or a file, is no content folder', async () => {
  const inside = await run(shore, undefined, { content: root, root: path.join(root, 'program') });
  assert.deepEqual(
    [inside.code, inside.refusal],
    [2, 'The content folder would hold the program itself; name a folder of its own.'],
  );
  const content = path.join(root, 'file', 'content');
  mkdirSync(path.dirname(content));
  writeFileSync(content, '');
  const file = await run(shore, undefined, { content });
  assert.equal(file.code, 2);
  assert.match(file.refusal, /content is a file, where a folder belongs\.$/);
});

test('a name that YAML would take for something else stays a name', async () => {
  for (const name of ['no', '# Notes: a & b', "It's", '12', '"x"', '潮の会']) {
    const { content } = await run({ ...shore, name });
    const { site, problems } = await checkContent({ content });
    assert.deepEqual([site?.name, problems], [name, []]);
  }
});
