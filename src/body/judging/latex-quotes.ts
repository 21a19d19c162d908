import { excerpt, type Report } from './report.ts';

// Bounded, so that many of them in one text cost no more than its length.
const QUOTED = /(?<![`\\])``([^`\s][^`\n]{0,300}?)''(?!')/g;

/**
 * Tells LaTeX's quotation marks between two places of a source, a paragraph: Markdown prints the backticks, and of
 * two quotations makes code of what stands between them. Code in two backticks that closes is left.
 */
export function findQuotes(source: string, from: number, to: number, report: Report): void {
  const text = source.slice(from, to);
  if (!text.includes('``') || !text.includes("''")) return;
  for (const match of text.matchAll(QUOTED)) {
    const [written, inner = ''] = match;
    const rest = text.slice(match.index + written.length);
    const next = /`+/.exec(rest);
    const opensAgain = next?.[0] === '``' && /^[\p{L}\p{N}]/u.test(rest.slice(next.index + 2));
    if (next?.[0].length === 2 && !opensAgain) continue;
    const offset = from + match.index;
    report.add({
      offset,
      severity: 'warning',
      code: 'latex-quotes',
      message: `“${excerpt(inner)}” has the quotation marks of LaTeX, whose backticks Markdown prints or takes for code.`,
      fix: `Write \`"${excerpt(inner)}"\`; the page curls them.`,
      ...(!inner.includes('"') && { edit: { old: written, text: `"${inner}"` } }),
    });
  }
}
