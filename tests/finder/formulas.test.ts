import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { searchForm } from '../../src/body/formulas/search-form.ts';
import { Formulas } from '../../src/finder/formulas.ts';
import { packPieces, piecesOf } from '../../src/search/pieces.ts';

/** Parts, newest first, each of one paper with these formulas. */
const PARTS = [['a+b+c', 'x^2+y^2'], ['a+b+c+d'], ['p+q+r'], ['a+b'], ['a+b+c+e', 'n!+1']];

const read: string[] = [];
const before = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = before;
  read.length = 0;
});

function serve(broken: string[] = []): Formulas {
  const parts = PARTS.map((formulas, index) => ({
    address: `/part-${index}`,
    pieces: packPieces(formulas.flatMap((tex) => [...piecesOf(searchForm(tex))])),
  }));
  globalThis.fetch = (address) => {
    const name = address as string;
    read.push(name);
    if (broken.includes(name)) return Promise.resolve(new Response('', { status: 500 }));
    if (name === '/all') return Promise.resolve(Response.json({ parts }));
    const formulas = PARTS[Number(name.slice('/part-'.length))] ?? [];
    const paper = { href: `${name}/`, title: name, labelled: [], sections: [['', ...formulas]] };
    return Promise.resolve(Response.json({ papers: [paper] }));
  };
  return new Formulas('/all');
}

const texOf = (found: { containing: { tex: string }[] }) => found.containing.map(({ tex }) => tex);

test('only parts that may have it are read, the newest first, the others on request', async () => {
  const found = await serve().find('a+b');
  assert.deepEqual(read, ['/all', '/part-0', '/part-1']);
  assert.deepEqual(texOf(found), ['a+b+c', 'a+b+c+d']);
  const more = await found.more?.();
  assert.deepEqual(read.slice(3), ['/part-3', '/part-4']);
  assert.ok(more);
  assert.deepEqual(texOf(more), ['a+b', 'a+b+c+e']);
  assert.equal(more.more, undefined);
});

test('what stands in an old part alone is found at once, what stands nowhere reads nothing', async () => {
  const formulas = serve();
  assert.deepEqual(texOf(await formulas.find('n!+1')), ['n!+1']);
  assert.deepEqual(read, ['/all', '/part-4']);
  assert.deepEqual(texOf(await formulas.find('z+z+z')), []);
  assert.equal(read.length, 2);
});

test('what is too short to tell its parts is sought from the newest on, until something is found', async () => {
  const found = await serve().find('q');
  assert.deepEqual(texOf(found), ['p+q+r']);
  assert.deepEqual(read.slice(1), ['/part-0', '/part-1', '/part-2', '/part-3']);
  assert.ok(found.more);
});

test('what could not be read is read again at the next question', async () => {
  const broken = ['/part-4'];
  const formulas = serve(broken);
  await assert.rejects(formulas.find('n!+1'));
  broken.pop();
  assert.deepEqual(texOf(await formulas.find('n!+1')), ['n!+1']);
});
