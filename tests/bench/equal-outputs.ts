/*
 * What the row "the same pages and one feed" of the tables runs: makes what the peers make of a content folder, by the
 * same code as `npm run build`. What these pages lead to besides is not there, so this is no way to make a site.
 */
import { join } from 'node:path';
import { buildSite } from '../../src/cli/builder.ts';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Name a folder for the site.');
if (
  (await buildSite(outDir, { limitedBy: join(import.meta.dirname, 'equal-program.ts') })) ===
  undefined
)
  process.exitCode = 1;
