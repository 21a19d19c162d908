import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../src/cli/folders.ts';
import { FONT_FOLDERS, makeFonts } from '../../src/cli/fonts/make.ts';

test('the committed fonts are, byte for byte, what the command makes', async () => {
  const src = join(ROOT, 'src');
  const files = await makeFonts();
  const there = FONT_FOLDERS.flatMap((folder) =>
    readdirSync(join(src, folder)).map((name) => `${folder}/${name}`),
  );
  const left = there.filter((file) => !files.has(file));
  const changed = [...files]
    .filter(([file, bytes]) => !bytes.equals(readFileSync(join(src, file))))
    .map(([file]) => file);
  assert.deepEqual({ left, changed }, { left: [], changed: [] }, 'run `npm run fonts`, and commit');
});
