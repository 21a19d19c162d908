import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { makeFonts } from '../../src/cli/fonts/make.ts';
import { ROOT } from '../../src/cli/folders.ts';

test('the committed fonts are, byte for byte, what the command makes', async () => {
  const changed = [...(await makeFonts())]
    .filter(([file, bytes]) => !bytes.equals(readFileSync(join(ROOT, 'src', 'styles', file))))
    .map(([file]) => file);
  assert.deepEqual(changed, [], 'run `npm run fonts` and commit the result');
});
