import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root, RootContent } from 'mdast';
import { parse } from 'yaml';
import type { Issue, Paper } from '../../src/digest/model.ts';
import { renderIssueMarkdown, renderPaperMarkdown } from '../../src/exports/markdown.ts';
import { read } from '../body/round-trip.ts';
import { HOSTILE } from '../body/trees.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;

function paperOf(slug: string): Paper {
  const paper = digest.paperBySlug.get(slug);
  assert.ok(paper);
  return paper;
}

function issueOf(id: string): Issue {
  const issue = digest.issueById.get(id);
  assert.ok(issue);
  return issue;
}

/** The facts between the hyphens, and the text below them. */
function split(source: string): { facts: Record<string, unknown>; document: Root } {
  const [, front = '', text = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(source) ?? [];
  return { facts: parse(front) as Record<string, unknown>, document: read(text) };
}

const kinds = (nodes: readonly RootContent[]) => nodes.map(({ type }) => type);

function headings({ children }: Root): [depth: number, text: string][] {
  return children.flatMap((node) =>
    node.type === 'heading'
      ? [[node.depth, node.children.map((child) => ('value' in child ? child.value : '')).join('')]]
      : [],
  );
}

test('a paper has its facts as YAML, then its text under one heading of level 1', () => {
  const { facts, document } = split(renderPaperMarkdown(edition, paperOf('paper-1')));
  assert.equal(facts['title'], 'Iron with α²: Heat & <Light>');
  assert.equal(facts['titleTex'], 'Iron with $\\alpha^2$: Heat & \\<Light>');
  assert.deepEqual(facts['sources'], ['https://arxiv.org/abs/2601.00001v2']);
  assert.deepEqual(facts['writers'], ['Ada Quill']);
  assert.equal(facts['published'], '2025-12-30');
  assert.equal(facts['corrected'], '2026-03-05');
  assert.equal(facts['address'], 'https://ferrous.example/digest/papers/paper-1/');
  assert.ok(!('organisations' in facts) && !('withdrawn' in facts));
  assert.deepEqual(headings(document), [
    [1, 'Iron with \\alpha^2: Heat & <Light>'],
    [2, 'Abstract'],
    [2, 'The key idea'],
    [2, 'Results'],
    [2, 'Notation'],
    [2, 'Corrected'],
  ]);
  assert.equal(kinds(document.children).at(-1), 'footnoteDefinition');
});

test('a withdrawn paper says so before all else', () => {
  const { facts, document } = split(renderPaperMarkdown(edition, paperOf('paper-4')));
  assert.equal(facts['withdrawn'], '2026-02-10');
  assert.deepEqual(kinds(document.children).slice(0, 2), ['heading', 'blockquote']);
  assert.match(
    renderPaperMarkdown(edition, paperOf('paper-4')),
    /\n> \*\*Withdrawn, 10 February 2026\.\*\* The furnace was never lit\.\n/,
  );
});

test('a listing has its abstract, whose it is, and the summary that covers it', () => {
  const source = renderPaperMarkdown(edition, paperOf('listed'));
  assert.match(
    source,
    /## Abstract\n\nThe abstract of the authors themselves, about \$\\beta\$\.\n\nThe authors’ own/,
  );
  assert.match(
    source,
    /Covered in our summary of \[Iron .*\]\(https:\/\/ferrous\.example\/digest\/papers\/paper-1\/\)\.\n$/,
  );
  assert.ok(!('writers' in split(source).facts));
});

test('an issue has its introduction and its papers in order, one level down, their notes apart', () => {
  const issue = issueOf('2026-01');
  const source = renderIssueMarkdown(edition, issue);
  const { facts, document } = split(source);
  assert.equal(facts['title'], 'Twelve papers and one furnace');
  assert.equal(facts['titleTex'], 'Twelve papers and *one* furnace');
  assert.deepEqual(
    headings(document).flatMap(([depth, text]) => (depth === 2 ? [text] : [])).length,
    issue.papers.length,
  );
  assert.match(source, /The price was \\\$5\.5M, and \$x\$ was not\./);
  assert.match(source, /\[\^paper-1-1\]: He had the law/);
  assert.match(source, /### The key idea/);
  assert.match(source, /Summary by Ada Quill\./);
  assert.ok(!source.includes('sentence of a draft'));
  const labels = document.children.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [node.identifier] : [],
  );
  assert.equal(new Set(labels).size, labels.length);
});

test('a paper of hundreds names a few of its authors in the line of its issue', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    name: `Author ${index}`,
    given: 'Author',
    family: String(index),
    person: 'a',
  }));
  const issue = { ...issueOf('2026-rust'), papers: ['listed'] };
  const crowd = { ...paperOf('listed'), authors: many };
  const paperBySlug = new Map([...digest.paperBySlug, ['listed', crowd]]);
  const source = renderIssueMarkdown({ ...edition, digest: { ...digest, paperBySlug } }, issue);
  assert.match(source, /\nAuthor 0, .*, Author 5 and 194 more\. 1 March 2026\./);
});

test('no fact breaks out of its place', () => {
  const text = (plain: string) => ({
    plain,
    tree: {
      type: 'root' as const,
      version: 1 as const,
      children: [{ type: 'text' as const, value: plain }],
    },
  });
  const breaking = `---\n# ${HOSTILE}\n---\nx: *y`;
  const paper = {
    ...paperOf('listed'),
    title: text(breaking),
    tldr: text(breaking),
    abstract: text(breaking),
    venue: breaking,
    tags: [breaking],
    authors: [{ name: breaking, given: '', family: breaking, person: 'a' }],
    withdrawn: { date: '2026-01-01', note: text(breaking) },
    corrections: [{ date: '2026-01-01', note: text(breaking) }],
    notation: [{ symbol: 'x', meaning: text(breaking) }],
  };
  const { facts, document } = split(renderPaperMarkdown(edition, paper));
  assert.equal(facts['title'], breaking);
  assert.equal(facts['venue'], breaking);
  assert.deepEqual(facts['authors'], [breaking]);
  assert.deepEqual(
    headings(document).map(([depth]) => depth),
    [1, 2, 2, 2],
  );
  assert.ok(!kinds(document.children).includes('html'));
  assert.ok(!kinds(document.children).includes('thematicBreak'));
});
