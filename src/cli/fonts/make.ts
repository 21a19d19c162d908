import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../folders.ts';
import { KATEX_FACES, TEXT_FACES } from './faces.ts';
import { cutSharingFonts } from './sharing.ts';
import { renderFonts, renderKatex } from './stylesheets.ts';
import { cutSubset, planSubsets } from './subsets.ts';

/** Folders of `src` that hold nothing but fonts. */
export const FONT_FOLDERS = ['styles/fonts', 'sharing/fonts'];

/**
 * Every file that the command writes, by its path in `src`: the fonts of pages, the stylesheets that declare them,
 * and the fonts of sharing pictures. The same packages give the same bytes.
 */
export async function makeFonts(): Promise<Map<string, Buffer>> {
  const files = await makeStylesheets();
  for (const subset of [...TEXT_FACES, ...KATEX_FACES].flatMap(planSubsets))
    files.set(`styles/fonts/${subset.file}`, await cutSubset(subset));
  for (const [name, bytes] of await cutSharingFonts()) files.set(`sharing/fonts/${name}`, bytes);
  return files;
}

/** The stylesheets alone. */
export async function makeStylesheets(): Promise<Map<string, Buffer>> {
  const katex = readFileSync(join(ROOT, 'node_modules/katex/dist/katex.css'), 'utf8');
  const sheets = {
    'styles/fonts.css': renderFonts(TEXT_FACES.flatMap(planSubsets)),
    'styles/katex.css': renderKatex(katex, KATEX_FACES.flatMap(planSubsets)),
  };
  const options = { ...(await resolveConfig(join(ROOT, 'src/styles/fonts.css'))), parser: 'css' };
  const files = new Map<string, Buffer>();
  for (const [name, css] of Object.entries(sheets))
    files.set(name, Buffer.from(await format(css, options)));
  return files;
}
