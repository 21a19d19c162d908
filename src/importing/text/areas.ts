import { findDisplayFormula, findInlineFormula, type Work } from '../../body/parsing/spans.ts';

/** What stands where nothing may be read: private use, which no text of ours holds. */
const MASK = '\uE000';

export type Area = { from: number; to: number; kind: 'code' | 'comment' | 'formula' };

/**
 * The text at its length and with its lines, but with code and comments, and on demand formulas,
 * blanked: what is found in it is prose.
 */
export function maskText(text: string, { formulas = true } = {}): string {
  let masked = '';
  let at = 0;
  for (const { from, to, kind } of findAreas(text)) {
    if (kind === 'formula' && !formulas) continue;
    masked += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, MASK);
    at = to;
  }
  return masked + text.slice(at);
}

/** Code in fences and backticks, comments of HTML and of MDX, formulas in dollars, in order. */
export function findAreas(text: string): Area[] {
  const areas: Area[] = [];
  const work: Work = { left: text.length * 60 + 10_000 };
  // Where no comment closes behind them, openings are not looked after one by one.
  const last = { html: text.lastIndexOf('-->'), mdx: text.lastIndexOf('*/}') };
  let at = 0;
  let lineStart = true;
  while (at < text.length) {
    if (lineStart) {
      const fence = findFence(text, at);
      if (fence !== undefined) {
        areas.push({ from: at, to: fence, kind: 'code' });
        at = fence;
        lineStart = text[at - 1] === '\n';
        continue;
      }
    }
    const area = findArea(text, at, work, last);
    if (area !== undefined) {
      areas.push(area);
      at = area.to;
      lineStart = false;
      continue;
    }
    lineStart = text[at] === '\n';
    at += text[at] === '\\' && text[at + 1] !== '\n' ? 2 : 1;
  }
  return areas;
}

/** The end of the fenced code whose fence stands on the line at `start`; code that nobody closes runs to the end. */
function findFence(text: string, start: number): number | undefined {
  const open = /^[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)\n?/.exec(
    text.slice(start, start + 400),
  );
  const [whole, fence = '', info = ''] = open ?? [];
  if (whole === undefined || (fence.startsWith('`') && info.includes('`'))) return undefined;
  const close = new RegExp(`^[ \\t>]*${fence[0] ?? ''}{${fence.length},}[ \\t]*$`, 'gm');
  close.lastIndex = start + whole.length;
  const found = close.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function findArea(
  text: string,
  at: number,
  work: Work,
  last: { html: number; mdx: number },
): Area | undefined {
  const character = text[at];
  if (character === '`') {
    const run = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? '`';
    const rest = text.slice(at + run.length, at + 5_000).split(/\n[ \t]*\n/, 1)[0] ?? '';
    const close = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest);
    const to = at + run.length + (close === null ? 0 : close.index + run.length);
    return { from: at, to, kind: 'code' };
  }
  if (character === '<' && at < last.html && text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4);
    return close === -1 ? undefined : { from: at, to: close + 3, kind: 'comment' };
  }
  if (character === '{' && at < last.mdx && text.startsWith('{/*', at)) {
    const close = text.indexOf('*/}', at + 3);
    return close === -1 ? undefined : { from: at, to: close + 3, kind: 'comment' };
  }
  if (character !== '$' || text[at - 1] === '$') return undefined;
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const display = /^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)?$/.test(before)
    ? findDisplayFormula(text, at, work)
    : undefined;
  const span = display?.fault?.code === 'unclosed' ? undefined : display;
  const found = span ?? findInlineFormula(text, at, work);
  return found && { from: at, to: found.end, kind: 'formula' };
}

/** The places of a pattern in the prose of a text, with what really stands there. */
export function matchProse(
  text: string,
  pattern: RegExp,
  options?: { formulas?: boolean },
): { index: number; end: number; written: string; groups: (string | undefined)[] }[] {
  const masked = maskText(text, options);
  return [...masked.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    const written = text.slice(match.index, end);
    // Groups hold what is written, also where it is masked.
    const groups = (match.indices ?? []).map((range) => range && text.slice(range[0], range[1]));
    return { index: match.index, end, written, groups: groups.length > 0 ? groups : [...match] };
  });
}
