import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { PAPER, writePaper, type Files } from './folder.ts';

const folder = path.posix.dirname(PAPER);
const figure = (src: string) =>
  writePaper(`<Figure src="./${src}" alt="Loss falls as it grows" />`);
const plot = (data: string, more = '') =>
  `<Plot data="./${data}" x="tokens" y="accuracy"${more} alt="Accuracy falls" />`;
const table = (rows: number, name = (row: number) => String(row + 1)) =>
  `tokens,accuracy\n${Array.from({ length: rows }, (_, row) => `${name(row)},${row}.5\n`).join('')}`;
const listing = (slug: string, more: string) =>
  `---\ntitle: Gates\nauthors: [Ada Lovelace]\npublished: 2026-03-03\narxiv: 2603.0000${slug.length}v1\n` +
  `tags: [memory]\ntldr: A gate.\nabstract: A gate.\n${more}---\n`;
const hues = (light: string) => `hues:
  - { light: ${light}, dark: "#8ab4ff" }
${'  - { light: "#1f5fa8", dark: "#8ab4ff" }\n'.repeat(5)}`;
const site = 'name: Digest\nurl: https://digest.example.org/\n';

const blank = (width: number, height: number, background = '#808080') =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const png = await blank(64, 40);
const moving = await sharp([png, await blank(64, 40, '#000000')], {
  join: { animated: true },
})
  .webp()
  .toBuffer();
const circles = (count: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40">${'<circle r="1" />'.repeat(count)}</svg>`;
const picture = (name: string, bytes: Files[string]): Files => ({
  [PAPER]: figure(name),
  [`${folder}/${name}`]: bytes,
});
const numbers = (bytes: Files[string], more = ''): Files => ({
  [PAPER]: writePaper(plot('results.csv', more)),
  [`${folder}/results.csv`]: bytes,
});

/** Examples that no text can show, by their codes: what a content folder holds besides what is right. */
export const made: Record<string, Record<'wrong' | 'right', Files>> = {
  'text-encoding': {
    wrong: { [PAPER]: Buffer.from(writePaper('The state decays.'), 'utf16le') },
    right: { [PAPER]: writePaper('The state decays.') },
  },
  'formula-too-long': {
    wrong: { [PAPER]: writePaper(`$$\n${'a+'.repeat(2000)}a\n$$`) },
    right: { [PAPER]: writePaper(`$$\n${'a+'.repeat(200)}a\n$$`) },
  },
  'formula-too-large': {
    wrong: { [PAPER]: writePaper(`$$\n\\begin{matrix}${'&'.repeat(3900)}\\end{matrix}\n$$`) },
    right: { [PAPER]: writePaper('$$\n\\begin{matrix}a & \\cdots & z\\end{matrix}\n$$') },
  },
  'too-deep': {
    wrong: { [PAPER]: writePaper(`${'<kbd>'.repeat(40)}a${'</kbd>'.repeat(40)}`) },
    right: { [PAPER]: writePaper('<kbd>a</kbd>') },
  },
  'too-much': {
    wrong: { [PAPER]: writePaper(`${'| a '.repeat(300)}|`) },
    right: { [PAPER]: writePaper('| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |') },
  },
  'more-problems': {
    wrong: { [PAPER]: writePaper('{a} '.repeat(200)) },
    right: { [PAPER]: writePaper('$a$ '.repeat(200).trim()) },
  },
  'long-title': {
    wrong: { [PAPER]: writePaper(`[Code](https://example.org/ "${'t'.repeat(301)}")`) },
    right: { [PAPER]: writePaper('[Code](https://example.org/)') },
  },
  'invisible-character': {
    wrong: { [PAPER]: writePaper('The mem\u200bory decays.') },
    right: { [PAPER]: writePaper('The memory decays.') },
  },
  'no-source': {
    wrong: { [PAPER]: writePaper('The state decays.').replace(/^arxiv.*\n/m, '') },
    right: { [PAPER]: writePaper('The state decays.') },
  },
  'summarised-in-listing': {
    wrong: {
      [PAPER]: writePaper('The state decays.'),
      'papers/2026-03/gate/index.mdx': listing('gate', 'summarisedIn: gates\n'),
      'papers/2026-03/gates/index.mdx': listing('gates', ''),
    },
    right: {
      'papers/2026-03/gate/index.mdx': listing('gate', 'summarisedIn: memory\n'),
    },
  },
  'unknown-summary': {
    wrong: { 'papers/2026-03/gate/index.mdx': listing('gate', 'summarisedIn: memroy\n') },
    right: { 'papers/2026-03/gate/index.mdx': listing('gate', 'summarisedIn: memory\n') },
  },
  'yaml-too-long': {
    wrong: { 'site.yaml': `${site}# ${'a'.repeat(120_000)}` },
    right: {},
  },
  'unused-picture': {
    wrong: { [`${folder}/memory.svg`]: circles(1) },
    right: picture('memory.svg', circles(1)),
  },
  'picture-outside': {
    wrong: {
      [PAPER]: figure('old/memory.svg'),
      'kept/memory.svg': circles(1),
      [`${folder}/old`]: (file) => symlinkSync(path.resolve(file, '../../../../kept'), file),
    },
    right: picture('memory.svg', circles(1)),
  },
  'picture-type': { wrong: picture('photo.jpg', png), right: picture('photo.png', png) },
  'picture-too-heavy': {
    wrong: picture('photo.jpg', Buffer.alloc(3_000_000)),
    right: picture('photo.png', png),
  },
  'picture-too-large': {
    wrong: picture('photo.png', await blank(6000, 5000)),
    right: picture('photo.png', png),
  },
  'picture-damaged': {
    wrong: picture('photo.png', png.subarray(0, png.length - 30)),
    right: picture('photo.png', png),
  },
  'picture-moves': {
    wrong: picture('photo.webp', moving),
    right: picture('photo.png', png),
  },
  'svg-too-complex': {
    wrong: picture('memory.svg', circles(30_000)),
    right: picture('memory.svg', circles(500)),
  },
  'plot-data-type': {
    wrong: {
      [PAPER]: writePaper(plot('results.csv')),
      [`${folder}/results.csv`]: (file) => mkdirSync(file),
    },
    right: numbers(table(3)),
  },
  'unused-data': {
    wrong: { [`${folder}/results.csv`]: table(3) },
    right: numbers(table(3)),
  },
  'plot-bars': {
    wrong: numbers(table(50, (row) => `model ${row}`)),
    right: numbers(table(10, (row) => `model ${row}`)),
  },
  'plot-points': {
    wrong: {
      [PAPER]: writePaper(['a', 'b', 'c', 'd'].map((name) => plot(`${name}.csv`)).join('\n\n')),
      ...Object.fromEntries(
        ['a', 'b', 'c', 'd'].map((name) => [`${folder}/${name}.csv`, table(2000)]),
      ),
    },
    right: numbers(table(200)),
  },
  'csv-cell': {
    wrong: numbers(`tokens,accuracy,note\n1,2,${'a'.repeat(201)}\n2,3,b`),
    right: numbers('tokens,accuracy,note\n1,2,a\n2,3,b'),
  },
  'csv-too-large': { wrong: numbers(table(2001)), right: numbers(table(200)) },
  'csv-encoding': {
    wrong: numbers(Buffer.from(table(3), 'utf16le')),
    right: numbers(table(3)),
  },
  'not-a-folder': { wrong: { people: 'Ada Lovelace' }, right: {} },
  'file-too-large': {
    wrong: { 'papers/2026-03/gates/index.mdx': 'a'.repeat(2_000_000) },
    right: {},
  },
  'symbolic-link': {
    wrong: {
      'kept.txt': 'Facts.',
      'people/emmy-noether.yaml': (file) => symlinkSync(path.resolve(file, '../../kept.txt'), file),
    },
    right: {},
  },
  'tags-missing': { wrong: { 'tags.yaml': undefined }, right: {} },
  'site-missing': { wrong: { 'site.yaml': undefined }, right: {} },
  'bad-colour': {
    wrong: { 'site.yaml': site + hues('blue') },
    right: { 'site.yaml': site + hues('"#1f5fa8"') },
  },
  'faint-colour': {
    wrong: { 'site.yaml': site + hues('"#ffff00"') },
    right: { 'site.yaml': site + hues('"#1f5fa8"') },
  },
};
