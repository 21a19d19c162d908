import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDigest } from '../../src/digest/build.ts';
import { judgeLock } from '../../src/versions/judge.ts';
import { readLock, renderLock, updateLock } from '../../src/versions/lock.ts';
import { issue, lines, paper, site, tags } from '../digest/fixture.ts';

const file = 'content/versions.lock.json';
const lock = {
  checked: '2026-06-01',
  papers: {
    'hep-th/9901001': { version: 'v1', date: '1999-01-02' },
    '2501.00663': { version: 'v12', date: '2025-05-01' },
  },
};
const text = `{
  "checked": "2026-06-01",
  "papers": {
    "2501.00663": { "version": "v12", "date": "2025-05-01" },
    "hep-th/9901001": { "version": "v1", "date": "1999-01-02" }
  }
}
`;

test('a list is written with a line for each paper, and read as it was', () => {
  assert.equal(renderLock(lock), text);
  const { lock: again, problems } = readLock(text, file);
  assert.deepEqual([again, problems], [lock, []]);
  assert.equal(
    renderLock({ ...lock, papers: {} }),
    '{\n  "checked": "2026-06-01",\n  "papers": {\n\n  }\n}\n',
  );
  assert.deepEqual(readLock(renderLock({ ...lock, papers: {} }), file).lock?.papers, {});
});

test('a list that is not in its form is told, with its line', () => {
  const told = (from: string, to: string) => {
    assert.ok(text.includes(from), from);
    const { lock: read, problems } = readLock(text.replace(from, to), file);
    assert.equal(read, undefined);
    return problems.map(({ line, code, message }) => `${line} ${code} ${message}`);
  };
  const head = 'The list of newest versions is';
  const cases: [from: string, to: string, told: string][] = [
    ['{', '<<<<<<< HEAD\n{', `1 bad-versions-lock ${head} no JSON.`],
    [
      '"v12"',
      '"12"',
      `4 bad-versions-lock ${head} not in its form at \`papers\`, \`2501.00663\`, \`version\`.`,
    ],
    [
      '"v1"',
      '1',
      `5 bad-versions-lock ${head} not in its form at \`papers\`, \`hep-th/9901001\`, \`version\`.`,
    ],
    [
      '2025-05-01',
      '2025-13-01',
      `4 bad-versions-lock ${head} not in its form at \`papers\`, \`2501.00663\`, \`date\`.`,
    ],
    [
      '2501.00663',
      '2501.00663v1',
      `4 bad-versions-lock ${head} not in its form at \`papers\`, \`2501.00663v1\`.`,
    ],
    ['"checked"', '"chequed"', `1 bad-versions-lock ${head} not in its form at \`checked\`.`],
    [
      '"papers"',
      '"by": "me",\n  "papers"',
      `3 bad-versions-lock ${head} not in its form at \`by\`.`,
    ],
  ];
  for (const [from, to, expected] of cases) assert.deepEqual(told(from, to), [expected]);
  assert.deepEqual(
    readLock('[]', file).problems.map(({ message }) => message),
    [`${head} not in its form.`],
  );
});

test('only what changed is written: what was not said stays, what is none of ours goes', () => {
  const said = (version: string) => new Map([['2501.00663', { version, date: '2026-07-01' }]]);
  const ids = ['2501.00663', 'hep-th/9901001'];
  const today = '2026-07-05';
  assert.deepEqual(updateLock(lock, said('v13'), ids, today), {
    checked: today,
    papers: { ...lock.papers, '2501.00663': { version: 'v13', date: '2026-07-01' } },
  });
  assert.equal(updateLock(lock, new Map(Object.entries(lock.papers)), ids, today), lock);
  assert.deepEqual(updateLock(lock, new Map(), ['2501.00663', '2607.00001'], today).papers, {
    '2501.00663': lock.papers['2501.00663'],
  });
  assert.deepEqual(updateLock(undefined, said('v1'), ids, today).papers, {
    '2501.00663': { version: 'v1', date: '2026-07-01' },
  });
});

test('a paper knows a version that came after the one that was read, and only then', () => {
  const newerOf = (arxiv: string, version: string) => {
    const entries = [issue('2025-01'), paper('2025-01/sorting', { arxiv }), tags()];
    const papers = { '2501.00663': { version, date: '2025-05-01' } };
    const { digest } = buildDigest(entries, site, { versions: { checked: '2026-06-01', papers } });
    return digest.papers[0]?.arxiv?.newer;
  };
  const newer = { date: '2025-05-01', checked: '2026-06-01' };
  assert.deepEqual(newerOf('2501.00663v9', 'v10'), { version: 'v10', ...newer });
  assert.equal(newerOf('2501.00663v10', 'v10'), undefined);
  assert.equal(newerOf('2501.00663v10', 'v9'), undefined);
  assert.equal(newerOf('2501.00663', 'v2'), undefined);
  assert.equal(newerOf('2501.00664v1', 'v2'), undefined);
});

test('an identifier that no paper has is a warning, and that of a draft is none', () => {
  const entries = [
    issue('2025-01'),
    paper('2025-01/sorting', { arxiv: '2501.00663v2', draft: 'true' }),
    tags(),
  ];
  assert.deepEqual(lines(judgeLock(readLock(text, file), entries, file)), [
    'versions.lock.json:5:1 warning unused-version | No paper of the digest is arXiv:hep-th/9901001. | Run `npm run versions`, which takes it out.',
  ]);
});
