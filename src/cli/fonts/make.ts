import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../folders.ts';
import { KATEX_FACES, TEXT_FACES } from './faces.ts';
import { renderFonts, renderKatex } from './stylesheets.ts';
import { cutSubset, planSubsets } from './subsets.ts';

/**
 * Every file that the command writes, by its path in `src/styles`: the cut fonts and the stylesheets that declare
 * them. The same packages give the same bytes.
 */
export async function makeFonts(): Promise<Map<string, Buffer>> {
  const files = await makeStylesheets();
  for (const subset of [...TEXT_FACES, ...KATEX_FACES].flatMap(planSubsets))
    files.set(`fonts/${subset.file}`, await cutSubset(subset));
  return files;
}

/** The stylesheets alone. */
export async function makeStylesheets(): Promise<Map<string, Buffer>> {
  const katex = readFileSync(join(ROOT, 'node_modules/katex/dist/katex.css'), 'utf8');
  const sheets = {
    'fonts.css': renderFonts(TEXT_FACES.flatMap(planSubsets)),
    'katex.css': renderKatex(katex, KATEX_FACES.flatMap(planSubsets)),
  };
  const options = { ...(await resolveConfig(join(ROOT, 'src/styles/fonts.css'))), parser: 'css' };
  const files = new Map<string, Buffer>();
  for (const [name, css] of Object.entries(sheets))
    files.set(name, Buffer.from(await format(css, options)));
  return files;
}
