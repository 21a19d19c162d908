/** Of the form in which copies are kept: copies of another are thrown away. */
const VERSION = 2;

/**
 * The caches of a site, whose names the page and the worker share. A host may hold several sites, so each has its base
 * path in it, between spaces, which no path holds.
 */
export function nameCopies(base: string) {
  const all = `digest-offline ${base} `;
  return {
    /** What all of them begin with, those of other versions too. */
    all,
    /** Papers of the list, with what they show. */
    kept: `${all}${VERSION} kept`,
    /** Pages that were visited, the newest last. */
    pages: `${all}${VERSION} pages`,
    /** Files that never change, the newest last. */
    files: `${all}${VERSION} files`,
  };
}
