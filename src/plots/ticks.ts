import { monthOfYear, shortDate } from '../text.ts';
import { measure } from './measure.ts';

/** Marks of an axis with what stands at them. */
export type Tick = { value: number; text: string };

/** The ends of an axis for values between `low` and `high`, and marks at 1, 2 or 5 times a power of ten. */
export function buildTicks(low: number, high: number, most: number): Tick[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const digits = digitsOf(Math.max(Math.abs(low), Math.abs(high)), step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    toTick((first + index) * step, digits),
  );
}

/** The ends of an axis such that marks stand at both. */
export function widen(low: number, high: number, most: number): [number, number] {
  const span = high - low || Math.abs(high) || 1;
  const [lower, upper] = high > low ? [low, high] : [low - span / 2, high + span / 2];
  const rough = (upper - lower) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? power;
  return [Math.floor(lower / step + 1e-9) * step, Math.ceil(upper / step - 1e-9) * step];
}

/** Between the ends of a logarithmic axis: powers of ten, and 2 and 5 times them where those are few. */
export function buildLogTicks(low: number, high: number): Tick[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const factors = last - first > 3 ? [1] : [1, 2, 5];
  const ticks: Tick[] = [];
  for (let exponent = first; exponent <= last; exponent += 1) {
    for (const factor of factors) ticks.push(toTick(Number(`${factor}e${exponent}`)));
  }
  return ticks.filter(({ value }) => value >= low && value <= high);
}

/** First days of years or of months, or days, at most `most`. */
export function buildDateTicks(low: number, high: number, most: number): Tick[] {
  const day = 86_400_000;
  const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  const months = (high - low) / (30.4 * day);
  if (months < 2) {
    const step = Math.max(1, Math.ceil((high - low) / day / most)) * day;
    // A single day has an axis of its own, which begins before it.
    const first = Math.ceil(low / day) * day;
    const count = Math.floor((high - first) / step) + 1;
    return Array.from({ length: count }, (_, index) => first + index * step).map((value) => ({
      value,
      text: shortDate(isoOf(value)),
    }));
  }
  const step =
    [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].find((one) => months / one <= most) ??
    Math.ceil(months / most / 12_000) * 12_000;
  const start = new Date(low);
  const ticks: Tick[] = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    const value = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (value > high) return ticks;
    const iso = isoOf(value);
    const name = monthOfYear(iso.slice(0, 7));
    const text = step >= 12 ? iso.slice(0, 4) : `${name.slice(0, 3)} ${iso.slice(0, 4)}`;
    if (value >= low) ticks.push({ value, text });
  }
}

/** Those that have room beside each other, from the first on; the last stays. */
export function thin(ticks: readonly Tick[], place: (value: number) => number): Tick[] {
  const gap = 10;
  const room = (a: Tick, b: Tick) =>
    Math.abs(place(b.value) - place(a.value)) >= (measure(a.text) + measure(b.text)) / 2 + gap;
  const last = ticks.at(-1);
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    if (before && !room(before, tick)) continue;
    if (last && tick !== last && !room(tick, last)) continue;
    kept.push(tick);
  }
  return kept;
}

export function toTick(value: number, digits?: number): Tick {
  return { value, text: writeNumber(value, digits) };
}

/** Significant digits in which marks that are `step` apart differ; at most those that a number has. */
function digitsOf(largest: number, step: number): number {
  const digits = Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step)) + 1;
  return Math.min(15, Math.max(FEW_DIGITS, digits));
}

const UNITS = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
  [1e3, 'K'],
] as const;

/** Where no more are asked for. */
const FEW_DIGITS = 6;

/** `0.05`, `2,500` as `2500`, `15K`, `3.5M`, `10⁻⁶`; a real minus. */
export function writeNumber(value: number, digits = FEW_DIGITS): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size === 0) return '0';
  if (size < 1e-3 || size >= 1e15) {
    const exponent = Math.floor(Math.log10(size) + 1e-12);
    const factor = round(size / 10 ** exponent, digits);
    const power = `10${superscript(exponent)}`;
    return `${sign}${factor === 1 ? power : `${factor} × ${power}`}`;
  }
  const [unit, letter] = size >= 1e4 ? (UNITS.find(([one]) => size >= one) ?? [1, '']) : [1, ''];
  return `${sign}${round(size / unit, digits)}${letter}`;
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function superscript(exponent: number): string {
  return String(exponent).replace(/./g, (one) =>
    one === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(one)] ?? ''),
  );
}
