import assert from 'node:assert/strict';
import test from 'node:test';
import {
  countProblems,
  formatProblems,
  problemAt,
  sortProblems,
} from '../../src/digest/problems.ts';
import type { Problem } from '../../src/problem.ts';

function problem(file: string, line: number, column: number, rest: Partial<Problem> = {}): Problem {
  const severity = 'error';
  return {
    file,
    line,
    column,
    severity,
    code: 'bad',
    message: 'It is bad.',
    fix: 'Mend it.',
    ...rest,
  };
}

test('problems are sorted by place, and the same one is said once', () => {
  const list = [
    problem('b.mdx', 1, 1),
    problem('a.mdx', 10, 1),
    problem('a.mdx', 9, 7),
    problem('a.mdx', 9, 2, { code: 'worse' }),
    problem('a.mdx', 9, 2),
    problem('a.mdx', 9, 2),
  ];
  const places = sortProblems(list).map(
    ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
  );
  assert.deepEqual(places, [
    'a.mdx:9:2 bad',
    'a.mdx:9:2 worse',
    'a.mdx:9:7 bad',
    'a.mdx:10:1 bad',
    'b.mdx:1:1 bad',
  ]);
  assert.deepEqual(sortProblems([...list].reverse()), sortProblems(list));
});

test('problems as a terminal shows them', () => {
  const list = [
    problem('content/b.mdx', 3, 4, { severity: 'warning', code: 'odd' }),
    problem('content/a.mdx', 1, 2, { message: 'Bad\u001b[2J\nerror: forged' }),
  ];
  assert.equal(
    formatProblems(list),
    `content/a.mdx:1:2  error  bad
  Bad [2J error: forged
  Mend it.

content/b.mdx:3:4  warning  odd
  It is bad.
  Mend it.

1 error, 1 warning in 2 files
`,
  );
  assert.equal(formatProblems([]), 'No problems\n');
});

test('counts', () => {
  assert.equal(countProblems([problem('a', 1, 1)]), '1 error in 1 file');
  assert.equal(
    countProblems([problem('a', 1, 1), problem('a', 2, 1), problem('b', 1, 1)]),
    '3 errors in 2 files',
  );
  assert.equal(
    countProblems([1, 2].map((line) => problem('a', line, 1, { severity: 'warning' }))),
    '2 warnings in 1 file',
  );
});

test('a problem stands at its key, or at the nearest one above it', () => {
  const entry = {
    file: 'a.mdx',
    places: {
      '': { line: 2, column: 1 },
      tags: { line: 4, column: 1 },
      'tags.0': { line: 5, column: 5 },
    },
  };
  const rest = { severity: 'error', code: 'bad', message: 'It is bad.', fix: 'Mend it.' } as const;
  const at = (path: string) => {
    const { line, column } = problemAt(entry, path, rest);
    return `${line}:${column}`;
  };
  assert.deepEqual(['tags.0', 'tags.7', 'tags', 'score.asOf', ''].map(at), [
    '5:5',
    '4:1',
    '4:1',
    '2:1',
    '2:1',
  ]);
  assert.deepEqual(problemAt({ file: 'a', places: {} }, 'x', rest), {
    file: 'a',
    line: 1,
    column: 1,
    ...rest,
  });
});

test('a log gives no orders to the CI that shows it', () => {
  const problem = {
    ...{ file: '::error::a.mdx', line: 1, column: 1, severity: 'error' as const, code: 'bad' },
    ...{ message: '::add-mask::a is bad.', fix: ' \u001b::stop-commands::a' },
  };
  assert.doesNotMatch(formatProblems([problem]), /^\s*::/m);
});
