import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { TOGETHER } from '../../src/cli/node-tests.ts';
import { runCommand } from '../fixture.ts';
import { findFirstIn } from '../identity.ts';
import { readPages } from './site.ts';

const folders = { digest: '.cache/test/site-digest-dist', empty: '.cache/test/site-empty-dist' };

before(async () => {
  for (const [name, folder] of Object.entries(folders)) {
    const { code, output } = await runCommand(
      'build',
      ['--outDir', folder],
      `tests/fixtures/${name}`,
    );
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /warning|does not exist/i);
  }
});

test('a site with everything, under a base path, keeps all that sites keep', () => {
  const files = ['invariants', 'policy', 'feed', 'twins', 'moved'];
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      ...['--test', '--test-reporter=spec', ...TOGETHER],
      ...files.map((file) => `tests/site/${file}.test.ts`),
    ],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // Set by the outer runner, it would make the inner one answer in its own protocol.
        NODE_TEST_CONTEXT: undefined,
        DIST: folders.digest,
        DIGEST_CONTENT: 'tests/fixtures/digest',
      },
    },
  );
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^ℹ pass [1-9]/m);
});

test('a raster has smaller files on its page, and one file in the feed', () => {
  const html = readFileSync(path.join(folders.digest, 'papers/paper-2/index.html'), 'utf8');
  assert.match(html, /<source type="image\/webp" srcset="\S+ 480w, \S+ 1400w"/);
  assert.match(html, /<a class="video-poster opaque" href="https:\/\/video\.example\/[^"]*" rel=/);
  assert.match(html, /<source type="image\/avif" srcset="\S+ 480w, \S+ 720w"/);
  const opening = readFileSync(path.join(folders.digest, 'issues/2026-02/index.html'), 'utf8');
  assert.match(opening, /<source [^>]*>\s*<img [^>]*fetchpriority="high"/);
  assert.doesNotMatch(
    readFileSync(path.join(folders.digest, 'feeds/papers.xml'), 'utf8'),
    /srcset|source type/,
  );
});

test('a draft is nowhere', () => {
  for (const { html, address } of readPages(folders.digest)) {
    assert.ok(!html.includes('Nobody should see this'), address);
    assert.ok(!html.includes('A Draft'), address);
  }
});

test('another group shows no word and no mark of the digest that the program was written for', () => {
  for (const folder of Object.values(folders)) assert.deepEqual(findFirstIn(folder), []);
});

test('a folder with nothing but site.yaml is a site that says what to do next', () => {
  const html = readFileSync(path.join(folders.empty, 'index.html'), 'utf8');
  assert.match(html, /No issue yet/);
  assert.match(html, /content\/papers\/2026-01\/a-paper\/index\.mdx/);
  assert.match(html, /<title>Blank Page<\/title>/);
});
