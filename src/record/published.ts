import type { Digest, Paper } from '../digest/model.ts';
import { buildRoutes } from '../routes.ts';
import { mergeRecords, type Published, type PublishedRecord } from './record.ts';

/** Files that change with what they hold, with the program, or with who is named: who asks for one has a page that names it. */
const OF_PAGES = /^(?:data|formulas|lists|pagefind|pictures|sharing)\/|^search\/.+\.json$/;
/** What hosts read or show by themselves, and what the bundler names. */
const OF_HOSTS = /^(?:404\.html$|[._])/;

/**
 * What a built site publishes. Its addresses are its files, whatever made them, so that none can be forgotten; ids and
 * anchors are the digest's.
 *
 * @param files paths of the built site, with `/`
 */
export function buildPublished(files: readonly string[], digest: Digest): PublishedRecord {
  const lasting = files.filter((file) => !OF_HOSTS.test(file) && !OF_PAGES.test(file));
  const pages = new Set(
    lasting.filter((file) => isPage(file)).map((file) => `/${file.slice(0, -'index.html'.length)}`),
  );
  const { base, paper, issue } = buildRoutes(digest.site.url);
  const papers = new Map(
    digest.papers.map((one) => [paper(one.slug).slice(base.length - 1), one] as const),
  );
  const issues = new Map(
    digest.issues.map((one) => [issue(one.id).slice(base.length - 1), one.lastingId] as const),
  );
  const published = lasting.map((file): Published => {
    const { address, beside } = splitFile(file, pages);
    const found = papers.get(address);
    const id = found?.id ?? issues.get(address);
    return {
      address,
      ...(id !== undefined && { id }),
      files: beside === undefined ? [] : [beside],
      anchors: found ? listPaperAnchors(found) : [],
    };
  });
  return mergeRecords([{ authority: digest.site.feeds.authority, pages: published }]);
}

function isPage(file: string): boolean {
  return file === 'index.html' || file.endsWith('/index.html');
}

/** A file by the page that it stands beside or below, where there is one. */
function splitFile(file: string, pages: ReadonlySet<string>): { address: string; beside?: string } {
  if (isPage(file)) return { address: `/${file.slice(0, -'index.html'.length)}` };
  const slash = file.lastIndexOf('/') + 1;
  const folder = `/${file.slice(0, slash)}`;
  const name = file.slice(slash);
  const dot = name.indexOf('.');
  const page = `${folder}${name.slice(0, dot)}/`;
  if (dot > 0 && pages.has(page)) return { address: page, beside: name.slice(dot) };
  if (pages.has(folder)) return { address: folder, beside: name };
  return { address: `/${file}` };
}

/** Those of its text, and those of before that it keeps. */
function listPaperAnchors({ facts, anchors }: Paper): string[] {
  return [...(facts?.anchors ?? []), ...Object.keys(anchors)];
}
