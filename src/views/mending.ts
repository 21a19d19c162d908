import type { Edition } from '../digest/edition.ts';
import { buildForge } from '../routes.ts';
import { text } from '../text.ts';
import type { Page, TextLink } from './page.ts';

/** Of a title in the title of an issue. */
const maxTitle = 120;

/**
 * Where a reader mends a page: its file in the forge's editor, a report filled in, what changed before.
 *
 * @param fix what the file is to the page, where it is not all of it
 */
export function buildMending(
  { digest: { site }, routes }: Edition,
  page: Pick<Page, 'title' | 'path'>,
  file: string | undefined,
  fix: string = text.mending.fix,
): TextLink[] {
  const { report, history, repository } = text.mending;
  if (site.repository === undefined || file === undefined) return [];
  const forge = buildForge(site.repository, site.branch);
  if (forge === undefined) return [{ href: site.repository, text: repository }];
  const path = findPath(file, site.folder);
  const address = routes.absolute(page.path);
  return [
    ...(path === undefined ? [] : [{ href: forge.edit(path), text: fix }]),
    {
      href: forge.report(
        text.mending.reportTitle(shorten(page.title)),
        text.mending.reportBody(address, path),
      ),
      text: report,
    },
    ...(path === undefined ? [] : [{ href: forge.history(path), text: history }]),
  ];
}

/**
 * The path of a file in its repository: below the folder that site.yaml names, else as it stands from where the
 * site is built. Undefined for a file outside of that, of which nobody said where its repository begins.
 */
function findPath(file: string, folder: string | undefined): string | undefined {
  if (folder === undefined) return /^(?:\.\.\/|\/|[A-Za-z]:)/.test(file) ? undefined : file;
  const inner = /(?:^|\/)((?:papers\/[^/]+\/[^/]+|issues\/[^/]+|people)\/[^/]+|about\.mdx)$/.exec(
    file,
  )?.[1];
  return inner && (folder === '.' ? inner : `${folder}/${inner}`);
}

function shorten(title: string): string {
  const characters = Array.from(title);
  return characters.length > maxTitle ? `${characters.slice(0, maxTitle - 1).join('')}…` : title;
}
