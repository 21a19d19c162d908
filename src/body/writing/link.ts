import { plainText } from '../judging/anchors.ts';
import { judgeHost, judgeLinkText } from '../judging/hosts.ts';
import { judgeLink, judgePicture } from '../judging/links.ts';
import { judgeAltText } from '../components/alt.ts';
import { nearest } from '../nearest.ts';
import type { SyntaxNode } from '../parsing/parse.ts';
import { excerpt, type Report } from '../judging/report.ts';
import type { Inline, Node } from '../tree.ts';
import type { Writer, Written } from './writer.ts';

/** Links and pictures of one text; characters of what is shown when one rests on them. */
const MAX_ADDRESSES = 1_500;
const MAX_TITLE = 300;

export function writeLink(node: SyntaxNode, children: Inline[], writer: Writer): Node {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  if (!source) return { type: 'emphasis', children };
  const { url = '' } = source;
  const fault = judgeLink(url);
  if (fault && 'code' in fault) writer.report.add({ offset, ...fault });
  else if (fault) writer.written.anchors.push({ name: fault.anchor, offset });
  else {
    const host = judgeHost(url) ?? judgeLinkText(plainText(node), url);
    if (host) writer.report.add({ offset, ...host });
    if (!writer.written.links.has(url)) writer.written.links.set(url, offset);
  }
  if (children.length === 0) {
    writer.report.add({
      offset,
      code: 'empty-link',
      message: `The link to \`${excerpt(url)}\` has no text.`,
      fix: `Write \`[text](${excerpt(url)})\`.`,
    });
  }
  // A refused address does not reach the tree, whatever the caller does with the problems.
  if (fault && 'code' in fault) return { type: 'emphasis', children };
  return { type: 'link', url, ...(source.title && { title: source.title }), children };
}

export function writeImage(node: SyntaxNode, writer: Writer): Node | undefined {
  const offset = node.position.start.offset;
  const source = resolveDefinition(node, writer);
  const alt = (node.alt ?? '').trim();
  if (!source) return { type: 'text', value: alt };
  const { url = '' } = source;
  if (writer.inline) {
    writer.report.add({
      offset,
      code: 'picture-in-line',
      message: `The picture \`${excerpt(url)}\` stands in a text of one line.`,
      fix: 'Put it into the body of the summary: `<Figure src="./picture.svg" alt="…" />`.',
    });
    return undefined;
  }
  const fault = judgePicture(url);
  if (fault) writer.report.add({ offset, ...fault });
  else writer.written.pictures.push({ src: url, offset });
  if (alt === '') {
    writer.report.add({
      offset,
      code: 'missing-alt',
      message: `The picture \`${excerpt(url)}\` has no words for those who do not see it.`,
      fix: `Write what it shows: \`![What it shows](${excerpt(url)})\`.`,
    });
  } else if (!fault) {
    const write = (words: string) => `![${words}](${excerpt(url)})`;
    for (const one of judgeAltText(alt, url, excerpt(write(alt), 60), write)) {
      writer.report.add({ offset, ...one });
    }
  }
  if (fault) return { type: 'text', value: alt };
  return { type: 'image', url, alt, ...(source.title && { title: source.title }) };
}

/** Where a link or picture leads: `[a]` repeats all that `[a]: …` holds, so both are bounded. */
function resolveDefinition(node: SyntaxNode, writer: Writer): SyntaxNode | undefined {
  const { report, written, collected } = writer;
  const offset = node.position.start.offset;
  const own = node.type === 'link' || node.type === 'image';
  const source = own ? node : collected.definitions.get(node.identifier ?? '');
  written.addresses += 1;
  if (written.addresses > MAX_ADDRESSES) {
    const message = `The text has more than ${MAX_ADDRESSES} links and pictures.`;
    const fix = 'Shorten it, or make two summaries of it.';
    if (written.addresses === MAX_ADDRESSES + 1) {
      report.add({ offset, code: 'too-much', message, fix });
    }
    return undefined;
  }
  const title = source?.title ?? '';
  if (title.length <= MAX_TITLE) return source;
  report.add({
    offset: source?.position.start.offset ?? offset,
    code: 'long-title',
    message: `The title \`${excerpt(title)}\` of an address has ${title.length} characters; at most ${MAX_TITLE} are taken.`,
    fix: 'Put it into the text.',
  });
  return source && { ...source, title: null };
}

/** Tells links to `#anchor` that lead nowhere. */
export function checkAnchors(written: Written, ids: ReadonlySet<string>, report: Report): void {
  for (const { name, offset } of written.anchors) {
    if (ids.has(name)) continue;
    const near = nearest(name, ids);
    report.add({
      offset,
      code: 'dead-anchor',
      message: `The link leads to \`#${excerpt(name)}\`, which is nowhere in this text.`,
      fix: near ? `Did you mean \`#${near}\`?` : listAnchors(ids),
    });
  }
}

function listAnchors(ids: ReadonlySet<string>): string {
  const [first, ...more] = [...ids].slice(0, 8).map((id) => `\`#${id}\``);
  if (first === undefined) return 'Write the full address of the page, or take the link out.';
  if (more.length === 0) return `The only anchor of this text is ${first}.`;
  return `The anchors of this text are ${[first, ...more].join(', ')}${ids.size > 8 ? ' and others' : ''}.`;
}
