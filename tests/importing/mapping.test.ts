import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessMapping, readMapping, writeMapping } from '../../src/importing/mapping.ts';

function told(text: string): string[] {
  return readMapping(text, 'mapping.yaml').problems.map(
    ({ line, column, code, message, fix }) => `${line}:${column} ${code} | ${message} | ${fix}`,
  );
}

test('a mapping that is wrong is told with its place', () => {
  assert.deepEqual(told('paper:\n  titel: title\n'), [
    '2:3 unknown-key | There is no key `titel` in `paper`. | Write `title`, or take the line out.',
  ]);
  assert.deepEqual(told('tags:\n  RNNs: Recurrent Models\n').length, 1);
  assert.deepEqual(told('generator: pelican\n'), [
    '1:12 not-a-choice | `generator: pelican` is none of `mkdocs`, `jekyll`, `hugo`. | Write one of them.',
  ]);
});

test('a guess is a mapping that can be read again', () => {
  const values = new Map([
    ['paper_title', 'x'],
    ['paper_link', 'y'],
    ['reviewers', 'z'],
    ['unknown', 'a'],
  ]);
  const guess = guessMapping([values], [new Map([['title', 'x']])]);
  assert.deepEqual(guess, {
    paper: { title: 'paper_title', source: 'paper_link', writers: 'reviewers' },
    issue: { title: 'title' },
    fill: { tldr: 'first-sentence', abstract: 'first-paragraph', published: 'none' },
  });
  assert.deepEqual(readMapping(writeMapping(guess), 'm').mapping, guess);
});

test('who reviews beside a writer stays a reviewer', () => {
  const values = new Map([
    ['author', 'x'],
    ['reviewers', 'z'],
  ]);
  assert.deepEqual(guessMapping([values], []).paper, { writers: 'author', reviewers: 'reviewers' });
});
