import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPaperEntry } from '../src/digest/entry.ts';

/** The fenced blocks of a Markdown file in one language, in order. */
function blocks(file: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return [...readFileSync(file, 'utf8').matchAll(fence)].map((match) => match[1] ?? '');
}

const judge = (source: string) =>
  readPaperEntry(source, 'example.mdx', { issue: '2026-03', slug: 'your-paper' }).problems;

test('the summary in the README is one', () => {
  const [source] = blocks('README.md', 'mdx');
  assert.ok(source);
  assert.deepEqual(judge(source), []);
});

test('what the page for writers shows can be written so', () => {
  const page = 'src/pages/contribute.mdx';
  const parts = ['yaml', 'latex', 'jsx'].flatMap((language) => blocks(page, language));
  assert.equal(parts.length, 3);
  assert.deepEqual(judge(parts.join('\n')), []);
});

test('the message that the README quotes is the one that is given', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [problem] = judge(
    `${blocks('README.md', 'mdx')[0]?.split('## The key idea')[0]}The set {1,2}.`,
  );
  assert.ok(problem);
  for (const part of [problem.code, problem.message, problem.fix])
    assert.ok(readme.includes(part), part);
});
