/** One text of a mail: its blocks in bytes, and after which of them it may end. */
export type Part = { sizes: readonly number[]; mayEnd: (blocks: number) => boolean };

/**
 * How many blocks of each part a mail has room for: every part gets as much as every other, and what a short one
 * leaves the others share. None ends where it may not, and nothing is cut within a block.
 *
 * @param room for all of them, in bytes
 */
export function share(parts: readonly Part[], room: number): number[] {
  const ends = parts.map(listEnds);
  const limits = [...new Set(ends.flat().map(({ bytes }) => bytes))].sort((a, b) => b - a);
  for (const limit of limits) {
    const cut = ends.map((some) => some.findLast(({ bytes }) => bytes <= limit) ?? none);
    if (cut.reduce((sum, { bytes }) => sum + bytes, 0) <= room)
      return cut.map(({ blocks }) => blocks);
  }
  return parts.map(() => 0);
}

type End = { blocks: number; bytes: number };

const none: End = { blocks: 0, bytes: 0 };

/** Where a part may end, shortest first: before it begins, and where it does. */
function listEnds({ sizes, mayEnd }: Part): End[] {
  let bytes = 0;
  return [
    none,
    ...sizes.flatMap((size, index) => {
      bytes += size;
      const blocks = index + 1;
      return blocks === sizes.length || mayEnd(blocks) ? [{ blocks, bytes }] : [];
    }),
  ];
}
