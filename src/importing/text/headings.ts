import { maskText } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

type Heading = { from: number; to: number; depth: number; words: string; setext: boolean };

/**
 * Writes headings with `##`, from the second level on: one of the first level that says the title
 * goes, and the others move so that the highest is the second. `{#id}` behind one is taken off.
 */
export function mendHeadings(draft: Draft, title: string): void {
  const { text } = draft;
  const headings = findHeadings(text);
  const [first] = headings;
  const isTitle =
    first?.depth === 1 &&
    (sameWords(first.words, title) ||
      (headings.filter(({ depth }) => depth === 1).length === 1 &&
        first.from < 200 &&
        sameStart(first.words, title)));
  const rest = isTitle ? headings.slice(1) : headings;
  const highest = Math.min(...rest.map(({ depth }) => depth));
  const shift = rest.length === 0 ? 0 : 2 - highest;
  const edits: Edit[] = [];
  if (isTitle) {
    edits.push({ from: first.from, to: first.to, text: '' });
    draft.mended(
      first.from,
      `The heading ${quote(first.words)} is the title, and stands in the facts`,
    );
  }
  for (const { from, to, depth, words, setext } of rest) {
    const level = Math.min(depth + shift, 6);
    if (!setext && level === depth) continue;
    edits.push({ from, to, text: `${'#'.repeat(level)} ${words}` });
    draft.mended(from, `The heading ${quote(words)} is of level ${level} now`);
  }
  draft.apply(edits);
}

function findHeadings(text: string): Heading[] {
  const masked = maskText(text, { formulas: false });
  const found: Heading[] = [];
  for (const match of masked.matchAll(/^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$/gm)) {
    const marks = match[1] ?? '';
    const at = match.index + match[0].indexOf(marks) + marks.length;
    const words = text
      .slice(at, match.index + match[0].length)
      .trim()
      .replace(/\s+#+$/, '');
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      depth: marks.length,
      words,
      setext: false,
    });
  }
  for (const match of masked.matchAll(
    /(?<=^|\n[ \t]*\n|^#[^\n]*\n) {0,3}([^\s#>|+*\-<:\d][^\n|]*)\n {0,3}(=+|-{2,})[ \t]*$/gm,
  )) {
    const words = text.slice(match.index, match.index + match[0].indexOf('\n')).trim();
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      depth: (match[2] ?? '').startsWith('=') ? 1 : 2,
      words,
      setext: true,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function sameWords(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function sameStart(a: string, b: string): boolean {
  return plain(b).startsWith(plain(a)) || plain(a).startsWith(plain(b));
}
