import { count } from '../text.ts';
import { readArguments } from './arguments.ts';
import { buildSite } from './builder.ts';
import { DEFAULT_OUT_DIR } from './folders.ts';

const { values } = readArguments(
  { outDir: { type: 'string' }, force: { type: 'boolean' } },
  'npm run build -- --outDir another/folder',
);
const outDir = values.outDir ?? DEFAULT_OUT_DIR;
const built = await buildSite(outDir, { force: values.force === true });
if (built === undefined) {
  process.exitCode = 1;
} else {
  const which = outDir === DEFAULT_OUT_DIR ? '' : ` -- --outDir ${JSON.stringify(outDir)}`;
  console.log(`${count(built.pages, 'page')} in ${outDir}. See them: npm run preview${which}`);
}
