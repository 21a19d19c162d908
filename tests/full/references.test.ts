import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { renderBibtex } from '../../src/exports/bibtex.ts';
import { buildReference, buildReferences, type Reference } from '../../src/exports/reference.ts';
import { readEdition } from '../edition.ts';
import { nameOf, rawText, textOf } from '../exports/editions.ts';
import { dist } from '../site/site.ts';

const skip =
  spawnSync('biber', ['--version']).status === 0 ? false : 'biber of Debian is not installed';
const folder = mkdtempSync(path.join(tmpdir(), 'digest-references-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** What biblatex's own program says against a file, and the file as it understood it. */
function judge(source: string): { said: string[]; written: string } {
  const file = path.join(folder, 'in.bib');
  const written = path.join(folder, 'out.bib');
  writeFileSync(file, source);
  const { stdout, status } = spawnSync(
    'biber',
    ['--tool', '--validate-datamodel', '--output-file', written, file],
    { encoding: 'utf8', cwd: folder },
  );
  const said = stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line));
  assert.ok(status === 0 || said.length > 0, stdout);
  return { said, written: said.length > 0 ? '' : readFileSync(written, 'utf8') };
}

const keysOf = (source: string) =>
  [...source.matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key).sort();

test('biber reads every reference of the site without a warning', { skip }, () => {
  const source = readFileSync(path.join(dist, 'papers.bib'), 'utf8');
  const { said, written } = judge(source);
  assert.deepEqual(said, []);
  assert.deepEqual(keysOf(written), keysOf(source));
});

test('biber reads what is hard to write: names, signs, formulas', { skip }, async () => {
  const edition = await readEdition();
  const paper = edition.digest.paperBySlug.get('paper-1')!;
  const authors = [
    ...['José Ortega y Gasset', 'Martin Luther King Jr.', 'others', 'Gerard ’t Hooft', 'Madonna'],
    ...['Charles de la Vallée Poussin', 'bell hooks', 'A & B', '{x', 'C_1 #2', '李文', 'Ø'],
  ].map((name) => nameOf(name));
  const hard = ['{', '}}', '\\', '\\input{x}', '%', '"@misc{y,', 'a ~ b ^ c_d # e', '$', '</x>'];
  const references: Reference[] = [
    ...buildReferences(
      edition,
      edition.digest.papers.map(({ slug }) => slug),
    ),
    { ...buildReference(edition, { ...paper, authors }), key: 'names' },
    ...['Of $\\{1,2\\}$ and $\\left\\{x\\right.$', 'H<sub>2</sub>O, *stressed*'].map(
      (title, index) => ({
        ...buildReference(edition, { ...paper, title: textOf(title) }),
        key: `title-${index}`,
      }),
    ),
    ...hard.map((title, index) => ({
      ...buildReference(edition, { ...paper, title: rawText(title), venue: title }),
      key: `hard-${index}`,
    })),
  ];
  const { said, written } = judge(renderBibtex(references));
  assert.deepEqual(said, []);
  assert.deepEqual(keysOf(written), references.map(({ key }) => key).sort());
});

test('biber would say what is wrong', { skip }, () => {
  const [said] = judge('@misc{a,\n  title = {A},\n  day = {3},\n  year = {soon},\n}\n').said;
  assert.match(said ?? '', /^WARN/);
});
