import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { Nodes } from 'mdast';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { listDocuments } from '../../src/exports/files.ts';
import { read } from '../body/round-trip.ts';
import { compileSchema, listFaults } from '../exports/json-schemas.ts';
import { attribute, dist, listOwnFiles, readPages } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
const home = routes.absolute(routes.base);
const files = new Set(listOwnFiles(routes.base));
const pages = readPages();
const idsByFile = new Map(
  pages.map(({ address, elements }) => [
    `${address}index.html`,
    new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])),
  ]),
);

const open = (file: string) => readFileSync(path.join(dist, file), 'utf8');

/** What is wrong with an address of the site in a twin: no file, or no such place in it. */
function judge(address: string): string[] {
  if (!address.startsWith(home)) return [];
  const url = new URL(address);
  const inner = decodeURI(url.pathname.slice(routes.base.length));
  const file = inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
  if (!files.has(file)) return [address];
  const fragment = decodeURIComponent(url.hash.slice(1));
  return fragment === '' || idsByFile.get(file)?.has(fragment) ? [] : [address];
}

function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/** Every address in Markdown. */
function addressesOf(source: string): string[] {
  return [...walk(read(source.replace(/^---\n[\s\S]*?\n---\n/, '')))].flatMap((node) =>
    node.type === 'link' || node.type === 'image' ? [node.url] : [],
  );
}

/** Every address in JSON that is one and nothing else. */
function* addressesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (/^https?:\/\/\S+$/.test(value)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) yield* addressesIn(one);
  }
}

test('every document is as the schema says that it names and that is published with it', () => {
  const documents = listDocuments(edition);
  const checkers = new Map<string, ReturnType<typeof compileSchema>>();
  for (const file of documents) {
    const document = JSON.parse(open(file)) as { $schema: string };
    const { $schema: id } = document;
    assert.deepEqual(judge(id), [], file);
    const checker =
      checkers.get(id) ?? compileSchema(JSON.parse(open(id.slice(home.length))) as object);
    checkers.set(id, checker);
    assert.deepEqual(listFaults(checker, document), [], file);
  }
});

test('what a document leads to is there, down to the anchor', () => {
  for (const file of listDocuments(edition)) {
    const found = [...addressesIn(JSON.parse(open(file)))];
    assert.deepEqual(found.flatMap(judge), [], file);
  }
});

test('every issue and every paper has its Markdown, and what that leads to is there', () => {
  const withText = [
    ...digest.papers.map(({ slug }) => routes.paper(slug)),
    ...digest.issues.map(({ id }) => routes.issue(id)),
  ];
  for (const page of withText) {
    const file = routes.twin(page, 'md').slice(routes.base.length);
    const addresses = addressesOf(open(file));
    assert.ok(
      addresses.every((address) => /^(?:https?:\/\/|mailto:)/.test(address)),
      file,
    );
    assert.deepEqual(addresses.flatMap(judge), [], file);
  }
});

test('the inventory for Sphinx stands where it looks for one', () => {
  assert.ok(files.has(routes.inventory().slice(routes.base.length)));
});

test('what llms.txt leads to is there', () => {
  const addresses = addressesOf(open('llms.txt'));
  assert.ok(addresses.length > 0);
  assert.deepEqual(addresses.flatMap(judge), []);
});

test('every section, equation, figure and table of a page that has a label is told of', () => {
  const { labels } = JSON.parse(open('labels.json')) as {
    labels: { id: string; paper?: string; kind: string }[];
  };
  for (const { slug, anchors } of digest.papers) {
    const told = labels.flatMap(({ id, paper, kind }) =>
      paper === slug && kind !== 'section' ? [id] : [],
    );
    const ids = [...(idsByFile.get(`papers/${slug}/index.html`) ?? [])];
    assert.deepEqual(
      told.sort(),
      ids.filter((id) => /^(?:eq|fig|tab)-/.test(id) && !(id in anchors)).sort(),
      slug,
    );
  }
});

test('the head of a page names its twins, and no other', () => {
  const documents = new Set(listDocuments(edition).map((file) => routes.base + file));
  for (const { address, elements } of pages) {
    const page = routes.base + address;
    const named = elements.flatMap((element) =>
      element.tagName === 'link' &&
      attribute(element, 'rel') === 'alternate' &&
      /^(?:text\/markdown|application\/json)$/.test(attribute(element, 'type') ?? '')
        ? [attribute(element, 'href')]
        : [],
    );
    const markdown = routes.twin(page, 'md');
    const json = page === routes.base ? routes.digestJson() : routes.twin(page, 'json');
    const isOwn = address !== '' && files.has(markdown.slice(routes.base.length));
    assert.deepEqual(
      named,
      [...(isOwn ? [markdown] : []), ...(documents.has(json) ? [json] : [])],
      address,
    );
  }
});
