/** Selected formulas are copied as LaTeX. */
export function startCopying(): void {}
