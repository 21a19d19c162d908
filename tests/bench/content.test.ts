import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildArchive } from '../archive/archive.ts';
import { convertArchive, convertBody, editBody } from './content.ts';

const folders = {
  papers: 'content/papers',
  extension: 'md',
  facts: 'data.json',
  pictures: 'static',
};

test('a body keeps its formulas, and nothing in it is ours alone', () => {
  const source = `
By \\eqref{main} of [Ririn](https://arxiv.org/abs/2101.10000) and [another](https://arxiv.org/abs/1706.03762):

$$
a_{1} \\label{main}
$$

<Figure src="./chart-1.svg" alt="Bars.">

What $b$ gives.

</Figure>
`;
  assert.equal(
    convertBody(source, 'mine', new Map([['2101.10000', 'ririn']])),
    `
By (1) of [Ririn](/papers/ririn/) and [another](https://arxiv.org/abs/1706.03762):

$$
a_{1} \\tag{1}
$$

![Bars.](/papers/mine/chart-1.svg)

_What $b$ gives._
`,
  );
});

test('every paper of an archive reaches a peer, with its pictures and the names that it refers to', () => {
  const archive = buildArchive({ papers: 30, pictures: 2 });
  const made = convertArchive(archive, folders);
  const { people, topics, issues } = JSON.parse(made.get(folders.facts) ?? '') as Record<
    string,
    Record<string, unknown>
  >;
  for (const { slug, tags, issue, formulas } of archive.papers) {
    const text = made.get(`content/papers/${slug}.md`) ?? '';
    assert.ok(text !== '', slug);
    for (const tag of tags) assert.ok(topics?.[tag], tag);
    assert.ok(issues?.[issue], issue);
    const ids = JSON.parse(/^people: (.*)$/m.exec(text)?.[1] ?? '') as string[];
    for (const id of ids) assert.ok(people?.[id], id);
    for (const formula of formulas) assert.ok(text.includes(formula), formula);
    assert.doesNotMatch(text, /<Figure|\\label|\\eqref/);
    for (const [, file] of text.matchAll(/!\[[^\]]*\]\(\/([^)]+)\)/g)) {
      assert.ok(made.has(`static/${file ?? ''}`), file);
    }
  }
  assert.ok(Object.keys(people ?? {}).length > 0);
});

test('an edit puts one paragraph in, and the next edit takes its place', () => {
  const source = '---\ntitle: A\n---\n\n## The key idea\n\nFirst.\n\n## Results\n\nSecond.\n';
  const once = editBody(source, 'Edited one.');
  assert.equal(once, source.replace('First.', 'Edited one.\n\nFirst.'));
  assert.equal(editBody(once, 'Edited two.'), source.replace('First.', 'Edited two.\n\nFirst.'));
  assert.throws(() => editBody('---\ntitle: A\n---\n', 'Edited one.'), /no body/);
});
