/*
 * Cuts the faces of the sharing pictures anew: `node src/cli/sharing-fonts.ts`, for maintainers, after
 * another version of a font's package.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './folders.ts';
import { cutSharingFonts } from './fonts/sharing.ts';

const folder = join(ROOT, 'src/sharing/fonts');
const files = await cutSharingFonts();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
console.log(`Made ${files.size} files in src/sharing/fonts.`);
