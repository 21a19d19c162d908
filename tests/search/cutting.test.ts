import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutPapers } from '../../src/search/cutting.ts';

type Day = { slug: string; day: string };

/** Papers of some days, the newest first. */
function invent(days: Record<string, number>): Day[] {
  return Object.entries(days)
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([day, count]) =>
      Array.from({ length: count }, (_, at) => ({ slug: `paper-${day}-${at}`, day })),
    );
}

const slugs = (parts: readonly Day[][]) => parts.map((part) => part.map(({ slug }) => slug));

test('few papers are one part, none are an empty one', () => {
  const few = invent({ '2024-05-01': 3, '2025-01-01': 4 });
  assert.deepEqual(cutPapers(few), [few]);
  assert.deepEqual(cutPapers([]), [[]]);
});

test('many are cut by years, months and days, in their order', () => {
  const papers = invent({
    '2023-02-01': 30,
    '2023-09-03': 20,
    '2024-05-01': 60,
    '2024-06-02': 70,
    '2025-03-01': 60,
    '2025-03-09': 80,
  });
  const parts = cutPapers(papers);
  assert.deepEqual(parts.flat(), papers);
  assert.deepEqual(
    parts.map(([first, ...others]) => [first?.day, others.length + 1]),
    [
      ['2025-03-09', 80],
      ['2025-03-01', 60],
      ['2024-06-02', 70],
      ['2024-05-01', 60],
      ['2023-09-03', 50],
    ],
  );
});

test('an archive that came on one day is cut as well, without losing a paper', () => {
  const papers = invent({ '2025-03-01': 3000, '2024-01-01': 1 });
  const parts = cutPapers(papers);
  assert.ok(Math.max(...parts.map(({ length }) => length)) < 50);
  assert.deepEqual(new Set(parts.flat()), new Set(papers));
});

test('a paper that comes or goes changes the part that it is in, and no other', () => {
  for (const days of [
    { '2023-02-01': 60, '2024-05-01': 60, '2024-06-01': 60, '2025-01-01': 5 },
    { '2025-03-01': 3000 },
  ]) {
    const papers = invent(days);
    const [gone] = papers.splice(17, 1);
    const before = slugs(cutPapers(papers)).map(String);
    papers.splice(17, 0, gone!);
    const after = slugs(cutPapers(papers)).map(String);
    const fresh = after.filter((part) => !before.includes(part));
    assert.equal(fresh.length, 1);
    assert.ok(fresh[0]?.includes(gone!.slug));
    assert.equal(before.filter((part) => !after.includes(part)).length, 1);
  }
});
