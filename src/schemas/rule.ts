import type { z } from 'zod';

/**
 * What a rule has against a value. `says` continues a sentence whose subject is
 * the key with its value as written: "`published: 2026-02-30`" + "is not a day of the calendar".
 * `write` is the value that was meant, where it can be only one, and `key` the key, where it belongs under another.
 */
export type Fault = { code: string; says: string; fix: string; write?: string; key?: string };

/** A check for `schema.check(…)`: the fault travels in the issue's `params`, where `explain.ts` finds it. */
export function rule<T>(judge: (value: T) => Fault | undefined) {
  return (payload: z.core.ParsePayload<T>): void => {
    const fault = judge(payload.value);
    if (fault === undefined) return;
    payload.issues.push({
      code: 'custom',
      input: payload.value,
      params: fault,
      message: fault.says,
      continue: true,
    });
  };
}

/** The fault that a rule put into an issue's `params`. */
export function asFault(params: unknown): Fault | undefined {
  const isFault = typeof params === 'object' && params !== null && 'says' in params;
  return isFault ? (params as Fault) : undefined;
}
