import assert from 'node:assert/strict';
import test from 'node:test';
import { drawMark, readSite } from '../../src/site.ts';

function problemsOf(source: string): string[] {
  return readSite(source, 'content/site.yaml').problems.map(
    ({ line, column, code, message, fix }) => `${line}:${column} ${code} | ${message} | ${fix}`,
  );
}

test('name and address are enough', () => {
  const { site, problems } = readSite('name: Shore\nurl: https://shore.example\n', 'site.yaml');
  assert.deepEqual(problems, []);
  assert.deepEqual(site, {
    name: 'Shore',
    tagline: '',
    description: 'Shore',
    url: 'https://shore.example/',
    language: 'en',
    mark: [0.8, -0.3, -0.8, 0.8],
    offline: true,
    feeds: { authority: 'shore.example,2026' },
  });
});

test('everything', () => {
  const hue = '{ light: "#1F5FA8", dark: "#8abaf8" }';
  const { site, problems } = readSite(
    `name: Shore
tagline: what the tide brings
url: https://example.org/digest
language: en-GB
mark: [1, -0.5, 0]
hues: [${Array.from({ length: 6 }, () => hue).join(', ')}]
licence: { name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/ }
contact: mailto:editors@shore.example
repository: https://forge.example/shore
branch: release/2.0
folder: site/content
newsletter: { action: https://list.example/join, provider: List, text: Once a month. }
notice: { title: Join, text: We look for writers., href: /contribute/, label: How }
feeds: { authority: 'example.org,2026', hub: 'https://hub.example/' }
about: A group on the shore.
`,
    'site.yaml',
  );
  assert.deepEqual(problems, []);
  assert.equal(site?.url, 'https://example.org/digest/');
  assert.equal(site.description, 'Shore: what the tide brings.');
  assert.deepEqual(site.mark, [1, -0.5, 0]);
  assert.equal(site.feeds.hub, 'https://hub.example/');
  assert.deepEqual(site.hues?.[0], { light: '#1f5fa8', dark: '#8abaf8' });
});

for (const [source, expected] of [
  [
    '',
    [
      '1:1 site-missing | There is no site.yaml, or nothing is in it. | Make the file with two lines at least: `name: …` and `url: https://example.org/`.',
    ],
  ],
  [
    'name: x\nurl: https://x.example/\nmark: [2, up, -0.5]\n',
    [
      '3:8 bad-stem | `2` in `mark` is not a number from -1 to 1. | Write how far the stem goes up or down: `0.8`, `-0.25`.',
      '3:11 bad-stem | `up` in `mark` is not a number from -1 to 1. | Write how far the stem goes up or down: `0.8`, `-0.25`.',
    ],
  ],
  [
    'tagline: x\n',
    [
      '1:1 missing-key | `name` is missing. | Add `name:`. Name of the site.',
      '1:1 missing-key | `url` is missing. | Add `url:`. Address of the front page, with its base path: `https://example.org/`.',
    ],
  ],
  [
    'name: A\nurl: https://a.example/?x#y\n',
    [
      '2:6 bad-site-url | `url: https://a.example/?x#y` goes on after the path. | Write `https://a.example/`.',
    ],
  ],
  [
    'name: A\nurl: https://a.example/a%20b/\n',
    [
      '2:6 bad-site-url | `url: https://a.example/a%20b/` has a path with characters other than letters, digits, hyphens and dots. | Write origin and base path only: `https://example.org/digest/`.',
    ],
  ],
  [
    'name: A\nurl: https://a.example/\nlanguage: English\nfeeds: { authority: example.org }\n',
    [
      '3:11 bad-language | `language: English` is not a language tag. | Write `en`, `en-GB`, `fr` or the like.',
      '4:21 bad-authority | `authority: example.org` in `feeds` is not the beginning of a tag: URI. | Write a domain that was yours and a year in which it was: `example.org,2026`.',
    ],
  ],
  [
    "name: A\nurl: https://a.example/\nfeeds: { authority: 'a.example,2026', hub: 'http://hub.example/' }\n",
    [
      '3:44 bad-hub | `hub: http://hub.example/` in `feeds` is the address of a hub without encryption. | Write `https://hub.example/`.',
    ],
  ],
  [
    'name: A\nurl: https://a.example/\nhues: [{ light: red, dark: "#333333" }]\n',
    [
      '3:7 too-few | `hues` has 1 entry; 6 are needed. | Write at least 6 entries. Colours that issues take in turn: six to eight `{ light, dark }`.',
      '3:17 bad-colour | `light: red` in entry 1 of `hues` is not a colour. | Write six hexadecimal digits after a hash, in quotes: `light: "#1f5fa8"`.',
      '3:28 faint-colour | `dark: #333333` in entry 1 of `hues` has a contrast of 1.3 to the paper of the dark theme; text needs 4.5. | Take a lighter colour of that hue.',
    ],
  ],
] as const) {
  test(`site: ${JSON.stringify(source.slice(0, 50))}`, () => {
    assert.deepEqual(problemsOf(source).sort(), [...expected].sort());
  });
}

test('branch and folder', () => {
  const problems = (key: string, value: string) =>
    problemsOf(`name: x\nurl: https://a.example/\n${key}: "${value}"\n`);
  for (const branch of ['main', 'v2.0', 'a/b-c_d'])
    assert.deepEqual(problems('branch', branch), []);
  for (const branch of ['a b', '-x', 'a..b', 'a/', '../a', 'a.lock', 'x?y', 'a//b', '.git']) {
    assert.deepEqual(problems('branch', branch), [
      `3:9 bad-branch | \`branch: ${branch}\` is not taken as the name of a branch. | Write it as \`git branch\` does, in letters, digits, hyphens, dots and slashes: \`main\`.`,
    ]);
  }
  for (const folder of ['.', 'content', 'site/my.content', '.digest'])
    assert.deepEqual(problems('folder', folder), []);
  for (const folder of ['/content', './content', 'content/', '/content/']) {
    assert.deepEqual(problems('folder', folder), [
      `3:9 bad-folder | \`folder: ${folder}\` is not a folder of a repository. | Write \`content\`.`,
    ]);
  }
  for (const folder of ['..', 'a/../b', 'a//b', 'a b', 'a/..']) {
    assert.deepEqual(problems('folder', folder), [
      `3:9 bad-folder | \`folder: ${folder}\` is not a folder of a repository. | Write its path from the root of the repository on, \`site/content\`, or \`.\` for the root itself.`,
    ]);
  }
});

test('a site without a mark has one of its own, which follows from its name', () => {
  const names = ['Shore', 'Ferrous Notes', 'Tide Table Club', '潮', 'Residual', 'A', 'B'];
  const marks = names.map(drawMark);
  assert.deepEqual(marks, names.map(drawMark));
  assert.equal(new Set(marks.map(String)).size, names.length);
  for (const mark of marks) {
    assert.equal(mark.length, 4);
    assert.equal(mark.filter((stem) => stem > 0).length, 2);
    assert.ok(mark.every((stem) => Math.abs(stem) >= 0.3 && Math.abs(stem) <= 1));
  }
});
