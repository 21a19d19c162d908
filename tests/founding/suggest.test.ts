import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOfRemote, pagesOf } from '../../src/founding/suggest.ts';

test('the page of a repository from what git sends to', () => {
  const cases: [remote: string, page: string | undefined][] = [
    ['git@github.com:Tides/notes.git', 'https://github.com/Tides/notes'],
    ['https://github.com/Tides/notes.git', 'https://github.com/Tides/notes'],
    ['https://user:secret@codeberg.org/tides/notes', 'https://codeberg.org/tides/notes'],
    ['ssh://git@gitlab.example.org:2222/a/b/c.git', 'https://gitlab.example.org/a/b/c'],
    ['/srv/git/notes.git', undefined],
    ['../notes', undefined],
    ['file:///srv/notes', undefined],
  ];
  for (const [remote, page] of cases) assert.equal(pageOfRemote(remote), page, remote);
});

test('where a forge shows the pages of a repository', () => {
  const cases: [repository: string, pages: string | undefined][] = [
    ['https://github.com/Tides/Notes', 'https://tides.github.io/Notes/'],
    ['https://github.com/tides/tides.github.io', 'https://tides.github.io/'],
    ['https://gitlab.com/tides/group/notes', 'https://tides.gitlab.io/group/notes/'],
    ['https://codeberg.org/tides/pages', 'https://tides.codeberg.page/'],
    ['https://codeberg.org/tides/notes.git', 'https://tides.codeberg.page/notes/'],
    ['https://github.com/tides', undefined],
    ['https://git.example.org/tides/notes', undefined],
    ['no address', undefined],
  ];
  for (const [repository, pages] of cases) assert.equal(pagesOf(repository), pages, repository);
});
