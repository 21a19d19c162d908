import type { SyntaxNode } from './parse.ts';
import type { Report } from '../judging/report.ts';

/** Stands in the source for what is not to be parsed again; private use is refused before. */
const MASK = '\uE000';

/**
 * Finds code whose closing fence is missing, which in Markdown takes in the rest of the page.
 * Told at the fence; the code is taken to end before the next heading.
 *
 * @returns the source with that code masked, at its old length, or undefined when nothing is
 *   to be gained by parsing again
 */
export function maskOpenFence(
  source: string,
  root: SyntaxNode,
  report: Report,
): string | undefined {
  const code = findOpenFence(source, root);
  if (!code) return undefined;
  const start = code.position.start.offset;
  const end = code.position.end.offset;
  const fence = /^(?:`+|~+)/.exec(source.slice(start, start + 50))?.[0] ?? '```';
  report.add({
    offset: start,
    code: 'unclosed-code',
    message: `The code that ${fence} opens here is not closed.`,
    fix: `Write ${fence} on a line of its own behind it.`,
  });
  const heading = /[\r\n]#{2,6} /.exec(source.slice(start, end));
  if (!heading) return undefined;
  const stop = start + heading.index;
  report.silence(start, stop);
  const masked = source.slice(start, stop).replace(/[^\r\n]/g, MASK);
  return source.slice(0, start) + masked + source.slice(stop);
}

export function dropMask(text: string): string {
  return text.replaceAll(MASK, '');
}

function findOpenFence(source: string, node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'code') {
    const written = source.slice(node.position.start.offset, node.position.end.offset);
    const fence = /^(?:`+|~+)/.exec(written)?.[0] ?? '';
    const lines = written.split(/\r\n|\n|\r/);
    const last = (lines.at(-1) ?? '').replace(/^[ \t>]*/, '').trimEnd();
    const closed =
      lines.length > 1 &&
      last.length >= fence.length &&
      last === fence.charAt(0).repeat(last.length);
    return closed ? undefined : node;
  }
  for (const child of node.children ?? []) {
    const found = findOpenFence(source, child);
    if (found) return found;
  }
  return undefined;
}
