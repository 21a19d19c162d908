import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cells, hashText } from '../../src/making/cells.ts';
import { buildEdition, paperOf, picture, SORTING, type Stuff } from './edition.ts';

function hashOf(cell: string, change?: (stuff: Stuff) => void): string {
  return new Cells(buildEdition(change)).hashOf(cell);
}

test('one value has one hash, another value another', () => {
  const title = (plain: string) => (stuff: Stuff) =>
    (paperOf(stuff, 'sorting').title = { ...paperOf(stuff, 'sorting').title, plain });
  assert.equal(hashOf('paper/sorting#title'), hashOf('paper/sorting#title'));
  assert.notEqual(hashOf('paper/sorting#title', title('A')), hashOf('paper/sorting#title'));
  assert.notEqual(
    hashOf('paper/sorting#title', title('A')),
    hashOf('paper/sorting#title', title('B')),
  );
  assert.notEqual(hashOf('paper/sorting', title('A')), hashOf('paper/sorting'));
});

test('values that look alike have hashes of their own', () => {
  const venues = [
    undefined,
    '',
    '-',
    '1',
    'null',
    'undefined',
    'is there',
    '[]',
    '{}',
    '""',
    '"-"',
  ];
  const hashes = venues.map((venue) =>
    hashOf('paper/sorting#venue', (stuff) => {
      if (venue !== undefined) paperOf(stuff, 'sorting').venue = venue;
    }),
  );
  // What a long value has in place of itself.
  hashes.push(
    hashOf('paper/sorting#venue', (stuff) => {
      paperOf(stuff, 'sorting').venue = hashText(JSON.stringify('x'.repeat(50)));
    }),
    hashOf('paper/sorting#venue', (stuff) => (paperOf(stuff, 'sorting').venue = 'x'.repeat(50))),
    hashOf('paper/sorting#venue', (stuff) => (paperOf(stuff, 'sorting').venue = 'x'.repeat(51))),
  );
  assert.equal(new Set(hashes).size, hashes.length, hashes.join('\n'));
});

test('what is not there has one hash, which it has not any more once it is there', () => {
  const nowhere = ['paper/none', 'paper/none#title', 'paper/none#facts.words', 'paper/none#?'];
  assert.deepEqual([...new Set(nowhere.map((cell) => hashOf(cell)))].length, 1);
  assert.notEqual(hashOf('paper/sorting#?'), hashOf('paper/none#?'));
  assert.notEqual(hashOf('pictures/sieve-1.png'), hashOf('pictures/none.png'));
  assert.notEqual(hashOf(`tree/${SORTING}`), hashOf('tree/content/none.mdx'));
  const gone = (stuff: Stuff) => delete paperOf(stuff, 'sorting').facts;
  assert.notEqual(hashOf('paper/sorting#facts.?', gone), hashOf('paper/sorting#facts.?'));
  assert.notEqual(hashOf('paper/sorting#facts.words', gone), hashOf('paper/sorting#facts.words'));
});

test('whether something is there does not depend on what it is', () => {
  const change = (stuff: Stuff) => (paperOf(stuff, 'sorting').facts!.words += 1);
  assert.equal(hashOf('paper/sorting#facts.?', change), hashOf('paper/sorting#facts.?'));
  assert.equal(hashOf('paper/sorting#?', change), hashOf('paper/sorting#?'));
});

test('the order of a list counts, and what its things hold does not', () => {
  assert.notEqual(
    hashOf('papers', ({ digest }) => digest.papers.reverse()),
    hashOf('papers'),
  );
  assert.equal(
    hashOf('papers', (stuff) => (paperOf(stuff, 'sorting').day = '2020-01-01')),
    hashOf('papers'),
  );
});

test('a picture is told by its name: its bytes are not read', () => {
  const edition = buildEdition(({ pictures, smaller }) => {
    for (const one of [...pictures.values(), ...[...smaller.values()].flat()])
      Object.defineProperty(one, 'bytes', { enumerable: true, get: () => assert.fail() });
  });
  const cells = new Cells(edition);
  const cell = `picture/${JSON.stringify([SORTING, './sieve.png'])}`;
  assert.equal(cells.hashOf(cell), hashOf(cell));
  assert.equal(cells.hashOf('smaller/sieve-1.png'), hashOf('smaller/sieve-1.png'));
  const other = (stuff: Stuff) =>
    stuff.pictures.set(`${SORTING} ./sieve.png`, picture('sieve-2.png'));
  assert.notEqual(hashOf(cell, other), hashOf(cell));
});

test('of several properties of a thing each counts, and whether it is there', () => {
  const cell = 'paper/sorting#summarised,venue';
  const change = (summarised?: string, venue?: string) => (stuff: Stuff) => {
    const paper = paperOf(stuff, 'sorting');
    delete paper.summarised;
    Object.assign(paper, { ...(summarised && { summarised }), ...(venue && { venue }) });
  };
  const states = [
    change(),
    change('a', 'b'),
    change('b', 'a'),
    change('a'),
    change(undefined, 'a'),
  ];
  states.push(
    change('-', 'a'),
    change('a', '-'),
    change('-', '-'),
    change('a,b'),
    change('x', 'b'),
  );
  assert.equal(new Set(states.map((state) => hashOf(cell, state))).size, states.length);
});

test('a cell that nothing reads is an error of the program', () => {
  assert.throws(() => hashOf('weather'), /There is no cell weather/);
});
