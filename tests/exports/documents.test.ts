import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../src/digest/assemble.ts';
import type { Paper } from '../../src/digest/model.ts';
import { entryKinds, readEntries } from '../../src/digest/read.ts';
import { listWorks } from '../../src/digest/works.ts';
import {
  buildDigestDocument,
  buildIssueDocument,
  buildPaperDocument,
  buildPersonDocument,
  renderDocument,
} from '../../src/exports/documents.ts';
import { buildDocument, listDocuments } from '../../src/exports/files.ts';
import { buildDocumentSchema, documents, type DocumentName } from '../../src/exports/schemas.ts';
import { readEdition } from '../edition.ts';
import { HOSTILE } from '../body/trees.ts';
import { compileSchema, listFaults } from './json-schemas.ts';

const edition = await readEdition();
const { digest, routes } = edition;
const names = Object.keys(documents) as DocumentName[];
const schemas = new Map(
  names.map((name) => {
    const id = routes.absolute(routes.jsonSchema(name));
    return [id, compileSchema(buildDocumentSchema(name, id))];
  }),
);

function paperOf(slug: string): Paper {
  const paper = digest.paperBySlug.get(slug);
  assert.ok(paper);
  return paper;
}

function faultsOf(document: { $schema: string }): string[] {
  const validate = schemas.get(document.$schema);
  assert.ok(validate, document.$schema);
  return listFaults(validate, JSON.parse(renderDocument(document as never)));
}

test('every document is as its schema says', async () => {
  const files = listDocuments(edition);
  const seen = new Set<string>();
  for (const path of files) {
    const document = await buildDocument(edition, path);
    assert.deepEqual(faultsOf(document), [], path);
    seen.add(document.$schema);
  }
  assert.deepEqual([...seen].sort(), [...schemas.keys()].sort(), 'each schema has a document');
});

test('a schema takes nothing that it does not describe, and describes every field', () => {
  const document = buildPaperDocument(edition, paperOf('paper-1'));
  assert.equal(faultsOf({ ...document, more: 1 } as never).length, 1);
  assert.equal(faultsOf({ ...document, paper: { ...document.paper, more: 1 } } as never).length, 1);
  assert.notEqual(faultsOf({ ...document, version: 2 } as never).length, 0);

  const silent: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, properties, additionalProperties } = node as Record<string, unknown>;
    if (type === 'object' && properties !== undefined) {
      assert.equal(additionalProperties, false, path);
      for (const [name, value] of Object.entries(properties as Record<string, object>)) {
        if (!('description' in value) && !('const' in value)) silent.push(`${path}.${name}`);
      }
    }
    for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
  };
  for (const name of names) visit(buildDocumentSchema(name, 'https://a.example/'), name);
  assert.deepEqual(silent, []);
});

test('a text with formulas comes plain and as LaTeX', () => {
  const { paper, abstractTex, assistanceTex, notation, summary } = buildPaperDocument(
    edition,
    paperOf('paper-1'),
  );
  assert.equal(paper.title, 'Iron with α²: Heat & <Light>');
  assert.equal(paper.titleTex, 'Iron with $\\alpha^2$: Heat & \\<Light>');
  assert.equal(paper.tldr, 'Iron q₁ stays warm.');
  assert.equal(paper.tldrTex, 'Iron $q_{1}$ stays warm.');
  assert.match(abstractTex ?? '', /\$q_\{1\}\$/);
  assert.match(assistanceTex ?? '', /\$q_\{1\}\$/);
  assert.deepEqual(notation[0], {
    symbol: '\\tau',
    meaning: 'how long q lasts',
    meaningTex: 'how long $q$ lasts',
  });
  assert.deepEqual(summary?.equations, [
    {
      id: 'eq-heat',
      address: 'https://ferrous.example/digest/papers/paper-1/#eq-heat',
      number: '1',
      tex: 'q_{1}(t) = q_{1}(0)\\,e^{-t/\\tau}',
    },
  ]);
  const plainTitle = buildPaperDocument(edition, paperOf('listed')).paper;
  assert.ok(!('titleTex' in plainTitle));
});

test('a summary says what stands in it, with full addresses', () => {
  const { summary, paper } = buildPaperDocument(edition, paperOf('paper-1'));
  assert.ok(summary);
  assert.deepEqual(
    summary.sections.map(({ id, depth, title }) => [id, depth, title]),
    [
      ['the-key-idea', 2, 'The key idea'],
      ['results', 2, 'Results'],
    ],
  );
  const page = 'https://ferrous.example/digest/papers/paper-1/';
  assert.deepEqual(
    summary.figures.map(({ kind, number, id, address }) => [kind, number, id, address]),
    [
      ['figure', '1', 'fig-curve', `${page}#fig-curve`],
      ['plot', '2', 'fig-results', `${page}#fig-results`],
    ],
  );
  const [figure, plot] = summary.figures;
  assert.ok(figure && plot);
  assert.equal(figure.caption, 'Heat over time, after τ.');
  assert.equal(figure.source, 'Figure 2');
  assert.equal(figure.licence, 'CC BY 4.0');
  assert.match(figure.picture ?? '', /^https:\/\/ferrous\.example\/digest\/pictures\/curve\./);
  assert.match(plot.data ?? '', /^https:\/\/ferrous\.example\/digest\/data\/results\..*\.csv$/);
  assert.deepEqual(summary.tables, [
    { id: 'tab-heat', address: `${page}#tab-heat`, number: '1', caption: 'Heat after an hour.' },
  ]);
  assert.match(summary.text, /Newton’s\.\[1\]/);
  assert.match(summary.markdown, /^## The key idea/);
  assert.equal(paper.address, page);
  assert.equal(paper.markdown, 'https://ferrous.example/digest/papers/paper-1.md');
});

test('a listing has facts and no summary, a draft is nowhere, a withdrawn paper says so', () => {
  const listing = buildPaperDocument(edition, paperOf('listed'));
  assert.ok(!('summary' in listing) && !('summarised' in listing.paper));
  assert.equal(listing.paper.summarisedIn, 'paper-1');
  assert.equal(listing.abstractByAuthors, true);
  assert.ok(!renderDocument(buildDigestDocument(edition)).includes('unfinished'));
  assert.deepEqual(buildPaperDocument(edition, paperOf('paper-4')).paper.withdrawn, {
    date: '2026-02-10',
    note: 'The furnace was never lit.',
  });
});

test('who has one work has no document of their own, and none is named', () => {
  const { people } = buildDigestDocument(edition);
  const addresses = new Set(
    listDocuments(edition).map((path) => routes.absolute(routes.base + path)),
  );
  const hasOwnFiles = (person: (typeof digest.people)[number]) => listWorks(person).length > 1;
  assert.ok(digest.people.some(hasOwnFiles) && !digest.people.every(hasOwnFiles));
  digest.people.forEach((person, index) => {
    const own = routes.absolute(routes.twin(routes.author(person.id), 'json'));
    assert.equal(people[index]?.json, hasOwnFiles(person) ? own : undefined, person.id);
    assert.equal(addresses.has(own), hasOwnFiles(person), person.id);
  });
});

test('the whole names everything once, and its parts agree with it', () => {
  const whole = buildDigestDocument(edition);
  assert.deepEqual(
    whole.papers.map(({ slug }) => slug),
    digest.papers.map(({ slug }) => slug),
  );
  for (const issue of digest.issues) {
    const { papers, introduction } = buildIssueDocument(edition, issue);
    assert.deepEqual(
      papers.map(({ slug }) => slug),
      issue.papers,
    );
    assert.equal(introduction !== undefined, issue.body);
  }
  const person = digest.people.find(({ id }) => id === 'ada-quill');
  assert.ok(person);
  assert.deepEqual(
    new Set(buildPersonDocument(edition, person).papers.map(({ slug }) => slug)),
    new Set([...person.papers, ...person.summaries]),
  );
});

test('a digest without papers has its documents', async () => {
  const content = 'tests/fixtures/empty';
  const { edition: empty } = await assemble(content, readEntries(content, entryKinds));
  assert.ok(empty);
  for (const path of listDocuments(empty)) {
    const document = await buildDocument(empty, path);
    const name = document.$schema.replace(/^.*\/(\w+)\.schema\.json$/, '$1') as DocumentName;
    const validate = compileSchema(buildDocumentSchema(name, document.$schema));
    assert.deepEqual(listFaults(validate, document), []);
  }
  assert.deepEqual(buildDigestDocument(empty).papers, []);
});

test('what a stranger wrote stays one string of JSON', () => {
  const text = {
    plain: HOSTILE,
    tree: { type: 'root', version: 1, children: [{ type: 'text', value: HOSTILE }] },
  };
  const hostile = {
    ...paperOf('paper-1'),
    title: text,
    venue: `a\ud800\u0000${HOSTILE}\n`,
  } as Paper;
  const read = JSON.parse(renderDocument(buildPaperDocument(edition, hostile))) as {
    paper: { title: string; venue: string };
  };
  assert.equal(read.paper.title, HOSTILE);
  assert.ok(read.paper.venue.endsWith(`${HOSTILE}\n`));
});
