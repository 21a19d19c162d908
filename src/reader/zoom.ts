/** A picture at the size of the screen. */
export function startZoom(): void {}
