import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRoutes } from '../src/routes.ts';

test('addresses begin with the base path of the site, with or without a slash in site.yaml', () => {
  for (const url of ['https://example.org/digest', 'https://example.org/digest/']) {
    const routes = buildRoutes(url);
    assert.equal(routes.home(), '/digest/');
    assert.equal(routes.paper('titans'), '/digest/papers/titans/');
    assert.equal(routes.feed('papers', 'rss'), '/digest/feeds/papers.xml');
    assert.equal(
      routes.absolute(routes.issue('2025-01')),
      'https://example.org/digest/issues/2025-01/',
    );
  }
});

test('a problem has an address of its own', () => {
  const routes = buildRoutes('https://example.org/digest/');
  assert.equal(routes.contributeError('unknown-tag'), '/digest/contribute/errors/#unknown-tag');
});

test('an address of site.yaml is inside the site where it begins with a slash', () => {
  const routes = buildRoutes('https://example.org/digest/');
  assert.equal(routes.given('/contribute/'), '/digest/contribute/');
  assert.equal(routes.given('https://example.org/jobs'), 'https://example.org/jobs');
});
