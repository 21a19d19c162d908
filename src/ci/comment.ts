import { count } from '../text.ts';
import type { Changes } from './changes.ts';

/** How the comment is found again among all others; those of other accounts that hold it are not it. */
export const MARK = '<!-- preview of this pull request -->';

export type Preview = {
  changes: Changes;
  /** Of the commit that is shown. */
  sha: string;
  /** Where the preview begins, `https://….example/digest/`; undefined where none was deployed. */
  address?: string | undefined;
  /** The page of the run that made it. */
  run: string;
};

export const PICTURES = ['light', 'dark', 'phone'] as const;

/**
 * The comment on a pull request, as GitHub's Markdown. What strangers wrote stands in code spans, where nothing is a
 * mention, a reference, a link or markup; every link leads to the preview or to the run.
 */
export function renderComment({ changes, sha, address, run }: Preview): string {
  const { pages, papers, tags, people } = changes;
  const link = (path: string, text: string) =>
    address === undefined ? text : `[${text}](${address}${path})`;
  const list = <T>(
    title: string,
    some: { count: number; first: T[] },
    item: (one: T) => string,
  ) => {
    if (some.count === 0) return [];
    const rest = some.count - some.first.length;
    const items = [...some.first.map(item), ...(rest > 0 ? [`and ${rest} more`] : [])];
    return ['', `**${title}**`, ...items.map((one) => `- ${one}`)];
  };
  const titled = ({ path, title }: { path: string; title: string }) => link(path, inCode(title));
  const named = ({ path, name }: { path: string; name: string }) => link(path, inCode(name));
  const commit = `\`${sha.slice(0, 7)}\``;
  const head =
    address === undefined
      ? `The site with this pull request was built of ${commit}. It lies in the [run](${run}) as the file \`preview\`.`
      : `**[See the site with this pull request](${address})**, as of ${commit}.`;
  const lines = [
    MARK,
    head,
    ...(address === undefined ? [] : ['', ...renderPictures(address)]),
    ...list('New papers', papers.added, titled),
    ...list('Changed papers', papers.changed, titled),
    // What was taken away has no page in the preview.
    ...list('Removed papers', papers.removed, ({ title }) => inCode(title)),
    ...list('New people', people, named),
    ...list('New tags', tags, named),
    ...list(`${count(pages.added.count, 'page')} added`, pages.added, (path) =>
      link(path, inCode(`/${path}`)),
    ),
    ...list(`${count(pages.removed.count, 'page')} removed`, pages.removed, (path) =>
      inCode(`/${path}`),
    ),
  ];
  return fit(lines);
}

/** GitHub takes 65 536 characters; a comment beyond that would be none. */
function fit(lines: readonly string[]): string {
  let length = 0;
  const room = 59_000;
  const kept = lines.filter((line) => (length += line.length + 1) <= room);
  return `${[...kept, ...(kept.length < lines.length ? ['', '…'] : [])].join('\n')}\n`;
}

function renderPictures(address: string): string[] {
  return [
    `| ${PICTURES.join(' | ')} |`,
    `| ${PICTURES.map(() => '---').join(' | ')} |`,
    `| ${PICTURES.map((name) => `![${name}](${pictureAddress(address, name)})`).join(' | ')} |`,
  ];
}

/** Beside the site, where no page of it can be. */
export function pictureAddress(address: string, name: string): string {
  return `${new URL(address).origin}/preview-pictures/${name}.png`;
}

/** A stranger's words as a code span: one line, no controls, nothing that ends it. */
export function inCode(text: string): string {
  const plain = text
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('`', "'")
    .trim();
  return `\`${plain === '' ? '?' : plain}\``;
}
