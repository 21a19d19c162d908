import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');

/** Imports go down only: a folder's or a file's layer in the order of what may import what. */
const LAYERS: [path: string, layer: number][] = [
  ['src/cli/', 9],
  ['src/making/', 3],
  ['src/live.config.ts', 9],
  ['src/pages/', 6],
  ['src/layouts/', 5],
  ['src/components/', 4],
  ['src/views/', 3],
  ['src/feeds/', 3],
  ['src/ci/', 3],
  ['src/exports/', 3],
  ['src/formula-pictures/', 2],
  ['src/mail/', 3],
  ['src/books/', 3],
  ['src/sharing/', 3],
  ['src/search/', 3],
  ['src/scaffold/', 3],
  ['src/desk/', 4],
  ['src/finder/', 4],
  ['src/importing/', 3],
  ['src/founding/', 3],
  ['src/reader/', 0],
  ['src/digest/', 2],
  ['src/pictures/', 2],
  ['src/plots/', 2],
  ['src/record/', 2],
  ['src/versions/', 2],
  ['src/schemas/', 1],
  ['src/body/', 1],
  ['src/site.ts', 1],
  ['src/sign-up.ts', 1],
  ['src/policy.ts', 1],
  ['src/headers.ts', 1],
  ['src/redirects.ts', 1],
  ['src/middleware.ts', 5],
  ['src/fault-page.ts', 4],
  ['src/styles/', 0],
  ['src/cache.ts', 0],
  ['src/encoder.ts', 0],
  ['src/kept-lines.ts', 0],
  ['src/keyed-files.ts', 0],
  ['src/disk.ts', 0],
  ['src/problem.ts', 0],
  ['src/rules/', 0],
  ['src/routes.ts', 0],
  ['src/text.ts', 0],
  ['src/folding.ts', 0],
  ['src/lists/', 3],
];

/** `target` is a path from the project's folder on where `isOurs`, else a package. */
type Import = { file: string; line: number; target: string; isOurs: boolean };

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s+(?:type\s+)?(?:[\w*{][^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

/** Every import of a source, also of types, with its line; of an .astro file, what its fence and scripts import. */
function findImports(file: string, source: string): Import[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
  return [...text.matchAll(IMPORT)].map((match) => {
    const written = match[1] ?? match[2] ?? '';
    const before = text.slice(0, match.index + match[0].lastIndexOf(written));
    const isOurs = written.startsWith('.');
    const target = isOurs ? posix.join(posix.dirname(file), written) : written;
    return { file, line: before.split('\n').length, target, isOurs };
  });
}

function layerOf(path: string): number | undefined {
  return LAYERS.find(
    ([name]) => path === name || (name.endsWith('/') && path.startsWith(name)),
  )?.[1];
}

/** What is wrong with one import, as a line to print. */
function judge({ file, line, target, isOurs }: Import): string[] {
  const place = `${file}:${line}`;
  const from = layerOf(file);
  if (from === undefined) return [`${place} is in no layer; give its folder one in ${here}`];
  if (file.startsWith('src/body/') && /^(?:node:|astro)/.test(target)) {
    return [`${place} imports ${target}, but src/body also runs in a browser, without Astro`];
  }
  if (!isOurs) return [];
  if (!target.startsWith('src/')) return [`${place} imports ${target}, outside src`];
  const to = layerOf(target.replace(/\?.*$/, ''));
  if (to === undefined) return [`${place} imports ${target}, which is in no layer`];
  // The commands stand beside the site: they may use what decides, not what draws.
  if (from === 9 && to > 3 && to < 9) {
    return [`${place} (the commands) imports ${target} (layer ${to}); at most 3 is theirs`];
  }
  return to > from ? [`${place} (layer ${from}) imports ${target} (layer ${to})`] : [];
}

const here = 'tests/layers.test.ts';

test('imports go down only', () => {
  const files = globSync('src/**/*.{ts,mts,mjs,astro}', { cwd: root }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  assert.ok(files.length > 20);
  const imports = files
    .sort()
    .flatMap((file) => findImports(file, readFileSync(resolve(root, file), 'utf8')));
  assert.ok(imports.length > files.length / 2);
  assert.deepEqual(imports.flatMap(judge), []);
});

test('an import upwards is told with its line and both layers', () => {
  const source = `---\nimport type { A } from '../views/a.ts';\n// import B from '../pages/b.ts'\nimport {\n  C,\n} from '../layouts/c.astro';\nconst d = await import('../pages/d.ts');\n---`;
  assert.deepEqual(findImports('src/components/A.astro', source).flatMap(judge), [
    'src/components/A.astro:6 (layer 4) imports src/layouts/c.astro (layer 5)',
    'src/components/A.astro:7 (layer 4) imports src/pages/d.ts (layer 6)',
  ]);
});

test('the body knows nothing of Astro and of files', () => {
  const source = `import fs from 'node:fs';\nexport { a } from "astro:content";\nimport 'katex';\nimport '../digest/model.ts';`;
  assert.deepEqual(findImports('src/body/a.ts', source).flatMap(judge), [
    'src/body/a.ts:1 imports node:fs, but src/body also runs in a browser, without Astro',
    'src/body/a.ts:2 imports astro:content, but src/body also runs in a browser, without Astro',
    'src/body/a.ts:4 (layer 1) imports src/digest/model.ts (layer 2)',
  ]);
});

test('the commands take what decides, and leave what draws', () => {
  const source = `import '../digest/check.ts';\nimport '../views/a.ts';\nimport A from '../components/A.astro';\nimport '../../secret.ts';\nimport '../lib/x.ts';`;
  assert.deepEqual(findImports('src/cli/build.ts', source).flatMap(judge), [
    'src/cli/build.ts:3 (the commands) imports src/components/A.astro (layer 4); at most 3 is theirs',
    'src/cli/build.ts:4 imports secret.ts, outside src',
    'src/cli/build.ts:5 imports src/lib/x.ts, which is in no layer',
  ]);
});
