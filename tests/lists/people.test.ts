import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../src/digest/edition.ts';
import { buildPeopleParts, listPeopleParts, loadPeoplePart } from '../../src/lists/people.ts';
import { partOf } from '../../src/reader/facts.ts';
import { foldWords } from '../../src/folding.ts';
import { matchPeople } from '../../src/reader/matching.ts';
import { build, issue, paper, person, tags } from '../digest/fixture.ts';
import { readEdition } from '../edition.ts';

const fixture = await readEdition();

/** An edition whose people are these. */
function editionOf(...names: string[]): Edition {
  const { digest } = build(
    tags(),
    issue('2025-01'),
    paper('2025-01/a', { authors: `[${names.join(', ')}]` }),
    person('muller', { name: 'Gerd Müller' }),
    person('li-wen', { name: '李文', names: '[Wen Li]' }),
    person('wei', { name: 'Wei Zhang', notes: 'works on vision' }),
    person('wei-too', { name: 'Zhāng Wěi', notes: 'works on speech' }),
  );
  return { ...fixture, digest };
}

const edition = editionOf('Pál Erdős', 'Seán O’Neill', 'J. Q.', '李文', 'Gerd Müller');
const parts = buildPeopleParts(edition);

/** The names that are found as a reader's script finds them. */
function find(typed: string): string[] {
  const sought = foldWords(typed);
  const read = sought.map(partOf).flatMap((name) => parts.get(name)?.people ?? []);
  return matchPeople([...new Set(read)], sought).map(({ name }) => name);
}

for (const [typed, ...names] of [
  ['erdos', 'Erdős, Pál'],
  ['ERDŐS, pal', 'Erdős, Pál'],
  ['Pál Erd', 'Erdős, Pál'],
  ['oneill', "O'Neill, Seán"],
  ['O’Neill, Seán', "O'Neill, Seán"],
  ['mueller', 'Müller, Gerd'],
  ['muller', 'Müller, Gerd'],
  ['李', '李, 文'],
  ['Li, Wen', '李, 文'],
  ['q', 'Q., J.'],
  // A slip each: a letter too many, one left out, two that changed places.
  ['erddos', 'Erdős, Pál'],
  ['mulle gerd', 'Müller, Gerd'],
  ['erods', 'Erdős, Pál'],
  ['erxxs'],
  ['pal muller'],
] as const) {
  test(`a person is found: ${typed}`, () => {
    assert.deepEqual(find(typed), names);
  });
}

test('whole words come before words that are begun', () => {
  const people = ['Marta', 'Mart'].map((name) => ({
    ...{ href: `/${name}/`, name, work: '' },
    words: foldWords(name).join(' '),
  }));
  assert.deepEqual(
    matchPeople(people, ['mart']).map(({ name }) => name),
    ['Mart', 'Marta'],
  );
});

test('who shares a name is told apart', () => {
  const people = parts.get('zh')?.people ?? [];
  assert.deepEqual(
    people.map(({ name, notes }) => [name, notes]),
    [
      ['Wěi, Zhāng', 'works on speech'],
      ['Zhang, Wei', 'works on vision'],
    ],
  );
});

test('everybody of a digest is in a part for each word of their name, and a part is a name of a file', () => {
  const all = buildPeopleParts(fixture);
  for (const { name, id } of fixture.digest.people) {
    for (const word of foldWords(name)) {
      if (word.length < 2 && /[a-z]/.test(word)) continue;
      const people = all.get(partOf(word))?.people ?? [];
      assert.ok(
        people.some(({ href }) => href === fixture.routes.author(id)),
        name,
      );
    }
  }
  for (const name of [...all.keys(), ...parts.keys()])
    assert.match(name, /^(?:[a-z0-9]{1,2}|u[0-9a-f]+)$/);
});

test('a part is found by its name as it is among all', async () => {
  assert.deepEqual((await listPeopleParts(edition)).sort(), [...parts.keys()].sort());
  for (const [name, part] of parts) assert.deepEqual(await loadPeoplePart(edition, name), part);
});

test('ten thousand people stand in parts of a few kilobytes', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const syllable = (seed: number) => letters[seed % 26]! + letters[(seed * 7 + 3) % 26]! + 'en';
  const people = Array.from({ length: 10_000 }, (_, index) => {
    const [given, family] = [syllable(index), `${syllable(index >> 2)}${syllable(index >> 5)}`];
    const name = `${given} ${family}`;
    return { ...fixture.digest.people[0]!, id: `p-${index}`, name, given, family, names: [] };
  });
  const large = buildPeopleParts({ ...fixture, digest: { ...fixture.digest, people } });
  const sizes = [...large.values()].map((file) => JSON.stringify(file).length);
  assert.ok(Math.max(...sizes) < 200_000, String(Math.max(...sizes)));
});
