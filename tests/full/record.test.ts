import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { listRecorded, readRecord } from '../../src/record/record.ts';
import { runCommand } from '../fixture.ts';
import { listFiles } from '../site/site.ts';

const content = path.join(mkdtempSync(path.join(tmpdir(), 'record-')), 'content');
cpSync('tests/fixtures/digest', content, { recursive: true });
after(() => rmSync(path.dirname(content), { recursive: true, force: true }));

const site = '.cache/test/site-record';
const file = path.join(content, 'published.txt');

test('a site is recorded once it is built, and a build that would lose any of it fails and leaves it as it is', async () => {
  const published = await runCommand('published', ['--site', site], content);
  assert.equal(published.code, 0, published.output);
  const text = readFileSync(file, 'utf8');
  const { record, problems } = readRecord(text, file);
  assert.deepEqual(problems, []);
  const files = new Set(listFiles(site));
  for (const recorded of listRecorded(record)) assert.ok(files.has(recorded.file), recorded.file);
  for (const page of files) {
    if (!page.endsWith('index.html')) continue;
    assert.ok(text.includes(`\n/${page.slice(0, -'index.html'.length)}`), page);
  }

  writeFileSync(file, `${text}/feeds/gone.xml\n`);
  const built = await runCommand('build', ['--outDir', site], content);
  assert.equal(built.code, 1, built.output);
  assert.match(built.output, /lost-file\s+`\/feeds\/gone\.xml` was published/);
  assert.ok(existsSync(path.join(site, 'index.html')));

  // The record itself changes no byte of a site.
  writeFileSync(file, text);
  const again = await runCommand('published', ['--site', site], content);
  assert.equal(again.code, 0, again.output);
  assert.equal(readFileSync(file, 'utf8'), text);
});
