import assert from 'node:assert/strict';
import test from 'node:test';
import { formatGithub, formatJson } from '../../src/digest/problem-formats.ts';
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

test('with the line, the link, in colour', () => {
  const list = [problem('content/a.mdx', 2, 4), problem('content/b.mdx', 9, 1)];
  const linesOf = (file: string) => (file === 'content/a.mdx' ? ['one', 'two <br>'] : undefined);
  const linkOf = (code: string) => `https://shore.example/contribute/errors/#${code}`;
  assert.equal(
    formatProblems(list, { linesOf, linkOf }),
    `content/a.mdx:2:4  error  bad
  It is bad.
  2 | two <br>
         ^
  Mend it.
  https://shore.example/contribute/errors/#bad

content/b.mdx:9:1  error  bad
  It is bad.
  Mend it.
  https://shore.example/contribute/errors/#bad

2 errors in 2 files
`,
  );
  assert.equal(
    formatProblems([problem('a', 1, 1)], { colour: true }),
    '\u001b[1ma:1:1\u001b[0m  \u001b[31merror\u001b[0m  bad\n  It is bad.\n  Mend it.\n\n1 error in 1 file\n',
  );
});

const hostile = {
  ...{ file: '::error::a,b:c%\n.mdx', line: 1, column: 1, severity: 'error' as const, code: 'bad' },
  ...{ message: '::add-mask::a %0A\u202eis bad. ##[error]x', fix: ' \u001b::stop-commands::a\r\n' },
};

test('a log gives no orders to the CI that shows it', () => {
  const linesOf = () => ['::set-env name=a::b ##[add-mask]c'];
  for (const output of [formatProblems([hostile], { linesOf }), formatJson([hostile])]) {
    assert.doesNotMatch(output, /^\s*::/m);
    assert.doesNotMatch(output, /##\[/);
    assert.doesNotMatch(output, /[\u001b\u202e\r]/);
  }
  assert.equal(formatGithub([hostile]).match(/^\s*::|##\[/gm)?.length, 1);
});

test('as JSON, for programs', () => {
  const edit = { line: 1, column: 1, old: 'a', text: 'b' };
  const list = [problem('b', 1, 1), problem('a', 2, 3, { severity: 'warning', edit })];
  const { file, line, column, severity, code, message, fix } = hostile;
  assert.deepEqual(JSON.parse(formatJson([...list, hostile])), [
    { file, line, column, severity, code, message, fix },
    ...[problem('a', 2, 3, { severity: 'warning' }), problem('b', 1, 1)],
  ]);
  assert.equal(formatJson([]), '[]\n');
});

test('as workflow commands, for GitHub', () => {
  assert.equal(
    formatGithub([
      problem('content/a.mdx', 1, 2),
      hostile,
      problem('b', 3, 4, { severity: 'warning' }),
    ]),
    `::error file=%3A%3Aerror%3A%3Aa%2Cb%3Ac%25%0A.mdx,line=1,col=1,title=bad::add-mask::a %250A is bad. ## [error]x%0Astop-commands::a${' '}
::warning file=b,line=3,col=4,title=bad::It is bad.%0AMend it.
::error file=content/a.mdx,line=1,col=2,title=bad::It is bad.%0AMend it.
`,
  );
  assert.equal(formatGithub([]), '');
});
