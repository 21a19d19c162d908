import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { KATEX_FACES, TEXT_FACES } from '../../../src/cli/fonts/faces.ts';
import { makeStylesheets } from '../../../src/cli/fonts/make.ts';
import { planSubsets, writeRange } from '../../../src/cli/fonts/subsets.ts';
import { readCharacters } from '../../../src/cli/fonts/woff2.ts';
import { ROOT } from '../../../src/cli/folders.ts';

const styles = join(ROOT, 'src', 'styles');
const plans = [...TEXT_FACES, ...KATEX_FACES].map((face) => ({ face, subsets: planSubsets(face) }));
const subsets = plans.flatMap((plan) => plan.subsets);

test('the files of a face have every character of its sources, each once', () => {
  for (const { face, subsets: files } of plans) {
    const shipped = files.flatMap(({ characters }) => characters);
    assert.equal(new Set(shipped).size, shipped.length, face.name);
    const sources = face.sources.flatMap(({ file }) =>
      readCharacters(readFileSync(join(ROOT, 'node_modules', file))),
    );
    const wanted = sources.filter((code) => code >= 0x20 && code !== 0xffff);
    assert.deepEqual(new Set(shipped), new Set(wanted), face.name);
  }
});

test('what a face puts first, its source has', () => {
  const absent = plans.flatMap(({ face, subsets: [core, next] }) =>
    [
      { characters: face.core, file: core },
      { characters: face.more, file: next },
    ].flatMap(({ characters = '', file }) =>
      [...characters]
        .filter((character) => file?.characters.includes(character.codePointAt(0)!) !== true)
        .map((character) => `${face.name}: ${character}`),
    ),
  );
  assert.deepEqual(absent, []);
});

test('the committed files are those of the plan, with its characters', () => {
  assert.deepEqual(
    readdirSync(join(styles, 'fonts')).sort(),
    subsets.map(({ file }) => file).sort(),
  );
  for (const { file, characters } of subsets) {
    // HarfBuzz brings along what a character becomes from right to left: ∋ with ∈.
    const there = new Set(readCharacters(readFileSync(join(styles, 'fonts', file))));
    assert.deepEqual(
      characters.filter((code) => !there.has(code)),
      [],
      file,
    );
  }
});

test('the committed stylesheets are what the command makes', async () => {
  for (const [name, css] of await makeStylesheets())
    assert.equal(
      readFileSync(join(ROOT, 'src', name), 'utf8'),
      css.toString(),
      `src/${name} is not what \`npm run fonts\` makes; run it and commit the result.`,
    );
});

test('a range closes over characters that no file of its face has, and over nothing unseen', () => {
  const range = (characters: number[], others: number[]) =>
    writeRange({ characters, others: new Set(others) });
  assert.equal(range([0x41, 0x42, 0x43], []), 'U+41-43');
  assert.equal(range([0x41, 0x43], []), 'U+41-43');
  assert.equal(range([0x41, 0x43], [0x42]), 'U+41, U+43');
  assert.equal(range([0x41, 0x141], []), 'U+41, U+141');
  assert.equal(range([0x200a, 0x2010], []), 'U+200A, U+2010');
});

test('what is no WOFF2 file is said', () => {
  assert.throws(() => readCharacters(Buffer.from('OTTO')), {
    message: 'This is not a WOFF2 file.',
  });
});
