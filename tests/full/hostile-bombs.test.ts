import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { bombs } from '../hostile/bombs.ts';
import type { Outcome } from '../hostile/child.ts';
import { judgeApart, type Told } from '../hostile/children.ts';

/** Seconds of the processor for all that is made of one: a busy machine makes it no less. */
const MOST = 8;

describe('bombs', () => {
  // Two halves for two cores.
  const halves = [0, 1].map((half) => bombs.filter((_, index) => index % 2 === half));
  let told: Told<Outcome>[];
  before(async () => {
    told = await Promise.all(
      halves.map((half) =>
        judgeApart(
          half.map(({ task }) => task),
          120_000,
        ),
      ),
    );
  });

  for (const [half, list] of halves.entries()) {
    for (const [index, { tries }] of list.entries()) {
      test(tries, () => {
        const { outcomes, fault } = told[half]!;
        const outcome = outcomes[index];
        assert.ok(outcome, `It, or one before it, ended the process: ${fault}`);
        assert.deepEqual(outcome.active, []);
        assert.ok(outcome.seconds < MOST, `${outcome.seconds} s`);
      });
    }
  }
});
