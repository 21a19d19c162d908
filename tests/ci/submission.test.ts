import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { isContentAlone, partOf } from '../../src/ci/changed-paths.ts';
import { listChanged } from '../../src/ci/git.ts';
import { judgeFile, listScope, unpackContent } from '../../src/ci/submission.ts';
import { lines } from '../digest/fixture.ts';
import { Repository, shore } from './repository.ts';

const repository = new Repository();
const out = mkdtempSync(join(tmpdir(), 'unpacked-'));
after(() => {
  repository.remove();
  rmSync(out, { recursive: true, force: true });
});
repository.commit(shore);
repository.git('tag', 'start');
repository.merge({
  'content/papers/2026-01/sorting/run.svg': {
    program: '<svg xmlns="http://www.w3.org/2000/svg"/>',
  },
  'content/papers/2026-01/sorting/passwd.csv': { link: '/etc/passwd' },
  'content/papers/2026-01/sorting/bytes.png': Buffer.from([0, 10, 255, 0]),
  'content/people': undefined,
  '.gitattributes': '*.png text eol=crlf filter=evil\ncontent/** export-ignore\n',
  '.gitmodules': '[submodule "x"]\n\tpath = content/x\n\turl = https://evil.example/\n',
});

test('content comes as regular files, whatever the commit says they are', () => {
  const into = join(out, 'content');
  assert.deepEqual(lines(unpackContent(repository.folder, 'HEAD', into)), [
    'papers/2026-01/sorting/passwd.csv:1:1 symbolic-link | content/papers/2026-01/sorting/passwd.csv is a symbolic link, and would show what it points to. | Put the file itself there.',
  ]);
  assert.ok(!existsSync(join(into, 'papers/2026-01/sorting/passwd.csv')));
  assert.equal(lstatSync(join(into, 'papers/2026-01/sorting/run.svg')).mode & 0o111, 0);
  const bytes = readFileSync(join(into, 'papers/2026-01/sorting/bytes.png'));
  assert.deepEqual([...bytes], [0, 10, 255, 0]);
  assert.ok(!existsSync(join(into, 'people')));
  assert.equal(readFileSync(join(into, 'site.yaml'), 'utf8'), shore['content/site.yaml']);
});

test('nothing that is there is written over', () => {
  assert.throws(() => unpackContent(repository.folder, 'HEAD', out), {
    message: `There is a folder ${out} already; name a new one.`,
  });
});

test('a content folder that is a link or a submodule is told, and is empty', () => {
  const other = new Repository();
  after(() => other.remove());
  other.commit({ content: { link: '/etc' } });
  const found = unpackContent(other.folder, 'HEAD', join(out, 'link'));
  assert.deepEqual(
    found.map(({ code, message }) => `${code} | ${message}`),
    ['symbolic-link | content is a symbolic link, and would show what it points to.'],
  );
});

test('names and kinds that no file of a summary has are told', () => {
  const file = { mode: '100644', object: '', size: 10 };
  const told = (path: string, other = {}) => {
    const problem = judgeFile({ ...file, path, ...other });
    return problem && `${problem.file} ${problem.code} | ${problem.message} | ${problem.fix}`;
  };
  assert.equal(told('content/papers/2026-01/a/index.mdx'), undefined);
  assert.equal(
    told('content/x', { mode: '160000' }),
    'content/x submodule | content/x is a submodule, which is another repository. | Put the files themselves there.',
  );
  assert.equal(
    told('content/big.png', { size: 30_000_001 }),
    'content/big.png file-too-large | content/big.png has more than 30 MB, and is not read. | Make it smaller, or link to where it lies.',
  );
  for (const path of [
    'content/../src/a.ts',
    'content/./a',
    'content//a',
    'content/a\\b',
    'content/a\u0007b',
    'content/a\u202eb',
    'content/\ufffd',
    'content/C:a',
    'content',
    'contents/a',
  ]) {
    const shown = path.replace(/[\u0007\u202e\ufffd]/g, '?');
    assert.equal(
      told(path),
      `${shown} odd-file-name | ${shown} has a name that is no path on every system. | Name files and folders with letters, digits, \`.\`, \`-\` and \`_\`.`,
    );
  }
});

test('what a pull request changes is what a merge would change, names as they are', () => {
  assert.deepEqual(listChanged(repository.folder, 'HEAD^1', 'HEAD'), [
    '.gitattributes',
    '.gitmodules',
    'content/papers/2026-01/sorting/bytes.png',
    'content/papers/2026-01/sorting/passwd.csv',
    'content/papers/2026-01/sorting/run.svg',
    'content/people/ada-quill.yaml',
  ]);
  assert.throws(() => listChanged(repository.folder, '--output=x', 'HEAD'), {
    message: '"--output=x" is no revision; write a commit\'s hash, HEAD or HEAD^1.',
  });
});

test('a check is about what a pull request brings, in letters that a shell leaves alone', () => {
  const into = join(out, 'scope');
  mkdirSync(join(into, 'papers/2026-01/a'), { recursive: true });
  mkdirSync(join(into, 'papers/2026-01/$(id)'));
  writeFileSync(join(into, 'tags.yaml'), '');
  const paper = ['content/papers/2026-01/a/index.mdx', 'content/papers/2026-01/a/b.png'];
  const gone = ['content/papers/2026-01/gone/index.mdx', 'content/people/gone.yaml'];
  assert.deepEqual(listScope(into, [...paper, ...gone, 'content/tags.yaml', 'src/a.ts']), [
    'content/papers/2026-01/a',
    'content/tags.yaml',
  ]);
  assert.deepEqual(listScope(into, [...paper, 'content/papers/2026-01/$(id)/index.mdx']), []);
});

test('every path belongs to one part, and the program is all that is no content', () => {
  const kinds = [
    'content/papers/2026-01/a/index.mdx',
    'content/people/a.yaml',
    'content/issues/2026-01/index.mdx',
    'content/site.yaml',
    'content/tags.yaml',
    'content/papers/a.mdx',
    'content/LICENSE.md',
    'contents/site.yaml',
    'content',
    'README.md',
    '.github/workflows/check.yml',
  ].map((path) => partOf(path).kind);
  assert.deepEqual(
    kinds.join(' '),
    'paper person issue site tags content content program content program program',
  );
  assert.ok(isContentAlone(['content/site.yaml', 'content/papers/2026-01/a/b/c.png']));
  assert.ok(!isContentAlone(['content/site.yaml', 'public/evil.js']));
});
