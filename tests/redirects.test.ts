import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderRedirects } from '../src/redirects.ts';

test('a page is led on with its slash and without, a file as it is, on both hosts', () => {
  const text = renderRedirects([
    { from: '/digest/papers/old/', to: '/digest/papers/new/' },
    { from: '/digest/papers/old.bib', to: '/digest/papers/new.bib' },
  ]);
  const [comment, ...rules] = text.trimEnd().split('\n');
  assert.match(comment ?? '', /^# /);
  assert.deepEqual(rules, [
    '/digest/papers/old/ /digest/papers/new/ 301!',
    '/digest/papers/old/ /digest/papers/new/ 301',
    '/digest/papers/old /digest/papers/new/ 301!',
    '/digest/papers/old /digest/papers/new/ 301',
    '/digest/papers/old.bib /digest/papers/new.bib 301!',
    '/digest/papers/old.bib /digest/papers/new.bib 301',
  ]);
});
