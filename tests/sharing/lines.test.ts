import assert from 'node:assert/strict';
import { test } from 'node:test';
import { italic, serif } from '../../src/sharing/faces.ts';
import { heightOf, setTitle, type Line, type Run } from '../../src/sharing/lines.ts';

const text = (words: string): Run => ({ type: 'text', text: words, face: serif });
const shown = (lines: readonly Line[]) =>
  lines.map(({ runs }) => runs.map((run) => (run.type === 'text' ? run.text : '∎')).join(''));
const formula = (width: number, above = 0.7, below = 0.2): Run => ({
  type: 'formula',
  formula: { svg: '', width, above, below },
});

test('a short title is large and in one line', () => {
  const { lines, size } = setTitle([text('Titans')], 1056, 282);
  assert.deepEqual([shown(lines), size], [['Titans'], 104]);
});

test('lines are of about one length', () => {
  const { lines } = setTitle([text('Titans: Learning to Memorize at Test Time')], 1056, 282);
  assert.deepEqual(shown(lines), ['Titans: Learning to', 'Memorize at Test Time']);
});

test('one line goes before the largest letters', () => {
  const { lines, size } = setTitle([text('Tasmay Pankaj Tibrewal')], 1056, 282);
  assert.equal(lines.length, 1);
  assert.ok(size < 104);
});

test('what does not fit ends in an ellipsis within the height', () => {
  const { lines, size } = setTitle([text('Every word of it counts. '.repeat(16))], 1056, 282);
  assert.match(shown(lines).at(-1) ?? '', /\S…$/);
  assert.ok(heightOf(lines) * size <= 282);
});

test('a word longer than a line is broken, one longer than all lines is cut', () => {
  const lines = (word: string) => shown(setTitle([text(word)], 1056, 282).lines);
  assert.equal(lines('Rindfleisch'.repeat(5)).join(''), 'Rindfleisch'.repeat(5));
  assert.equal(lines('Rindfleisch'.repeat(5)).length, 2);
  assert.match(lines('Rindfleisch'.repeat(40)).join(''), /^(?:Rindfleisch)+\w*…$/);
});

test('a formula stays with the letters that touch it', () => {
  const runs = [text('Transformer'), formula(0.4), text(': Self-adaptive Models of All Kinds')];
  assert.match(shown(setTitle(runs, 1056, 282).lines)[0] ?? '', /^Transformer∎: /);
});

test('a tall formula makes room in its line', () => {
  const tall = setTitle([text('A '), formula(1, 1.4, 0.9), text(' b')], 1056, 282);
  const plain = setTitle([text('A '), formula(1), text(' b')], 1056, 282);
  assert.ok(heightOf(tall.lines) > heightOf(plain.lines) + 1);
  assert.ok(heightOf(tall.lines) * tall.size <= 282);
});

test('emphasis is a run of its own, with its spaces', () => {
  const runs = [text('learned to '), { ...text('forget'), face: italic }, text(' it')];
  const [line] = setTitle(runs, 1056, 282).lines;
  assert.deepEqual(
    line?.runs.map((run) => run.type === 'text' && [run.text, run.face === italic]),
    [
      ['learned to', false],
      [' forget', true],
      [' it', false],
    ],
  );
});

test('no title is no line', () => {
  assert.deepEqual(setTitle([], 1056, 282).lines, []);
  assert.deepEqual(setTitle([text('  ')], 1056, 282).lines, []);
});
