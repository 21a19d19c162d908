import { formatSeconds, type Progress } from './progress.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** What a step found. `report` is shown where something failed or was skipped. */
export type Outcome = Counts & { report: string };

/** One part of `npm test`. It waits for the step it needs, and is left out where that failed. */
export type Step = { name: string; needs?: string; run: () => Promise<Outcome> };

/**
 * Runs steps, as many at once as there are lanes; a lane's steps run one after the other. Each
 * result is told at once. Never throws: what a step throws is its failure.
 */
export async function runSteps(lanes: Step[][], progress: Progress): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 };
  const isGood = new Map(
    lanes.flat().map(({ name }) => [name, Promise.withResolvers<boolean>()] as const),
  );
  const running = new Set<string>();
  const runLane = async (lane: Step[]) => {
    for (const step of lane) {
      const { name, needs } = step;
      if (needs !== undefined && (await isGood.get(needs)?.promise) === false) {
        progress.note(`-       ${name}: not run, since "${needs}" failed`);
        isGood.get(name)?.resolve(false);
        continue;
      }
      running.add(name);
      progress.update([...running].join(', '));
      const started = performance.now();
      const outcome = await step.run().catch(thrown);
      running.delete(name);
      progress.note(renderOutcome(name, outcome, performance.now() - started));
      progress.update([...running].join(', '));
      total.passed += outcome.passed;
      total.failed += outcome.failed;
      total.skipped += outcome.skipped;
      isGood.get(name)?.resolve(outcome.failed === 0);
    }
  };
  await progress.during('Running', Promise.all(lanes.map(runLane)));
  return total;
}

function thrown(error: unknown): Outcome {
  const report = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ...oneCheck(false), report };
}

/** One line where all is well, the whole report where it is not. */
function renderOutcome(name: string, outcome: Outcome, milliseconds: number): string {
  const { failed, skipped } = outcome;
  const mark = failed === 0 ? 'ok    ' : 'FAILED';
  const head = `${mark}  ${name}: ${countText(outcome)} (${formatSeconds(milliseconds)})`;
  const report = outcome.report.trimEnd();
  return failed + skipped > 0 && report !== ''
    ? `${head}\n${report.replace(/^(?=.)/gm, '    ')}`
    : head;
}

/** `12 passed, 0 failed`, and the skipped where there are some. */
export function countText({ passed, failed, skipped }: Counts): string {
  const text = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? text : `${text}, ${skipped} skipped`;
}

/** The counts of a step that is one test as a whole. */
export function oneCheck(isGood: boolean): Counts {
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
}

/** In CI nothing may be left out silently: what was skipped has failed. */
export function withoutSkips(outcome: Outcome): Outcome {
  if (outcome.skipped === 0) return outcome;
  const report = `${outcome.report}\nSkipped tests count as failed here, since CI is set.`;
  return { ...outcome, failed: outcome.failed + outcome.skipped, skipped: 0, report };
}
