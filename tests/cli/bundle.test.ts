import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadBundle } from '../../src/cli/astro.ts';
import { CACHE, ROOT } from '../../src/cli/folders.ts';
import { programKey } from '../../src/cli/inputs.ts';

const content = mkdtempSync(join(tmpdir(), 'bundle-'));
after(() => rmSync(content, { recursive: true, force: true }));

test('a bundling that is stopped leaves nothing, and none that counts as whole', async () => {
  // A site of this test's own, whose program nobody else makes.
  cpSync(join(ROOT, 'tests/fixtures/digest/site.yaml'), join(content, 'site.yaml'));
  appendFileSync(join(content, 'site.yaml'), '# Another one.\n');
  const stopping = new AbortController();
  const key = programKey(content);
  const listKept = () =>
    readdirSync(join(CACHE, 'programs')).filter((name) => name.startsWith(key));
  const bundling = loadBundle(content, { force: true, signal: stopping.signal });
  assert.equal(listKept().length, 1);
  assert.ok(!existsSync(join(CACHE, 'programs', key)));
  stopping.abort();
  assert.deepEqual(await bundling, { failure: 'Stopped.' });
  assert.deepEqual(listKept(), []);
});
