import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeOwnership } from '../../src/ci/ownership.ts';
import type { Entry } from '../../src/digest/entry.ts';
import { build, issue, lines, paper, person, tags } from '../digest/fixture.ts';

const january = issue('2026-01');
const ada = person('ada-quill', {
  name: 'Ada Quill',
  names: '[Ada van der Quill]',
  github: 'Ada-Quill',
  orcid: '0000-0002-1825-0097',
});
const wen = person('wen-li', { name: 'Wen Li' });
const sorting = paper('2026-01/sorting', { writers: '[ada-quill]' });
const before = [tags(), january, ada, wen, sorting];
const fileOf = (entry: Entry) => entry.file;

/** What is said of a pull request by `login` that leaves `after` and touches `changed`. */
function judge(login: string, after: Entry[], changed: string[], was: Entry[] = before): string[] {
  return lines(
    judgeOwnership({
      base: { digest: build(...was).digest, paths: was.map(fileOf) },
      head: { digest: build(...after).digest },
      changed,
      login,
    }),
  );
}

test('a new paper of one’s own is nobody’s to stop', () => {
  const own = paper('2026-01/waves', { writers: '[Eve Stone]' });
  const figure = 'content/papers/2026-01/waves/a.svg';
  assert.deepEqual(judge('eve', [...before, own], [own.file, figure]), []);
  const signed = paper('2026-01/waves', { writers: '[ada-quill]' });
  assert.deepEqual(judge('ada-quill', [...before, signed], [signed.file]), []);
});

test('who wrote a paper may change it, whatever the capitals of the account', () => {
  assert.deepEqual(judge('ADA-quill', before, [sorting.file]), []);
});

test('a paper of another is an owner’s to look at, also one that is moved or taken away', () => {
  const expected = (path: string) => [
    `${path}:1:1 warning paper-of-another | \`sorting\` was written by Ada Quill; this pull request comes from \`eve\`. | \`Ada-Quill\` or an owner looks at the change before it is merged.`,
  ];
  assert.deepEqual(
    judge('eve', before, [sorting.file]),
    expected('papers/2026-01/sorting/index.mdx'),
  );
  const none = before.filter((entry) => entry !== sorting);
  assert.deepEqual(
    judge('eve', none, [sorting.file]),
    expected('papers/2026-01/sorting/index.mdx'),
  );
  const picture = 'content/papers/2026-02/sorting/a.svg';
  assert.deepEqual(judge('eve', before, [picture]), expected('papers/2026-02/sorting/a.svg'));
});

test('of a draft, whose writers no digest holds, an owner is asked', () => {
  const draft = paper('2026-01/draft', { draft: 'true' });
  assert.deepEqual(judge('eve', [...before, draft], [draft.file], [...before, draft]), [
    'papers/2026-01/draft/index.mdx:1:1 warning paper-of-another | `draft` was there before, and its writers are not known; this pull request comes from `eve`. | An owner looks at the change before it is merged.',
  ]);
});

test('what is everybody’s needs an owner, once for each kind', () => {
  const owner = 'An owner looks at it before it is merged; take it out if it is not meant.';
  const changed = [
    '.github/workflows/check.yml',
    'content/LICENSE.md',
    'content/issues/2026-01/index.mdx',
    'content/people/wen-li.yaml',
    'content/site.yaml',
    'content/tags.yaml',
    'src/routes.ts',
  ];
  assert.deepEqual(judge('eve', before, changed), [
    `.github/workflows/check.yml:1:1 warning needs-owner | \`.github/workflows/check.yml\` is part of the program (and 1 more of its kind in this pull request). | ${owner}`,
    `LICENSE.md:1:1 warning needs-owner | \`content/LICENSE.md\` is no file of a summary. | ${owner}`,
    `issues/2026-01/index.mdx:1:1 warning needs-owner | \`content/issues/2026-01/index.mdx\` belongs to the editors of the issue. | ${owner}`,
    `people/wen-li.yaml:1:1 warning needs-owner | \`content/people/wen-li.yaml\` says who somebody is. | ${owner}`,
    `site.yaml:1:1 warning needs-owner | \`content/site.yaml\` is what the whole site goes by. | ${owner}`,
    `tags.yaml:1:1 warning needs-owner | \`content/tags.yaml\` is the list of tags that all papers share. | ${owner}`,
  ]);
});

test('what a workflow writes is nobody else’s to write', () => {
  const before = [tags(), january, ada, wen, sorting];
  const changed = ['content/published.txt', 'content/versions.lock.json'];
  const told = (name: string) =>
    `${name}:1:1 kept-file | \`content/${name}\` is written by a workflow, and by nobody's hand. | Take the change out: \`git checkout origin/main -- content/${name}\`; an owner who means it merges all the same.`;
  assert.deepEqual(judge('eve', before, changed), [
    told('published.txt'),
    told('versions.lock.json'),
  ]);
});

test('nobody signs as somebody else', () => {
  const signature =
    'signed-as-another | Ada Quill is named as a writer of `waves`; `people/ada-quill.yaml` says that this is `Ada-Quill`, and this pull request comes from `eve`. | `Ada-Quill` sends it, or says in this pull request that it is right.';
  const alone = paper('2026-01/waves', { writers: '[Ada van der Quill]' });
  const place = 'papers/2026-01/waves/index.mdx:1:1';
  assert.deepEqual(judge('eve', [...before, alone], [alone.file]), [`${place} ${signature}`]);

  const eve = person('eve-stone', { name: 'Eve Stone', github: 'eve' });
  const together = paper('2026-01/waves', { writers: '[ada-quill, Eve Stone]' });
  assert.deepEqual(
    judge('eve', [...before, eve, together], [together.file], [...before, eve]),
    [`${place} warning ${signature}`],
    'who writes with others sends for them',
  );

  const reviewed = paper('2026-01/waves', { writers: '[Jo Marsh]', reviewers: '[ada-quill]' });
  assert.deepEqual(judge('eve', [...before, reviewed], [reviewed.file]), [
    `${place} warning ${signature.replace('writer', 'reviewer')}`,
  ]);
});

test('an account that the pull request itself writes into a file signs for nobody', () => {
  const stolen = person('ada-quill', { name: 'Ada Quill', github: 'eve' });
  const waves = paper('2026-01/waves', { writers: '[ada-quill]' });
  const after = [tags(), january, stolen, wen, sorting, waves];
  assert.deepEqual(
    judge('eve', after, [stolen.file, waves.file]).filter((line) => !line.includes('needs-owner')),
    [
      'papers/2026-01/waves/index.mdx:1:1 signed-as-another | Ada Quill is named as a writer of `waves`; `people/ada-quill.yaml` says that this is `Ada-Quill`, and this pull request comes from `eve`. | `Ada-Quill` sends it, or says in this pull request that it is right.',
      'people/ada-quill.yaml:1:1 account-changed | The account of `ada-quill` changes: `Ada-Quill` becomes `eve`, and this pull request comes from `eve`. | `Ada-Quill` sends this change, or says in this pull request that it is right.',
    ],
  );
});

test('a name that was on a paper before stays, whoever mends a comma', () => {
  assert.deepEqual(
    judge('eve', before, [sorting.file]).filter((line) => line.includes('signed')),
    [],
  );
});

/** What is said of one file of a person, but for its needing an owner. */
function judgePerson(login: string, entry: Entry, was = before): string[] {
  const after = [...was.filter(({ file }) => file !== entry.file), entry];
  const found = judge(login, after, [entry.file], was);
  assert.equal(found.filter((line) => line.includes(' needs-owner ')).length, 1);
  return found.filter((line) => !line.includes(' needs-owner '));
}

test('an account is given, changed and taken out by who has it', () => {
  const out = person('ada-quill', { name: 'Ada Quill', names: '[Ada van der Quill]' });
  assert.deepEqual(judgePerson('eve', out), [
    'people/ada-quill.yaml:1:1 account-changed | The account of `ada-quill` changes: `Ada-Quill` is taken out, and this pull request comes from `eve`. | `Ada-Quill` sends this change, or says in this pull request that it is right.',
  ]);
  assert.deepEqual(judgePerson('ada-quill', out), []);
  const given = person('wen-li', { name: 'Wen Li', github: 'eve' });
  assert.deepEqual(judgePerson('eve', given), [
    'people/wen-li.yaml:1:1 warning account-added | `wen-li` was there before, and is now said to be `eve` at the forge. | An owner makes sure that this is so.',
  ]);
});

test('what one person alone can have is not claimed by another', () => {
  const eve = (facts: Record<string, string>) =>
    person('eve-stone', { name: 'Eve Stone', ...facts });
  const place = 'people/eve-stone.yaml:1:1';
  assert.deepEqual(judgePerson('eve', eve({ github: 'eve' })), []);
  assert.deepEqual(judgePerson('eve', eve({ names: '[Ada  van der Quill]' })), [
    `${place} name-of-another | \`people/eve-stone.yaml\` claims \`Ada van der Quill\`, a name of \`ada-quill\`. | Take the name out; where two people have it, papers write \`{ name: Ada van der Quill, id: eve-stone }\` for this one.`,
  ]);
  assert.deepEqual(judgePerson('eve', eve({ orcid: '0000-0002-1825-0097' })), [
    `${place} orcid-of-another | \`people/eve-stone.yaml\` claims \`0000-0002-1825-0097\`, the ORCID of \`ada-quill\`. | Write the one that is yours, or none.`,
  ]);
  assert.deepEqual(judgePerson('eve', eve({ github: 'ada-quill' })), [
    `${place} account-of-another | \`people/eve-stone.yaml\` claims \`ada-quill\`, the account of \`ada-quill\`. | Write the one that is yours; one person has one file.`,
  ]);
  assert.deepEqual(judgePerson('eve', eve({ aliases: '[wen-li]' })), [
    `${place} address-of-another | \`people/eve-stone.yaml\` claims \`wen-li\`, the address of \`wen-li\`. | Take it out of \`aliases\`.`,
  ]);
});

test('the name of somebody without a file is theirs as well', () => {
  const eve = person('eve-stone', { name: 'Eve Stone', names: '[Jo Marsh]' });
  assert.deepEqual(judgePerson('eve', eve), [
    'people/eve-stone.yaml:1:1 name-of-another | `people/eve-stone.yaml` claims `Jo Marsh`, a name of `jo-marsh`. | Take the name out; where two people have it, papers write `{ name: Jo Marsh, id: eve-stone }` for this one.',
  ]);
});

test('a person moves to another file, and namesakes stay namesakes', () => {
  const moved = person('ada-van-der-quill', {
    name: 'Ada van der Quill',
    names: '[Ada Quill]',
    github: 'ada-quill',
    aliases: '[ada-quill]',
  });
  const after = [tags(), january, moved, wen, sorting];
  assert.deepEqual(
    judge('ada-quill', after, [ada.file, moved.file]).filter(
      (line) => !line.includes('needs-owner'),
    ),
    [],
  );
  const other = person('ada-quill-2', { name: 'Ada Quill', affiliation: 'Elsewhere' });
  const same = person('ada-quill-2', { name: 'Ada Quill', affiliation: 'Nowhere' });
  assert.deepEqual(judgePerson('eve', same, [...before, other]), []);
});

test('without a site.yaml it is said that nothing could be told', () => {
  const { digest } = build(...before);
  const found = judgeOwnership({
    base: { digest, paths: [] },
    head: {},
    changed: ['content/papers/2026-01/a/index.mdx'],
    login: 'eve',
  });
  assert.deepEqual(lines(found), [
    'site.yaml:1:1 not-judged | Who signs in this pull request cannot be told, since `content/site.yaml` cannot be read. | Mend `content/site.yaml`; the check says what is wrong with it.',
  ]);
});
