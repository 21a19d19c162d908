import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fonts, italic, sans, serif } from '../../src/sharing/faces.ts';
import { chooseSpelling, isSpelt, measure, spell } from '../../src/sharing/letters.ts';

test('names of many languages are in the faces', () => {
  const names = 'Łukasz Żółć, Þórir Ægisson, Şükrü Ğ, José Nuñez, Čapek, Ōe, Ștefan, Çelik';
  for (const face of [serif, italic, sans]) assert.ok(isSpelt(names, face));
  assert.ok(isSpelt('Nguyễn Thị Ánh, Ελένη, Привет', serif));
  assert.ok(isSpelt('‘Quotes’ “and” – dashes — … × ² · $5 & <b>', serif));
});

test('a letter that a face lacks gives way to a form that it has, or is left out', () => {
  assert.equal(spell('𝔼 of ﬁne ①', serif), 'E of fine 1');
  assert.equal(spell('ṩ', serif), 's');
  assert.equal(spell('千问 Qwen 🎉 2', serif), ' Qwen 2');
});

test('directions of writing, controls and line breaks do not get through', () => {
  assert.equal(spell('\u202ea\u2066b\u0000c\u200d\nd', serif), 'abc d');
});

test('a text without end ends', () => {
  assert.equal(spell('a'.repeat(10_000), serif).length, 300);
});

test('the spelling that is whole goes before one of which letters remain', () => {
  assert.equal(chooseSpelling(['王伟 W', 'Wei Wang'], serif), 'Wei Wang');
  assert.equal(chooseSpelling(['王伟', '王 W'], serif), 'W');
  assert.equal(chooseSpelling(['王伟'], serif), '');
});

test('an accent that is written apart is one letter with it', () => {
  assert.equal(spell('Jose\u0301', sans), 'José');
});

test('widths are those of the files', () => {
  assert.ok(measure('iii', serif) < measure('mmm', serif));
  assert.equal(measure('', serif), 0);
  assert.equal(new Set(fonts.map(({ name }) => name)).size, fonts.length);
});
