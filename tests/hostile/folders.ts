import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { PAPER, writePaper, type Files } from '../rules/folder.ts';

/** A content folder, what it holds besides what is right, and the code of each error it must cause. */
export type FolderCase = { files: () => Files | Promise<Files>; codes: string[] };

const NS = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"';
const beside = (name: string) => path.posix.join(path.posix.dirname(PAPER), name);
const figure = (src: string) => writePaper(`<Figure src="${src}" alt="Loss falls as it grows" />`);
const shows = (name: string, bytes: Files[string]): Files => ({
  [PAPER]: figure(`./${name}`),
  [beside(name)]: bytes,
});
const svg = (inside: string, before = '', more = '') =>
  shows('a.svg', `${before}<svg ${NS} ${more}>${inside}</svg>`);
const drawing = (inside: string, codes: string[], before = '', more = ''): FolderCase => ({
  files: () => svg(inside, before, more),
  codes,
});
const link = (to: string) => (file: string) => symlinkSync(to, file);
const pipe = (file: string) => void execFileSync('mkfifo', [file]);
const figures = (src: string, codes: string[]): FolderCase => ({
  files: () => ({ [PAPER]: figure(src) }),
  codes,
});

const photo = () => sharp({ create: { width: 9, height: 9, channels: 3, background: '#808080' } });

/** A part of a PNG file with its length and its sum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG that says it is this large, of a few bytes. */
function png(width: number, height: number, ...more: Buffer[]): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const laughs = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const plot = (csv: Files[string], more = ''): Files => ({
  [PAPER]: writePaper(`<Plot data="./a.csv" x="x" y="y"${more} alt="Loss falls as it grows" />`),
  [beside('a.csv')]: csv,
});

const all: Record<string, FolderCase> = {
  'a picture two folders up': figures('../../site.yaml', ['foreign-picture']),
  'a picture at the root': figures('/etc/passwd', ['foreign-picture']),
  'a picture by another slash': figures('..\\..\\site.yaml', ['foreign-picture']),
  'a picture in the folder of another paper': figures('./../gates/a.svg', ['foreign-picture']),
  'a picture by another case': {
    files: () => ({ [PAPER]: figure('./A.SVG'), [beside('a.svg')]: `<svg ${NS}/>` }),
    codes: ['picture-missing'],
  },
  'a picture that is the text itself': figures('./index.mdx', ['picture-type']),
  'numbers two folders up': {
    files: () => ({
      [PAPER]: writePaper(
        '<Plot data="../../../site.yaml" x="x" y="y" alt="Loss falls as it grows" />',
      ),
    }),
    codes: ['plot-data'],
  },
  'an opening picture two folders up': {
    files: () => ({ 'issues/2026-03/index.mdx': 'hero: { src: ../../site.yaml, alt: A b c }' }),
    codes: ['bad-picture-path'],
  },
  'a picture that is a link out': {
    files: () => shows('a.svg', link('/etc/passwd')),
    codes: ['symbolic-link', 'picture-outside'],
  },
  'a picture in a folder that is a link out': {
    files: () => ({ [PAPER]: figure('./sub/passwd.svg'), [beside('sub')]: link('/etc') }),
    codes: ['unexpected-file', 'picture-missing'],
  },
  'a text that is a link out': {
    files: () => ({ 'people/ada-lovelace.yaml': link('/etc/passwd') }),
    codes: ['symbolic-link'],
  },
  'a text that is a link to itself': {
    files: () => ({ 'people/ada-lovelace.yaml': link('ada-lovelace.yaml') }),
    codes: ['symbolic-link'],
  },
  'a folder that is a link to its own parent': {
    files: () => ({ 'papers/2026-03/loop': link('..') }),
    codes: ['misplaced-file'],
  },
  'all people in a folder that is a link': {
    files: () => ({ people: link('/etc') }),
    codes: ['not-a-folder'],
  },
  'a site that is a link': {
    files: () => ({ 'site.yaml': link('/etc/passwd') }),
    codes: ['symbolic-link'],
  },
  'a site that is a pipe': { files: () => ({ 'site.yaml': pipe }), codes: ['symbolic-link'] },
  'a site that is a folder': {
    files: () => ({ 'site.yaml': (file) => mkdirSync(file) }),
    codes: ['symbolic-link'],
  },
  'a site that is a device': {
    files: () => ({ 'site.yaml': link('/dev/zero') }),
    codes: ['symbolic-link'],
  },
  'a person that is a pipe': {
    files: () => ({ 'people/ada-lovelace.yaml': pipe }),
    codes: ['symbolic-link'],
  },
  'a picture that is a pipe': {
    files: () => shows('a.svg', pipe),
    codes: ['symbolic-link', 'picture-type'],
  },
  'numbers that are a pipe': {
    files: () => plot(pipe),
    codes: ['symbolic-link', 'plot-data-type'],
  },
  'a folder named like a text': {
    files: () => ({ 'papers/2026-03/gates/index.mdx/x.mdx': 'a' }),
    codes: ['misnamed-file'],
  },
  'a folder named like a picture': {
    files: () => ({ [PAPER]: figure('./a.svg'), [beside('a.svg')]: (file) => mkdirSync(file) }),
    codes: ['picture-type'],
  },
  'slugs that climb and hide': {
    files: () => ({
      'papers/2026-03/__proto__/index.mdx': 'a',
      'papers/2026-03/..a/index.mdx': 'a',
    }),
    codes: ['bad-slug'],
  },
  'slugs in odd letters': {
    files: () => ({
      'papers/2026-03/M\u00e9moire\u202e/index.mdx': 'a',
      'people/CON.yaml': 'name: A',
    }),
    codes: ['odd-file-name'],
  },
  'names that a shell would run': {
    files: () => ({
      [beside('$(ran).svg')]: `<svg ${NS}/>`,
      [beside('-rf.svg')]: `<svg ${NS}/>`,
      [beside('a\nb.svg')]: `<svg ${NS}/>`,
    }),
    codes: ['odd-file-name', 'unused-picture'],
  },
  'code beside a text': {
    files: () => ({
      [beside('package.json')]: '{"scripts":{"install":"ran"}}',
      [beside('astro.config.mjs')]: 'ran()',
      [beside('x.ts')]: 'ran()',
      'papers/2026-03/memory/node_modules/x/index.js': 'ran()',
    }),
    codes: ['unexpected-file'],
  },
  'a drawing of laughs': drawing('<text>&c;</text>', ['svg-entity'], laughs),
  'a drawing with an entity from elsewhere': drawing(
    '<text>&x;</text>',
    ['svg-entity'],
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  ),
  'a drawing with an entity of parameters': drawing(
    '',
    ['svg-entity'],
    '<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]>',
  ),
  'a drawing with a script': drawing('<script>ran()</script>', ['svg-script']),
  'a drawing with a script of another space of names': drawing(
    '<x:script xmlns:x="http://www.w3.org/2000/svg">ran()</x:script>',
    ['svg-script'],
  ),
  'a drawing with a script in a section': drawing('<script><![CDATA[ran()]]></script>', [
    'svg-script',
  ]),
  'a drawing with handlers': drawing('<path onload="ran()" ONCLICK="ran()" onbegin="ran()" />', [
    'svg-script',
  ]),
  'a drawing with a handler on itself': drawing('<path />', ['svg-script'], '', 'onload="ran()"'),
  'a drawing with HTML': drawing(
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x" /></foreignObject>',
    ['svg-foreign-object'],
  ),
  'a drawing that uses another': drawing('<use href="https://evil.example/x.svg#a" />', [
    'svg-outside-reference',
  ]),
  'a drawing that uses another, by the old name': drawing(
    '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:image/svg+xml,x#a" />',
    ['svg-outside-reference'],
  ),
  'a drawing that uses another, by another prefix': drawing(
    '<use xmlns:y="http://www.w3.org/1999/xlink" y:href="//evil.example/x#a" />',
    ['svg-outside-reference'],
  ),
  'a drawing with a link that runs': drawing('<a href="javascript:ran()"><path /></a>', [
    'svg-link',
  ]),
  'a drawing that moves its address': drawing(
    '<path><animate attributeName="href" to="javascript:ran()" /><set attributeName="onload" to="ran()" /></path>',
    ['svg-animation'],
  ),
  'a drawing with a picture': drawing('<image href="https://evil.example/x.png" />', ['svg-image']),
  'a drawing that imports': drawing('<style>@import "https://evil.example/x.css";</style>', [
    'svg-style',
  ]),
  'a drawing whose style loads': drawing('<path style="fill:url(https://evil.example/#a)" />', [
    'svg-outside-reference',
  ]),
  'a drawing whose style loads by an escape': drawing(
    '<path style="fill:\\75rl(//evil.example/#a)" />',
    ['svg-value'],
  ),
  'a drawing whose style loads behind a comment': drawing(
    '<path style="fill:u/**/rl(//evil.example/#a)" />',
    ['svg-outside-reference'],
  ),
  'a drawing that filters and masks from elsewhere': drawing(
    '<path mask="url(//evil.example/#a)" clip-path="url(x.svg#b)" marker-end="url(&quot;//evil.example/#c&quot;)" />',
    ['svg-outside-reference'],
  ),
  'a drawing with a sheet of styles': drawing(
    '<path />',
    ['picture-type'],
    '<?xml-stylesheet href="//evil.example/x.css"?>',
  ),
  'a drawing with a base': drawing('<path />', [], '', 'xml:base="https://evil.example/"'),
  'a drawing with a space that is kept': drawing('<path />', [], '', 'xml:space="preserve"'),
  'a drawing with more behind its end': {
    files: () => shows('a.svg', `<svg ${NS}/><script>ran()</script>`),
    codes: ['svg-xml'],
  },
  'a drawing that is also a page': {
    files: () => shows('a.svg', `<!DOCTYPE html><svg ${NS}/>`),
    codes: ['picture-type'],
  },
  'a drawing in UTF-16': {
    files: () =>
      shows('a.svg', Buffer.from(`\ufeff<svg ${NS}><script>ran()</script></svg>`, 'utf16le')),
    codes: ['picture-type'],
  },
  'a drawing in UTF-7 by name': drawing(
    '<path />',
    ['svg-encoding'],
    '<?xml version="1.0" encoding="utf-7"?>',
  ),
  'a drawing of one element in a million': {
    files: () => shows('a.svg', `<svg ${NS}>${'<g/>'.repeat(120_000)}</svg>`),
    codes: ['svg-too-complex'],
  },
  'a drawing that is too heavy': {
    files: () => shows('a.svg', `<svg ${NS}>${' '.repeat(600_000)}</svg>`),
    codes: ['picture-too-heavy'],
  },
  'a picture that says it is ten thousand million pixels': {
    files: () => shows('a.png', png(100_000, 100_000)),
    codes: ['picture-too-large'],
  },
  'a picture of no pixels': { files: () => shows('a.png', png(0, 0)), codes: ['picture-damaged'] },
  'a picture whose profile is a bomb': {
    files: () =>
      shows(
        'a.png',
        png(
          9,
          9,
          chunk(
            'iCCP',
            Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(60_000_000))]),
          ),
        ),
      ),
    codes: [],
  },
  'a picture whose text is a bomb': {
    files: () =>
      shows(
        'a.png',
        png(
          9,
          9,
          chunk(
            'zTXt',
            Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(60_000_000))]),
          ),
        ),
      ),
    codes: [],
  },
  'a picture that moves': {
    files: () => shows('a.png', png(9, 9, chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])))),
    codes: [],
  },
  'a picture that is also an archive': {
    files: () =>
      shows('a.gif', Buffer.concat([Buffer.from('GIF89a\x01\0\x01\0'), Buffer.from('PK\x03\x04')])),
    codes: ['picture-type'],
  },
  'a photograph with a page behind it': {
    files: async () =>
      shows(
        'a.jpg',
        Buffer.concat([await photo().jpeg().toBuffer(), Buffer.from('<script>ran()</script>')]),
      ),
    codes: [],
  },
  'a photograph that says where it was taken': {
    files: async () =>
      shows(
        'a.jpg',
        await photo()
          .withExif({
            IFD0: { Artist: 'ran()' },
            IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
          })
          .jpeg()
          .toBuffer(),
      ),
    codes: [],
  },
  'a photograph that ends early': {
    files: async () => shows('a.jpg', (await photo().jpeg().toBuffer()).subarray(0, 200)),
    codes: ['picture-damaged'],
  },
  'a page named like a photograph': {
    files: () => shows('a.jpg', '<!DOCTYPE html><script>ran()</script>'),
    codes: ['picture-type'],
  },
  'a program named like a picture': {
    files: () => shows('a.png', Buffer.from('#!/bin/sh\nran\n')),
    codes: ['picture-type'],
  },
  'a picture of nothing': { files: () => shows('a.png', ''), codes: ['picture-type'] },
  'numbers that are formulas of a cell': {
    files: () => plot("x,y\n=cmd|'/C calc'!A0,1\n@SUM(1),2\n"),
    codes: ['csv-formula'],
  },
  'columns named like what every object has': {
    files: () => ({
      [PAPER]: writePaper(
        '<Plot data="./a.csv" x="__proto__" y="constructor" series="toString" alt="Loss falls as it grows" />',
      ),
      [beside('a.csv')]: '__proto__,constructor,toString\n1,2,__proto__\n2,3,valueOf\n',
    }),
    codes: [],
  },
  'numbers that are markup': {
    files: () => plot('x,y\n<script>ran()</script>,1\n"</text><b>",2\n'),
    codes: [],
  },
  'numbers beyond all': {
    files: () => plot('x,y\n1e999,1\n2,-1e999\nNaN,Infinity\n'),
    codes: ['plot-value'],
  },
  'numbers so far apart that nothing is left': {
    files: () => plot('x,y\n1e-300,1\n1e300,1e308\n2,-1e308\n'),
    codes: ['plot-value'],
  },
  'a line of numbers that never ends': {
    files: () => plot(`x,y\n"${'1,'.repeat(20_000)}`),
    codes: ['csv-quotes'],
  },
  'numbers in a million columns': {
    files: () => plot(`x,y${',a'.repeat(40_000)}\n1,2\n`),
    codes: ['csv-head', 'csv-too-large', 'more-problems'],
  },
  'numbers that turn around': {
    files: () => plot('x,y\na\u202eb,1\nb,2\n'),
    codes: ['invisible-character'],
  },
};

/** Every case by what it tries; Windows has neither pipes nor devices among its files. */
export const folders = Object.fromEntries(
  Object.entries(all).filter(
    ([tries]) => process.platform !== 'win32' || !/pipe|device/.test(tries),
  ),
);
