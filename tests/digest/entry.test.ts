import assert from 'node:assert/strict';
import test from 'node:test';
import {
  readIssueEntry,
  readPaperEntry,
  readPersonEntry,
  readTagsEntry,
} from '../../src/digest/entry.ts';
import { lines, listing, paper, person } from './fixture.ts';

test('an entry is plain JSON', () => {
  const entry = paper(
    '2025-01/a',
    {
      title: "'Sorting in $O(n^2)$'",
      notation: "[{ symbol: 'x_t', meaning: 'size of pebble $t$' }]",
      corrections: '[{ date: 2025-02-01, note: A sign was *wrong*. }]',
      draft: 'false',
    },
    '## Results\n\nSee [them](https://arxiv.org/abs/2501.00001).',
  );
  assert.deepEqual(lines(entry.problems), []);
  assert.deepEqual(JSON.parse(JSON.stringify(entry)), { ...entry, places: { ...entry.places } });
  assert.deepEqual(Object.keys(entry.texts), [
    'title',
    'tldr',
    'abstract',
    'corrections.0.note',
    'notation.0.meaning',
  ]);
  assert.equal(entry.texts['title']?.plain, 'Sorting in O(n²)');
  assert.deepEqual(entry.facts?.links, [
    { url: 'https://arxiv.org/abs/2501.00001', line: 17, column: 5 },
  ]);
  assert.deepEqual([entry.whole, entry.data.draft], [true, false]);
});

test('white space and comments are no body', () => {
  for (const body of ['', '  \n\n', '{/* to come */}']) {
    const entry = paper('2025-01/a', { summarised: undefined, writers: undefined }, body);
    assert.deepEqual([lines(entry.problems), entry.tree, entry.facts], [[], undefined, undefined]);
  }
});

const at = 'papers/2025-01/a/index.mdx:';
for (const [name, entry, expected] of [
  [
    'a summary without day and writers',
    () => paper('2025-01/a', { summarised: undefined, writers: undefined }),
    [
      `${at}2:1 missing-key | \`summarised\` is missing, and the file has a summary. | Add \`summarised:\` with the day of the summary, \`YYYY-MM-DD\`.`,
      `${at}2:1 missing-key | \`writers\` is missing, and the file has a summary. | Add \`writers:\` with who wrote it: \`writers: [Ada Lovelace]\`, or ids from \`people/\`.`,
    ],
  ],
  [
    'writers without a summary',
    () => listing('2025-01/a', { writers: '[Jo Marsh]' }),
    [
      `${at}8:10 warning writers-without-summary | The file names writers, but has no summary: it is shown with its abstract alone. | Write the summary below the second \`---\`, or take \`writers\` out.`,
    ],
  ],
  [
    'summarised twice',
    () => paper('2025-01/a', { summarisedIn: 'b' }),
    [
      `${at}11:15 summarised-twice | \`summarisedIn\` names another summary, but the file has one of its own. | Take \`summarisedIn\` out, or take the text out.`,
    ],
  ],
  [
    'no source',
    () => paper('2025-01/a', { arxiv: undefined }),
    [
      `${at}2:1 no-source | The file says nowhere where the paper can be read. | Add \`arxiv:\`, \`doi:\`, \`openreview:\` or \`url:\`.`,
    ],
  ],
  [
    'a link in a title',
    () => paper('2025-01/a', { tldr: "'See *[this](https://a.example)*.'" }),
    [
      `${at}7:8 link-in-title | \`tldr\` holds a link, but is itself made a link in lists. | Write the words without the link; the body is the place for it.`,
    ],
  ],
  [
    'dollars around a symbol',
    () => paper('2025-01/a', { notation: "[{ symbol: '$x$', meaning: size }]" }),
    [
      `${at}11:23 dollars-in-symbol | The symbol \`$x$\` has dollar signs. | Write it without them: \`'x'\`.`,
    ],
  ],
  [
    'anchors',
    () =>
      paper('2025-01/a', { anchors: '{ old: result, results: results }' }, '## Results\n\nSome.'),
    [
      `${at}11:17 unknown-anchor | The text has no anchor \`result\`. | Write \`results\`.`,
      `${at}11:34 anchor-in-use | \`results\` is said to be renamed, but the text still has that anchor. | Take the line out.`,
    ],
  ],
  [
    'a family name that is not in the name',
    () => person('ada', { name: 'Ada Quill', family: 'Quil' }),
    [
      'people/ada.yaml:2:9 family-not-in-name | `family: Quil` does not stand in the name `Ada Quill`. | Write the family name letter by letter as it stands in `name`.',
    ],
  ],
] as const) {
  test(`entry: ${name}`, () => assert.deepEqual(lines(entry().problems), expected));
}

test('what is wrong inside a text is shown at its place in the file', () => {
  const source = `---
title: 'It''s $\\nosuch$ here'
abstract: >-
  A first line,
  then $\\nosuch$.
notation: [{ symbol: 'x + \\nosuch', meaning: 'the $\\nosuch$' }]
---
`;
  const { problems } = readPaperEntry(source, 'f.mdx', { issue: '2025-01', slug: 'f' });
  const macros = problems.filter(({ code }) => code === 'unknown-macro');
  assert.deepEqual(macros.map(({ line, column }) => `${line}:${column}`).sort(), [
    '2:16',
    '5:9',
    '6:27',
    '6:52',
  ]);
});

test('texts, facts and body are judged in one run', () => {
  const source = `---
title: A title
date: 2025-02-30
editors: [jo]
hero: { src: ../up.jpg, alt: Up, credit: '<b>x' }
---
import x from 'y'
`;
  const entry = readIssueEntry(source, 'f.mdx', { issue: '2025-02' });
  const places = entry.problems.map(({ line, code }) => `${line} ${code}`);
  assert.ok(places.includes('3 not-a-day'));
  assert.ok(places.includes('5 bad-picture-path'));
  assert.ok(places.some((place) => place.startsWith('7 ')));
  assert.equal(entry.whole, false);
  assert.deepEqual(entry.data, { title: 'A title', editors: ['jo'] });
});

test('a file without facts is one problem, and nothing throws', () => {
  const entry = readPaperEntry('Text\n', 'f.mdx', { issue: '2025-01', slug: 'f' });
  assert.deepEqual(
    entry.problems.map(({ code }) => code),
    ['frontmatter-missing'],
  );
  assert.deepEqual([entry.whole, entry.data, entry.texts], [false, {}, {}]);
  assert.equal(readPersonEntry('', 'p.yaml', { id: 'p' }).problems.length, 1);
  assert.equal(readTagsEntry('[', 't.yaml').problems.length, 1);
});
