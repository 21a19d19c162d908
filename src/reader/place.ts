/** Where one is in a long page, and where one was. */
export function startPlace(): void {}
