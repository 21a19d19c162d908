import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSheet } from '../../src/desk/judge.ts';
import type { DeskFile } from '../../src/desk/messages.ts';
import { assemble } from '../../src/digest/assemble.ts';
import { Bench, buildKnown, type Known } from '../../src/digest/known.ts';
import { readEntries } from '../../src/digest/read.ts';
import { readSiteFile } from '../../src/digest/site-file.ts';

const content = 'tests/fixtures/digest';
const { site } = readSiteFile(content);
assert.ok(site);
const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
// As it is sent: JSON.
const known = JSON.parse(JSON.stringify(buildKnown(entries, site, content))) as Known;
const bench = new Bench(known);

const paper = `---
title: Rust in Iron
authors: [Ada Quill]
published: 2026-01-02
summarised: 2026-01-03
url: https://example.org/rust
tags: [iron]
tldr: It rusts.
abstract: It rusts in water.
writers: [ada-quill]
---

## The key idea

Water, and $x_1$.
`;

const read = (text: string, more: { slug?: string; files?: DeskFile[] } = {}) =>
  buildSheet(bench, { text, issue: '2026-01', slug: more.slug ?? '' }, more.files ?? []);
const say = ({ problems }: ReturnType<typeof read>) =>
  problems.map(({ line, column, code, message, fix }) => ({ line, column, code, message, fix }));

test('what is sent of the digest holds no text of it', () => {
  const sent = JSON.stringify(known);
  assert.ok(!sent.includes('tldr') && !sent.includes('abstract'));
  assert.ok(sent.length < 20_000, `${sent.length}`);
});

test('the files of the digest are judged as the check judges them', async () => {
  const { problems } = await assemble(content, entries);
  const papers = known.entries.filter(({ kind }) => kind === 'paper');
  assert.ok(papers.length > 5);
  for (const { id, issue = '' } of papers) {
    const file = `${content}/papers/${issue}/${id}/index.mdx`;
    const draft = { text: readFileSync(file, 'utf8'), issue, slug: id };
    const here = buildSheet(bench, draft, []).problems.filter(
      ({ code }) => !code.includes('missing'),
    );
    const there = problems.filter((one) => one.file === file);
    assert.deepEqual(
      here.map(({ code, line }) => `${line} ${code}`),
      there.map(({ code, line }) => `${line} ${code}`),
      file,
    );
  }
});

test('a sound paper has no problem, its slug by its title, and a page', () => {
  const sheet = read(paper.replace('[iron]', `[${tagOf(0)}]`));
  assert.deepEqual(say(sheet), []);
  assert.equal(sheet.slug, 'rust-in-iron');
  assert.equal(sheet.file, `${content}/papers/2026-01/rust-in-iron/index.mdx`);
  for (const part of ['<h1 class="display">Rust in Iron</h1>', 'The key idea', 'class="katex"']) {
    assert.ok(sheet.html.includes(part), part);
  }
  assert.match(sheet.html, /<a class="quiet" href="[^"]*authors\/ada-quill\/">Ada Quill<\/a>/);
});

test('what the digest has is known: tags, people, addresses, papers', () => {
  const [first] = known.entries.filter(({ kind, data }) => kind === 'paper' && data['arxiv']);
  const arxiv = String(first?.data['arxiv']);
  const sheet = read(
    paper
      .replace('[iron]', '[no-such-tag]')
      .replace('[ada-quill]', '[ada-quil]')
      .replace('url: https://example.org/rust', `arxiv: ${arxiv}`),
  );
  const codes = sheet.problems.map(({ code }) => code);
  assert.deepEqual(codes, ['duplicate-paper', 'unknown-tag', 'unknown-person']);
  assert.equal(
    sheet.problems[0]?.message,
    `\`arxiv: ${arxiv}\` is also the paper of ${content}/papers/${first?.issue}/${first?.id}/index.mdx.`,
  );
  const taken = buildSheet(bench, { text: paper, issue: '2026-02', slug: String(first?.id) }, []);
  assert.ok(taken.problems.some(({ code }) => code === 'duplicate-address'));
});

test('pictures and numbers are those on the desk', () => {
  const text = `${paper.replace('[iron]', `[${tagOf(0)}]`)}
<Figure src="./rust.svg" alt="A flake.">

A flake.

</Figure>

<Plot data="./rust.csv" x="day" y="rust" alt="It grows.">

It grows.

</Plot>
`;
  assert.deepEqual(say(read(text, { files: [{ name: 'rust.svq', faults: [] }] })), [
    {
      ...{ line: 17, column: 9, code: 'picture-missing' },
      message: 'There is no picture `./rust.svg` on this page.',
      fix: 'Write `./rust.svq`, or drop the file that is meant on this page.',
    },
    {
      ...{ line: 23, column: 7, code: 'plot-data-missing' },
      message: 'There is no CSV file `./rust.csv` on this page.',
      fix: 'Write `./rust.svq`, or drop the file that is meant on this page.',
    },
  ]);
  const picture = { href: 'blob:1', width: 4, height: 3, opaque: false };
  const files: DeskFile[] = [
    { name: 'rust.svg', faults: [], picture },
    { name: 'rust.csv', faults: [], csv: 'day,rust\n1,2\n2,3\n' },
  ];
  const sheet = read(text, { files });
  assert.deepEqual(say(sheet), []);
  assert.match(sheet.html, /<img src="blob:1" width="4" height="3" alt="A flake."/);
  assert.match(sheet.html, /<details class="plot-numbers">/);
  const unused = read(paper.replace('[iron]', `[${tagOf(0)}]`), { files });
  assert.deepEqual(
    unused.problems.map(({ file, code, message }) => [file.split('/').at(-1), code, message]),
    [
      ['rust.csv', 'unused-data', 'rust.csv is shown nowhere.'],
      ['rust.svg', 'unused-picture', 'rust.svg is shown nowhere.'],
    ],
  );
  const wrong: DeskFile[] = [
    { name: 'rust.svg', faults: [{ code: 'svg-script', message: 'It runs.', fix: 'Delete it.' }] },
    { name: 'rust.csv', faults: [], csv: 'day,rust\n1,x\n2,3\n' },
  ];
  const codes = read(text, { files: wrong }).problems.map(({ code }) => code);
  assert.ok(codes.includes('svg-script') && codes.length > 1, codes.join());
});

test('any text at all gives problems rather than an error, and markup of ours', () => {
  const texts = [
    ...[
      '',
      ' ',
      '---',
      '---\n---',
      '---\n---\n',
      'no front matter',
      '---\n: :\n---\n',
      '\0',
      '\u202e',
    ],
    '---\ntitle: [a]\nauthors: {a: b}\ntags: 5\n---\ntext',
    paper.replace('title: Rust in Iron', "title: '<script>alert(1)</script>'"),
    paper.replace('[Ada Quill]', "['<img src=x onerror=alert(1)>']"),
    paper.replace('2026-01-02', 'never'),
    `${paper}\n$\\frac{`,
    `${paper}\n$$\n\\notamacro{x}\n$$\n`,
    `${paper}\n<script>alert(1)</script>\n`,
    `${paper}\n${'> '.repeat(500)}deep`,
    `${paper}\n${'['.repeat(5000)}`,
    paper.slice(0, 60),
  ];
  for (const text of texts) {
    const { html, problems } = read(text, { slug: 'x' });
    assert.ok(Array.isArray(problems), text.slice(0, 40));
    assert.ok(!/<(?:script|img)/.test(html), text.slice(0, 40));
  }
});

function tagOf(index: number): string {
  return Object.keys(known.entries.find(({ kind }) => kind === 'tags')?.data ?? {})[index] ?? '';
}
