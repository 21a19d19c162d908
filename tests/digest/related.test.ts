import assert from 'node:assert/strict';
import test from 'node:test';
import type { Entry } from '../../src/digest/entry.ts';
import { joinPapers } from '../../src/digest/related.ts';
import { build, issue, listing, paper, tags } from './fixture.ts';

const TAGS = ['common', 'rare', 'odd'].map((id) => `${id}: { label: ${id}, description: D. }\n`);

/** A name of its own for each number below 676. */
const nameOf = (index: number) =>
  `Nobody Q${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}x`;

/** Related papers of one, as `slug: why` lines; `others` stand beside sixteen papers that share a tag with all. */
function relate(slug: string, ...others: Entry[]): string[] {
  const crowd = Array.from({ length: 16 }, (_, index) =>
    paper(`2025-01/crowd-${index}`, { authors: `[${nameOf(index)}]`, tags: '[common]' }),
  );
  const { digest, problems } = build(tags(TAGS.join('')), issue('2025-01'), ...crowd, ...others);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  const { related } = digest.paperBySlug.get(slug)!;
  return related.map(({ slug, reasons }) => {
    const said = reasons.map(({ kind, ...ids }) => [kind, ...Object.values(ids).flat()].join(' '));
    return `${slug}: ${said.join(', ')}`;
  });
}

const one = (slug: string, facts: Record<string, string> = {}, body?: string) =>
  paper(
    `2025-01/${slug}`,
    { authors: `[Author of ${slug}]`, tags: '[common]', arxiv: '2401.00001', ...facts },
    body,
  );
const to = (arxiv: string) => `See [it](https://arxiv.org/abs/${arxiv}).`;

test('a rare tag joins two papers, one that all have joins none', () => {
  const two = [
    one('a', { tags: '[common, rare]' }),
    one('b', { tags: '[rare, common]', arxiv: '2401.00002' }),
  ];
  assert.deepEqual(relate('a', ...two), ['b: tags rare']);
  assert.deepEqual(relate('crowd-3', ...two), []);
});

test('a summary’s own links, links to the same paper and shared authors join, the strongest first', () => {
  const found = relate(
    'a',
    one('a', { authors: '[Ada Quill, Bo Li]' }, `${to('2401.00002')} ${to('2401.00009')}`),
    one('b', { arxiv: '2401.00002' }),
    one('c', { arxiv: '2401.00003' }, to('2401.00009')),
    one('d', { arxiv: '2401.00004', authors: '[Bo Li, Cy Ng]', tags: '[odd]' }),
    one('base', { arxiv: '2401.00009' }),
  );
  assert.deepEqual(found, ['b: cites', 'base: cites', 'c: both-cite base', 'd: authors bo-li']);
});

test('who mentions a paper, is covered with it or is withdrawn is not told again', () => {
  const rare = { tags: '[common, rare]' };
  const found = relate(
    'a',
    one('a', rare),
    one('mentions', { ...rare, arxiv: '2401.00002' }, to('2401.00001')),
    one('gone', { ...rare, arxiv: '2401.00003', withdrawn: '{ date: 2025-02-01, note: Wrong. }' }),
    listing('2025-01/covered', { ...rare, arxiv: '2401.00004', summarisedIn: 'a' }),
  );
  assert.deepEqual(found, []);
});

test('a large group is one tie: its papers do not drown what is nearer', () => {
  const group = `[${Array.from({ length: 60 }, (_, index) => `${nameOf(index)} Member`).join(', ')}]`;
  const found = relate(
    'a',
    one('a', { authors: group, tags: '[common]' }, to('2401.00003')),
    one('same-group', { arxiv: '2401.00002', authors: group }),
    one('cited', { arxiv: '2401.00003' }),
  );
  assert.deepEqual(
    found.map((line) => line.replace(/:.*/, '')),
    ['cited', 'same-group'],
  );
});

test('ten thousand papers are compared only with those that share something', () => {
  const { digest } = build(tags(TAGS.join('')), issue('2025-01'), one('a'));
  const [template] = digest.papers;
  const papers = Array.from({ length: 10_000 }, (_, index) => ({
    ...template!,
    slug: `p-${index}`,
    tags: [`t-${index % 100}`, `u-${index % 37}`, 'common'],
    authors: [{ name: '', given: '', family: '', person: `person-${index % 4000}` }],
    citations: index === 0 ? [] : [`p-${index >> 1}`],
  }));
  const before = process.cpuUsage().user;
  const sum = joinPapers(papers, new Map()).reduce((total, { related }) => {
    return total + related.length;
  }, 0);
  assert.equal(sum, 40_000);
  // All with all would be fifty million comparisons: minutes.
  assert.ok(process.cpuUsage().user - before < 10e6);
});
