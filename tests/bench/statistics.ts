/** The middle one, or the mean of the two in the middle; `undefined` of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  const upper = sorted[at];
  const lower = sorted[at - 1];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

/** A number as a table shows it: three digits, and no more after the point than say something. */
export function formatNumber(value: number): string {
  if (value >= 99.95) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 9.995 ? 1 : 2);
}

/** `6.30 (6.10–6.62)`: the median, and between what it lies where there is more than one; `–` of nothing. */
export function formatSpread(values: readonly number[]): string {
  const middle = median(values);
  if (middle === undefined) return '–';
  if (values.length === 1) return formatNumber(middle);
  const ends = [Math.min(...values), Math.max(...values)].map(formatNumber);
  return `${formatNumber(middle)} (${ends.join('–')})`;
}

/** How many times as much as another median; `–` where either is missing. */
export function formatRatio(values: readonly number[], base: readonly number[]): string {
  const [own, other] = [median(values), median(base)];
  return own === undefined || other === undefined || other === 0
    ? '–'
    : `${formatNumber(own / other)}×`;
}
