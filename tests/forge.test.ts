import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildForge } from '../src/routes.ts';

const file = 'content/papers/2025-01/titans/index.mdx';

function addresses(repository: string, branch?: string): string[] | undefined {
  const forge = buildForge(repository, branch);
  return forge && [forge.edit(file), forge.history(file), forge.report('A & B', 'x\ny')];
}

test('the pages of GitHub, GitLab, and Forgejo or Gitea', () => {
  assert.deepEqual(addresses('https://github.com/residual/digest'), [
    `https://github.com/residual/digest/edit/main/${file}`,
    `https://github.com/residual/digest/commits/main/${file}`,
    'https://github.com/residual/digest/issues/new?title=A+%26+B&body=x%0Ay',
  ]);
  assert.deepEqual(addresses('https://gitlab.com/group/sub/digest/', 'trunk'), [
    `https://gitlab.com/group/sub/digest/-/edit/trunk/${file}`,
    `https://gitlab.com/group/sub/digest/-/commits/trunk/${file}`,
    'https://gitlab.com/group/sub/digest/-/issues/new?issue%5Btitle%5D=A+%26+B&issue%5Bdescription%5D=x%0Ay',
  ]);
  for (const host of ['codeberg.org', 'gitea.com', 'forgejo.example.org', 'gitea.example.org']) {
    assert.deepEqual(addresses(`https://${host}/residual/digest.git`), [
      `https://${host}/residual/digest/_edit/main/${file}`,
      `https://${host}/residual/digest/commits/branch/main/${file}`,
      `https://${host}/residual/digest/issues/new?title=A+%26+B&body=x%0Ay`,
    ]);
  }
  assert.ok(
    buildForge('https://gitlab.example.org:8443/a/b')
      ?.edit('x')
      .startsWith('https://gitlab.example.org:8443/a/b/-/'),
  );
});

test('a forge that is not known, and what is no repository’s own page, has none', () => {
  for (const repository of [
    'https://forge.example/residual/digest',
    'https://notgithub.com/residual/digest',
    'https://github.com.evil.example/residual/digest',
    'https://github.com/residual',
    'https://github.com/residual/digest/tree/main/content',
    'https://gitlab.com/group/digest/-/tree/main',
    'https://codeberg.org/',
  ]) {
    assert.equal(buildForge(repository), undefined, repository);
  }
});

test('branch and path are encoded, slashes kept; placeholders of ours are nothing special', () => {
  const forge = buildForge('https://github.com/a/b?tab=readme#top', 'release/2.0');
  assert.ok(forge);
  assert.equal(
    forge.edit('content/<branch>/a b?c#d%$&/é.yaml'),
    'https://github.com/a/b/edit/release/2.0/content/%3Cbranch%3E/a%20b%3Fc%23d%25%24%26/%C3%A9.yaml',
  );
  assert.equal(
    forge.report('“Iron” #1', '`x`'),
    'https://github.com/a/b/issues/new?title=%E2%80%9CIron%E2%80%9D+%231&body=%60x%60',
  );
});

test('a new file is begun where the forge has an address for it', () => {
  const create = (repository: string, text?: string) =>
    buildForge(repository)?.create('content/papers/2026-03/a b/index.mdx', text);
  assert.equal(
    create('https://github.com/group/digest', 'a & b\n'),
    'https://github.com/group/digest/new/main?filename=content%2Fpapers%2F2026-03%2Fa+b%2Findex.mdx&value=a+%26+b%0A',
  );
  const gitlab = 'https://gitlab.com/group/digest';
  assert.equal(
    create(gitlab),
    `${gitlab}/-/new/main?file_name=content%2Fpapers%2F2026-03%2Fa+b%2Findex.mdx`,
  );
  assert.equal(create(gitlab, 'text'), undefined);
  assert.equal(create('https://codeberg.org/group/digest'), undefined);
});
