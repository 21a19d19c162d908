import assert from 'node:assert/strict';
import test from 'node:test';
import { locate } from '../../src/digest/locate.ts';

for (const [path, expected] of [
  ['site.yaml', { kind: 'site' }],
  ['tags.yaml', { kind: 'tags' }],
  ['published.txt', { kind: 'record' }],
  ['versions.lock.json', { kind: 'versions' }],
  ['papers/2025-01/titans/index.mdx', { kind: 'paper', issue: '2025-01', slug: 'titans' }],
  ['papers/2025-neurips/a-b-2/index.mdx', { kind: 'paper', issue: '2025-neurips', slug: 'a-b-2' }],
  ['issues/2025-01/index.mdx', { kind: 'issue', issue: '2025-01' }],
  ['people/kunal-singh.yaml', { kind: 'person', id: 'kunal-singh' }],
  [
    'papers/2025-01/titans/Figure_1.svg',
    { kind: 'picture', issue: '2025-01', slug: 'titans', name: 'Figure_1.svg' },
  ],
  [
    'papers/2025-01/titans/data/results.csv',
    { kind: 'picture', issue: '2025-01', slug: 'titans', name: 'data/results.csv' },
  ],
  ['issues/2025-01/opening.jpg', { kind: 'picture', issue: '2025-01', name: 'opening.jpg' }],
  ['README.md', { kind: 'ignored' }],
  ['papers/.DS_Store', { kind: 'ignored' }],
  ['papers/2025-01/titans/Thumbs.db', { kind: 'ignored' }],
  ['notes/plan.md', { kind: 'ignored' }],
] as const) {
  test(`locate: ${path}`, () => {
    assert.deepEqual(locate(path), expected);
  });
}

const slugForm =
  'is not a slug: small letters a to z and digits, in words joined by single hyphens';
for (const [path, expected] of [
  ['site.yml', 'misnamed-file | site.yml is not read under this name. | Rename it to site.yaml.'],
  ['Tags.yaml', 'misnamed-file | Tags.yaml is not read under this name. | Rename it to tags.yaml.'],
  [
    'Papers/2025-01/titans/index.mdx',
    'misnamed-folder | Papers/2025-01/titans/index.mdx lies in `Papers/`, which is not read. | Rename the folder to `papers/`.',
  ],
  [
    'paper/2025-01/titans/index.mdx',
    'misnamed-folder | paper/2025-01/titans/index.mdx lies in `paper/`, which is not read. | Rename the folder to `papers/`.',
  ],
  [
    'drafts/titans.mdx',
    'misplaced-file | drafts/titans.mdx is in no place where a text is read. | A summary is `papers/<issue>/<slug>/index.mdx`, an introduction `issues/<issue>/index.mdx`, the text about the site `about.mdx`.',
  ],
  [
    'papers/titans/index.mdx',
    'misplaced-file | papers/titans/index.mdx lies outside the folder of a paper. | Move it to where it belongs: `papers/<issue>/<slug>/index.mdx` has its pictures beside it.',
  ],
  [
    'papers/2025-01/titans.mdx',
    'misplaced-file | papers/2025-01/titans.mdx lies outside the folder of a paper. | Move it to where it belongs: `papers/<issue>/<slug>/index.mdx` has its pictures beside it.',
  ],
  [
    'issues/2025-01.mdx',
    'misplaced-file | issues/2025-01.mdx lies outside the folder of an issue. | Move it to where it belongs: `issues/<issue>/index.mdx` has its pictures beside it.',
  ],
  ...['index.md', 'index.MDX', 'Index.mdx', 'titans.mdx', 'old/index.mdx', 'notes.txt'].map(
    (name) =>
      [
        `papers/2025-01/titans/${name}`,
        `misnamed-file | papers/2025-01/titans/${name} is not read under this name. | The text of a paper is \`papers/<issue>/<slug>/index.mdx\`, in small letters.`,
      ] as const,
  ),
  [
    'papers/2025-13/titans/index.mdx',
    'bad-month | papers/2025-13/titans/index.mdx lies in a bad folder: `2025-13` names no month of the year. | Write the month in two digits, `2025-01` to `2025-12`.',
  ],
  [
    'papers/january/titans/index.mdx',
    'bad-issue | papers/january/titans/index.mdx lies in a bad folder: `january` is not the name of an issue, which begins with its year. | Write a month, `2025-01`, or a year and a word, `2025-neurips`.',
  ],
  [
    'papers/2025-01/Titans/index.mdx',
    `bad-slug | papers/2025-01/Titans/index.mdx lies in a bad folder: \`Titans\` ${slugForm}. | Write \`titans\`.`,
  ],
  [
    'papers/2025-01/year/index.mdx',
    'reserved-slug | papers/2025-01/year/index.mdx lies in a bad folder: `year` is a word that the site keeps for itself. | Add a word to it, for example `year-paper`.',
  ],
  [
    'papers/2025-01/what?/index.mdx',
    'odd-file-name | papers/2025-01/what?/index.mdx has a name that some systems cannot keep: `what?`. | Rename it, for example to `what`.',
  ],
  [
    'papers/2025-01/titans/a#1.svg',
    'odd-file-name | papers/2025-01/titans/a#1.svg has a name that some systems cannot keep: `a#1.svg`. | Rename it, for example to `a-1.svg`.',
  ],
  [
    'papers/2025-01/titans/con.svg',
    'odd-file-name | papers/2025-01/titans/con.svg has a name that some systems cannot keep: `con.svg`. | Rename it, for example to `con-1.svg`.',
  ],
  [
    'papers/2025-01/titans/picture.SVG',
    'unexpected-file | papers/2025-01/titans/picture.SVG is neither a text nor a picture. | Take it out, or save it as one of svg, png, jpg, webp, avif, gif; csv or json for data, with a small-letter ending.',
  ],
  [
    'papers',
    'not-a-folder | papers is a file or a link, where a folder belongs. | Make it a folder.',
  ],
  [
    'papers/2025-01/main/index.mdx',
    'reserved-slug | papers/2025-01/main/index.mdx lies in a bad folder: `main` is a word that the site keeps for itself. | Add a word to it, for example `main-paper`.',
  ],
  [
    'people/Kunal Singh.yaml',
    'odd-file-name | people/Kunal Singh.yaml has a name that some systems cannot keep: `Kunal Singh.yaml`. | Rename it, for example to `kunal-singh.yaml`.',
  ],
  [
    'people/kunal.yml',
    'not-a-person | people/kunal.yml is not the file of a person. | A person is `people/<id>.yaml`: `people/kunal.yaml`.',
  ],
  [
    'people/a/b.yaml',
    'not-a-person | people/a/b.yaml is not the file of a person. | A person is `people/<id>.yaml`: `people/a.yaml`.',
  ],
  [
    'people/Kunal.yaml',
    `bad-slug | people/Kunal.yaml has a bad name: \`Kunal\` ${slugForm}. | Write \`kunal\`.`,
  ],
] as const) {
  test(`locate refuses: ${path}`, () => {
    const problem = locate(path, 'archive');
    assert.ok('code' in problem);
    const { file, line, column, severity, code, message, fix } = problem;
    assert.equal(`${code} | ${message} | ${fix}`, expected);
    assert.deepEqual([file, line, column, severity], [`archive/${path}`, 1, 1, 'error']);
  });
}
