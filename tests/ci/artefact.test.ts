import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefact } from '../../src/ci/artefact.ts';
import { layOut } from '../../src/ci/preview.ts';
import { renderHeaders } from '../../src/headers.ts';
import { changes, png, writeArtefact } from './artefact.ts';

const html = { bytes: '<!doctype html>' };

test('a good preview is read, and its own headers are left', () => {
  const artefact = readArtefact(writeArtefact());
  assert.deepEqual([...artefact.site.keys()], ['index.html', '404.html', '_astro/a.css']);
  assert.deepEqual([...artefact.pictures.keys()], ['light', 'dark', 'phone']);
  assert.deepEqual(artefact.changes, changes);
});

test('it is laid out below its base path, with headers that are ours', () => {
  const files = layOut(readArtefact(writeArtefact()));
  assert.deepEqual([...files.keys()].sort(), [
    '404.html',
    '_headers',
    'digest/404.html',
    'digest/_astro/a.css',
    'digest/index.html',
    'preview-pictures/dark.png',
    'preview-pictures/light.png',
    'preview-pictures/phone.png',
    'robots.txt',
  ]);
  assert.equal(String(files.get('_headers')), renderHeaders('/digest/', { preview: true }));
  assert.equal(String(files.get('robots.txt')), 'User-agent: *\nDisallow: /\n');
});

test('a file that is no part of a preview is refused with its name', () => {
  const named = 'has a name that no page of ours has.';
  const kind = 'is of a kind that no site of ours has.';
  const placed = 'lies where a host looks for programs, or we for pictures.';
  const cases: [name: string, says: string, file?: { bytes: string | Buffer }][] = [
    ['run.sh', 'belongs to no preview.'],
    ['../evil.html', 'belongs to no preview.'],
    ['/site/a.html', 'belongs to no preview.'],
    ['pictures/light.svg', 'belongs to no preview.'],
    ['site/../a.html', named],
    ['site//a.html', named],
    ['site/.well-known/a.txt', named],
    ['site/a/.nojekyll', named],
    ['site/_worker.js', named],
    ['site/_redirects', named],
    ['site/a/_headers', named],
    ['site/_astro/.a.css', named],
    ['site/a/_b.css', named],
    ['site/_astro/_headers', kind],
    ['site/a b.html', named],
    ['site/a\\b.html', named],
    [`site/${'a/'.repeat(9)}a.html`, named],
    ['site/functions/a.js', placed],
    ['site/Netlify/functions/a.js', placed],
    ['site/preview-pictures/light.png', placed],
    ['site/a.exe', kind],
    ['site/a.wasm', kind],
    ['site/a.constructor', kind],
    ['site/CNAME', kind],
    ['site/a.png', 'is not what its ending says.'],
    ['site/a.svg', 'is not what its ending says.', { bytes: '<html>' }],
    ['site/a.html', 'is not what its ending says.', { bytes: '<svg>' }],
    ['site/a.js', 'is not what its ending says.', { bytes: Buffer.from([0x80]) }],
    ['site/a.css', 'is not what its ending says.', { bytes: 'a\u0000' }],
  ];
  for (const [name, says, file = html] of cases) {
    const message = `${JSON.stringify(name)} ${says}`;
    assert.throws(() => readArtefact(writeArtefact({ [name]: file })), { message });
  }
});

test('every kind that a build makes is known by its sign', () => {
  const files = {
    'site/a.png': { bytes: png() },
    'site/a.jpg': { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
    'site/a.webp': { bytes: 'RIFF1234WEBPVP8 ' },
    'site/a.avif': { bytes: '\u0000\u0000\u0000 ftypavif' },
    'site/a.gif': { bytes: 'GIF89a' },
    'site/a.woff2': { bytes: 'wOF2' },
    'site/a.svg': { bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    'site/a.B7-x_9~1@2.js': { bytes: 'let é' },
    'site/_astro/_slug_.C_x.css': { bytes: 'a{}' },
  };
  assert.equal(readArtefact(writeArtefact(files)).site.size, 3 + Object.keys(files).length);
});

test('what must be there is', () => {
  const refuses = (files: Parameters<typeof writeArtefact>[0], message: string) =>
    assert.throws(() => readArtefact(writeArtefact(files)), { message });
  refuses(
    { 'changes.json': undefined },
    'The preview does not say what changed: changes.json is missing.',
  );
  refuses({ 'pictures/dark.png': undefined }, 'The preview has not all of its pictures.');
  refuses({ 'site/index.html': undefined }, 'The preview has no site: site/index.html is missing.');
  refuses({ 'changes.json': { bytes: '{' } }, 'changes.json is no JSON.');
  refuses(
    { 'changes.json': { bytes: ' '.repeat(100_001) } },
    'changes.json has more than 100000 bytes.',
  );
  refuses(
    { 'changes.json': { bytes: JSON.stringify({ ...changes, base: '//evil.example/' }) } },
    'changes.json is not of the form that it should have, at "base".',
  );
  refuses({ 'pictures/dark.png': html }, '"pictures/dark.png" is no PNG.');
  refuses(
    { 'pictures/dark.png': { bytes: png(4_001, 10) } },
    '"pictures/dark.png" is larger than a picture of a screen.',
  );
  refuses(
    { 'pictures/dark.png': { bytes: Buffer.concat([png(), Buffer.alloc(3_000_000)]) } },
    '"pictures/dark.png" is larger than a picture of a screen.',
  );
});

test('headers say what a page cannot say of itself, below the base path', () => {
  assert.equal(
    renderHeaders('/digest/'),
    `/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: frame-ancestors 'self'
  Access-Control-Allow-Origin: *
/digest/_astro/*
  Cache-Control: public, max-age=31536000, immutable
/digest/data/*
  Cache-Control: public, max-age=31536000, immutable
/digest/pictures/*
  Cache-Control: public, max-age=31536000, immutable
  Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'
/digest/favicon.svg
  Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'
`,
  );
  assert.match(renderHeaders('/', { preview: true }), /^ {2}X-Robots-Tag: noindex$/m);
});
