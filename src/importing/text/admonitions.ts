import { maskText } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

const HEAD = /^([ \t]*)(!!!|\?\?\?\+?|===)[ \t]+(?:([\w -]*?)[ \t]*)?(?:"([^"\n]*)")?[ \t]*$/m;
const MOST = 500;

/**
 * Writes the boxes of MkDocs as ours: `!!! note "Title"` with its indented text becomes `<Aside>`,
 * one that folds (`???`), or one of several tabs (`===`), `<Details>`.
 */
export function mendAdmonitions(draft: Draft): void {
  for (let count = 0; count < MOST; count += 1) {
    const match = HEAD.exec(maskText(draft.text, { formulas: false }));
    if (match === null) return;
    const [line, indent = '', mark = ''] = match;
    const { text } = draft;
    const written = text.slice(match.index, match.index + line.length);
    const [, , , kind = '', title] = HEAD.exec(written) ?? [];
    const body = findBody(text, match.index + line.length, indent.length);
    const named = title ?? (kind.trim() === '' ? '' : capital(kind.trim()));
    const folds = mark.startsWith('?') || mark === '===';
    const heading = title !== undefined && title !== '' ? `**${title}**\n\n${indent}` : '';
    const open = folds
      ? `<Details summary="${(named || 'More').replaceAll('"', '&quot;').slice(0, 200)}">`
      : '<Aside>';
    const edits: Edit[] = [
      {
        from: match.index,
        to: match.index + line.length,
        text: `\n${indent}${open}\n\n${indent}${folds ? '' : heading}`.replace(/[ \t]+$/, ''),
      },
      ...body.lines.map((from) => ({ from, to: from + body.step, text: '' })),
      { from: body.end, to: body.end, text: `\n\n${indent}</${folds ? 'Details' : 'Aside'}>\n` },
    ];
    draft.mended(match.index, `${quote(written)} became ${quote(open)}`);
    draft.apply(edits);
  }
}

/** The lines below a head that are indented by four characters more. */
function findBody(text: string, start: number, indent: number) {
  const lines: number[] = [];
  const step = 4;
  let end = start;
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < text.length) {
    const lineEnd = !text.includes('\n', at) ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, lineEnd);
    if (line.trim() !== '') {
      if (!new RegExp(`^[ ]{${indent + step}}|^\\t`).test(line)) break;
      if (line.startsWith(' ')) lines.push(at + indent);
      end = lineEnd;
    }
    at = lineEnd + 1;
  }
  return { lines, end, step };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
