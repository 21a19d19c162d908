import { formatSeconds, type Progress } from './progress.ts';

/** What a step found. `report` is shown in full where something failed. */
export type Outcome = { passed: number; failed: number; skipped: number; report: string };

/** One part of `npm test`. It waits for the steps it needs and is left out where one of them failed. */
export type Step = {
  name: string;
  needs: string[];
  /** Steps to wait for, however they end. */
  after?: string[];
  run: () => Promise<Outcome>;
};

export type Counts = { passed: number; failed: number; skipped: number };

/**
 * Runs steps, as many at once as there are lanes; a lane's steps run one after the other. Each
 * result is told as soon as those of all steps before it are. Never throws: what a step throws
 * is its failure.
 */
export async function runSteps(lanes: Step[][], progress: Progress): Promise<Counts> {
  const order = lanes.flat();
  const results = new Map<string, Result>();
  const running = new Set<string>();
  let told = 0;
  const show = () => {
    for (; told < order.length; told += 1) {
      const result = results.get(order[told]?.name ?? '');
      if (result === undefined) break;
      progress.note(renderResult(result));
    }
    progress.update([...running].join(', '));
  };
  progress.begin('Running');
  const waiting = new Map(order.map((step) => [step.name, Promise.withResolvers<boolean>()]));
  const runLane = async (lane: Step[]) => {
    for (const step of lane) {
      const unmet = await firstUnmet(step, waiting);
      running.add(step.name);
      show();
      const result: Result =
        unmet === undefined ? await runStep(step) : { name: step.name, unmet, milliseconds: 0 };
      running.delete(step.name);
      results.set(step.name, result);
      waiting.get(step.name)?.resolve(result.outcome?.failed === 0);
      show();
    }
  };
  await Promise.all(lanes.map(runLane));
  progress.close();
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results.values()) {
    counts.passed += outcome?.passed ?? 0;
    counts.failed += outcome?.failed ?? 0;
    counts.skipped += outcome?.skipped ?? 0;
  }
  return counts;
}

type Result = { name: string; milliseconds: number; outcome?: Outcome; unmet?: string };

/** The first needed step that failed, after waiting for all that are named. */
async function firstUnmet(
  step: Step,
  waiting: Map<string, PromiseWithResolvers<boolean>>,
): Promise<string | undefined> {
  for (const name of step.after ?? []) await waiting.get(name)?.promise;
  for (const need of step.needs) {
    if ((await waiting.get(need)?.promise) === false) return need;
  }
  return undefined;
}

async function runStep(step: Step): Promise<Result> {
  const started = performance.now();
  const outcome = await step.run().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    report: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  return { name: step.name, milliseconds: performance.now() - started, outcome };
}

/** One line where all is well, the whole report where it is not. */
export function renderResult({ name, milliseconds, outcome, unmet }: Result): string {
  if (outcome === undefined) return `-       ${name}: not run, since "${unmet}" failed`;
  const { passed, failed, skipped, report } = outcome;
  const head = `${failed === 0 ? 'ok    ' : 'FAILED'}  ${name}: ${countText(outcome)} (${formatSeconds(milliseconds)})`;
  const isShown = report.trim() !== '' && (failed > 0 || skipped > 0 || passed === 0);
  return isShown ? `${head}\n${report.trimEnd().replace(/^(?=.)/gm, '    ')}` : head;
}

/** `12 passed, 0 failed`, and the skipped where there are some. */
export function countText({ passed, failed, skipped }: Counts): string {
  const text = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? text : `${text}, ${skipped} skipped`;
}

/** In CI nothing may be left out silently: what was skipped has failed. */
export function withoutSkips(outcome: Outcome): Outcome {
  if (outcome.skipped === 0) return outcome;
  const report = `${outcome.report}\nSkipped tests count as failed here, since CI is set.`;
  return { ...outcome, failed: outcome.failed + outcome.skipped, skipped: 0, report };
}
