import { resolve } from 'node:path';
import { checkContent } from '../digest/check.ts';
import { readArguments } from './arguments.ts';
import { BuildError, buildSite, countPages, readBuilt, type Built } from './builder.ts';
import { outDirProblem, ROOT, typedPath } from './folders.ts';
import { inputsKey } from './inputs.ts';
import { createProgress } from './progress.ts';

/** Where a site is built when nobody says otherwise. */
export const DEFAULT_OUT_DIR = resolve(ROOT, 'dist');

/**
 * Checks the content and builds the site into `outDir`, saying how it goes. Returns `undefined`
 * when something is wrong, after printing all of it.
 */
export async function checkAndBuild(outDir: string): Promise<Built | undefined> {
  const wrongFolder = outDirProblem(outDir);
  if (wrongFolder !== undefined) {
    console.error(wrongFolder);
    return undefined;
  }
  const progress = createProgress();
  progress.begin('Checking the content');
  const { problems, output } = await checkContent().finally(() => progress.close());
  if (output.trim() !== '') console.log(output.trimEnd());
  if (problems.some(({ severity }) => severity === 'error')) return undefined;
  try {
    const started = performance.now();
    const built = await buildSite(outDir, progress);
    progress.end(`Made ${countPages(built.pages)}`, performance.now() - started);
    return built;
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    console.error(error.message);
    return undefined;
  }
}

/** The site of the last build where nothing has changed since, else of a new one. */
export async function buildWhereChanged(outDir: string): Promise<Built | undefined> {
  const built = readBuilt(outDir);
  if (built?.key !== inputsKey()) return await checkAndBuild(outDir);
  console.log(`Nothing changed since the last build: ${countPages(built.pages)}.`);
  return built;
}

if (import.meta.filename === process.argv[1]) {
  const { values } = readArguments(
    { outDir: { type: 'string' } },
    'npm run build -- --outDir another/folder',
  );
  const outDir = resolve(values.outDir ?? DEFAULT_OUT_DIR);
  const built = await checkAndBuild(outDir);
  if (built === undefined) {
    process.exitCode = 1;
  } else {
    const isDefault = outDir === DEFAULT_OUT_DIR;
    const show = `npm run preview${isDefault ? '' : ` -- --outDir ${JSON.stringify(values.outDir)}`}`;
    console.log(`${countPages(built.pages)} in ${typedPath(outDir)}. See them: ${show}`);
  }
}
