/** Where a reader stopped on a page: so many blocks after the element with this id. */
export type Place = { path: string; anchor: string; blocks: number };

/** As many pages as are remembered. */
export const MOST = 50;

/** What was stored, the newest last; whatever is no place is left out. */
export function readPlaces(stored: string | null): Place[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(value) ? value.filter(isPlace).slice(-MOST) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { path, anchor, blocks } = value as Partial<Record<keyof Place, unknown>>;
  return (
    typeof path === 'string' &&
    typeof anchor === 'string' &&
    Number.isInteger(blocks) &&
    (blocks as number) >= 0
  );
}

/** The places with that of one page replaced, or forgotten where it has none now; the oldest go first. */
export function replacePlace(
  places: readonly Place[],
  path: string,
  place: Place | undefined,
): Place[] {
  const others = places.filter((one) => one.path !== path);
  return place ? [...others, place].slice(-MOST) : others;
}
