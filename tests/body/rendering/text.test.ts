import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderText } from '../../../src/body/rendering/text.ts';
import { everything, maths, note, paragraph, root, table, text } from '../trees.ts';

test('a paragraph, an inline tree: one line', () => {
  assert.equal(renderText(root(paragraph('In ', maths('O(n^2)'), ' steps.'))), 'In O(n²) steps.');
  assert.equal(renderText(root(text('Transformer'), maths('^2'))), 'Transformer²');
  assert.equal(renderText(root()), '');
});

test('tables by rows, cells by tabs', () => {
  assert.equal(renderText(root(table(['', 'score'], ['ours', '*44.5']))), '\tscore\nours\t44.5');
});

test('footnotes are numbered where they are referred to and stand at the end', () => {
  assert.equal(
    renderText(
      root(
        paragraph('a', note('x'), note('y'), note('x'), note('absent')),
        { type: 'footnoteDefinition', identifier: 'y', children: [paragraph('Y')] },
        { type: 'footnoteDefinition', identifier: 'x', children: [paragraph('X', note('z'))] },
        { type: 'footnoteDefinition', identifier: 'z', children: [paragraph('Z')] },
      ),
    ),
    'a[1][2][1]\n\nNotes\n\n[1] X[3]\n\n[2] Y\n\n[3] Z',
  );
});

test('one of everything', () => {
  const hostile = '"><script>alert(1)</script>\'</title><img src=x onerror=y> ]]> &amp;';
  assert.equal(
    renderText(everything),
    [
      'The O(n) idea',
      `As equation (1) and Figure 1 show (xₜ), soft\na < btherehere` +
        `mail(Table 3 ${hostile})[1][2][1]${hostile}`,
      'ℒ = 𝔼[x] (1)',
      'a (*)',
      'b',
      '– ☑ done\n– and\n  3. three\n\n     more',
      'Figure 1. Memory of Mₜ. (Figure 4 of the paper)',
      'Table 1. Scores[3].',
      '\tscore\nours\t44.5',
      'By the way.',
      `Proof that x<1 ${hostile}`,
      'Clear.',
      'a\tb\tc\n1\t2\n1\t2\t3\t4',
      hostile,
      'x',
      'quoted',
      hostile,
      '9',
      'plus',
      'LM',
      'Notes',
      '[1] One[4].',
      '[2] Two.',
      '[3] Three.',
      'c',
      '[4] Four.',
    ].join('\n\n'),
  );
});
