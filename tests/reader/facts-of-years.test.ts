import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { buildPaperFacts } from '../../src/lists/papers.ts';
import { ALL, buildScope, FactsOfYears } from '../../src/reader/facts-of-years.ts';
import { buildAuthor } from '../../src/views/author.ts';
import { buildPapers, buildTag } from '../../src/views/lists.ts';
import { enlarge } from '../digest/large.ts';

const edition = enlarge({ papers: 2000 });
const before = globalThis.fetch;
const read: string[] = [];
afterEach(() => {
  globalThis.fetch = before;
  read.length = 0;
});

/** As the form of a page opens it. */
function open({ narrowing }: Pick<ReturnType<typeof buildTag>, 'narrowing'>): FactsOfYears {
  assert.ok(narrowing?.of);
  globalThis.fetch = (address) => {
    const name = address as string;
    read.push(name);
    const year = /(\d{4})\.json$/.exec(name)?.[1] ?? '';
    return Promise.resolve(Response.json(buildPaperFacts(edition, year)));
  };
  const dataset = { facts: narrowing.facts.join(' '), earlier: narrowing.earlier.join(' ') };
  return new FactsOfYears(dataset, buildScope(narrowing.of));
}

test('the newest years are read at once, those before when they are asked for', async () => {
  const facts = open(buildTag(edition, 'pebbles'));
  await facts.readFirst();
  assert.deepEqual(read, ['/digest/lists/papers/2024.json']);
  assert.equal(facts.since, '2024');
  assert.deepEqual(facts.waiting, ['2023']);
  assert.equal(facts.papers.length, 540);
  assert.deepEqual([facts.has(''), facts.has('2023'), facts.has(ALL)], [true, false, false]);
  await Promise.all([facts.read(ALL), facts.read('2023')]);
  assert.equal(facts.papers.length, 2000);
  assert.equal(facts.has(ALL), true);
  assert.ok((facts.papers[0]?.date ?? '') > (facts.papers.at(-1)?.date ?? ''));
});

test('a year that is parted asks for its own facts alone', async () => {
  const facts = open(buildPapers(edition, '2023'));
  await facts.readFirst();
  assert.deepEqual(read, ['/digest/lists/papers/2023.json']);
  assert.equal(facts.since, undefined);
  assert.equal(facts.papers.length, 1460);
});

test('a person’s papers are known by the person, not by the name', async () => {
  const person = edition.digest.personById.get('ada-quill')!;
  const facts = open(buildAuthor(edition, person));
  await facts.readFirst();
  assert.equal(facts.papers.length, 540);
  assert.ok(facts.papers.every(({ authorIds }) => authorIds?.includes('ada-quill')));
  assert.equal(buildScope('person somebody')(facts.papers[0]!), false);
  // Of a page that holds all of its papers there is nothing to ask.
  assert.equal(buildTag(edition, 'pebbles', '2024-03').narrowing?.of, undefined);
});
