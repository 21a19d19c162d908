import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ENTRY_RULES } from '../src/digest/compile-file.ts';
import { PICTURE_RULES } from '../src/pictures/kept-readings.ts';
import { PLOT_RULES } from '../src/plots/kept-plots.ts';

/** All of our own code that a module runs on, itself among it, by paths from the project's folder. */
function listCode(file: string, all = new Set<string>()): Set<string> {
  if (all.has(file) || !existsSync(file)) return all;
  all.add(file);
  const imports =
    /^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'/gm;
  for (const [, of, dynamic] of readFileSync(file, 'utf8').matchAll(imports))
    listCode(path.posix.join(path.posix.dirname(file), of ?? dynamic ?? ''), all);
  return all;
}

function findUncovered(files: readonly string[], rules: readonly string[]): string[] {
  const code = new Set(files.flatMap((file) => [...listCode(file)]));
  assert.ok(code.size > 5, 'Hardly any import was found.');
  return [...code].filter((file) => !rules.some((one) => `${file}/`.startsWith(`${one}/`)));
}

test('what is kept of pictures goes with each change of the code that judges and makes them', () => {
  const files = ['format', 'kind', 'name', 'raster', 'smaller', 'svg'];
  assert.deepEqual(
    findUncovered(
      files.map((name) => `src/pictures/${name}.ts`),
      PICTURE_RULES,
    ),
    [],
  );
});

test('what is kept of plots goes with each change of the code that draws them', () => {
  assert.deepEqual(findUncovered(['src/plots/judge.ts', 'src/plots/drawing.ts'], PLOT_RULES), []);
  assert.ok(PLOT_RULES.includes('src/styles/tokens.css'));
});

test('what is kept of texts goes with each change of the code that compiles and judges them', () => {
  assert.deepEqual(findUncovered(['src/digest/entry.ts'], ENTRY_RULES), []);
});
