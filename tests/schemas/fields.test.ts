import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { contact, href, secureUrl, url } from '../../src/schemas/address.ts';
import { category, categoryNames } from '../../src/schemas/categories.ts';
import { day } from '../../src/schemas/day.ts';
import { arxiv, doi, github, openreview, orcid } from '../../src/schemas/identifiers.ts';
import { aboutSchema } from '../../src/schemas/about.ts';
import { issueSchema } from '../../src/schemas/issue.ts';
import { paperSchema } from '../../src/schemas/paper.ts';
import { personSchema } from '../../src/schemas/person.ts';
import { asFault } from '../../src/schemas/rule.ts';
import { siteSchema } from '../../src/schemas/site.ts';
import { judgeIssueId, slug } from '../../src/schemas/slug.ts';
import { tagsSchema } from '../../src/schemas/tag.ts';
import { flag, line, prose } from '../../src/schemas/text.ts';

function faultOf(schema: z.ZodType, value: string): string | undefined {
  const outcome = schema.safeParse(value);
  if (outcome.success) return undefined;
  const [issue] = outcome.error.issues;
  const fault = issue?.code === 'custom' ? asFault(issue.params) : undefined;
  return fault === undefined ? issue?.code : `${fault.code} | ${fault.says} | ${fault.fix}`;
}

function accepts(name: string, schema: z.ZodType, values: string[]): void {
  for (const value of values) {
    test(`${name} takes ${JSON.stringify(value)}`, () => {
      assert.equal(faultOf(schema, value), undefined);
    });
  }
}

function refuses(name: string, schema: z.ZodType, values: [value: string, fault: string][]): void {
  for (const [value, expected] of values) {
    test(`${name} refuses ${JSON.stringify(value.slice(0, 40))}`, () => {
      assert.equal(faultOf(schema, value), expected);
    });
  }
}

const noDay =
  'not-a-day | is not a day of the calendar | Look the day up and write it as `YYYY-MM-DD`.';
const noDate = 'not-a-date | is not a date | Write year, month and day with hyphens: `2026-02-14`.';
const asDate = (day: string) => `not-a-date | is not a date | Write \`${day}\`.`;
accepts('day', day, ['2026-02-14', '2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31']);
refuses('day', day, [
  ['2026-02-30', noDay],
  ['2025-02-29', noDay],
  ['2100-02-29', noDay],
  ['2026-13-01', noDay],
  ['2026-04-31', noDay],
  ['2026-00-10', noDay],
  ['2026-01-00', noDay],
  ['14.02.2026', noDate],
  ['2026-2-14', asDate('2026-02-14')],
  ['2026/02/14', asDate('2026-02-14')],
  ['2026-02-14T00:00:00Z', asDate('2026-02-14')],
  ['14 Feb 2026', asDate('2026-02-14')],
  ['February 14th, 2026', asDate('2026-02-14')],
  ['2026.2.30', noDate],
  ['14/02/2026', noDate],
  ['Feb 2026', noDate],
  ['1899-12-31', 'year-out-of-range | lies outside the years 1900 to 2100 | Correct the year.'],
]);

accepts('arxiv', arxiv, [
  '2501.00663',
  '2501.00663v1',
  '2501.10000',
  '0704.0001',
  '1412.9999v12',
  'hep-th/9901001',
  'math.AG/0601001v2',
  'astro-ph/9812345v3',
]);
const arxivForm =
  'Write it as arXiv does, with or without the version: `2501.00663v1`, `hep-th/9901001`.';
refuses('arxiv', arxiv, [
  [
    'arXiv:2501.00663',
    'bad-arxiv | is not an arXiv identifier | Write only the identifier: `2501.00663`.',
  ],
  [
    'https://arxiv.org/abs/2501.00663v2',
    'bad-arxiv | is not an arXiv identifier | Write only the identifier: `2501.00663v2`.',
  ],
  ['titans', `bad-arxiv | is not an arXiv identifier | ${arxivForm}`],
  ['hep-th/99010', `bad-arxiv | is not an arXiv identifier | ${arxivForm}`],
  [
    '2513.00663',
    'bad-arxiv | has 13 where the month stands | Look the identifier up: year and month come first, `2501` for January 2025.',
  ],
  [
    'hep-th/9900001',
    'bad-arxiv | has 00 where the month stands | Look the identifier up: year and month come first, `2501` for January 2025.',
  ],
  [
    '2501.0066',
    'bad-arxiv | has 4 digits after the point where arXiv gives 5 | Look the identifier up and write all its digits.',
  ],
  [
    '1401.00663',
    'bad-arxiv | has 5 digits after the point where arXiv gives 4 | Look the identifier up and write all its digits.',
  ],
  [
    '0612.0001',
    'bad-arxiv | is older than identifiers of this form, which began in April 2007 | Write the old form with the archive in front: `hep-th/9901001`.',
  ],
  [
    '2501.00663v0',
    'bad-arxiv | has a version that arXiv does not give | Versions count from `v1`.',
  ],
]);

accepts('doi', doi, [
  '10.1038/s41586-025-00001-1',
  '10.48550/arXiv.2501.00663',
  '10.1002/(SICI)1:2<3::A>4.0;2-B',
]);
refuses('doi', doi, [
  ['https://doi.org/10.1038/abc', 'bad-doi | is not a DOI | Write only the DOI: `10.1038/abc`.'],
  [
    '1038/abc',
    'bad-doi | is not a DOI | Write it from the `10.` on: `10.1038/s41586-025-00001-1`.',
  ],
  ['10.1038/a b', 'bad-doi | is not a DOI | Write only the DOI: `10.1038/a`.'],
]);

accepts('openreview', openreview, ['yaqPf0KAlN', '_-aB12345']);
refuses('openreview', openreview, [
  [
    'https://openreview.net/forum?id=yaqPf0KAlN',
    'bad-openreview | is not an OpenReview id | Write only the id: `yaqPf0KAlN`.',
  ],
  [
    '?',
    'bad-openreview | is not an OpenReview id | Write what follows `forum?id=` in the address.',
  ],
]);

accepts('orcid', orcid, ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X']);
refuses('orcid', orcid, [
  [
    '0000-0002-1825-0098',
    'orcid-check-digit | has a digit mistyped: its last character does not fit the others | Copy the ORCID again from the page of the person.',
  ],
  [
    'https://orcid.org/0000-0002-1825-0097',
    'bad-orcid | is not an ORCID | Write only the iD: `0000-0002-1825-0097`.',
  ],
  [
    '0000000218250097',
    'bad-orcid | is not an ORCID | Write four groups of four with hyphens: `0000-0002-1825-0097`.',
  ],
]);

accepts('github', github, ['octocat', 'deepseek-ai']);
refuses('github', github, [
  [
    'https://github.com/octocat',
    'bad-github | is not the name of a GitHub account | Write `octocat`.',
  ],
  [
    '@octo cat',
    'bad-github | is not the name of a GitHub account | Write the account only, `octocat`.',
  ],
]);

accepts('slug', slug, ['titans', 'transformer-squared', '2-fast', 'a']);
refuses('slug', slug, [
  [
    'Transformer²',
    'bad-slug | is not a slug: small letters a to z and digits, in words joined by single hyphens | Write `transformer2`.',
  ],
  [
    '../evil',
    'bad-slug | is not a slug: small letters a to z and digits, in words joined by single hyphens | Write `evil`.',
  ],
  [
    '—',
    'bad-slug | is not a slug: small letters a to z and digits, in words joined by single hyphens | Write for example `two-towers`.',
  ],
  [
    'x'.repeat(81),
    'long-slug | has 81 characters, more than 80 | Shorten it to the words that people will remember.',
  ],
  [
    'year',
    'reserved-slug | is a word that the site keeps for itself | Add a word to it, for example `year-paper`.',
  ],
  [
    'con',
    'reserved-slug | is a word that the site keeps for itself | Add a word to it, for example `con-paper`.',
  ],
]);

test('ids of issues', () => {
  for (const id of ['2025-01', '2025-12', '2025-neurips', '1999-best-of']) {
    assert.equal(judgeIssueId(id), undefined);
  }
  const say = (id: string) => {
    const fault = judgeIssueId(id);
    return `${fault?.code} | ${fault?.says} | ${fault?.fix}`;
  };
  assert.equal(
    say('neurips'),
    'bad-issue | is not the name of an issue, which begins with its year | Write a month, `2025-01`, or a year and a word, `2025-neurips`.',
  );
  assert.equal(
    say('2025-13'),
    'bad-month | names no month of the year | Write the month in two digits, `2025-01` to `2025-12`.',
  );
  assert.equal(say('2025-1').split(' ')[0], 'bad-month');
});

accepts('url', url, [
  'https://example.org',
  'http://example.org/a?b=c#d',
  'https://example.org/a_(b)',
]);
const whole =
  'bad-url | is not a full web address | Write the whole address, with `https://` in front.';
refuses('url', url, [
  ['javascript:alert(1)', whole],
  ['data:text/html,x', whole],
  ['//example.org', whole],
  ['https:///path', whole],
  ['ftp://example.org', whole],
  ['example.org/a', 'bad-url | is not a full web address | Write `https://example.org/a`.'],
  [
    'git@example.org:ada/notes.git',
    'bad-url | is an address for git | Write that of its page: `https://example.org/ada/notes`.',
  ],
  [
    'ssh://git@example.org/ada/notes',
    'bad-url | is an address for git | Write that of its page: `https://example.org/ada/notes`.',
  ],
  [
    'https://example.org;script-src/a',
    'bad-url | names a host that none can have | Copy the address again from the address bar.',
  ],
  [
    'https://ada:secret@example.org/a',
    'bad-url | holds a user name or a password | Write it without: `https://example.org/a`.',
  ],
  [
    'https://example.org/a b',
    'bad-url | holds a character that no address may hold | Copy the address again from the address bar.',
  ],
  [
    'https://example.org/"><script>',
    'bad-url | holds a character that no address may hold | Copy the address again from the address bar.',
  ],
  [
    'https://exa%mple/',
    'bad-url | is not a web address | Copy the address again from the address bar.',
  ],
  [`https://example.org/${'x'.repeat(500)}`, 'too_big'],
]);
refuses('secureUrl', secureUrl, [
  [
    'http://list.example/join',
    'insecure-url | would send what a reader types without encryption | Write the address with `https://`.',
  ],
]);
accepts('contact', contact, ['mailto:editors@shore.example', 'https://shore.example/contact']);
refuses('contact', contact, [
  [
    'editors@shore.example',
    'bad-contact | is neither a mail address nor a page | Write `mailto:editors@shore.example`.',
  ],
  [
    'mailto:a@b.c?body=x',
    'bad-contact | is neither a mail address nor a page | Write `mailto:editors@example.org`, or a full address that begins with `https://`.',
  ],
]);
accepts('href', href, ['/contribute/', '/', '/papers/titans/#results', 'https://example.org/']);
refuses('href', href, [
  [
    '//evil.example/',
    'bad-path | is not a path of this site | Write the path with a slash at both ends, `/contribute/`.',
  ],
  [
    '/contribute',
    'bad-path | is not a path of this site | Write the path with a slash at both ends, `/contribute/`.',
  ],
  ['contribute/', whole],
]);

accepts('category', category, [...Object.keys(categoryNames), 'cs.QQ', 'new-archive']);
refuses('category', category, [
  ['cs.lg', 'bad-category | is not written as arXiv writes a category | Write `cs.LG`.'],
  ['CS.LG', 'bad-category | is not written as arXiv writes a category | Write `cs.LG`.'],
  ['cs-LG', 'bad-category | is not written as arXiv writes a category | Write `cs.LG`.'],
  [
    'machine learning',
    'bad-category | is not written as arXiv writes a category | Write it as on the page of the paper: `cs.LG`, `stat.ML`, `hep-th`.',
  ],
]);

refuses('line', line(20), [
  [
    'a\nb',
    'line-break | runs over more than one line | Write it on one line, without a blank line or `|` in it.',
  ],
  [
    'a\u202eb',
    'invisible-character | holds the invisible character U+202E RIGHT-TO-LEFT OVERRIDE | Delete it: put the cursor behind it, press backspace once, and type the space again if one was meant.',
  ],
]);
refuses('prose', prose(20), [
  [
    'a\n\nb',
    'second-paragraph | holds a blank line | Make it one paragraph; the body of the file is the place for more.',
  ],
]);
test('text comes out trimmed and in NFC', () => {
  assert.equal(line(20).parse(' Cafe\u0301 '), 'Café');
  assert.equal(prose(20).parse('a\nb\n'), 'a\nb');
});
test('true and false are the only words for yes and no', () => {
  assert.equal(flag.parse('true'), true);
  assert.equal(flag.parse('false'), false);
  for (const word of ['yes', 'True', '1', 'on']) assert.equal(faultOf(flag, word), 'invalid_value');
});

test('each field of each schema says what it is, in the JSON schema for editors', () => {
  for (const schema of [
    paperSchema,
    issueSchema,
    personSchema,
    siteSchema,
    tagsSchema,
    aboutSchema,
  ]) {
    const json = z.toJSONSchema(schema, { io: 'input' });
    const bare: string[] = [];
    const visit = (node: unknown, path: string, isField: boolean): void => {
      if (typeof node !== 'object' || node === null) return;
      if (isField && !('description' in node)) bare.push(path);
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [name, field] of Object.entries(value as object)) {
            visit(field, `${path}.${name}`, true);
          }
        } else visit(value, path, false);
      }
    };
    visit(json, '', false);
    assert.deepEqual(bare, []);
  }
});
