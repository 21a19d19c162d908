/** Where what floats over a page stands. All numbers are CSS pixels from the window's top left corner. */
export type Box = { left: number; top: number; width: number; height: number };
export type Size = { width: number; height: number };
export type Place = { left: number; top: number; maxHeight: number };

/** Between what floats and what it belongs to. */
const GAP = 8;

/** Under its anchor, or above it where there is more room; within the window less a gutter. */
export function placeBeside(anchor: Box, size: Size, view: Size, gutter: number): Place {
  const below = view.height - gutter - (anchor.top + anchor.height + GAP);
  const above = anchor.top - GAP - gutter;
  const isBelow = size.height <= below || below >= above;
  // An anchor out of sight would leave it no room, or more than there is.
  const maxHeight = clamp(isBelow ? below : above, view.height / 4, view.height - 2 * gutter);
  const height = Math.min(size.height, maxHeight);
  const top = isBelow ? anchor.top + anchor.height + GAP : anchor.top - GAP - height;
  return {
    left: clamp(anchor.left, gutter, view.width - gutter - size.width),
    top: clamp(top, gutter, view.height - gutter - height),
    maxHeight,
  };
}

/** Between the text and the margin that it may stand in. */
const MARGIN_GAP = 28;
/** A margin narrower than this holds no formula; wider than that, no more of it is needed. */
const MARGIN_LEAST = 264;
const MARGIN_MOST = 384;

/** In the margin right of the text: from where, and how wide; undefined where there is no room. */
export function placeInMargin(
  anchor: Box,
  text: Box,
  view: Size,
  gutter: number,
): { left: number; width: number } | undefined {
  const left = text.left + text.width + MARGIN_GAP;
  const width = Math.min(view.width - gutter - left, MARGIN_MOST);
  // What stands in the margin itself would be covered.
  return width < MARGIN_LEAST || anchor.left >= text.left + text.width
    ? undefined
    : { left, width };
}

/** What lies between two bounds; the lower one where they cross. */
export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
