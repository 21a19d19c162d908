import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

/** Made from packages, or the place of colours and faces itself; and faces that a system has for mathematics. */
const OWN = ['fonts.css', 'katex.css', 'tokens.css', 'native.css'];

/** Declarations of the stylesheets and of components' styles, each with its file. */
const declarations = globSync('src/**/*.{css,astro}')
  .filter((file) => !OWN.some((name) => file.endsWith(name)))
  .sort()
  .flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const style = file.endsWith('.astro')
      ? [...source.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = '']) => css).join('')
      : source;
    const found = style.replace(/\/\*.*?\*\//gs, '').matchAll(/([\w-]+):\s([^;{}]+);/g);
    return [...found].map(([all, name = '', value = '']) => ({ file, all, name, value }));
  });

const those = (test: (one: (typeof declarations)[number]) => boolean) =>
  declarations.filter(test).map(({ file, all }) => `${file}: ${all}`);

test('colours stand in the tokens alone', () => {
  assert.ok(declarations.length > 500);
  assert.deepEqual(
    those(({ value }) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value)),
    [],
  );
});

test('faces are named in the tokens alone, so that none is asked for that the site does not have', () => {
  assert.deepEqual(
    those(({ name, value }) => /^font(?:-family)?$/.test(name) && /['"]/.test(value)),
    [],
  );
});

test('layers decide what comes first, not force', () => {
  assert.deepEqual(
    those(({ value }) => value.includes('!important')),
    [],
  );
});
