/** Why a command wrote nothing: a sentence for the one who typed it. */
export class Refusal extends Error {
  /** How the process ends: 2 for a command that was written wrongly, 1 for all else. */
  readonly code: 1 | 2;

  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}
