/** Order by code points, as a browser looks words up. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [first, second] = [a.charCodeAt(at), b.charCodeAt(at)];
    // Halves of a letter are units below others that stand for lower letters.
    if (first !== second)
      return isHalf(first) === isHalf(second) ? first - second : isHalf(first) ? 1 : -1;
  }
  return a.length - b.length;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
