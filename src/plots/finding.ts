import type { Place } from '../problem.ts';

/** Something wrong with a plot: `at` a place of its file, or in one of the attributes that ask for it. */
export type Finding = { at: Place | string; code: string; message: string; fix: string };
