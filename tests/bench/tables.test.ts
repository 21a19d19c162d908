import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runRounds } from './rounds.ts';
import type { Outcome } from './measure.ts';
import type { Row } from './row.ts';
import { renderCosts, renderFollowing } from './tables.ts';

const cost = (wall: number) => ({ wall, cpu: 2 * wall, memory: 100 * wall });

test('costs stand in a table for each scenario, as medians and as ratios to one row', () => {
  const series = [
    { row: 'ours', scenario: 'Cold', outcomes: [cost(1), cost(3), cost(2)] },
    { row: 'theirs', scenario: 'Cold', outcomes: [cost(4), cost(4), cost(4)] },
    { row: 'ours', scenario: 'Unchanged', outcomes: [cost(1)] },
    { row: 'theirs', scenario: 'Unchanged', outcomes: [{ failure: 'out of memory' }] },
  ];
  assert.equal(
    renderCosts(series, 'theirs'),
    `| Cold | wall, s | CPU, s | peak, MB | wall × | CPU × | peak × |
| :-- | --: | --: | --: | --: | --: | --: |
| ours | 2.00 (1.00–3.00) | 4.00 (2.00–6.00) | 200 (100–300) | 0.50× | 0.50× | 0.50× |
| theirs | 4.00 (4.00–4.00) | 8.00 (8.00–8.00) | 400 (400–400) | 1.00× | 1.00× | 1.00× |

| Unchanged | wall, s | CPU, s | peak, MB | wall × | CPU × | peak × |
| :-- | --: | --: | --: | --: | --: | --: |
| ours | 1.00 | 2.00 | 100 | – | – | – |
| theirs | out of memory | – | – | – | – | – |`,
  );
});

test('without the row to compare with there are no ratios, and without /proc no CPU', () => {
  const series = [
    {
      row: 'ours',
      scenario: 'Cold',
      outcomes: [{ wall: 1, cpu: undefined, memory: undefined }],
    },
  ];
  assert.equal(
    renderCosts(series, 'theirs'),
    `| Cold | wall, s | CPU, s | peak, MB |
| :-- | --: | --: | --: |
| ours | 1.00 | – | – |`,
  );
});

test('servers stand in one table, and one that fails says why', () => {
  assert.equal(
    renderFollowing(
      [
        { row: 'ours', following: { started: 3, seen: [0.5, 0.1, 0.2] } },
        { row: 'theirs', following: { started: 6, seen: [2] } },
        { row: 'broken', following: { failure: 'no page' } },
      ],
      'theirs',
    )
      .split('\n')
      .slice(2)
      .join('\n'),
    `| ours | 3.00 | 0.20 (0.10–0.50) | 0.50× | 0.10× |
| theirs | 6.00 | 2.00 | 1.00× | 1.00× |
| broken | no page | – | – | – |`,
  );
});

test('rows take turns in every round, and one that failed is not asked again', async () => {
  const asked: string[] = [];
  const row = (name: string, outcome: () => Outcome): Row => {
    const run = (what: string) => () => {
      asked.push(`${name} ${what}`);
      return Promise.resolve(outcome());
    };
    return { name, output: name, cold: run('cold'), unchanged: run('same'), edit: run('edit') };
  };
  const good = row('good', () => cost(1));
  const bad = row('bad', () => ({ failure: 'exit 1' }));
  const series = await runRounds([good, bad], 2, () => undefined);
  assert.deepEqual(asked, [
    'good cold',
    'bad cold',
    'good same',
    'good edit',
    'good cold',
    'good same',
    'good edit',
  ]);
  assert.deepEqual(
    series.map((one) => [one.scenario, one.row, one.outcomes.length]),
    [
      ['Cold', 'good', 2],
      ['Cold', 'bad', 2],
      ['Unchanged', 'good', 2],
      ['Unchanged', 'bad', 2],
      ['One body edited', 'good', 2],
      ['One body edited', 'bad', 2],
    ],
  );
});
