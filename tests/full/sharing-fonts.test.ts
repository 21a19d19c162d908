import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cutSharingFonts } from '../../src/cli/fonts/sharing.ts';

test('the faces of the sharing pictures are what `node src/cli/sharing-fonts.ts` makes', async () => {
  const files = await cutSharingFonts();
  const folder = 'src/sharing/fonts';
  assert.deepEqual(readdirSync(folder).sort(), [...files.keys()].sort());
  for (const [name, bytes] of files) {
    assert.ok(bytes.equals(readFileSync(`${folder}/${name}`)), name);
  }
});
