/** The reading settings. */
export function startSettings(): void {}
