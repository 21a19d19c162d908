import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { cacheFolder } from '../../src/digest/folders.ts';
import { loadSharingPicture } from '../../src/sharing/load.ts';
import type { SharingPicture } from '../../src/sharing/picture.ts';

const content = mkdtempSync(path.join(tmpdir(), 'digest-sharing-'));
process.env['DIGEST_CONTENT'] = content;
const folder = path.join(cacheFolder(content), 'sharing');
after(() => {
  for (const made of [content, cacheFolder(content)])
    rmSync(made, { recursive: true, force: true });
});

const picture = (title: string): SharingPicture => ({
  title: [{ type: 'text', text: title, italic: false }],
  lines: [],
  stretches: [],
  colours: { paper: '#fdfdfb', ink: '#191c21', soft: '#5d626c', live: '#b3261e' },
});

test('a picture is drawn once and kept until what it shows is another', async () => {
  await loadSharingPicture(picture('Iron'));
  const [name = ''] = readdirSync(folder);
  // Bytes that nobody draws: what comes back was kept.
  writeFileSync(path.join(folder, name), 'kept');
  assert.equal(Buffer.from(await loadSharingPicture(picture('Iron'))).toString(), 'kept');
  assert.notEqual(Buffer.from(await loadSharingPicture(picture('Rust'))).toString(), 'kept');
  assert.equal(readdirSync(folder).length, 2);
});
