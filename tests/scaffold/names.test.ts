import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { newIssue } from '../../src/scaffold/issue.ts';
import { newPerson } from '../../src/scaffold/person.ts';
import { freeSlug, slugOfTitle } from '../../src/scaffold/slug.ts';
import { guessTags } from '../../src/scaffold/tags.ts';
import { readLatex } from '../../src/scaffold/latex.ts';
import { makeContent, makeWorld, refusalOf } from './server.ts';

const { content, remove } = makeContent();
after(remove);
const { world } = makeWorld(content);
const read = (name: string) => readFileSync(path.join(content, name), 'utf8');
const plain = (text: string) => text.replace(/(?:\.\.\/)*\S*residual-new-\w+\//g, '');

test('a slug is the name that a title begins with, else its first words', () => {
  const cases: Record<string, string> = {
    'Titans: Learning to Memorize at Test Time': 'titans',
    'SBSC: Step-By-Step Coding for Improving Mathematical Olympiad Performance': 'sbsc',
    '$\\text{Transformer}^2$: Self-adaptive LLMs': 'transformer-2',
    'DeepSeek-V3 Technical Report': 'deepseek-v3',
    'Evolving Deeper LLM Thinking': 'evolving-deeper-llm-thinking',
    'Attention Is All You Need': 'attention-is-all-you-need',
    'A Very Long Title about the Things that Nobody Ever Shortens Enough':
      'very-long-title-about-things-that-nobody',
    'Éléphants — à Paris': 'elephants',
    'X: a language': 'x-a-language',
    '../../etc/passwd': 'etc-passwd',
    记忆: '',
  };
  for (const [title, slug] of Object.entries(cases))
    assert.equal(slugOfTitle(readLatex(title)), slug);
});

test('a slug that is taken or kept gets a number or a word', () => {
  const taken = new Set(['titans', 'titans-2']);
  const free = (slug: string) => freeSlug(slug, (one) => taken.has(one));
  assert.deepEqual(['titans', 'index', 'memory'].map(free), ['titans-3', 'index-paper', 'memory']);
});

test('tags are guessed by label, id and alias, those of the title first', () => {
  const tags = {
    memory: { label: 'Memory', description: '' },
    llms: { label: 'LLMs', description: '', aliases: ['language-models'] },
    rl: { label: 'Reinforcement learning', description: '' },
  };
  assert.deepEqual(
    guessTags(tags, 'A language model', 'with memories, memory, by reinforcement learning'),
    ['llms', 'memory', 'rl'],
  );
  assert.deepEqual(guessTags(tags, 'World', 'curled'), []);
});

test('an issue has the editors of the newest one and a day', async () => {
  assert.equal(
    plain(newIssue('2026-12', {}, world)),
    `Wrote content/issues/2026-12/index.mdx
  Dated 2026-12-31, edited by Ada Quill: correct what is not so.

What is left to you:
  1. In the file fill in title, the introduction.
  2. Its first paper:  npm run new -- paper 2501.00663 --issue 2026-12
  3. See what is wrong:  npm run check`,
  );
  newIssue('2026-11', { title: 'What *burns*: {1,2}' }, world);
  assert.match(
    read('issues/2026-11/index.mdx'),
    /^---\ntitle: 'What \\\*burns\\\*: \\\{1,2\\\}'\ndate: 2026-11-22\neditors: \[Ada Quill\]\n---\n/,
  );
  assert.equal(
    plain(await refusalOf(() => newIssue('2026-12', {}, world))),
    'content/issues/2026-12/index.mdx is there already, and was left as it is.',
  );
  assert.equal(
    await refusalOf(() => newIssue('spring', {}, world)),
    '`spring` is not the name of an issue, which begins with its year. Write a month, `2025-01`, or a year and a word, `2025-neurips`.',
  );
});

test('a person has the spellings that the digest prints', async () => {
  assert.equal(
    plain(
      newPerson(
        'Paul  Balança',
        { orcid: 'https://orcid.org/0000-0002-1825-0097', github: 'pb' },
        world,
      ),
    ),
    `Wrote content/people/paul-balanca.yaml

Named already, and meant to be the same person:
  Paul Balanca: content/papers/2026-01/furnaces/index.mdx

It may also hold affiliation, orcid, homepage, github, links, bio, family (where the family name is not
the last word), notes (what tells the person from a namesake). Then:  npm run check`,
  );
  assert.equal(
    read('people/paul-balanca.yaml'),
    'name: Paul Balança\nnames: [Paul Balanca]\norcid: 0000-0002-1825-0097\ngithub: pb\n',
  );
  const refused = async (name: string, options = {}) =>
    plain(await refusalOf(() => newPerson(name, options, world)));
  assert.equal(
    await refused('Wen Li'),
    '`wen-li` is the address of a person already: content/people/wen-li.yaml (Wen Li).\nEdit that file; for a namesake write another address: --id wen-li-2',
  );
  assert.equal(
    await refused('王芳'),
    '`王芳` has no Latin letters. Write the id as the person writes the name in Latin letters: --id wen-li',
  );
  assert.equal(
    await refused('Ann Oh', { orcid: '0000-0002-1825-0098' }),
    '--orcid: `0000-0002-1825-0098` has a digit mistyped: its last character does not fit the others. Copy the ORCID again from the page of the person.',
  );
  assert.equal(
    await refused('Ann Oh', { id: '../x' }),
    '`../x` is not a slug: small letters a to z and digits, in words joined by single hyphens. Write another with --id.',
  );
  assert.equal(
    await refused('\u200b'),
    'A name has 1 to 120 characters. Write: npm run new -- person "Paul Balança"',
  );
  newPerson('王芳', { id: 'fang-wang' }, world);
  assert.equal(read('people/fang-wang.yaml'), 'name: 王芳\n');
});
