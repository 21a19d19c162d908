import assert from 'node:assert/strict';
import test from 'node:test';
import type { Problem } from '../../src/problem.ts';
import { buildProblemList } from '../../src/views/problems.ts';

const url = 'https://shore.example/digest/';
const files = [
  'content/issues/2025-01/index.mdx',
  'content/papers/2025-01/pebbles/index.mdx',
  'content/papers/2025-01/pebbles-two/index.mdx',
  'content/papers/2025-02/sand/sizes.csv',
  'content/people/ada-quill.yaml',
  'content/tags.yaml',
];
const problems = files.map((file): Problem => {
  const words = { code: 'bad', message: 'It is bad.', fix: 'Mend it.' };
  return { file, line: 2, column: 3, severity: 'error', ...words };
});
const of = (path: string) => {
  const list = buildProblemList(problems, url, path);
  assert.equal(list.problems.length + list.elsewhere, files.length);
  return list.problems.map(({ place }) => place.replace('content/', '').replace(':2:3', ''));
};

test('a page has the problems of its own files', () => {
  assert.deepEqual(of('/digest/papers/pebbles/'), ['papers/2025-01/pebbles/index.mdx']);
  assert.deepEqual(of('/digest/papers/sand/'), ['papers/2025-02/sand/sizes.csv']);
  assert.deepEqual(of('/digest/issues/2025-01/'), [
    'issues/2025-01/index.mdx',
    'papers/2025-01/pebbles-two/index.mdx',
    'papers/2025-01/pebbles/index.mdx',
  ]);
  assert.deepEqual(of('/digest/authors/ada-quill/'), ['people/ada-quill.yaml']);
  assert.deepEqual(of('/digest/tags/stones/'), ['tags.yaml']);
  assert.deepEqual(of('/digest/papers/none/'), []);
});

test('a page about no single thing has all of them', () => {
  for (const path of [
    '/digest/',
    '/digest/papers/',
    '/digest/papers/year/2025/',
    '/digest/papers/a.*/',
  ]) {
    assert.equal(of(path).length, files.length);
  }
});

test('a problem with its place and the page that explains it', () => {
  assert.deepEqual(buildProblemList(problems.slice(0, 1), url, '/digest/').problems, [
    {
      ...{ severity: 'error', code: 'bad', message: 'It is bad.', fix: 'Mend it.' },
      place: 'content/issues/2025-01/index.mdx:2:3',
      href: '/digest/contribute/errors/#bad',
    },
  ]);
});
