/** Boxes that scroll take the focus while they overflow, and only then. */
export function startOverflow(): void {}
