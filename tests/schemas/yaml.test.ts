import assert from 'node:assert/strict';
import test from 'node:test';
import { issueSchema } from '../../src/schemas/issue.ts';
import { paperSchema } from '../../src/schemas/paper.ts';
import { personSchema } from '../../src/schemas/person.ts';
import { tagsSchema } from '../../src/schemas/tag.ts';
import { readYaml } from '../../src/schemas/yaml.ts';

const schemas = { paper: paperSchema, issue: issueSchema, person: personSchema, tags: tagsSchema };

function problemsOf(text: string, kind: keyof typeof schemas = 'person', line = 1): string[] {
  const { problems } = readYaml(text, { file: 'file.yaml', line, schema: schemas[kind] });
  return problems
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(
      ({ line, column, code, message, fix }) => `${line}:${column} ${code} | ${message} | ${fix}`,
    );
}

test('every scalar is the text that was written', () => {
  const text =
    'names: [Null, 017, "no", yes, ~x, 2501.10000, 1e3, 0x1F, 2026-02-30, True]\nname: Null\n';
  const { data } = readYaml(text, { file: 'f', line: 1, schema: personSchema });
  assert.deepEqual(data, {
    name: 'Null',
    names: ['Null', '017', 'no', 'yes', '~x', '2501.10000', '1e3', '0x1F', '2026-02-30', 'True'],
  });
});

test('a whole paper', () => {
  const text = `title: 'Tides: $x^2$'
authors:
- Ada Quill
- { name: Null, affiliation: Shore Institute }
published: 2024-02-29
arxiv: 2501.10000
tags: [tides]
tldr: >-
  One
  sentence.
abstract: "It\\u2019s all." # checked
draft: true
score: { value: 44.50, source: Some list, asOf: 2025-01-01 }
anchors: { old: new }
`;
  const { data, problems, places } = readYaml(text, { file: 'f', line: 2, schema: paperSchema });
  assert.deepEqual(problems, []);
  assert.deepEqual(data, {
    title: 'Tides: $x^2$',
    authors: ['Ada Quill', { name: 'Null', affiliation: 'Shore Institute' }],
    published: '2024-02-29',
    arxiv: '2501.10000',
    tags: ['tides'],
    tldr: 'One sentence.',
    abstract: 'It’s all.',
    draft: true,
    score: { value: '44.50', source: 'Some list', asOf: '2025-01-01' },
    anchors: { old: 'new' },
  });
  assert.deepEqual(places['title'], { line: 2, column: 8 });
  assert.deepEqual(places['authors'], { line: 3, column: 1 });
  assert.deepEqual(places['authors.1.name'], { line: 5, column: 11 });
  assert.deepEqual(places['tags.0'], { line: 8, column: 8 });
  assert.deepEqual(places[''], { line: 2, column: 1 });
});

// What a writer may get wrong → what they read.
const cases: [text: string, kind: keyof typeof schemas, expected: string[]][] = [
  [
    'name: Ada\nnammes: [A]\n',
    'person',
    ['2:1 unknown-key | There is no key `nammes`. | Write `names`, or take the line out.'],
  ],
  [
    'name: Ada\nzodiac: Leo\n',
    'person',
    [
      '2:1 unknown-key | There is no key `zodiac`. | Take it out; the keys are `name`, `names`, `family`, `collective`, `affiliation`, `orcid`, `homepage`, `github`, `links`, `bio`, `notes`, `aliases`.',
    ],
  ],
  [
    'orcid: 0000-0002-1825-0097\n',
    'person',
    ['1:1 missing-key | `name` is missing. | Add `name:`. The name as the site shows it.'],
  ],
  [
    'name: Ada\nlinks: [{ label: Home }]\n',
    'person',
    ['2:9 missing-key | `url` is missing in entry 1 of `links`. | Add `url:`. Where it leads.'],
  ],
  [
    'name:\nfamily: ""\n',
    'person',
    [
      '1:6 empty-value | `name` is empty. | Write a value, or take the line out if it is optional. The name as the site shows it.',
      '2:9 empty-value | `family` is empty. | Write a value, or take the line out if it is optional. The family name as it stands in `name`, where it is not the last word.',
    ],
  ],
  [
    'name: [Ada, Quill]\nnames: Ada\n',
    'person',
    [
      '1:7 not-text | `name` is a list, where text belongs. | Write one text: `name: …`; in single quotes if it holds `: ` or begins with `[` or `{`.',
      '2:8 not-a-list | `names: Ada` is text, where a list belongs. | Write `names: [Ada]`.',
    ],
  ],
  [
    'name: Ada\nlinks: { label: Home, url: https://a.example }\n',
    'person',
    [
      '2:8 not-a-list | `links` is a mapping, where a list belongs. | Write `links: [{ label: …, url: … }]`.',
    ],
  ],
  [
    'title: T\nauthors: Ada\npublished: 2025-01-02\narxiv: 2501.00663\ntags: [a]\ntldr: T.\nabstract: A.\ncorrections: 2025-01-01\n',
    'paper',
    [
      '2:10 not-a-list | `authors: Ada` is text, where a list belongs. | Write `authors: [Ada]`.',
      '8:14 not-a-list | `corrections: 2025-01-01` is text, where a list belongs. | Write `corrections: [{ date: …, note: … }]`.',
    ],
  ],
  [
    'title: T\ndate: 2025-01-31\neditors: []\nhero: ./a.jpg\n',
    'issue',
    [
      '3:10 too-few | `editors` is an empty list. | Write at least 1 entry. Who edited it: ids from `people/`, or names.',
      '4:7 not-a-mapping | `hero: ./a.jpg` is text, where keys with values belong. | Write `hero: { src: …, alt: …, credit: … }`.',
    ],
  ],
  [
    'title: T\ndate: 2025-01-31\neditors: [a, a]\npapers: [b, c, b]\ndraft: yes\n',
    'issue',
    [
      '3:10 repeated-item | `editors` holds `a` twice. | Take one of the two out.',
      '4:9 repeated-item | `papers` holds `b` twice. | Take one of the two out.',
      '5:8 not-a-choice | `draft: yes` is none of `true`, `false`. | Write one of them.',
    ],
  ],
  [
    `name: ${'x'.repeat(121)}\naliases: [Big One, year]\n`,
    'person',
    [
      `1:7 too-long | \`name: ${'x'.repeat(69)}…\` has 121 characters; 120 are allowed. | Shorten it.`,
      '2:11 bad-slug | `Big One` in `aliases` is not a slug: small letters a to z and digits, in words joined by single hyphens. | Write `big-one`.',
      '2:20 reserved-slug | `year` in `aliases` is a word that the site keeps for itself. | Add a word to it, for example `year-paper`.',
    ],
  ],
  [
    `name: A\nlinks: [${'{ label: a, url: https://a.example }, '.repeat(21)}]\n`,
    'person',
    ['2:8 too-many | `links` has 21 entries; 20 are allowed. | Keep those that matter most.'],
  ],
  [
    'name: Ada: a life\nbio: x\n',
    'person',
    [
      "1:7 colon-in-value | The value of `name` holds a colon and a space, which begin another key. | Put the whole value in single quotes: `name: 'Ada: a life'`.",
    ],
  ],
  [
    'name: "Ada" Quill\nbio: @home\nnotes: `code`\naffiliation: *star\n',
    'person',
    [
      '1:13 text-after-quote | The value of `name` goes on after its closing quote. | Put the whole value in single quotes: `name: \'"Ada" Quill\'`.',
      "2:6 special-character | The value of `bio` begins with `@`, which has a meaning of its own in YAML. | Put the whole value in single quotes: `bio: '@home'`.",
      "3:8 special-character | The value of `notes` begins with a backtick, which has a meaning of its own in YAML. | Put the whole value in single quotes: `'…'`.",
      '4:14 alias | `*star` repeats another value by its name, which is not taken here. | Write the value out, or put the text in single quotes.',
    ],
  ],
  [
    'name: "Ada\nbio: x\nnames: [A, B\nnotes: y\n',
    'person',
    [
      '1:7 unclosed | The `"` that opens here is never closed. | Write `"` where the value ends.',
      '3:8 unclosed | The `[` that opens here is never closed. | Write `]` where the value ends.',
    ],
  ],
  [
    "name: Ada\nnames: [A, , B]\nbio: 'Don't'\n",
    'person',
    [
      '2:12 stray-comma | The value of `names` has a comma with nothing before it. | Take the comma out, or write what belongs before it.',
      "3:11 text-after-quote | The value of `bio` goes on after its closing quote. | Put the whole value in single quotes: `bio: 'Don''t'`.",
    ],
  ],
  [
    "name: Ada # a \u202e b\n# \u200b\nbio: 'x # \u200b' # \u2066\n",
    'person',
    [
      '1:15 invisible-character | Here stands the invisible character U+202E RIGHT-TO-LEFT OVERRIDE. | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
      '2:3 invisible-character | Here stands the invisible character U+200B ZERO WIDTH SPACE. | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
      '3:16 invisible-character | Here stands the invisible character U+2066 LEFT-TO-RIGHT ISOLATE. | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
    ],
  ],
  [
    'name: Ada\nnames: [, B]\n',
    'person',
    [
      '2:9 stray-comma | The value of `names` has a comma with nothing before it. | Take the comma out, or write what belongs before it.',
    ],
  ],
  [
    'name: Ada\nbio: "the $\\theta$ of it"\n',
    'person',
    [
      "2:12 escape-in-quotes | `\\theta` stands in double quotes, where a backslash has a meaning of its own. | Put the value in single quotes: `'the $\\theta$ of it'`.",
    ],
  ],
  [
    'name: Ada\nbio: "the $\\mu$ of it"\n',
    'person',
    [
      "2:12 escape-in-quotes | The value of `bio` holds a backslash in double quotes, where it has a meaning of its own. | Put the whole value in single quotes: `bio: 'the $\\mu$ of it'`.",
    ],
  ],
  [
    'name: Ada\naffiliation: Room #7 of the Shore\nnotes: fine # as it is\n',
    'person',
    [
      "2:19 comment-in-value | `#7 of the Shore` is read as a comment and would be lost. | Put the value in single quotes: `'Room #7 of the Shore'`; or, if a comment is meant, write a space after `#`.",
    ],
  ],
  [
    'name: &n Ada\nbio: !!str x\nnotes: !secret y\n<<: { a: b }\nname: B\n__proto__: x\n',
    'person',
    [
      '1:10 anchor | `&n` gives a value a name, which is not taken here. | Take it out, or put the text in single quotes.',
      '2:12 yaml-tag | `tag:yaml.org,2002:str` gives a value a type, which is not taken here. | Take it out, or put the text in single quotes.',
      "3:8 special-character | The value of `notes` begins with `!`, which has a meaning of its own in YAML. | Put the whole value in single quotes: `notes: '!secret y'`.",
      '4:1 merge-key | `<<` merges another mapping into this one, which is not taken here. | Write the keys out.',
      '5:1 repeated-key | The key `name` stands here a second time. | Keep one of the two lines.',
      '6:1 forbidden-key | `__proto__` cannot be a key. | Take the line out.',
    ],
  ],
  [
    'name: Ada\n? [a]\n: b\n',
    'person',
    [
      '2:3 bad-key | A key here is not a plain word. | Write a word, a colon, a space and the value: `title: …`.',
    ],
  ],
  [
    'name: Ada\nlinks:\n\t- { label: a, url: b }\n',
    'person',
    [
      '3:1 tab-indent | A tab stands at the beginning of this line, where YAML takes only spaces. | Indent with two spaces.',
    ],
  ],
  [
    'name: Ada\nlinks:\n  - label: a\n   url: https://a.example\n',
    'person',
    [
      '4:1 bad-indent | This line is indented unlike the lines that it belongs to. | Begin it exactly under its neighbours, with two spaces for each level.',
    ],
  ],
  [
    // What follows is read as if it stood right, so that no key is missing as well.
    'bio: x\n name: Ada\n names: Eve\n',
    'person',
    [
      '2:2 bad-indent | `name:` begins another key, but its line is indented as if it went on with the value above it. | Begin it exactly under its neighbours; if it does go on with that value, put the whole value in single quotes.',
      '3:2 bad-indent | `names:` begins another key, but its line is indented as if it went on with the value above it. | Begin it exactly under its neighbours; if it does go on with that value, put the whole value in single quotes.',
      '3:9 not-a-list | `names: Eve` is text, where a list belongs. | Write `names: [Eve]`.',
    ],
  ],
  [
    'bio: "x"\n  name:  Ada\n',
    'person',
    [
      '2:1 bad-indent | This line is indented unlike the lines that it belongs to. | Begin it exactly under its neighbours, with two spaces for each level.',
    ],
  ],
  [
    'name: Ada\nlinks:\n  - label: a\n      url: https://a.example\n',
    'person',
    [
      '4:7 bad-indent | `url:` begins another key, but its line is indented as if it went on with the value above it. | Begin it exactly under its neighbours; if it does go on with that value, put the whole value in single quotes.',
    ],
  ],
  [
    'name: Ada\nbio: A life\n  in Tides: a study\nnotes: Shore\n  Revisited: more\n',
    'person',
    [
      "2:6 colon-in-value | The value of `bio` holds a colon and a space, which begin another key. | Put the whole value in single quotes, from its first line to its last: `'…'`.",
      "4:8 colon-in-value | The value of `notes` holds a colon and a space, which begin another key. | Put the whole value in single quotes, from its first line to its last: `'…'`.",
    ],
  ],
  [
    'name: Ada\nand a line of prose\nbio: x\n',
    'person',
    [
      '2:1 not-a-key | `and a line of prose` is not a key with a value. | Write `key: value`, with a space after the colon, or indent the line if it continues the one above.',
    ],
  ],
  [
    'name: Ada\n---\nbio: x\n',
    'person',
    [
      '2:1 second-document | A second document begins here. | Take the line `---` or `...` out: a file holds one document.',
    ],
  ],
  [
    '%YAML 1.1\n---\nname: Ada\n',
    'person',
    [
      '1:1 yaml-directive | A line with `%` gives orders to the YAML reader, which is not taken here. | Take the line out.',
    ],
  ],
  [
    'name: A\nlinks: [[[[[[[[[[x]]]]]]]]]]\n',
    'person',
    ['2:16 too-deep | Values are nested more than 8 deep. | Write less depth.'],
  ],
  [
    'Tide Pools: { label: x, description: y }\nwaves: { label: Waves, description: Up and down., alias: [x] }\n',
    'tags',
    [
      '1:1 bad-slug | The key `Tide Pools` is not a slug: small letters a to z and digits, in words joined by single hyphens. | Write `tide-pools`.',
      '2:51 unknown-key | There is no key `alias` in `waves`. | Write `aliases`, or take the line out.',
    ],
  ],
  [
    '- a\n- b\n',
    'tags',
    [
      '1:1 not-a-mapping | The file is a list, where keys with values belong. | Write one `key: value` on each line.',
    ],
  ],
  [
    '',
    'tags',
    [
      '1:1 empty-value | The file is empty. | Write a value, or take the line out if it is optional.',
    ],
  ],
];

for (const [text, kind, expected] of cases) {
  test(`yaml: ${JSON.stringify(text.slice(0, 60))}`, () => {
    assert.deepEqual(problemsOf(text, kind), expected);
  });
}

const paperWith = (places: string) =>
  `title: T\nauthors: [Ada]\npublished: 2025-01-02\ntags: [a]\ntldr: T.\nabstract: A.\n${places}\n`;

test('an address of a place that has a key of its own belongs under that key', () => {
  for (const [address, place, meant] of [
    ['https://arxiv.org/abs/2501.00663', 'arXiv', 'arxiv: 2501.00663'],
    ['http://www.arxiv.org/pdf/2501.00663v2.pdf', 'arXiv', 'arxiv: 2501.00663v2'],
    ['https://arxiv.org/abs/hep-th/9901001', 'arXiv', 'arxiv: hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.2501.00663', 'arXiv', 'arxiv: 2501.00663'],
    ['https://dx.doi.org/10.1000/AbC', 'doi.org', 'doi: 10.1000/AbC'],
    ['https://openreview.net/forum?id=yaqPf0KAlN', 'OpenReview', 'openreview: yaqPf0KAlN'],
  ] as const) {
    const [key = ''] = meant.split(':');
    assert.deepEqual(problemsOf(paperWith(`url: ${address}`), 'paper'), [
      `7:6 url-of-identifier | \`url: ${address}\` is an address at ${place}, for which \`${key}\` is the key. | Write \`${meant}\` in the place of this line.`,
    ]);
    assert.deepEqual(problemsOf(paperWith(meant), 'paper'), []);
  }
});

test('an address that says no more than the key beside it, or that no key can take, stays', () => {
  for (const places of [
    'url: https://arxiv.org/abs/2501.00663\narxiv: 2501.00663v1',
    'url: https://doi.org/10.48550/arXiv.2501.00663\narxiv: 2501.00663v1',
    'url: https://arxiv.org/list/cs.LG/recent',
    'url: https://arxiv.org/abs/2501.0066',
    'url: https://example.org/2501.00663',
    'url: https://openreview.net/group?id=ICLR.cc',
  ]) {
    assert.deepEqual(problemsOf(paperWith(places), 'paper'), []);
  }
});

test('one file with ten faults shows ten, each at its place', () => {
  const text = `title: Tides: a study
authors: [Ada Quill, { nme: Bo }]
published: 2026-02-30
arxiv: 2501.1000
tags: tides
tldr: "\\beta decays"
abstract: A
score: 44.5
categories: [cs.lg]
summerised: 2026-01-01
links: { code: shore.example/code }
`;
  assert.deepEqual(
    problemsOf(text, 'paper', 2).map((problem) => problem.split(' |')[0]),
    [
      '2:8 colon-in-value',
      '3:24 unknown-key',
      '4:12 not-a-day',
      '5:8 bad-arxiv',
      '6:7 not-a-list',
      '7:8 escape-in-quotes',
      '9:8 not-a-mapping',
      '10:14 bad-category',
      '11:1 unknown-key',
      '12:16 bad-url',
    ],
  );
});

test('the fields that are right are given even where the file is not', () => {
  const text = 'name: Ada\nbio: [x]\nnames: [A]\nfoo: x\n';
  const { data, partial } = readYaml(text, { file: 'f', line: 1, schema: personSchema });
  assert.equal(data, undefined);
  assert.deepEqual(partial, { name: 'Ada', names: ['A'] });
});

test('a place inside a text is found through folding, quotes and escapes', () => {
  const text = `title: 'it''s a $x$ here'
tldr: "say \\"$y$\\" now"
abstract: >-
  first line
  then $z$,

  more
authors: [  Ada $w$ ]
`;
  const reading = readYaml(text, { file: 'f', line: 1, schema: paperSchema });
  const at = (path: string, value: string, wanted: string) =>
    reading.placeIn(path, value.indexOf(wanted));
  assert.deepEqual(at('title', "it's a $x$ here", '$'), { line: 1, column: 17 });
  assert.deepEqual(at('tldr', 'say "$y$" now', '$'), { line: 2, column: 14 });
  assert.deepEqual(at('abstract', 'first line then $z$,\nmore', '$'), { line: 5, column: 8 });
  assert.deepEqual(at('abstract', 'first line then $z$,\nmore', 'more'), { line: 7, column: 3 });
  assert.deepEqual(at('authors.0', 'Ada $w$', '$'), { line: 8, column: 17 });
});

test('windows line ends change nothing', () => {
  const text = 'name: Ada\r\nbio: >-\r\n  a\r\n  b\r\nnammes: [x]\r\n';
  assert.deepEqual(problemsOf(text), [
    '5:1 unknown-key | There is no key `nammes`. | Write `names`, or take the line out.',
  ]);
});

test('a file too long is not read', () => {
  assert.deepEqual(problemsOf(`name: ${'x'.repeat(120_000)}`), [
    '1:1 yaml-too-long | There are 120006 characters here; 120000 are allowed. | Take out what does not belong to this file.',
  ]);
});

const nested =
  '| Brackets, dashes or quotes are nested too deep to be read. | Write the values as in the other files of the archive.';

for (const [text, expected] of [
  [`a: ${'['.repeat(4000)}`, 'unclosed'],
  [`a: ${'['.repeat(4000)}${']'.repeat(4000)}`, nested],
  ['- '.repeat(5000), nested],
  ['a: @\n'.repeat(1000), 'special-character'],
  ['"\n'.repeat(1000), 'not-a-key'],
  ['a:\n'.repeat(5000), 'repeated-key'],
] as const) {
  test(`hostile: ${JSON.stringify(text.slice(0, 12))} × ${text.length} is bounded`, () => {
    // Processor time: the machine may be busy with other tests.
    const started = process.cpuUsage();
    const problems = problemsOf(text);
    assert.ok(process.cpuUsage(started).user < 3_000_000);
    assert.ok(problems.length <= 120);
    assert.ok(
      problems.some((problem) => problem.includes(expected)),
      problems[0],
    );
  });
}

test('a fault in the first line behind an empty one does not end the reading', () => {
  assert.deepEqual(problemsOf('\nword\nname: !x y\n---'), [
    '2:1 not-a-key | `word` is not a key with a value. | Write `key: value`, with a space after the colon, or indent the line if it continues the one above.',
    "3:7 special-character | The value of `name` begins with `!`, which has a meaning of its own in YAML. | Put the whole value in single quotes: `name: '!x y'`.",
  ]);
});

test('names that every object has are keys like others', () => {
  assert.deepEqual(problemsOf('name: Ada\ntoString: a\nvalueOf: { a: b }\n'), [
    '2:1 unknown-key | There is no key `toString`. | Take it out; the keys are `name`, `names`, `family`, `collective`, `affiliation`, `orcid`, `homepage`, `github`, `links`, `bio`, `notes`, `aliases`.',
    '3:1 unknown-key | There is no key `valueOf`. | Take it out; the keys are `name`, `names`, `family`, `collective`, `affiliation`, `orcid`, `homepage`, `github`, `links`, `bio`, `notes`, `aliases`.',
  ]);
});

test('the list of problems is bounded', () => {
  const keys = Array.from({ length: 2000 }, (_, index) => `k${index}: a\n`).join('');
  const problems = problemsOf(`name: Ada\n${keys}`);
  assert.equal(problems.length, 101);
  assert.ok(
    problems.includes(
      '1:1 more-problems | There are 1900 more problems in the facts about the text. | Mend those that are listed and check again.',
    ),
  );
});
