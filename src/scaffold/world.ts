import type { Clock } from './pause.ts';

/** What a command touches besides its arguments. */
export type World = Clock & {
  /** The content folder, absolute. */
  content: string;
  /** The folder as it was given, where the other commands must be told it too. */
  given?: string;
  /** Where the time of a request is kept from run to run. */
  cache: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** What was piped into the command. */
  readInput: () => Promise<string>;
  /** Shows a line for as long as something takes. */
  during: <T>(text: string, work: Promise<T>) => Promise<T>;
  /** Milliseconds for one request. */
  limit?: number;
};
