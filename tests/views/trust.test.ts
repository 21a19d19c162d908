import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Edition } from '../../src/digest/edition.ts';
import { resolveFor } from '../../src/digest/resolve.ts';
import { buildAuthor } from '../../src/views/author.ts';
import { buildIssuePage } from '../../src/views/issue.ts';
import { buildMending } from '../../src/views/mending.ts';
import { buildPaperPage } from '../../src/views/paper-page.ts';
import { buildTrust } from '../../src/views/trust.ts';
import { readEdition } from '../edition.ts';

const edition = await readEdition();
const { digest } = edition;
const paper = (slug: string) => digest.paperBySlug.get(slug)!;
const page = { title: 'Iron', path: '/digest/papers/iron/' };

function withSite(site: Partial<Edition['digest']['site']>): Edition {
  return { ...edition, digest: { ...digest, site: { ...digest.site, ...site } } };
}

test('a summary says whose it is, from what, who looked it over, and what was corrected', () => {
  const { assistanceHtml, corrections, ...trust } = buildTrust(edition, paper('paper-1'))!;
  assert.deepEqual(trust, {
    writers: [{ href: '/digest/authors/ada-quill/', text: 'Ada Quill' }],
    summarised: { date: '2026-01-11', text: '11 January 2026' },
    reviewers: [{ href: '/digest/authors/bo-li/', text: 'Bo Li' }],
    sourceTerm: 'Written from',
    source: { href: 'https://arxiv.org/abs/2601.00001v2', text: 'arXiv 2601.00001v2' },
    newer: {
      link: { href: 'https://arxiv.org/abs/2601.00001v3', text: 'v3' },
      since: 'since May 2026 (as of 1 June 2026)',
    },
    claims: '2 results say where they stand in it',
  });
  assert.match(assistanceHtml ?? '', /^A spelling checker, and <span class="/);
  assert.deepEqual(
    corrections.map(({ day }) => day.text),
    ['5 March 2026', '1 February 2026'],
  );
  assert.match(corrections[1]?.noteHtml ?? '', /class="katex"/);
});

test('what is missing is said: nobody reviewed it, no version was noted', () => {
  const { reviewers, sourceTerm, sourceNote, claims } = buildTrust(edition, paper('paper-2'))!;
  assert.deepEqual(
    [reviewers, sourceTerm, sourceNote, claims],
    [[], 'The paper', 'no version noted', undefined],
  );
  // The newest version is known, but not whether it is the one that was read.
  assert.equal(buildTrust(edition, paper('paper-2'))!.newer, undefined);
  const alone = buildTrust(edition, paper('alone'))!;
  assert.deepEqual(alone.source, {
    href: 'https://doi.org/10.1234/alone',
    text: 'DOI 10.1234/alone',
  });
  assert.deepEqual([alone.sourceTerm, alone.sourceNote], ['Written from', undefined]);
  assert.equal(buildTrust(edition, paper('listed')), undefined);
});

test('a claim leads to what was read, as PDF where there is one, and to the page where that is named', () => {
  const source = (entry: Parameters<typeof resolveFor>[1], at: string) =>
    resolveFor(edition, entry).source(at)?.href;
  assert.equal(source(paper('paper-1'), 'Table 3'), 'https://arxiv.org/pdf/2601.00001v2');
  assert.equal(source(paper('paper-1'), 'p. 7'), 'https://arxiv.org/pdf/2601.00001v2#page=7');
  assert.equal(source(paper('paper-2'), 'Table 3'), 'https://arxiv.org/pdf/2601.00002');
  assert.equal(source(paper('alone'), 'p. 7'), 'https://doi.org/10.1234/alone');
  assert.equal(source(paper('listed'), 'p. 7'), 'https://rust.example/listed.pdf');
  assert.equal(source(digest.issues[0]!, 'Table 3'), undefined);
  const pdf = { ...paper('alone'), links: { pdf: 'https://iron.example/alone.pdf' } };
  assert.equal(source(pdf, 'pp. 7–9'), 'https://iron.example/alone.pdf#page=7');
  assert.equal(resolveFor(edition, paper('paper-1')).source('Table 3')?.rel, 'ugc nofollow');
});

test('a page is mended at the forge that holds its file', () => {
  const github = withSite({ repository: 'https://github.com/ferrous/notes' });
  const links = buildPaperPage(github, paper('paper-1')).mending;
  const file = 'tests/fixtures/digest/papers/2026-01/paper-1/index.mdx';
  assert.deepEqual(
    links.map(({ text }) => text),
    ['Fix this page', 'Report a mistake', 'History'],
  );
  assert.equal(links[0]?.href, `https://github.com/ferrous/notes/edit/main/${file}`);
  const { searchParams } = new URL(links[1]?.href ?? '');
  assert.equal(searchParams.get('title'), 'A mistake in “Iron with α²: Heat & <Light>”');
  assert.equal(
    searchParams.get('body'),
    `Page: https://ferrous.example/digest/papers/paper-1/\nFile: \`${file}\`\n\nWhat is wrong:\n`,
  );
  const issue = buildIssuePage(github, digest.issueById.get('2026-01')!).mending[0];
  assert.equal(issue?.text, 'Fix the introduction');
  assert.ok(issue.href.endsWith('/tests/fixtures/digest/issues/2026-01/index.mdx'));
  const author = (id: string) => buildAuthor(github, digest.personById.get(id)!).mending;
  assert.ok(author('ada-quill')[0]?.href.endsWith('/tests/fixtures/digest/people/ada-quill.yaml'));
  assert.deepEqual(author('bo-li'), []);
});

test('without a repository nothing, at an unknown forge only the repository', () => {
  assert.deepEqual(buildMending(edition, page, 'content/tags.yaml'), [
    { href: 'https://forge.example/ferrous/notes', text: 'Repository' },
  ]);
  const { repository: _, ...site } = digest.site;
  const none = { ...edition, digest: { ...digest, site } };
  assert.deepEqual(buildMending(none, page, 'content/tags.yaml'), []);
});

test('a content folder that lies elsewhere is found by `folder`, or its files are not linked', () => {
  const repository = 'https://codeberg.org/ferrous/notes';
  const file = '../notes/content/papers/2026-01/iron/index.mdx';
  const edit = (folder: string | undefined, path = file) =>
    buildMending(withSite({ repository, branch: 'trunk', ...(folder && { folder }) }), page, path)
      .filter(({ text }) => text !== 'Report a mistake')
      .map(({ href }) => href.slice(repository.length))[0];
  assert.equal(edit(undefined), undefined);
  assert.equal(edit('.'), '/_edit/trunk/papers/2026-01/iron/index.mdx');
  assert.equal(edit('site/text'), '/_edit/trunk/site/text/papers/2026-01/iron/index.mdx');
  assert.equal(edit('.', '../notes/people/ada.yaml'), '/_edit/trunk/people/ada.yaml');
  assert.equal(edit('a', 'x/issues/2026-01/index.mdx'), '/_edit/trunk/a/issues/2026-01/index.mdx');
});

test('a long title is shortened in a report', () => {
  const github = withSite({ repository: 'https://github.com/ferrous/notes' });
  const [, report] = buildMending(github, { ...page, title: '𝔸'.repeat(400) }, 'content/a.mdx');
  const title = new URL(report?.href ?? '').searchParams.get('title');
  assert.equal(title, `A mistake in “${'𝔸'.repeat(119)}…”`);
});
