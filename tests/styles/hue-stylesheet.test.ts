import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hueStylesheet } from '../../src/styles/hue-stylesheet.ts';

type Transform = (code: string, id: string) => { code: string } | undefined;
const transform = (hues: Parameters<typeof hueStylesheet>[0]) =>
  hueStylesheet(hues).transform as unknown as Transform;

test('the hues of a site stand at the end of the tokens, and nowhere else', () => {
  const own = transform([
    { light: '#0b6775', dark: '#6bcadb' },
    { light: '#8a5700', dark: '#e9b354' },
  ]);
  assert.equal(
    own('a{}', '/site/src/styles/tokens.css?direct')?.code,
    'a{}@layer tokens{.hue-1{--hue:light-dark(#0b6775,#6bcadb)}.hue-2{--hue:light-dark(#8a5700,#e9b354)}}',
  );
  assert.equal(own('a{}', '/site/src/styles/base.css'), undefined);
  assert.equal(transform(undefined)('a{}', '/site/src/styles/tokens.css'), undefined);
});
