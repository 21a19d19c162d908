import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import type { DefaultTreeAdapterTypes as Parse5 } from 'parse5';
import { assemble } from '../../src/digest/assemble.ts';
import { contentFolder } from '../../src/digest/folders.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { renderBibtex, renderEntry } from '../../src/exports/bibtex.ts';
import { renderCsl } from '../../src/exports/csl.ts';
import { listCited } from '../../src/exports/lists.ts';
import { buildReference, buildReferences } from '../../src/exports/reference.ts';
import { renderRis } from '../../src/exports/ris.ts';
import { sources } from '../../src/routes.ts';
import { findDois, findOffer } from '../exports/zotero.ts';
import { attribute, dist, listOwnFiles, readPages, textOf } from './site.ts';

const content = contentFolder();
const { edition } = await assemble(content, readEntries(content, entryKinds));
assert.ok(edition);
const { digest, routes } = edition;
const pages = readPages();
const files = listOwnFiles(routes.base);
const pageOf = (route: string) => {
  const found = pages.find(({ address }) => routes.base + address === route);
  assert.ok(found, route);
  return found;
};
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

test('every page with papers has its references beside it, and no other page has any', () => {
  const lists = listCited(edition);
  for (const { path: file, slugs } of lists) {
    const references = buildReferences(edition, slugs);
    assert.equal(read(`${file}.bib`), renderBibtex(references), file);
    assert.equal(read(`${file}.csl.json`), renderCsl(references), file);
  }
  for (const { slug } of digest.papers) {
    assert.equal(read(`papers/${slug}.ris`), renderRis(buildReferences(edition, [slug])));
  }
  const made = (ending: string) => files.filter((file) => file.endsWith(ending)).length;
  assert.deepEqual(
    [made('.bib'), made('.csl.json'), made('.ris')],
    [lists.length, lists.length, digest.papers.length],
  );
});

test('a page shows its references to readers and names them in its head', () => {
  for (const { page, path: file } of listCited(edition)) {
    const { elements } = pageOf(page);
    for (const form of ['bib', 'csl.json'] as const) {
      const leading = elements.filter(
        (element) => attribute(element, 'href') === routes.twin(page, form),
      );
      const names = leading.map(({ tagName }) => tagName).sort();
      assert.deepEqual(names, ['a', 'link'], `${file}.${form}`);
      const [first, second] = leading.map((element) => attribute(element, 'type'));
      assert.equal(first, second);
    }
  }
});

test('a paper’s page shows the entries to copy, the paper’s own first', () => {
  for (const paper of digest.papers) {
    const { elements } = pageOf(routes.paper(paper.slug));
    const cite = elements.find((element) => attribute(element, 'id') === 'cite');
    assert.ok(cite, paper.slug);
    const shown = elements
      .filter((element) => element.tagName === 'pre' && isWithin(element, cite))
      .map(textOf);
    assert.deepEqual(shown, buildReferences(edition, [paper.slug]).map(renderEntry));
  }
});

function isWithin(element: Parse5.Element, outer: Parse5.Element): boolean {
  for (let node: Parse5.Node | null = element; node;) {
    if (node === outer) return true;
    node = 'parentNode' in node ? node.parentNode : null;
  }
  return false;
}

test('Zotero saves the paper from its page, and from an issue offers each of its papers', () => {
  for (const paper of digest.papers) {
    const { document } = new JSDOM(pageOf(routes.paper(paper.slug)).html).window;
    const offer = findOffer(document);
    assert.equal(offer?.translator, 'COinS', paper.slug);
    const { doi, url } = buildReference(edition, paper);
    assert.deepEqual(
      offer.items.map((item) => [item.title, item.creators.length, item.DOI, item.url]),
      [[paper.title.plain.replaceAll('+', ' '), paper.authors.length, doi, url]],
    );
    if (doi === undefined) continue;
    assert.ok(findDois(document).includes(doi), `${paper.slug} shows ${doi}`);
    const link = document.querySelector(`a[href="${sources.doi(doi)}"]`);
    assert.equal(link?.textContent, doi);
  }
  for (const issue of digest.issues) {
    const offer = findOffer(new JSDOM(pageOf(routes.issue(issue.id)).html).window.document);
    assert.deepEqual(
      offer?.items.map(({ title }) => title) ?? [],
      issue.papers.map((slug) => digest.paperBySlug.get(slug)?.title.plain.replaceAll('+', ' ')),
    );
  }
});

test('no page claims to be the paper', () => {
  for (const { address, elements } of pages) {
    for (const element of elements) {
      const name = attribute(element, 'name') ?? attribute(element, 'property') ?? '';
      const isClaim = /^(?:citation|bepress_citation|eprints|prism|dc|dcterms)[._]/i.test(name);
      assert.ok(element.tagName !== 'meta' || !isClaim, `${address}: ${name}`);
      // By RFC 8574 it names the address by which this page is cited, not what it is about.
      const rel = (attribute(element, 'rel') ?? '').split(' ');
      assert.ok(!rel.includes('cite-as'), `${address}: cite-as`);
    }
  }
});

type Thing = { '@type': string; '@id'?: string; url?: string; itemListElement?: Step[] };
type Step = { position: number; name: string; item: string };

test('what a page says in JSON-LD is of that page, and leads to pages that are there', () => {
  const addresses = new Set(pages.map(({ address }) => routes.absolute(routes.base + address)));
  const ids = new Map<string, string>();
  for (const { address, elements } of pages) {
    const blocks = elements.filter(
      (element) => attribute(element, 'type') === 'application/ld+json',
    );
    assert.ok(blocks.length <= 1, address);
    const here = routes.absolute(routes.base + address);
    for (const block of blocks) {
      const data = JSON.parse(textOf(block)) as { '@graph': Thing[] };
      for (const { '@type': type, '@id': id, url, itemListElement } of data['@graph']) {
        if (url !== undefined && type !== 'Periodical') assert.equal(url, here, type);
        if (id !== undefined) {
          assert.equal(ids.get(id) ?? type, type, id);
          ids.set(id, type);
        }
        if (!itemListElement) continue;
        assert.equal(itemListElement.at(-1)?.item, here);
        itemListElement.forEach(({ position, item }, index) => {
          assert.equal(position, index + 1);
          assert.ok(addresses.has(item), `${address} → ${item}`);
        });
      }
    }
  }
  for (const paper of digest.papers) {
    const type = paper.body ? 'Review' : 'WebPage';
    const id = routes.absolute(routes.paper(paper.slug)) + (paper.body ? '#summary' : '#page');
    assert.equal(ids.get(id), type);
  }
});

test('networks are told when an article appeared, and who wrote it', () => {
  for (const paper of digest.papers) {
    const { elements } = pageOf(routes.paper(paper.slug));
    const all = (property: string) =>
      elements
        .filter((element) => attribute(element, 'property') === property)
        .map((element) => attribute(element, 'content'));
    const changed = paper.withdrawn?.date ?? paper.corrections[0]?.date;
    assert.deepEqual(all('article:published_time'), paper.body ? [paper.summarised] : []);
    assert.deepEqual(all('article:modified_time'), paper.body && changed ? [changed] : []);
    assert.deepEqual(
      all('article:author'),
      paper.body ? paper.writers.map((id) => routes.absolute(routes.author(id))) : [],
    );
  }
});
