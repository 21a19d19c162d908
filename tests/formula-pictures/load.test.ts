import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { renderFeed } from '../../src/body/rendering/html.ts';
import type { Tree } from '../../src/body/tree.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { cacheFolder } from '../../src/digest/folders.ts';
import { resolveFor } from '../../src/digest/resolve.ts';
import { collectFormulas } from '../../src/formula-pictures/collect.ts';
import { readFormula } from '../../src/formula-pictures/kept.ts';
import { listFormulas, loadFormulas, loadSpecimen } from '../../src/formula-pictures/load.ts';
import { readEdition } from '../edition.ts';

const content = mkdtempSync(path.join(tmpdir(), 'digest-formulas-'));
process.env['DIGEST_CONTENT'] = content;
const folder = path.join(cacheFolder(content), 'formulas');
after(() => {
  for (const made of [content, cacheFolder(content)])
    rmSync(made, { recursive: true, force: true });
});

const edition = await readEdition();
const paper = edition.digest.paperBySlug.get('paper-1')!;

/** The edition with another summary of the paper. */
function withTree(tree: Tree): Edition {
  return { ...edition, treeOf: (entry) => (entry === paper ? tree : edition.treeOf(entry)) };
}

const formulas: Tree = {
  type: 'root',
  version: 1,
  children: [
    { type: 'formula', tex: '\\alpha+1' },
    {
      type: 'paragraph',
      children: [
        { type: 'inlineFormula', tex: '\\alpha+1' },
        { type: 'inlineFormula', tex: '\\reflectbox{R}' },
      ],
    },
  ],
};

test('formulas are found in titles, sentences, attributes, captions, notes and introductions', () => {
  const { papers, issues } = edition.digest;
  const asked = [...papers, ...issues].flatMap((entry) => collectFormulas(edition, entry));
  const has = (tex: string, display: boolean) =>
    asked.some((one) => one.tex === tex && one.display === display);
  for (const tex of ['\\alpha^2', 'q_{1}', '\\tau', '\\downarrow', 'n', 'x', 't_0']) {
    assert.ok(has(tex, false), tex);
  }
  assert.ok(has('q_{1}(t) = q_{1}(0)\\,e^{-t/\\tau}', true));
});

test('each formula of an entry is asked for once', () => {
  const asked = collectFormulas(withTree(formulas), paper);
  const shown = asked.filter(({ tex }) => tex === '\\alpha+1');
  assert.deepEqual(shown.map(({ display }) => display).sort(), [false, true]);
  const names = asked.map(({ tex, display }) => `${display} ${tex}`);
  assert.equal(new Set(names).size, names.length);
});

test('a feed with pictures has each formula once: as a picture, or as MathML where there is none', async () => {
  const own = withTree(formulas);
  const { pictureOf } = await loadFormulas(own, [paper]);
  const files = new Set(await listFormulas(own));
  const resolve = resolveFor(own, paper);
  const formulaPicture = (tex: string, display: boolean) => {
    const picture = pictureOf(tex, display);
    return picture && { ...picture, href: own.routes.formula(picture.name) };
  };
  const html = renderFeed(formulas, { idPrefix: '', headingShift: 0, resolve, formulaPicture });
  const pictures = html.match(/<img [^>]*>/g) ?? [];
  assert.equal(pictures.length, 2);
  assert.equal(html.match(/<math/g)?.length, 1);
  for (const picture of pictures) {
    const [, name = ''] = /src="[^"]*\/formulas\/([^"]+)"/.exec(picture) ?? [];
    assert.match(name, /^[0-9a-f]{20}\.png$/);
    assert.ok(files.has(name), name);
    assert.ok(readFormula(name).length > 100);
    assert.match(picture, /alt="\\alpha\+1"/);
  }
  // Large operators and fractions differ, so displayed and inline are two pictures.
  assert.notEqual(pictures[0], pictures[1]);
  assert.equal(pictureOf('\\reflectbox{R}', false), undefined);
  assert.equal(pictureOf('never\\ asked', false), undefined);
});

test('a formula is set once, and kept with what it cannot be', async () => {
  const own = withTree(formulas);
  const read = async () => (await listFormulas(own)).map((name) => [name, readFormula(name)]);
  const first = await read();
  const kept = readdirSync(folder).sort();
  assert.deepEqual(await read(), first);
  assert.deepEqual(readdirSync(folder).sort(), kept);
  assert.ok(kept.some((name) => readFileSync(path.join(folder, name), 'utf8') === 'null'));
  // Numbers that nobody measured: what comes back was kept.
  for (const name of kept) {
    writeFileSync(
      path.join(folder, name),
      JSON.stringify({ width: 7, height: 8, depth: 1, png: 'AAAA' }),
    );
  }
  const { pictureOf } = await loadFormulas(own, [paper]);
  assert.equal(pictureOf('\\alpha+1', true)?.width, 7);
  // What a disk has spoilt is set again.
  for (const name of kept) writeFileSync(path.join(folder, name), '{"width": 7, "hei');
  assert.deepEqual(await read(), first);
});

test('the file of a formula that was never set is missed', () => {
  assert.throws(() => readFormula('0123456789abcdef0123.png'), /is gone from the cache/);
});

test('the formulas to try a reader with are among the files', async () => {
  const { pictureOf } = await loadSpecimen();
  const picture = pictureOf('e^{i\\pi} + 1 = 0', false);
  assert.ok(picture);
  assert.ok((await listFormulas(edition)).includes(picture.name));
});

test('names say what is shown and not how', async () => {
  const { pictureOf } = await loadFormulas(withTree(formulas), [paper]);
  // An address that mails and readers hold: where this line must change, their pictures are gone.
  assert.equal(pictureOf('\\alpha+1', true)?.name, 'b370c9ddf41812bb57f5.png');
});
