import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { renderIssueMarkdown, renderPaperMarkdown } from '../../src/exports/markdown.ts';
import { renderMarkdown } from '../../src/body/rendering/markdown.ts';
import { markdown, read, squeeze } from '../body/round-trip.ts';
import { everything } from '../body/trees.ts';
import { readEdition } from '../edition.ts';

// Pandoc shares no line with what writes the Markdown, nor with the other reader in these tests.
const found = spawnSync('pandoc', ['--version']).status === 0;
const skip = found ? false : 'pandoc is not installed';

type Found = { formulas: string[]; addresses: string[]; words: string };

/** What Pandoc reads, by its own tree: https://pandoc.org/using-the-pandoc-api.html */
function readByPandoc(source: string, format: string): Found {
  const { stdout, stderr, status } = spawnSync('pandoc', ['-f', format, '-t', 'json'], {
    input: source,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  const all: Found = { formulas: [], addresses: [], words: '' };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { t: type, c: content } = node as { t?: string; c?: unknown };
    const parts = content as [unknown, string, [string, string]];
    if (type === 'Str') all.words += String(content);
    else if (type === 'Code' || type === 'CodeBlock') all.words += parts[1];
    else if (type === 'Math') all.formulas.push(squeeze(parts[1]));
    else if (type === 'Link' || type === 'Image') all.addresses.push(parts[2][0]);
    // An alt is text to Pandoc, and an attribute to the other.
    if (!/^(?:Math|Code|CodeBlock|Image)$/.test(type ?? '')) Object.values(node).forEach(visit);
  };
  visit((JSON.parse(stdout) as { blocks: unknown }).blocks);
  return { ...all, words: all.words.replace(/\s+/g, '') };
}

/** The same by the reader of the other tests. */
function readByRemark(source: string): Found {
  const all: Found = { formulas: [], addresses: [], words: '' };
  const visit = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
      all.words += node.value;
    if (node.type === 'inlineMath' || node.type === 'math') all.formulas.push(squeeze(node.value));
    if (node.type === 'link' || node.type === 'image') all.addresses.push(node.url);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(read(source.replace(/^---\n[\s\S]*?\n---\n/, '')));
  return { ...all, words: all.words.replace(/\s+/g, '') };
}

const sorted = ({ formulas, addresses, words }: Found) => ({
  formulas: formulas.sort(),
  addresses: addresses.map((address) => decodeURI(address)).sort(),
  // In any order, since notes stand where they are referred to.
  letters: [...words].sort().join(''),
});

test('Pandoc reads the twins as we do: formulas, addresses, letters', { skip }, async () => {
  const content = contentFolder();
  const { edition } = await assemble(content, readEntries(content, entryKinds));
  assert.ok(edition);
  for (const one of [await readEdition(), edition]) {
    const { papers, issues } = one.digest;
    for (const source of [
      ...papers.map((paper) => renderPaperMarkdown(one, paper)),
      ...issues.map((issue) => renderIssueMarkdown(one, issue)),
    ]) {
      const ours = sorted(readByRemark(source));
      for (const format of ['gfm+tex_math_dollars', 'markdown-smart']) {
        const theirs = sorted(readByPandoc(source, format));
        assert.deepEqual(theirs, ours, source.slice(0, 100));
      }
    }
  }
});

test('Pandoc finds each formula of everything', { skip }, () => {
  const source = renderMarkdown(everything, markdown);
  const { formulas } = sorted(readByPandoc(source, 'gfm+tex_math_dollars'));
  assert.deepEqual(formulas, sorted(readByRemark(source)).formulas);
});
