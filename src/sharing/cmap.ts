/**
 * The letters of a font with the number of their glyphs, from a map of format 4:
 * https://learn.microsoft.com/typography/opentype/spec/cmap
 *
 * @param table begins where the map does
 */
export function* readSegments(table: Buffer): Generator<[letter: number, glyph: number]> {
  const size = table.readUInt16BE(6);
  for (let index = 0; index < size; index += 2) {
    const last = table.readUInt16BE(14 + index);
    const first = table.readUInt16BE(16 + size + index);
    const delta = table.readUInt16BE(16 + 2 * size + index);
    const slot = 16 + 3 * size + index;
    const range = table.readUInt16BE(slot);
    for (let letter = first; letter <= last && letter !== 0xffff; letter += 1) {
      const entry = range === 0 ? letter : table.readUInt16BE(slot + range + (letter - first) * 2);
      const glyph = range !== 0 && entry === 0 ? 0 : (entry + delta) & 0xffff;
      if (glyph !== 0) yield [letter, glyph];
    }
  }
}
