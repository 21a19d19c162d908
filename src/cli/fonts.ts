import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';
import { FONT_FOLDERS, makeFonts } from './fonts/make.ts';

const src = join(ROOT, 'src');
const files = await makeFonts();
for (const folder of FONT_FOLDERS) {
  rmSync(join(src, folder), { recursive: true, force: true });
  mkdirSync(join(src, folder));
}
for (const [file, bytes] of files) writeFileSync(join(src, file), bytes);
console.log(`Made ${files.size} files in src.`);
