import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import { readEntries } from '../../src/digest/read.ts';

const root = mkdtempSync(path.join(tmpdir(), 'assemble-'));
after(() => rmSync(root, { recursive: true, force: true }));

test('a paper with faulty facts has its pictures and plots judged all the same', async () => {
  const content = path.join(root, 'content');
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(content, name)), { recursive: true });
    writeFileSync(path.join(content, name), text);
  };
  put('site.yaml', 'name: Shore\nurl: https://shore.example/\n');
  put('tags.yaml', 'pebbles: { label: Pebbles, description: Small stones. }\n');
  put('issues/2025-01/index.mdx', '---\ntitle: A\ndate: 2025-01-31\neditors: [Jo Marsh]\n---\n');
  const folder = 'papers/2025-01/a';
  put(
    `${folder}/index.mdx`,
    [
      '---',
      ...['title: A', 'authors: [Ada Quill]', 'published: 2025-01-32', 'summarised: 2025-01-20'],
      ...[
        'arxiv: 2501.00001',
        'tags: [pebbles]',
        'tldr: B.',
        'abstract: C.',
        'writers: [Jo Marsh]',
      ],
      '---',
      '<Figure src="./Wave.svg" alt="A wave that falls" />',
      '',
      '<Plot data="./wave.csv" x="t" y="h" alt="A wave that falls" />',
    ].join('\n'),
  );
  put(`${folder}/wave.svg`, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" />');
  const entries = readEntries(content, ['paper', 'issue', 'person', 'tags']);
  const { problems } = await assemble(content, entries);
  assert.deepEqual(
    problems
      .filter(({ file }) => file.includes('papers'))
      .map(({ line, column, code, fix }) => `${line}:${column} ${code} ${fix}`),
    [
      '4:12 not-a-day Look the day up and write it as `YYYY-MM-DD`.',
      '12:9 picture-missing Write `./wave.svg`, with these letters.',
      '14:7 plot-data-missing Put the file there, or correct its name.',
    ],
  );
});
