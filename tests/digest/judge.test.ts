import assert from 'node:assert/strict';
import test from 'node:test';
import type { Entry } from '../../src/digest/entry.ts';
import { build, issue, lines, listing, paper, person, tags } from './fixture.ts';

/** Problems of a digest with one sound paper in one sound issue, and these entries. */
function judge(...entries: Entry[]): string[] {
  const sound = [tags(), issue('2025-01'), paper('2025-01/sound')];
  const given = new Set(entries.map(({ kind, id }) => `${kind} ${id}`));
  const rest = sound.filter(({ kind, id }) => !given.has(`${kind} ${id}`));
  return lines(build(...rest, ...entries).problems);
}

const cases: [name: string, problems: () => string[], expected: string[]][] = [
  ['a sound digest', () => judge(), []],
  [
    'tags that climb, and names of what every object has',
    () => judge(paper('2025-01/a', { tags: "[../x, __proto__, constructor, '<b>']" })),
    ['../x', '__proto__', 'constructor', '<b>'].map(
      (tag, index) =>
        `papers/2025-01/a/index.mdx:6:${[8, 14, 25, 38][index]} unknown-tag | There is no tag \`${tag}\`. | Take one from \`tags.yaml\`, or add it there with a label and a description.`,
    ),
  ],
  [
    'tags by their labels, or in capitals',
    () =>
      judge(
        tags(
          'pebbles: { label: Small stones, description: D. }\nwaves: { label: W, description: E. }\nllms: { label: Language models, description: F., aliases: [language-models] }\n',
        ),
        paper('2025-01/a', { tags: '[Small stones, Waves, LLM]' }),
        paper('2025-01/b', { tags: '[Language Models]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:6:8 unknown-tag | There is no tag `Small stones`. | Write `pebbles`, or add `small-stones` to `tags.yaml` with a label and a description.',
      'papers/2025-01/a/index.mdx:6:22 unknown-tag | There is no tag `Waves`. | Write `waves`.',
      'papers/2025-01/a/index.mdx:6:29 unknown-tag | There is no tag `LLM`. | Write `llms`, or add `llm` to `tags.yaml` with a label and a description.',
      'papers/2025-01/b/index.mdx:6:8 unknown-tag | There is no tag `Language Models`. | Write `llms`.',
    ],
  ],
  [
    'unknown tags',
    () => judge(paper('2025-01/a', { tags: '[peblles, waves]' })),
    [
      'papers/2025-01/a/index.mdx:6:8 unknown-tag | There is no tag `peblles`. | Write `pebbles`, or add `peblles` to `tags.yaml` with a label and a description.',
      'papers/2025-01/a/index.mdx:6:17 unknown-tag | There is no tag `waves`. | Take one from `tags.yaml`, or add it there with a label and a description.',
    ],
  ],
  [
    'a tag and its alias',
    () =>
      judge(
        tags('pebbles: { label: P, description: D., aliases: [shingle] }\n'),
        paper('2025-01/a', { tags: '[shingle, pebbles]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:6:17 warning repeated-tag | `pebbles` and `shingle` are the same tag. | Keep `pebbles` alone.',
    ],
  ],
  [
    'no tags.yaml',
    () => lines(build(issue('2025-01'), paper('2025-01/a'), paper('2025-01/b')).problems),
    [
      'papers/2025-01/a/index.mdx:6:7 tags-missing | Papers have tags, but there is no `tags.yaml`. | Make `tags.yaml` with a label and a description for each tag.',
    ],
  ],
  [
    'a faulty tag is reported once, not again by who uses it',
    () =>
      judge(
        tags('pebbles: { label: P, description: D. }\nwaves: { label: W }\n'),
        paper('2025-01/a', { tags: '[waves]' }),
      ),
    [
      'tags.yaml:2:1 missing-key | `description` is missing in `waves`. | Add `description:`. One plain sentence on what belongs under it.',
    ],
  ],
  [
    'unused tag',
    () =>
      judge(
        tags('pebbles: { label: P, description: D. }\nwaves:\n  label: W\n  description: E.\n'),
      ),
    [
      'tags.yaml:2:1 warning unused-tag | No paper has the tag `waves`. | Take it out, unless a paper is to come.',
    ],
  ],
  [
    'unknown people',
    () =>
      judge(
        paper('2025-01/a', { writers: '[jo-march]', reviewers: '[zz-top]' }),
        issue('2025-01', { editors: '[ada-quil]' }),
      ),
    [
      'issues/2025-01/index.mdx:4:11 unknown-person | There is no person `ada-quil`. | Write `ada-quill`, or make `people/ada-quil.yaml`.',
      'papers/2025-01/a/index.mdx:9:11 unknown-person | There is no person `jo-march`. | Write `jo-marsh`, or make `people/jo-march.yaml`.',
      'papers/2025-01/a/index.mdx:11:13 unknown-person | There is no person `zz-top`. | Write the full name as it is printed, or make `people/zz-top.yaml`.',
    ],
  ],
  [
    'an author with an unknown id',
    () => judge(paper('2025-01/a', { authors: '[{ name: Wei Wang, id: wei-wong }]' })),
    [
      'papers/2025-01/a/index.mdx:3:11 unknown-person | There is no person `wei-wong`. | Write the full name as it is printed, or make `people/wei-wong.yaml`.',
    ],
  ],
  [
    'unused person',
    () => judge(person('bo', { name: 'Bo Finch' })),
    [
      'people/bo.yaml:1:1 warning unused-person | `bo` is neither author nor writer, reviewer or editor of anything. | Take the file out, or correct the name or the id where the person is meant.',
    ],
  ],
  [
    'a person of a draft is used, and a tag too',
    () =>
      judge(
        tags('pebbles: { label: P, description: D. }\nwaves: { label: W, description: E. }\n'),
        person('bo', { name: 'Bo Finch' }),
        paper('2025-01/a', { draft: 'true', authors: '[Bo Finch]', tags: '[waves]' }),
      ),
    [],
  ],
  [
    'a name that two files claim',
    () =>
      judge(
        person('wei-wang-shore', { name: 'Wei Wang', notes: 'tides' }),
        person('wei-wang-hill', { name: 'W. Wang', names: '[Wei Wang]' }),
        paper('2025-01/a', { authors: '[Wei Wang]' }),
        paper('2025-01/b', { authors: '[{ name: Wei Wang, id: wei-wang-hill }]' }),
        paper('2025-01/c', { authors: '[{ name: Wei Wang, id: wei-wang-shore }]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:11 ambiguous-name | `Wei Wang` is the name of more than one person: people/wei-wang-hill.yaml and people/wei-wang-shore.yaml claim it. | Say who is meant: `{ name: Wei Wang, id: wei-wang-hill }` or `{ name: Wei Wang, id: wei-wang-shore }` (tides).',
    ],
  ],
  [
    'two spellings with the same letters',
    () =>
      judge(
        paper('2025-01/a', { authors: '[Paul Balança]' }),
        paper('2025-01/b', { authors: '[Paul Balanca]' }),
        paper('2025-01/c', { authors: '[Paul  Balanca]' }),
      ),
    [
      'papers/2025-01/b/index.mdx:3:11 same-letters | `Paul Balanca` has the same letters as `Paul Balança` in content/papers/2025-01/a/index.mdx. | If they are one person, make `people/paul-balanca.yaml` with `name: Paul Balança` and `names: [Paul Balanca]`; if not, make a file for each.',
    ],
  ],
  [
    'the letters of a file that does not claim the spelling',
    () =>
      judge(
        person('paul-balanca', { name: 'Paul Balança', names: '[P. Balança]' }),
        paper('2025-01/a', { authors: '[Paul Balança, Paul Balanca]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:25 unclaimed-spelling | `Paul Balanca` has the letters of people/paul-balanca.yaml (Paul Balança), which does not claim this spelling. | If they are one person, add it there: `names: [P. Balança, Paul Balanca]`; if not, make another file with `name: Paul Balanca`.',
    ],
  ],
  [
    'the letters of a name that a file with another id claims',
    () =>
      judge(
        person('pb', { name: 'Paul Balança' }),
        paper('2025-01/a', { authors: '[Paul Balança, Paul Balanca]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:25 unclaimed-spelling | `Paul Balanca` has the letters of people/pb.yaml (Paul Balança), which does not claim this spelling. | If they are one person, add it there: `names: [Paul Balanca]`; if not, make another file with `name: Paul Balanca`.',
    ],
  ],
  [
    'the letters of a former id',
    () =>
      judge(
        person('bo', { name: 'Bo Finch', aliases: '[bo-lark]' }),
        paper('2025-01/a', { authors: '[Bo Finch, Bo Lark]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:21 unclaimed-spelling | `Bo Lark` has the letters of people/bo.yaml (Bo Finch), which does not claim this spelling. | If they are one person, add it there: `names: [Bo Lark]`; if not, make another file with `name: Bo Lark`.',
    ],
  ],
  [
    'names without letters for an address',
    () => judge(paper('2025-01/a', { authors: '[王伟, Иван Petrov, "…", Index]' })),
    [
      'papers/2025-01/a/index.mdx:3:11 name-without-letters | `王伟` has no Latin letters, so no address can be made of it. | Make `people/<id>.yaml` with `name: 王伟`, the id in small Latin letters as the person writes it.',
      'papers/2025-01/a/index.mdx:3:15 name-without-letters | `Иван Petrov` has letters that are not Latin: иван, so no address can be made of it. | Make `people/<id>.yaml` with `name: Иван Petrov`, the id in small Latin letters as the person writes it.',
      'papers/2025-01/a/index.mdx:3:28 name-without-letters | `…` has no Latin letters, so no address can be made of it. | Make `people/<id>.yaml` with `name: …`, the id in small Latin letters as the person writes it.',
      'papers/2025-01/a/index.mdx:3:33 name-without-address | `Index` would have the address `index`, which is a word that the site keeps for itself. | Make `people/<id>.yaml` with `name: Index` and another id.',
    ],
  ],
  [
    'one person twice on a paper',
    () => judge(paper('2025-01/a', { authors: '[Bo Finch, Ada Quill, Bo Finch]' })),
    [
      'papers/2025-01/a/index.mdx:3:32 warning repeated-author | `Bo Finch`, author 3, is the same person as author 1. | If they are two people, give each a file in `people/` and write `{ name: Bo Finch, id: … }`; if not, take one out, unless the paper prints both.',
    ],
  ],
  [
    'papers without an issue',
    () => judge(paper('2025-07/a'), paper('2025-07/b'), paper('2025-08/c')),
    [
      'papers/2025-07/a/index.mdx:2:1 unknown-issue | `papers/2025-07/` holds 2 papers, but there is no `issues/2025-07/index.mdx`. | Make `issues/2025-07/index.mdx` with title, date and editors, or move the papers to an issue that exists.',
      'papers/2025-08/c/index.mdx:2:1 unknown-issue | `papers/2025-08/` holds a paper, but there is no `issues/2025-08/index.mdx`. | Make `issues/2025-08/index.mdx` with title, date and editors, or move the paper to an issue that exists.',
    ],
  ],
  [
    'an issue without papers',
    () => judge(issue('2025-02')),
    [
      'issues/2025-02/index.mdx:2:1 warning empty-issue | The issue `2025-02` has no paper. | Put its papers into `papers/2025-02/`, or write `draft: true` until there is one.',
    ],
  ],
  [
    'an issue that names papers wrongly',
    () =>
      judge(
        issue('2025-01', { papers: '[sonud, elsewhere, old-name, nowhere, unready]' }),
        issue('2025-02'),
        paper('2025-02/elsewhere'),
        paper('2025-01/renamed', { aliases: '[old-name]' }),
        paper('2025-01/unready', { draft: 'true' }),
      ),
    [
      'issues/2025-01/index.mdx:5:10 unknown-paper | There is no paper `sonud` in `papers/2025-01/`. | Write `sound`.',
      'issues/2025-01/index.mdx:5:17 paper-of-another-issue | `elsewhere` is a paper of the issue `2025-02`. | Take it out, or move its folder to `papers/2025-01/`.',
      'issues/2025-01/index.mdx:5:28 unknown-paper | There is no paper `old-name` in `papers/2025-01/`. | Write `renamed`.',
      'issues/2025-01/index.mdx:5:38 unknown-paper | There is no paper `nowhere` in `papers/2025-01/`. | Write its new name, if it was renamed; else take it out of the list.',
    ],
  ],
  [
    'an issue that names the one paper that it does not name by another name',
    () => judge(issue('2025-01', { papers: '[sound, waves]' }), paper('2025-01/a-theory-of-tides')),
    [
      'issues/2025-01/index.mdx:5:17 unknown-paper | There is no paper `waves` in `papers/2025-01/`. | Write `a-theory-of-tides`, which the list does not name, if it was renamed; else take it out of the list.',
    ],
  ],
  [
    'one slug twice',
    () => judge(issue('2025-02'), paper('2025-01/twin'), paper('2025-02/twin')),
    [
      'papers/2025-02/twin/index.mdx:2:1 duplicate-address | `twin` is the address of another paper too: content/papers/2025-01/twin/index.mdx. | Rename the folder of one of the two; if it was published, keep its old address as an alias.',
    ],
  ],
  [
    'one lasting id twice',
    () => judge(paper('2025-01/a'), paper('2025-01/b', { id: 'a' })),
    [
      'papers/2025-01/b/index.mdx:11:5 duplicate-id | `a` is the lasting id of another paper too: content/papers/2025-01/a/index.mdx. | Take `id` out, or write the slug under which this paper was first published.',
    ],
  ],
  [
    'the lasting id of a paper that comes later by name',
    () =>
      judge(
        paper('2025-01/a', { id: 'b' }),
        paper('2025-01/b'),
        paper('2025-01/c', { id: 'old' }),
        paper('2025-01/d', { id: 'old' }),
        paper('2025-01/e', { id: 'former' }),
        paper('2025-01/f', { aliases: '[former]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:5 duplicate-id | `b` is the lasting id of another paper too: content/papers/2025-01/b/index.mdx. | Take `id` out, or write the slug under which this paper was first published.',
      'papers/2025-01/d/index.mdx:11:5 duplicate-id | `old` is the lasting id of another paper too: content/papers/2025-01/c/index.mdx. | Take `id` out, or write the slug under which this paper was first published.',
      'papers/2025-01/e/index.mdx:11:5 duplicate-id | `former` is the lasting id of another paper too: content/papers/2025-01/f/index.mdx. | Take `id` out, or write the slug under which this paper was first published.',
    ],
  ],
  [
    'one paper in two files',
    () =>
      judge(
        paper('2025-01/a', { arxiv: '2412.00009v1', openreview: 'abcdefghij' }),
        paper('2025-01/b', { arxiv: '2412.00009v3' }),
        paper('2025-01/c', { arxiv: undefined, doi: '10.48550/arXiv.2412.00009' }),
        paper('2025-01/d', { openreview: 'abcdefghij' }),
        paper('2025-01/e', { arxiv: undefined, url: 'https://arxiv.org/abs/2412.00009' }),
      ),
    [
      'papers/2025-01/b/index.mdx:10:8 duplicate-paper | `arxiv: 2412.00009v3` is also the paper of content/papers/2025-01/a/index.mdx. | Keep one of the two files, or correct the identifier.',
      'papers/2025-01/c/index.mdx:10:6 duplicate-paper | `doi: 10.48550/arXiv.2412.00009` is also the paper of content/papers/2025-01/a/index.mdx. | Keep one of the two files, or correct the identifier.',
      'papers/2025-01/d/index.mdx:11:13 duplicate-paper | `openreview: abcdefghij` is also the paper of content/papers/2025-01/a/index.mdx. | Keep one of the two files, or correct the identifier.',
      'papers/2025-01/e/index.mdx:10:6 duplicate-paper | `url: https://arxiv.org/abs/2412.00009` is also the paper of content/papers/2025-01/a/index.mdx. | Keep one of the two files, or correct the identifier.',
      'papers/2025-01/e/index.mdx:10:6 url-of-identifier | `url: https://arxiv.org/abs/2412.00009` is an address at arXiv, for which `arxiv` is the key. | Write `arxiv: 2412.00009` in the place of this line.',
    ],
  ],
  [
    'aliases of papers',
    () =>
      judge(
        paper('2025-01/a', { aliases: '[sound, a, old]' }),
        paper('2025-01/b', { aliases: '[old]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:11 alias-taken | The alias `sound` is the address of another paper: content/papers/2025-01/sound/index.mdx. | Take the alias out; an address that is or was somebody else’s stays theirs.',
      'papers/2025-01/a/index.mdx:11:18 alias-of-itself | The alias `a` is the present address of this paper. | Take the alias out.',
      'papers/2025-01/b/index.mdx:11:11 alias-taken | The alias `old` was the address of another paper: content/papers/2025-01/a/index.mdx. | Take the alias out; an address that is or was somebody else’s stays theirs.',
    ],
  ],
  [
    'aliases of issues, people and tags',
    () =>
      judge(
        issue('2025-01', { aliases: '[2025-02]' }),
        issue('2025-02'),
        paper('2025-02/b', { authors: '[Bo Finch, Cy Lark]' }),
        person('bo', { name: 'Bo Finch', aliases: '[cy]' }),
        person('cy', { name: 'Cy Lark' }),
        tags(
          'pebbles: { label: P, description: D., aliases: [sand] }\nsand: { label: S, description: E. }\n',
        ),
        paper('2025-01/a', { tags: '[sand]' }),
      ),
    [
      'issues/2025-01/index.mdx:5:11 alias-taken | The alias `2025-02` is the address of another issue: content/issues/2025-02/index.mdx. | Take the alias out; an address that is or was somebody else’s stays theirs.',
      'people/bo.yaml:2:11 alias-taken | The alias `cy` is the address of another person: content/people/cy.yaml. | Take the alias out; an address that is or was somebody else’s stays theirs.',
      'tags.yaml:1:49 alias-taken | The alias `sand` is the address of another tag: `sand` in content/tags.yaml. | Take the alias out; an address that is or was somebody else’s stays theirs.',
    ],
  ],
  [
    'categories',
    () => judge(paper('2025-01/a', { categories: '[cs.LC, foo-ba, foo.BA]' })),
    [
      'papers/2025-01/a/index.mdx:11:14 warning unknown-category | `cs.LC` is no category of arXiv that is known here. | Write `cs.CL` if that is meant; if arXiv has `cs.LC`, it can stay.',
      'papers/2025-01/a/index.mdx:11:21 warning unknown-category | `foo-ba` is no category of arXiv that is known here. | Look it up on the page of the paper; if arXiv has it, it can stay.',
      'papers/2025-01/a/index.mdx:11:29 duplicate-category | `foo.BA` has the address of `foo-ba`, `/categories/foo-ba/`. | Write `foo-ba`.',
      'papers/2025-01/a/index.mdx:11:29 warning unknown-category | `foo.BA` is no category of arXiv that is known here. | Look it up on the page of the paper; if arXiv has it, it can stay.',
    ],
  ],
  [
    'a summary before its paper',
    () => judge(paper('2025-01/a', { published: '2025-03-01', arxiv: '2503.00001' })),
    [
      'papers/2025-01/a/index.mdx:5:13 warning summarised-before-published | The summary is dated 2025-01-20, before the paper was published (2025-03-01). | Check both: `published` is the day on which the paper was first made public.',
    ],
  ],
  [
    'listings that point astray',
    () =>
      judge(
        listing('2025-01/a', { summarisedIn: 'sounds' }),
        listing('2025-01/b', { summarisedIn: 'a' }),
        listing('2025-01/c', { summarisedIn: 'c' }),
        listing('2025-01/d', { summarisedIn: 'unready' }),
        listing('2025-01/e', { summarisedIn: 'zzz' }),
        listing('2025-01/f', { summarisedIn: 'sound' }),
        paper('2025-01/unready', { draft: 'true' }),
      ),
    [
      'papers/2025-01/a/index.mdx:9:15 unknown-summary | There is no paper `sounds`. | Write `sound`.',
      'papers/2025-01/b/index.mdx:9:15 summarised-in-listing | `a` has no summary itself. | Write the slug of a paper that has one, or take the line out.',
      'papers/2025-01/c/index.mdx:9:15 summarised-in-itself | `summarisedIn` names the paper itself. | Write the slug of the paper whose summary covers this one.',
      'papers/2025-01/d/index.mdx:9:15 unknown-summary | The paper `unready` is a draft. | Publish it first, or keep this file a draft too.',
      'papers/2025-01/e/index.mdx:9:15 unknown-summary | There is no paper `zzz`. | Write the slug of a paper that has a summary, or take the line out.',
    ],
  ],
  [
    'days before the summary',
    () =>
      judge(
        paper('2025-01/a', {
          corrections: '[{ date: 2025-01-19, note: One. }, { date: 2025-01-20, note: Two. }]',
          withdrawn: '{ date: 2024-12-01, note: Wrong. }',
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:23 warning before-the-summary | The correction is dated 2025-01-19, before the summary (2025-01-20). | Check both: `date` is the day of the correction, `summarised` that of the first version of the summary.',
      'papers/2025-01/a/index.mdx:12:20 warning before-the-summary | The withdrawal is dated 2024-12-01, before the summary (2025-01-20). | Check both: `date` is the day of the withdrawal, `summarised` that of the first version of the summary.',
    ],
  ],
  [
    'a paper that its identifier is older than',
    () =>
      judge(
        paper('2025-01/a', { published: '2025-01-07', arxiv: '2412.00001v3' }),
        paper('2025-01/b', { published: '2025-01-08', arxiv: '2412.00002v3' }),
        paper('2025-01/c', { published: '2025-01-08', arxiv: 'hep-th/9912001' }),
        paper('2025-01/d', { published: '1999-01-08', arxiv: '2412.00003' }),
      ),
    [
      'papers/2025-01/b/index.mdx:4:12 warning published-after-arxiv | `published: 2025-01-08` is later than `arxiv: 2412.00002v3`, whose identifier is of 2024-12. | Write the day of the first version, `[v1]` on the page of the paper at arXiv.',
      'papers/2025-01/c/index.mdx:4:12 warning published-after-arxiv | `published: 2025-01-08` is later than `arxiv: hep-th/9912001`, whose identifier is of 1999-12. | Write the day of the first version, `[v1]` on the page of the paper at arXiv.',
    ],
  ],
  [
    'names that look alike, and two in one entry',
    () =>
      judge(
        person('cy-ng', { name: 'Cy and Ng', collective: 'true' }),
        paper('2025-01/a', { authors: '[Ali Bell, Bo Finch and Di Wu, Cy and Ng]' }),
        paper('2025-01/b', { authors: '[AIi Bell]' }),
        paper('2025-01/c', { authors: '[Ali Bell]', reviewers: '[AIi Bell]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:21 warning joined-names | `Bo Finch and Di Wu` is listed as one author. | Make two entries of it, `Bo Finch, Di Wu`; a group of that name gets a file in `people/` with `collective: true`.',
      'papers/2025-01/b/index.mdx:3:11 warning lookalike-name | `AIi Bell` looks like `Ali Bell` in content/papers/2025-01/a/index.mdx, letter for letter, and is another person here. | Write `Ali Bell`, if that is who it is.',
    ],
  ],
  [
    'names that are none, or hold more',
    () =>
      judge(
        paper('2025-01/a', {
          authors:
            '[Ada Quill*, Bo Finch; Cy Ng, et al., "Di Wu,", Ed - Fay, Gé Hu1, Jo M\u0430rsh]',
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:11 bad-name | `Ada Quill*` in `authors` ends with `*`, the mark of a footnote. | Write `Ada Quill`.',
      'papers/2025-01/a/index.mdx:3:23 bad-name | `Bo Finch; Cy Ng` in `authors` is not the name of one person. | Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
      'papers/2025-01/a/index.mdx:3:40 bad-name | `et al.` in `authors` is no name. | Write all authors, in the order of the paper.',
      'papers/2025-01/a/index.mdx:3:48 bad-name | `Di Wu,` in `authors` is not the name of one person. | Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
      'papers/2025-01/a/index.mdx:3:58 bad-name | `Ed - Fay` in `authors` is not the name of one person. | Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
      'papers/2025-01/a/index.mdx:3:68 bad-name | `Gé Hu1` in `authors` ends with `1`, the mark of a footnote. | Write `Gé Hu`.',
      'papers/2025-01/a/index.mdx:3:76 mixed-scripts | `Jo M\u0430rsh` in `authors` holds the Cyrillic letter `\u0430` (U+0430) among Latin ones in `M\u0430rsh`. | Write `Marsh`, typed with the keyboard set to Latin letters.',
    ],
  ],
  [
    'names that are addresses, and those of writers',
    () =>
      judge(
        paper('2025-01/a', {
          authors: "[jo@shore.example, Bo Finch <bo@shore.example>, 'https://x.y', 1, Cy Ng]",
          writers: '[Ed - Fay, jo@shore.example]',
          reviewers: "['Bo Finch; Cy Ng', 7]",
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:11 bad-name | `jo@shore.example` in `authors` is a mail address, no name. | Write the name of the person, as it is printed.',
      'papers/2025-01/a/index.mdx:3:29 bad-name | `Bo Finch <bo@shore.example>` in `authors` holds a mail address. | Write `Bo Finch`.',
      'papers/2025-01/a/index.mdx:3:58 bad-name | `https://x.y` in `authors` is an address, no name. | Write the name of the person, as it is printed.',
      'papers/2025-01/a/index.mdx:3:73 bad-name | `1` in `authors` is no name. | Write the name of the person, as it is printed.',
      'papers/2025-01/a/index.mdx:9:11 bad-name | `Ed - Fay` in `writers` is not the name of one person. | Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
      'papers/2025-01/a/index.mdx:9:21 bad-name | `jo@shore.example` in `writers` is a mail address, no name. | Write the name of the person, as it is printed.',
      'papers/2025-01/a/index.mdx:11:13 bad-name | `Bo Finch; Cy Ng` in `reviewers` is not the name of one person. | Write each person as an entry of the list: `[Ada Lovelace, Charles Babbage]`.',
      'papers/2025-01/a/index.mdx:11:32 bad-name | `7` in `reviewers` is no name. | Write the name of the person, as it is printed.',
    ],
  ],
  [
    'an entry of a list that begins too far to the right',
    () =>
      judge(
        paper('2025-01/a', {
          writers: '\n  - Jo Marsh\n    - Bo Finch',
          organisations: '\n- Shore\n  - Hill',
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:5 bad-indent | `- Bo Finch` begins further to the right than the entry above it, and would be read as a part of that. | Begin its hyphen exactly under the one above.',
      'papers/2025-01/a/index.mdx:15:3 bad-indent | `- Hill` begins further to the right than the entry above it, and would be read as a part of that. | Begin its hyphen exactly under the one above.',
    ],
  ],
  [
    'names with more than a name in them',
    () =>
      judge(
        paper('2025-01/a', {
          authors:
            "[Dr. Ada Quill, 'Cy Ng, PhD', Prof. Dr. Bo Finch, Di Wu (MIT), { name: Ed Fay (UC Berkeley), id: ed }, Gé Hu (University of the Shore)]",
          writers: '[Jo Marsh (MIT), Dr. Al Fu]',
        }),
        person('ed', { name: 'Ed Fay (UC Berkeley)' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:11 warning title-in-name | `Dr. Ada Quill` holds a title, and would be another person than `Ada Quill`. | Write `Ada Quill`.',
      'papers/2025-01/a/index.mdx:3:26 warning title-in-name | `Cy Ng, PhD` holds a title, and would be another person than `Cy Ng`. | Write `Cy Ng`.',
      'papers/2025-01/a/index.mdx:3:40 warning title-in-name | `Prof. Dr. Bo Finch` holds a title, and would be another person than `Bo Finch`. | Write `Bo Finch`.',
      'papers/2025-01/a/index.mdx:3:60 warning affiliation-in-name | `Di Wu (MIT)` holds an affiliation, and would be another person than `Di Wu`. | Write `{ name: Di Wu, affiliation: MIT }`.',
      'papers/2025-01/a/index.mdx:3:113 warning affiliation-in-name | `Gé Hu (University of the Shore)` holds an affiliation, and would be another person than `Gé Hu`. | Write `{ name: Gé Hu, affiliation: University of the Shore }`.',
      'papers/2025-01/a/index.mdx:9:11 warning affiliation-in-name | `Jo Marsh (MIT)` holds an affiliation, and would be another person than `Jo Marsh`. | Write `Jo Marsh`.',
      'papers/2025-01/a/index.mdx:9:27 warning title-in-name | `Dr. Al Fu` holds a title, and would be another person than `Al Fu`. | Write `Al Fu`.',
    ],
  ],
  [
    'family and given names apart',
    () =>
      judge(
        paper('2025-01/a', { authors: '[Smith, John, Doe, Jane]' }),
        paper('2025-01/b', { authors: "[O'Neil, J. L., McKay, Ann B.]" }),
        paper('2025-01/c', { authors: '[Smith, John, Doe]' }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:10 warning halved-names | No author has more than one name: `Smith` and `John` are two people here. | If they are one, make one entry of them, `John Smith`, and so with the others; who has one name only gets a file in `people/`.',
      "papers/2025-01/b/index.mdx:3:10 warning halved-names | No author has more than one name: `O'Neil` and `J. L.` are two people here. | If they are one, make one entry of them, `'J. L. O''Neil'`, and so with the others; who has one name only gets a file in `people/`.",
      'papers/2025-01/c/index.mdx:3:10 warning halved-names | No author has more than one name: `Smith` and `John` are two people here. | Write the whole name of each as one entry; who has one name only gets a file in `people/`.',
    ],
  ],
  [
    'real names of all kinds',
    () =>
      judge(
        person('wang-wei', { name: '王伟' }),
        person('li-na', { name: '李娜' }),
        person('kim-ji', { name: '김지수' }),
        person('plato', { name: 'Plato' }),
        paper('2025-01/a', { authors: '[Sukarno]' }),
        paper('2025-01/b', { authors: '[DeepSeek-AI]' }),
        paper('2025-01/c', { authors: "['Llama Team, AI @ Meta', Gemma Team (Second)]" }),
        paper('2025-01/d', { authors: '[王伟, 李娜]' }),
        paper('2025-01/e', { authors: '[김지수, Wei Zhang]', writers: '[kim-ji]' }),
        paper('2025-01/f', { authors: '[OpenAI, Alphabet]' }),
        paper('2025-01/g', { authors: '[Plato, Aristoteles]' }),
        paper('2025-01/h', {
          authors:
            "['Bob Stone Jr.', 'Al Hill, Jr.', Ed Rock III, J. L. Cai, \"Conan O'Brien\", Mohammed Al-Rfou]",
        }),
        paper('2025-01/i', {
          authors: '[Xiaodong Zhao (Mike), Alfredo (Fredo) Can]',
        }),
        paper('2025-01/j', { authors: '[María José de la Cruz y Ortega, Md Rahman, Drew Prof]' }),
      ),
    [],
  ],
  [
    'several authors in one entry, as they are read',
    () =>
      judge(
        paper('2025-01/a', {
          authors: "['Zoe, and Bob', 'Ann Bee, Cy Dee, and Ed Fay', 'Hill, Al and Rock, Di']",
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:3:11 warning joined-names | `Zoe, and Bob` is listed as one author. | Make two entries of it, `Zoe, Bob`; a group of that name gets a file in `people/` with `collective: true`.',
      'papers/2025-01/a/index.mdx:3:27 warning joined-names | `Ann Bee, Cy Dee, and Ed Fay` is listed as one author. | Make 3 entries of it, `Ann Bee, Cy Dee, Ed Fay`; a group of that name gets a file in `people/` with `collective: true`.',
      'papers/2025-01/a/index.mdx:3:58 warning joined-names | `Hill, Al and Rock, Di` is listed as one author. | Make two entries of it, `Al Hill, Di Rock`; a group of that name gets a file in `people/` with `collective: true`.',
    ],
  ],
  [
    'addresses among the facts that lead elsewhere',
    () =>
      judge(
        person('ada-quill', {
          name: 'Ada Quill',
          homepage: 'http://localhost:3000/',
          links: "[{ label: Code, url: 'http://github.com/ada' }]",
        }),
        paper('2025-01/a', {
          url: 'https://arxlv.org/abs/2501.1',
          links: '{ code: https://githuh.com/a/b }',
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:6 lookalike-link | The address leads to `arxlv.org`, which is not `arxiv.org` but looks like it. | Write `https://arxiv.org/abs/2501.1`, if that is meant.',
      'papers/2025-01/a/index.mdx:12:16 lookalike-link | The address leads to `githuh.com`, which is not `github.com` but looks like it. | Write `https://github.com/a/b`, if that is meant.',
      'people/ada-quill.yaml:2:11 local-link | `localhost` is a name within one machine or network, and no reader gets there. | Write the address at which everybody finds the page.',
      'people/ada-quill.yaml:3:29 warning insecure-link | The address begins with `http://`, and github.com has `https://`. | Write `https://github.com/ada`.',
    ],
  ],
  [
    'a symbol that is explained twice',
    () =>
      judge(
        paper('2025-01/a', {
          notation: "[{ symbol: 'x_t', meaning: One. }, { symbol: 'x _t', meaning: Two. }]",
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:11:56 warning repeated-symbol | `x _t` is explained twice, in rows 1 and 2 of `notation`. | Put both meanings into one row, or write the symbols as they differ.',
    ],
  ],
  [
    'sections without the key idea',
    () =>
      judge(
        paper('2025-01/a', {}, 'First.\n\n## Results\n\nGood.'),
        paper('2025-01/b', {}, '## Results\n\nGood.\n\n## A key insight\n\nThis.'),
        paper('2025-01/c', {}, 'word '.repeat(300)),
      ),
    [
      'papers/2025-01/a/index.mdx:14:1 warning no-key-idea | No section is called *The key idea*, which readers look for first. | Write `## The key idea` above the paragraphs that say it.',
      'papers/2025-01/c/index.mdx:2:1 warning no-key-idea | No section is called *The key idea*, which readers look for first. | Write `## The key idea` above the paragraphs that say it.',
    ],
  ],
  [
    'links to pages of this site, and to none of arXiv',
    () =>
      judge(
        paper('2025-01/old-tides', { arxiv: '2501.20000v2', aliases: '[first-tides]' }),
        paper('2025-01/only-here', { arxiv: undefined, openreview: 'abcdefgh' }),
        paper('2025-01/unready', { draft: 'true' }),
        paper(
          '2025-01/a',
          {},
          [
            ...[
              'tides',
              'old-tides/',
              'first-tides#results',
              'only-here/',
              'unready/',
              'year/2025/',
            ].map((path) => `[a](https://shore.example/papers/${path})`),
            '[b](https://arxiv.org/abs/2501.1) [c](https://arxiv.org/pdf/2501.20000v2) [d](https://shore.example/about/)',
            '[e](https://shore.example/papers/zzz/)',
          ].join('\n'),
        ),
      ),
    [
      'papers/2025-01/a/index.mdx:12:1 unknown-page | The link leads to `/papers/tides/`, and there is no such paper here. | Link to the paper by its arXiv or DOI address.',
      'papers/2025-01/a/index.mdx:13:1 warning own-address | The link names the page of `old-tides` by the address of this site, so it is no citation of the paper. | Write `https://arxiv.org/abs/2501.20000`: it leads to the same page, and that page says who mentions it.',
      'papers/2025-01/a/index.mdx:14:1 warning own-address | The link names the page of `old-tides` by the address of this site, so it is no citation of the paper. | Write `https://arxiv.org/abs/2501.20000`: it leads to the same page, and that page says who mentions it.',
      'papers/2025-01/a/index.mdx:18:1 warning unknown-arxiv-page | The link leads to `2501.1` at arXiv, which is no identifier of a paper. | Copy the address again from the page of the paper.',
      'papers/2025-01/a/index.mdx:19:1 unknown-page | The link leads to `/papers/zzz/`, and there is no such paper here. | Link to the paper by its arXiv or DOI address.',
    ],
  ],
  [
    'a key in other words is told once',
    () =>
      judge(
        paper('2025-01/a', {
          ...{ authors: undefined, summarised: undefined, tags: undefined },
          ...{ author: '[Ada Quill]', date: '2025-01-20', keywords: '[pebbles]' },
          links: '{ github: https://forge.example/a }',
        }),
      ),
    [
      'papers/2025-01/a/index.mdx:8:1 unknown-key | There is no key `author`. | Write `authors`, or take the line out.',
      'papers/2025-01/a/index.mdx:9:1 unknown-key | There is no key `date`. | Write `summarised`, or take the line out.',
      'papers/2025-01/a/index.mdx:10:1 unknown-key | There is no key `keywords`. | Write `tags`, or take the line out.',
      'papers/2025-01/a/index.mdx:11:10 unknown-key | There is no key `github` in `links`. | Write `code`, or take the line out.',
    ],
  ],
  [
    'a tag that a misspelt or unreadable one means is not unused as well',
    () => {
      const both = 'pebbles: { label: P, description: D. }\nwaves: { label: W, description: E. }\n';
      return [
        ...judge(tags(both), paper('2025-01/a', { tags: '[wavs]' })),
        ...judge(tags(both), paper('2025-01/a', { tags: '[waves,, pebbles]' })),
      ];
    },
    [
      'papers/2025-01/a/index.mdx:6:8 unknown-tag | There is no tag `wavs`. | Write `waves`, or add `wavs` to `tags.yaml` with a label and a description.',
      'papers/2025-01/a/index.mdx:6:14 stray-comma | The value of `tags` has a comma with nothing before it. | Take the comma out, or write what belongs before it.',
    ],
  ],
  [
    'what a faulty file holds exists: no second problem for whoever names it',
    () =>
      judge(
        issue('2025-01', { papers: '[broken]' }),
        paper('2025-01/broken', { published: 'soon', tags: '[waves]', authors: '[]' }),
        listing('2025-01/a', { summarisedIn: 'broken' }),
        paper('2025-01/b', { writers: '[bo-finch]' }),
      ),
    [
      'papers/2025-01/broken/index.mdx:3:10 too-few | `authors` is an empty list. | Write at least 1 entry. All authors in order: names as printed, or `{ name, id, affiliation }`.',
      'papers/2025-01/broken/index.mdx:4:12 not-a-date | `published: soon` is not a date. | Write year, month and day with hyphens: `2026-02-14`.',
      'papers/2025-01/broken/index.mdx:6:8 unknown-tag | There is no tag `waves`. | Take one from `tags.yaml`, or add it there with a label and a description.',
    ],
  ],
];

for (const [name, problems, expected] of cases) {
  test(`judge: ${name}`, () => assert.deepEqual(problems(), expected));
}
