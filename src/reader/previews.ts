/** What a reference, a footnote or a citation points to, before going there. */
export function startPreviews(): void {}
