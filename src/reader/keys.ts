/** Single keys that go through a page. */
export function startKeys(): void {}
