/** Formulas that explain themselves when pressed. */
export function startFormulas(): void {}
