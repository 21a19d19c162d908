import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  buildIssuePicture,
  buildPaperPicture,
  buildPersonPicture,
  buildSharingPicture,
  buildSitePicture,
  listSharingPictures,
} from '../../src/sharing/build.ts';
import { readColours } from '../../src/styles/colours.ts';
import { sharingOfPerson } from '../../src/views/sharing.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;
const paper = (slug: string) => buildPaperPicture(edition, digest.paperBySlug.get(slug)!);
const person = (id: string) => buildPersonPicture(edition, digest.personById.get(id)!);
const issue = (id: string) => buildIssuePicture(edition, digest.issueById.get(id)!);

test('a paper has its title with the formula as TeX, and the first of its authors in Latin letters', () => {
  const picture = paper('paper-1');
  assert.deepEqual(picture.title, [
    { type: 'text', text: 'Iron with ', italic: false },
    { type: 'formula', tex: '\\alpha^2', text: 'α²' },
    { type: 'text', text: ': Heat & <Light>', italic: false },
  ]);
  assert.equal(picture.within, 'January 2026');
  assert.deepEqual(picture.lines, [
    'Ada van der Quill, Paul Balança, José de la Cruz and 6 more',
    'Ada van der Quill, Paul Balança and 7 more',
    'Ada van der Quill and 8 more',
  ]);
});

test('of the residuals of its issue a paper has its own in full colour', () => {
  const { stretches, colours } = paper('paper-1');
  const { papers } = digest.issueById.get('2026-01')!;
  assert.equal(stretches.length, papers.length);
  stretches.forEach(({ pale }, index) => assert.equal(pale, papers[index] !== 'paper-1'));
  assert.ok(stretches.every(({ colour }) => colour === colours.live));
});

test('an issue has the emphasis of its title, its papers counted and who wrote it', () => {
  const picture = issue('2026-01');
  assert.deepEqual(
    picture.title.map((piece) => piece.type === 'text' && [piece.text, piece.italic]),
    [
      ['Twelve papers and ', false],
      ['one', true],
      [' furnace', false],
    ],
  );
  assert.equal(picture.lines[0], '12 papers · Ada Quill, Bo Li');
  assert.ok(picture.stretches.every(({ pale }) => !pale));
});

test('a person whose name is in other letters is called by a spelling in ours', () => {
  assert.deepEqual(person('wen-li').title, [{ type: 'text', text: 'Wen Li', italic: false }]);
});

test('a person has what they wrote counted, with their affiliation where it fits', () => {
  const picture = person('ada-quill');
  assert.match(picture.lines[1] ?? '', /^\d+ papers · \d+ summar(?:y|ies)(?: · \d+ issues?)?$/);
  assert.equal(picture.lines[0], `Institute of Invented Iron · ${picture.lines[1]}`);
  assert.equal(picture.colours.live, readColours().ink.light);
  assert.ok(picture.stretches.some(({ colour }) => colour !== picture.colours.live));
  assert.equal(person('ironworks').within, 'Group');
});

test('who edits and writes nothing has the residuals of their issues', () => {
  const editor = { ...digest.personById.get('ada-quill')!, papers: [], summaries: [] };
  const picture = buildPersonPicture(edition, { ...editor, issues: ['2026-01'] });
  assert.equal(picture.stretches.length, 12);
  assert.equal(picture.lines[1], '1 issue');
  const nobody = buildPersonPicture(edition, { ...editor, issues: [] });
  assert.deepEqual(nobody.stretches, []);
  assert.equal(nobody.lines[1], '');
});

test('the site has its name, its tagline and no head above them', () => {
  const { site, within, title, lines } = buildSitePicture(edition);
  assert.equal(site ?? within, undefined);
  assert.deepEqual(title, [{ type: 'text', text: 'Ferrous Notes', italic: false }]);
  assert.equal(lines[0], 'what the reading group read');
});

test('a title without a letter of ours gives way to its address', () => {
  const title = { ...digest.paperBySlug.get('paper-2')!.title, plain: '千问技术报告' };
  const [text] = [{ type: 'text' as const, value: title.plain }];
  const picture = buildPaperPicture(edition, {
    ...digest.paperBySlug.get('paper-2')!,
    title: { plain: title.plain, tree: { type: 'root', version: 1, children: [text] } },
  });
  assert.deepEqual(picture.title, [{ type: 'text', text: 'Paper 2', italic: false }]);
});

test('every issue and paper has a picture, and so has the site', () => {
  const paths = listSharingPictures(edition);
  const { issues, papers } = digest;
  for (const path of paths) assert.ok(buildSharingPicture(edition, path).title.length > 0, path);
  assert.equal(new Set(paths).size, paths.length);
  for (const { id } of issues) assert.ok(paths.includes(`issues/${id}.png`), id);
  for (const { slug } of papers) assert.ok(paths.includes(`papers/${slug}.png`), slug);
  assert.ok(paths.includes('site.png'));
});

test('a person with several papers has a picture, and one with a single paper that of the paper', () => {
  const paths = listSharingPictures(edition).map((path) => `${edition.routes.base}sharing/${path}`);
  const kinds = new Set<string>();
  for (const one of digest.people) {
    const { src, alt = '' } = sharingOfPerson(edition, one) ?? {};
    const works = new Set([...one.papers, ...one.summaries]);
    const isOwn = works.size > 1 || one.issues.length > 0;
    kinds.add(isOwn ? 'own' : 'of the paper');
    const [slug = ''] = works;
    const own = edition.routes.sharing('authors', one.id);
    assert.equal(src, isOwn ? own : edition.routes.sharing('papers', slug), one.id);
    assert.equal(paths.includes(own), isOwn, one.id);
    assert.ok(src && paths.includes(src), one.id);
    const title = isOwn ? one.name : digest.paperBySlug.get(slug)?.title.plain;
    assert.ok(title && alt.startsWith(title), one.id);
  }
  assert.equal(kinds.size, 2);
});
