import assert from 'node:assert/strict';
import test from 'node:test';
import { languageOf } from '../../src/digest/scripts.ts';
import { build, issue, paper, person, tags } from './fixture.ts';

test('namesakes share the letters of a spelling, in whatever order and with whatever accents', () => {
  const { digest } = build(
    tags(),
    issue('2025-01'),
    paper('2025-01/a', { authors: '[{ name: Wei Zhang, id: wei }, Bo Li]' }),
    person('wei', { name: 'Wei Zhang' }),
    person('wei-too', { name: 'Zhāng Wěi' }),
    person('other', { name: '张伟', names: '[W. Zhang]' }),
    person('third', { name: 'Vi Zhang', names: '[张伟]' }),
  );
  const of = (id: string) => digest.personById.get(id)?.namesakes;
  assert.deepEqual(of('wei'), ['wei-too']);
  assert.deepEqual(of('wei-too'), ['wei']);
  assert.deepEqual(of('other'), ['third']);
  assert.deepEqual(of('bo-li'), []);
});

for (const [name, lang] of [
  ['Paul Balança', undefined],
  ['李文', 'und-Hani'],
  ['山田 たろう', 'ja'],
  ['김민준', 'ko'],
  ['Ольга Петрова', 'und-Cyrl'],
  ['Γιάννης', 'el'],
  ['محمد', 'und-Arab'],
] as const) {
  test(`the script of ${name}`, () => assert.equal(languageOf(name), lang));
}
