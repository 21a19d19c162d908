import { plainText } from './anchors.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from './report.ts';

/** Tells levels of headings that are left out and sections without text. @param root the arranged tree */
export function judgeStructure(root: SyntaxNode, report: Report): void {
  // What is refused may have been the text.
  if (report.count() > 0) return;
  const blocks = (root.children ?? []).filter(({ type }) => !UNSEEN.has(type));
  let above = 1;
  for (const heading of blocks) {
    if (heading.type !== 'heading') continue;
    const depth = heading.depth ?? 2;
    if (depth > above + 1) tellSkipped(heading, above + 1, report);
    above = depth;
  }
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (block.type !== 'heading' || wordsOf(block) === '') return;
    if (next !== undefined && (next.type !== 'heading' || (next.depth ?? 2) > (block.depth ?? 2))) {
      return;
    }
    report.add({
      offset: block.position.start.offset,
      severity: 'warning',
      code: 'empty-section',
      message: `The section \`${excerpt(wordsOf(block))}\` has no text.`,
      fix: 'Write it, or take the heading out.',
    });
  });
}

const UNSEEN = new Set(['definition', 'footnoteDefinition']);

function tellSkipped(heading: SyntaxNode, depth: number, report: Report): void {
  const [written, wanted] = ['#'.repeat(heading.depth ?? 2), '#'.repeat(depth)];
  report.add({
    offset: heading.position.start.offset,
    severity: 'warning',
    code: 'skipped-heading',
    message: `The heading \`${excerpt(wordsOf(heading))}\` has \`${written}\`, and no heading with \`${wanted}\` stands above it.`,
    fix: `Write \`${wanted} ${excerpt(wordsOf(heading))}\`.`,
  });
}

function wordsOf(heading: SyntaxNode): string {
  return plainText(heading).replace(/\s+/g, ' ').trim();
}
