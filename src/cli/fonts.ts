import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';
import { makeFonts } from './fonts/make.ts';

const styles = join(ROOT, 'src', 'styles');
const files = await makeFonts();
rmSync(join(styles, 'fonts'), { recursive: true, force: true });
mkdirSync(join(styles, 'fonts'));
for (const [file, bytes] of files) writeFileSync(join(styles, file), bytes);
console.log(`Made ${files.size} files in src/styles.`);
