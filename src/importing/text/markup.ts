import { ELEMENTS, GLOBAL_ATTRIBUTES } from '../../body/judging/elements.ts';
import { findAreas, maskText, matchProse } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';
import { surround } from './figure-markup.ts';
import { MARKS, renderHtml } from './html.ts';
import { comment } from './liquid.ts';

/** What is taken as a whole, since Markdown does not go on inside. */
const WHOLE =
  'figure table iframe video picture script style svg object embed audio canvas form noscript ul ol dl pre blockquote'.split(
    ' ',
  );
/** Tags around text that say only how it looked. */
const DROPPED =
  'p div center section article main header footer font span big nav aside figcaption thead tbody'.split(
    ' ',
  );
const MARKS_IN_TEXT: Readonly<Record<string, string>> = { ...MARKS, tt: '`', code: '`' };
const TAG =
  /<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*(\/?)>/g;

/** Writes HTML as Markdown, as components of ours, or as the few tags that ours takes. */
export function mendMarkup(draft: Draft): void {
  mendComments(draft);
  replaceWhole(draft);
  replaceDetails(draft);
  replacePairs(draft);
  replaceTags(draft);
}

function mendComments(draft: Draft): void {
  const { text } = draft;
  const edits = findAreas(text)
    .filter(({ from, kind }) => kind === 'comment' && text.startsWith('<!--', from))
    .map(({ from, to }) => {
      draft.mended(from, 'A comment of HTML became one of MDX');
      return { from, to, text: comment(text.slice(from + 4, to - 3)) };
    });
  draft.apply(edits);
}

function replaceWhole(draft: Draft): void {
  const { text } = draft;
  const masked = maskText(text);
  const tags = [...masked.matchAll(TAG)];
  const edits: Edit[] = [];
  let end = 0;
  for (const [index, tag] of tags.entries()) {
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '/' || tag.index < end || !WHOLE.includes(name)) continue;
    // `<Figure>` and `<Table>` are ours already.
    if (/^[A-Z][a-z]/.test(tag[2] ?? '')) continue;
    const to = findClose(tags, index, name) ?? tag.index + tag[0].length;
    const html = text.slice(tag.index, to);
    const { text: told, looks } = renderHtml(html);
    const start = text.lastIndexOf('\n', tag.index - 1) + 1;
    const indent = /^[ \t>]*/.exec(text.slice(start, tag.index))?.[0] ?? '';
    edits.push({
      from: tag.index,
      to,
      text: `\n\n${indent}${told.replace(/\n(?=.)/g, `\n${indent}`)}\n\n${indent}`.replace(
        /^(?:\s*\n)+(?=)/,
        '\n\n' + indent,
      ),
    });
    for (const look of looks) draft.look(tag.index, look);
    draft.mended(tag.index, `${quote(html, 60)} became ${quote(told, 60)}`);
    end = to;
  }
  draft.apply(edits);
}

function findClose(tags: RegExpExecArray[], open: number, name: string): number | undefined {
  let depth = 0;
  for (const tag of tags.slice(open)) {
    if ((tag[2] ?? '').toLowerCase() !== name) continue;
    if (tag[1] === '/') depth -= 1;
    else if (tag[4] !== '/') depth += 1;
    if (depth === 0) return tag.index + tag[0].length;
  }
  return undefined;
}

/** `<b>…</b>`, `<a href>…</a>`: from the inside out. */
function replacePairs(draft: Draft): void {
  const pair =
    /<(b|strong|em|i|u|s|strike|tt|code|a)((?:\s[^<>]*)?)>((?:(?!<\1[\s>]|\n[ \t]*\n)[\s\S]){0,3000}?)<\/\1>/dgi;
  for (let round = 0; round < 6; round += 1) {
    const edits = matchProse(draft.text, pair).map(({ index, end, groups }) => {
      const [, tag = '', attributes = '', inner = ''] = groups;
      const name = tag.toLowerCase();
      const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
      const address = href?.[1] ?? href?.[2] ?? href?.[3] ?? '';
      const told =
        name === 'a'
          ? address === ''
            ? inner
            : `[${inner.trim()}](${address.trim()})`
          : surround(inner, MARKS_IN_TEXT[name] ?? '');
      draft.mended(index, `${quote(`<${tag}${attributes}>`)} became ${quote(told, 60)}`);
      return { from: index, to: end, text: told };
    });
    if (edits.length === 0) break;
    draft.apply(edits);
  }
}

/** `<details><summary>…`, whose words become an attribute. */
function replaceDetails(draft: Draft): void {
  const summary = /<summary[^<>]*>((?:(?!<\/summary>)[\s\S]){1,600})<\/summary>/dgi;
  const details =
    /<details[^<>]*>\s*(?:<summary[^<>]*>((?:(?!<\/summary>)[\s\S]){1,600})<\/summary>)?/dg;
  draft.apply(
    matchProse(draft.text, details, { formulas: false }).map(({ index, end, groups }) => {
      draft.mended(index, '`<details>` became `<Details>`');
      const words = (groups[1] ?? 'More')
        .replace(/<[^<>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      return {
        from: index,
        to: end,
        text: `\n\n<Details summary="${words.replaceAll('"', '&quot;').slice(0, 200)}">\n\n`,
      };
    }),
  );
  draft.apply(
    matchProse(draft.text, /<\/details>/g).map(({ index, end }) => ({
      from: index,
      to: end,
      text: '\n\n</Details>\n\n',
    })),
  );
  draft.apply(
    matchProse(draft.text, summary, { formulas: false }).map(({ index, end, groups }) => ({
      from: index,
      to: end,
      text: surround(groups[1] ?? '', '**'),
    })),
  );
}

function replaceTags(draft: Draft): void {
  const { text } = draft;
  const edits: Edit[] = [];
  for (const tag of maskText(text).matchAll(TAG)) {
    const [written, slash = '', name = '', attributes = ''] = tag;
    const from = tag.index;
    const to = from + written.length;
    const small = name.toLowerCase();
    if (/^[A-Z][a-z]/.test(name)) continue;
    let told: string | undefined;
    if (small === 'br' || small === 'wbr') told = slash === '/' ? '' : `<${small} />`;
    else if (small === 'hr') told = '\n\n---\n\n';
    else if (small === 'img') told = renderHtml(text.slice(from, to)).text;
    else if (/^h[1-6]$/.test(small))
      told = slash === '/' ? '\n\n' : `\n\n${'#'.repeat(Number(small.slice(1)))} `;
    else if (small === 'li') told = slash === '/' ? '' : '\n- ';
    else if (small === 'figcaption') continue;
    else if (DROPPED.includes(small)) told = /^(?:font|span|big)$/.test(small) ? '' : '\n\n';
    else if (small === 'a') told = '';
    else if (Object.hasOwn(ELEMENTS, small))
      told = slash === '/' ? `</${small}>` : keepAttributes(small, attributes);
    if (told === undefined || told === written) continue;
    edits.push({ from, to, text: told });
    draft.mended(
      from,
      told.trim() === ''
        ? `The tag ${quote(written)} was left out, its content stays`
        : `${quote(written)} became ${quote(told)}`,
    );
  }
  draft.apply(edits);
}

/** The tag with those of its attributes that the allow-list has. */
function keepAttributes(name: string, attributes: string): string {
  const rules = { ...GLOBAL_ATTRIBUTES, ...ELEMENTS[name]?.attributes };
  const kept = [...attributes.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].flatMap(
    (match) => {
      const [, attribute = '', double, single = ''] = match;
      const value = double ?? single;
      const isKnown = Object.hasOwn(rules, attribute) && rules[attribute]?.pattern.test(value);
      return isKnown ? [` ${attribute}="${value.replaceAll('"', '&quot;')}"`] : [];
    },
  );
  return `<${name}${kept.join('')}>`;
}
