import { matchProse } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';

/**
 * Takes the instructions of template languages out of a text: Liquid's and Jinja's `{% … %}` and
 * `{{ … }}`, Hugo's shortcodes. Pictures and code become Markdown or HTML, which later steps know;
 * what is not known stays as a comment and is told.
 *
 * @param fields the front matter, for `{{ page.image_dir }}`
 */
export function mendLiquid(draft: Draft, fields: ReadonlyMap<string, string>): void {
  const { text } = draft;
  const edits: Edit[] = [];
  for (const match of matchProse(text, CODE, { formulas: false })) {
    const [, , language = '', content = ''] = match.groups;
    const isCode = match.written.includes('highlight');
    const told = isCode
      ? `\n\`\`\`${language}\n${content.replace(/^\n|\n$/g, '')}\n\`\`\`\n`
      : content;
    edits.push({ from: match.index, to: match.end, text: told });
    draft.mended(
      match.index,
      `${quote(match.written.slice(0, match.written.indexOf('%}') + 2))} … ${quote(match.written.slice(match.written.lastIndexOf('{%')))} became ${isCode ? 'code' : 'text'}`,
    );
  }
  draft.apply(edits);
  draft.apply(readShortcodes(draft));
  draft.apply(readOutputs(draft, fields));
  draft.apply(readTags(draft));
}

const CODE =
  /\{%-?\s*(?:(highlight)\s+([\w+-]+)[^%]*|raw)\s*-?%\}([\s\S]*?)\{%-?\s*end(?:highlight|raw)\s*-?%\}/dg;

function readShortcodes(draft: Draft): Edit[] {
  const shortcode =
    /\{\{[<%]\s*(\/?)\s*([\w/-]+)((?:\s+(?:[\w-]+=)?(?:"[^"]*"|`[^`]*`|[^\s>%"`]+))*)\s*\/?\s*[>%]\}\}/dg;
  return matchProse(draft.text, shortcode, { formulas: false }).map((match) => {
    const [, slash = '', name = '', rest = ''] = match.groups;
    const values = readAttributes(rest);
    const told = slash === '' ? renderShortcode(name, values) : closeShortcode(name);
    if (told === undefined) {
      draft.look(
        match.index,
        `The shortcode ${quote(match.written)} has no counterpart; it stands as a comment`,
      );
    } else draft.mended(match.index, `The shortcode ${quote(match.written)} was written out`);
    return { from: match.index, to: match.end, text: told ?? comment(match.written) };
  });
}

/** `src="a.png" caption="x"`, and values without a name by their place. */
function readAttributes(text: string): Map<string, string> {
  const values = new Map<string, string>();
  let count = 0;
  for (const match of text.matchAll(/(?:([\w-]+)=)?(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/g)) {
    const [, name, quoted, raw, bare] = match;
    values.set(name ?? String(count++), quoted ?? raw ?? bare ?? '');
  }
  return values;
}

function renderShortcode(name: string, values: Map<string, string>): string | undefined {
  const first = values.get('0') ?? values.get('id') ?? '';
  if (name === 'figure' || name === 'img' || name === 'image') {
    const src = values.get('src') ?? first;
    const caption = [values.get('title'), values.get('caption'), values.get('attr')]
      .filter((part) => part !== undefined && part !== '')
      .join('. ');
    const width = values.get('width') ?? '';
    const picture = `<img src="${escape(src)}" alt="${escape(values.get('alt') ?? '')}"${width === '' ? '' : ` width="${escape(width)}"`}>`;
    return `<figure>${picture}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
  }
  if (name === 'youtube')
    return `<iframe src="https://www.youtube.com/watch?v=${escape(first)}"></iframe>`;
  if (name === 'vimeo') return `<iframe src="https://vimeo.com/${escape(first)}"></iframe>`;
  if (name === 'highlight') return `\n\`\`\`${first}`;
  if (name === 'details' || name === 'expand')
    return `<details><summary>${values.get('summary') ?? values.get('title') ?? (first || 'More')}</summary>\n`;
  if (/^(?:katex|math|mathjax|notice|note|hint|admonition|callout|alert)$/.test(name))
    return /^(?:katex|math|mathjax)$/.test(name) ? '' : '\n<Aside>\n\n';
  if (name === 'ref' || name === 'relref') return `post_url:${first}`;
  return undefined;
}

function closeShortcode(name: string): string | undefined {
  if (name === 'highlight') return '```\n';
  if (name === 'details' || name === 'expand') return '\n</details>';
  if (/^(?:katex|math|mathjax)$/.test(name)) return '';
  return /^(?:notice|note|hint|admonition|callout|alert)$/.test(name)
    ? '\n\n</Aside>\n'
    : undefined;
}

/** `{{ page.image_dir | append: 'a.png' | relative_url }}` and the like, where the parts are known. */
function readOutputs(draft: Draft, fields: ReadonlyMap<string, string>): Edit[] {
  return matchProse(draft.text, /\{\{(?![<%])([^{}\n]*)\}\}/dg, { formulas: true }).map((match) => {
    const value = evaluate(match.groups[1] ?? '', fields);
    if (value === undefined) {
      draft.look(
        match.index,
        `The template ${quote(match.written)} has no counterpart; it stands as a comment`,
      );
    } else draft.mended(match.index, `The template ${quote(match.written)} became ${quote(value)}`);
    return { from: match.index, to: match.end, text: value ?? comment(match.written) };
  });
}

function evaluate(expression: string, fields: ReadonlyMap<string, string>): string | undefined {
  const [head = '', ...filters] = expression.split('|').map((part) => part.trim());
  let value = /^(['"])(.*)\1$/.exec(head)?.[2];
  if (value === undefined && /^site\.(?:baseurl|url)$/.test(head)) value = '';
  value ??= fields.get(head.replace(/^page\./, ''));
  for (const filter of filters) {
    const [, name, , argument = ''] = /^(\w+)(?:\s*:\s*(['"])(.*)\2)?$/.exec(filter) ?? [];
    if (name === 'append') value = value === undefined ? undefined : value + argument;
    else if (name === 'prepend') value = value === undefined ? undefined : argument + value;
    else if (name !== 'relative_url' && name !== 'absolute_url') return undefined;
  }
  return value;
}

/** What is left of `{% … %}`: links to posts are made addresses, the rest comments. */
function readTags(draft: Draft): Edit[] {
  return matchProse(draft.text, /\{%-?\s*([\w-]+)([^%]*?)-?%\}/dg, { formulas: false }).map(
    (match) => {
      const [, name = '', rest = ''] = match.groups;
      const at = { from: match.index, to: match.end };
      if (name === 'link' || name === 'post_url') return { ...at, text: `${name}:${rest.trim()}` };
      draft.look(
        match.index,
        `The instruction ${quote(match.written)} has no counterpart; it stands as a comment`,
      );
      return { ...at, text: comment(match.written) };
    },
  );
}

/** Text that nobody is shown; it can hold anything. */
export function comment(text: string): string {
  return `{/* ${text.replaceAll('*/', '* /').trim()} */}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
