import { slugify } from '../../body/judging/anchors.ts';
import { findAreas, maskText, matchProse } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

const ENVIRONMENTS = 'align|alignat|flalign|equation|eqnarray|gather|multline';

/**
 * Writes every formula between our dollars: `\(…\)`, `\[…\]`, bare environments, `$$…$$` in a
 * sentence (kramdown's inline formula) or with text on its lines.
 */
export function mendDelimiters(draft: Draft): void {
  wrapEnvironments(draft);
  replaceBrackets(draft);
  arrangeDollars(draft);
  tightenInline(draft);
}

/** `\begin{align}…\end{align}` outside a formula. */
function wrapEnvironments(draft: Draft): void {
  const pattern = new RegExp(
    `\\\\begin\\{((?:${ENVIRONMENTS})\\*?)\\}[\\s\\S]{0,8000}?\\\\end\\{\\1\\}`,
    'g',
  );
  const { text } = draft;
  const inside = findAreas(text).filter(({ kind }) => kind === 'formula');
  const edits = matchProse(text, pattern, { formulas: false })
    .filter(
      ({ index, end }) =>
        !inside.some(({ from, to }) => from < end && to > index) && !isFenced(text, index, end),
    )
    .map(({ index, end, written }) => {
      draft.mended(index, `${quote(written, 40)} stands between dollars now`);
      return { from: index, to: end, text: display(text, index, end, written) };
    });
  draft.apply(edits);
}

/** Whether `$$` or `\[` stands right before and behind: what `findAreas` could not read as a formula. */
function isFenced(text: string, from: number, to: number): boolean {
  return (
    /(?:\$\$|\\\[)\s*$/.test(text.slice(Math.max(0, from - 50), from)) &&
    /^\s*(?:\$\$|\\\])/.test(text.slice(to, to + 50))
  );
}

function replaceBrackets(draft: Draft): void {
  const { text } = draft;
  const edits: Edit[] = [];
  const found = matchProse(
    text,
    /(\\{1,2})(\(|\[)((?:(?!\n[ \t]*\n)[\s\S]){1,5000}?)\1(?:\)|\])/dg,
  );
  for (const { index, end, written, groups } of found) {
    const [, , open = '', content = ''] = groups;
    if ((open === '(') !== written.endsWith(')')) continue;
    // `\[1\]` and `\[see\](x)` are brackets that Markdown was told to print.
    const alone =
      /(?:^|\n)[ \t>]*$/.test(text.slice(0, index)) &&
      /^[ \t]*[.,]?[ \t]*(?:\n|$)/.test(text.slice(end));
    if (groups[1] === '\\' && open === '[' && !alone && !/[\\^_=]/.test(content)) {
      // Ours takes `\[…\]` for a formula; one escape is enough for a bracket.
      edits.push({ from: index, to: index + 1, text: '' });
      continue;
    }
    const isDisplay =
      open === '[' && (alone || content.includes('\n') || content.includes('\\begin'));
    edits.push({
      from: index,
      to: end,
      text: isDisplay
        ? display(text, index, end, content)
        : `$${content.trim().replace(/\s*\n[ \t>]*/g, ' ')}$`,
    });
    draft.mended(index, `${quote(written, 40)} stands between dollars now`);
  }
  draft.apply(edits);
}

/** Puts the dollars of `$$…$$` on lines of their own, or makes them one where a sentence goes on around them. */
function arrangeDollars(draft: Draft): void {
  const { text } = draft;
  const masked = maskText(text, { formulas: false }).replace(/\\\$/g, '\uE000\uE000');
  const edits: Edit[] = [];
  const pattern = /\$\$([\s\S]{1,8000}?)\$\$/g;
  for (const match of masked.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    const content = text.slice(from + 2, to - 2);
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    const lineEnd = !text.includes('\n', to) ? text.length : text.indexOf('\n', to);
    const after = text.slice(to, lineEnd);
    const opens = /^[ \t>]*(?:(?:[*+-]|\d+[.)])[ \t]+)?$/.test(before);
    const inSentence =
      (!opens || !/^[ \t]*[.,;:]?[ \t]*$/.test(after)) &&
      !content.trim().includes('\n') &&
      !/\\begin\{|\\label|\\tag/.test(content);
    if (
      /^\n[ \t>]*\S[\s\S]*\n[ \t>]*$/.test(content) &&
      opens &&
      after.trim() === '' &&
      !/\n[ \t]*\n/.test(content)
    )
      continue;
    if (content.trim() === '') continue;
    if (inSentence && !(opens && after.trim() === '')) {
      edits.push({ from, to, text: `$${content.trim()}$` });
      draft.mended(
        from,
        `The formula ${quote(content, 40)} stands in a sentence, between single dollars`,
      );
      continue;
    }
    const stop = /^[ \t]*([.,;:]?)[ \t]*$/.exec(after)?.[1];
    edits.push({
      from,
      to: stop === undefined ? to : lineEnd,
      text: display(
        text,
        from,
        stop === undefined ? to : lineEnd,
        `${content.trim()}${stop ?? ''}`,
      ),
    });
    draft.mended(from, `The dollars of ${quote(content, 40)} stand on lines of their own`);
  }
  draft.apply(edits);
}

/** A displayed formula with its dollars on lines of their own, indented like the line it stands on. */
function display(text: string, from: number, to: number, content: string): string {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(start, from);
  const [indent = ''] = /^[ \t>]*/.exec(line) ?? [];
  const item = /^[ \t>]*(?:[*+-]|\d+[.)])[ \t]+/.exec(line)?.[0];
  const prefix = item === undefined ? indent : item.replace(/[^ \t>]/g, ' ');
  const opens = line.trim() === '' || item === line || /^[ \t>]*$/.test(line);
  const closes = /^[ \t]*(?:\n|$)/.test(text.slice(to, to + 100));
  const lines = content
    .trim()
    .split('\n')
    .map((one) => one.replace(/^[ \t>]*/, '').trimEnd())
    .filter((one) => one !== '');
  const body = ['$$', ...lines, '$$'].join(`\n${prefix}`);
  return `${opens ? '' : `\n${prefix}`}${body}${closes ? '' : `\n${prefix}`}`;
}

/** `$ x $` → `$x$`. */
function tightenInline(draft: Draft): void {
  const { text } = draft;
  const edits: Edit[] = [];
  for (const { from, to, kind } of findAreas(text)) {
    const content = text.slice(from + 1, to - 1);
    if (kind !== 'formula' || content.startsWith('$') || content === content.trim()) continue;
    edits.push({ from, to, text: `$${content.trim()}$` });
    draft.mended(from, `The formula ${quote(content, 40)} has no white space next to its dollars`);
  }
  draft.apply(edits);
}

const COMMANDS: [pattern: RegExp, text: string, told: string][] = [
  [/\\(begin|end)\{eqnarray(\*?)\}/g, '\\$1{align$2}', '`eqnarray` became `align`'],
  [/\\(?:mbox|hbox)(?![A-Za-z])/g, '\\text', '`\\mbox` became `\\text`'],
  [/&\s*(=|\\(?:approx|equiv|le|leq|ge|geq|sim|propto|in)\b|<|>)\s*&/g, '&$1', '`&=&` became `&=`'],
];

/** Rewrites what MathJax knows and ours does not, and labels, in all formulas; and `\eqref` in the text. */
export function mendFormulas(draft: Draft): void {
  const { text } = draft;
  const edits: Edit[] = [];
  const labels = new Map<string, string>();
  for (const { from, to, kind } of findAreas(text)) {
    if (kind !== 'formula') continue;
    const tex = text.slice(from, to);
    for (const [pattern, replacement, told] of COMMANDS) {
      // `&=&` is a slip of eqnarray; in an array it separates columns.
      if (told.startsWith('`&=&`') && !tex.includes('eqnarray')) continue;
      const single = new RegExp(pattern.source);
      for (const match of tex.matchAll(pattern)) {
        edits.push({
          from: from + match.index,
          to: from + match.index + match[0].length,
          text: match[0].replace(single, replacement),
        });
        draft.mended(from, told);
      }
    }
    for (const match of tex.matchAll(/\\require\s*\{[^{}]*\}\s*/g)) {
      edits.push({ from: from + match.index, to: from + match.index + match[0].length, text: '' });
      draft.look(
        from + match.index,
        `${quote(match[0])} loads a part of MathJax, and was taken out`,
      );
    }
    let first: string | undefined;
    for (const match of tex.matchAll(/([ \t]*)(\\label\s*\{([^{}]*)\})/g)) {
      const [whole, space = '', written = '', old = ''] = match;
      const at = from + match.index;
      const isDisplay = tex.startsWith('$$');
      if (isDisplay && first === undefined) {
        first = labelFrom(old, new Set(labels.values()));
        const label = `\\label{${first}}`;
        if (label !== written) {
          edits.push({ from: at, to: at + whole.length, text: space + label });
          draft.mended(at, `${quote(written)} is called ${quote(label)}`);
        }
      } else {
        edits.push({ from: at, to: at + whole.length, text: '' });
        draft.look(
          at,
          isDisplay
            ? `The formula has a second label, ${quote(old)}, which was taken out: references to it lead to the first`
            : `${quote(written)} stands in a sentence, and was taken out`,
        );
      }
      if (first !== undefined) labels.set(old, first);
    }
  }
  draft.apply(edits);
  renameReferences(draft, labels);
}

function labelFrom(old: string, taken: ReadonlySet<string>): string {
  const plain = slugify(old.replace(/^(?:eqn?|equation)[:_-]/i, '')).slice(0, 50) || 'formula';
  let label = plain;
  for (let count = 2; taken.has(label); count += 1) label = `${plain}-${count}`;
  return label;
}

function renameReferences(draft: Draft, labels: ReadonlyMap<string, string>): void {
  // MkDocs and Jekyll writers put `$\eqref{x}$` between dollars so that MathJax sees it.
  const lone = matchProse(draft.text, /\$\s*(\\(?:eq)?ref\{[^{}$]*\})\s*\$/g, { formulas: false });
  draft.apply(
    lone.map(({ index, end, groups }) => ({ from: index, to: end, text: groups[1] ?? '' })),
  );
  const edits: Edit[] = [];
  for (const { index, end, groups } of matchProse(draft.text, /(\\(?:eq)?ref)\{([^{}]*)\}/g, {
    formulas: false,
  })) {
    const label = labels.get(groups[2] ?? '');
    if (label !== undefined && label !== groups[2])
      edits.push({ from: index, to: end, text: `${groups[1] ?? ''}{${label}}` });
  }
  draft.apply(edits);
}
