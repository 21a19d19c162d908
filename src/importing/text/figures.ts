import { matchProse } from './areas.ts';
import { quote, type Draft, type Edit } from './draft.ts';
import { sizeOf, writeFigure } from './figure-markup.ts';
import { renderHtml } from './html.ts';

const LIST =
  /\{:?[ \t]*((?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)|[\w-]+)(?:[ \t]+(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+)))*)[ \t]*\}/;

/**
 * Writes a picture that stands alone, with the attribute list and the `<figcaption>` behind it, as
 * `<Figure>`. Pictures in a sentence stay Markdown.
 */
export function mendFigures(draft: Draft): void {
  const picture = new RegExp(
    `(?<=^|\\n)([ \\t>]*)!\\[((?:[^\\]\\\\]|\\\\.|\\](?!\\())*)\\]\\(\\s*(<[^<>\\n]*>|[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)(?:\\s+(?:"([^"]*)"|'([^']*)'))?\\s*\\)[ \\t]*(?:${LIST.source})?[ \\t]*(?:\\n[ \\t>]*${LIST.source}[ \\t]*(?=\\n|$))?(?:\\s{0,6}<figcaption[^<>]*>([\\s\\S]{0,4000}?)</figcaption>[ \\t]*(?:\\n[ \\t>]*${LIST.source})?|(?=[ \\t]*(?:\\n|$)))`,
    'dg',
  );
  const edits: Edit[] = [];
  for (const { index, end, written, groups } of matchProse(draft.text, picture, {
    formulas: false,
  })) {
    const [, indent = '', alt = '', src = '', double, single, near, below, caption, last] = groups;
    const hints = [near, below, last].filter((part) => part !== undefined).join(' ');
    const rendered = caption === undefined ? { text: '', looks: [] } : renderHtml(caption);
    const title = double ?? single ?? '';
    const words = rendered.text === '' ? title : rendered.text;
    const label = /#(?:fig[:_-]?)?([a-z][a-z0-9-]*)/.exec(hints)?.[1];
    const figure = writeFigure({
      src: src.replace(/^<|>$/g, ''),
      alt: alt.replace(/\\(.)/g, '$1'),
      hints,
      caption: words,
      ...(label !== undefined && { label: `fig:${label}` }),
    });
    edits.push({
      from: index,
      to: end,
      text: `\n${indent}${figure.replace(/\n(?=.)/g, `\n${indent}`)}\n`,
    });
    for (const look of rendered.looks) draft.look(index, look);
    if (hints !== '')
      draft.mended(
        index,
        `The attribute list ${quote(hints)} of a picture became ${sizeOf(hints) === undefined ? 'nothing: it says how it looked' : `\`size="${sizeOf(hints) ?? ''}"\``}`,
      );
    if (title !== '' && rendered.text !== '')
      draft.look(
        index,
        `The title ${quote(title)} of a picture was left out, since it has a caption`,
      );
    draft.mended(index, `${quote(written, 60)} became \`<Figure>\``);
  }
  draft.apply(edits);
  draft.apply(strayCaptions(draft));
}

function strayCaptions(draft: Draft): Edit[] {
  // Those within a `<figure>` of HTML are found with it.
  const caption =
    /<figure(?:\s[^<>]*)?>[\s\S]{0,8000}?<\/figure>|<figcaption[^<>]*>([\s\S]{0,4000}?)<\/figcaption>/dg;
  return matchProse(draft.text, caption, { formulas: false }).flatMap((match) => {
    const { index, end, written, groups } = match;
    if (!written.startsWith('<figcaption')) return [];
    draft.look(index, 'A caption stands without its picture; it became a paragraph');
    return [{ from: index, to: end, text: `\n\n${renderHtml(groups[1] ?? '').text}\n\n` }];
  });
}

/**
 * Makes what `mendFigures` knows of other ways to write a picture with its caption: `<figure>` around
 * Markdown, as Material for MkDocs has it, and an `<img>` on lines of its own.
 */
export function openFigures(draft: Draft): void {
  const figure = /<figure[^<>]*>((?:(?!<\/figure>)[\s\S]){0,8000}?)<\/figure>/dg;
  const edits: Edit[] = [];
  for (const { index, end, written, groups } of matchProse(draft.text, figure, {
    formulas: false,
  })) {
    const content = groups[1] ?? '';
    if (!content.includes('![')) continue;
    const lines = content.split('\n').map((line) => line.trim());
    edits.push({ from: index, to: end, text: `\n\n${lines.join('\n').trim()}\n\n` });
    draft.mended(
      index,
      `${quote(/^<figure[^<>]*>/.exec(written)?.[0] ?? '<figure>')} became \`<Figure>\``,
    );
  }
  draft.apply(edits);
  const inside = matchProse(
    draft.text,
    /<figure[\s\S]*?<\/figure>|<table[\s\S]*?<\/table>|<picture[\s\S]*?<\/picture>/g,
    { formulas: false },
  );
  const img =
    /(?<=^|\n)([ \t]*)<img\s((?:[^<>"']|"[^"]*"|'[^']*')*?)\/?>(?=[ \t]*(?:\n|$|<figcaption|\{))/dg;
  const own = matchProse(draft.text, img, { formulas: false })
    .filter(({ index }) => !inside.some((one) => index > one.index && index < one.end))
    .map(({ index, end, groups }) => {
      const [, indent = '', attributes = ''] = groups;
      const value = (name: string) => {
        const found = new RegExp(
          `(?<![\\w-])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`,
          'i',
        ).exec(attributes);
        return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').replace(/\s+/g, ' ').trim();
      };
      const hints = ['class', 'width', 'style'].flatMap((name) =>
        value(name) === '' ? [] : [`${name}="${value(name)}"`],
      );
      const list = hints.length > 0 ? `{: ${hints.join(' ')}}` : '';
      draft.mended(index, '`<img>` became `<Figure>`');
      const alt = decode(value('alt')).replace(/[[\]]/g, '\\$&');
      return { from: index, to: end, text: `${indent}![${alt}](<${decode(value('src'))}>)${list}` };
    });
  draft.apply(own);
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Takes the attribute lists of kramdown and Python-Markdown away: `{: .lead}`, `{#id}`, `{ .annotate }`. */
export function dropAttributeLists(draft: Draft): void {
  const list = new RegExp(
    `[ \\t]*\\{:[^{}\\n]*\\}|(?<=\\S)[ \\t]*(?<![\\\\$])${LIST.source}(?=[ \\t]*(?:\\n|$))|(?<=[)\\]*_\`])${LIST.source}`,
    'g',
  );
  const edits: Edit[] = [];
  for (const { index, end, written } of matchProse(draft.text, list)) {
    const content = written.trim();
    if (!/^\{:|^\{\s*[.#]|=/.test(content)) continue;
    if (/\{:\s*toc\b/.test(content)) {
      const item = /(?:^|\n)[ \t]*(?:[*+-]|1\.)[ \t]+[^\n]*\n?[ \t]*$/.exec(
        draft.text.slice(0, index),
      );
      if (item !== null) {
        edits.push({ from: index - item[0].trimStart().length, to: end, text: '' });
        draft.mended(
          index,
          `The list of contents ${quote(`${item[0].trim()} ${content}`)} was left out: the site makes its own`,
        );
        continue;
      }
    }
    edits.push({ from: index, to: end, text: '' });
    draft.look(index, `The attribute list ${quote(content)} was taken out`);
  }
  draft.apply(edits);
}
