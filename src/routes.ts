/**
 * Every address of the site, as functions of ids. All of them begin with the
 * base path of `url` in site.yaml and are given without the origin;
 * `absolute` adds it. Nothing else in the program spells an address.
 */
export type Routes = ReturnType<typeof buildRoutes>;

/** @param url the site's own address, `https://example.org/` or `https://example.org/digest/` */
export function buildRoutes(url: string) {
  const { origin, pathname } = new URL(url);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return {
    base,
    absolute: (path: string) => origin + path,
    home: () => base,
    issues: () => `${base}issues/`,
    issue: (id: string) => `${base}issues/${id}/`,
    papers: () => `${base}papers/`,
    papersOfYear: (year: string) => `${base}papers/year/${year}/`,
    /** The folder of the years of all papers or issues, with a slash at its end. */
    years: (of: 'papers' | 'issues') => `${base}${of}/year/`,
    /** A year or a month of a list. @param folder of its years; of a tag, a category or a person it is their page */
    period: (folder: string, period: string) => `${folder}${paramOfPeriod(period)}/`,
    paper: (slug: string) => `${base}papers/${slug}/`,
    /** What a list is sorted and filtered by: of the papers published in a year. */
    paperFacts: (year: string) => `${base}lists/papers/${year}.json`,
    /** The people whose names have a word that begins so. @param name of the part, as `src/lists/people.ts` makes it */
    peopleFacts: (name: string) => `${base}lists/people/${name}.json`,
    /** A picture of any paper; its name holds the hash of its bytes. */
    picture: (name: string) => `${base}pictures/${name}`,
    /** What a messenger shows of an address: of one thing, or of the site for all other pages. */
    sharing: (kind: 'issues' | 'papers' | 'authors', id: string) =>
      `${base}sharing/${kind}/${id}.png`,
    siteSharing: () => `${base}sharing/site.png`,
    /** The numbers of a plot; the name holds the hash of their bytes. */
    data: (name: string) => `${base}data/${name}`,
    authors: () => `${base}authors/`,
    author: (id: string) => `${base}authors/${id}/`,
    /** Authors by how their names begin, where all are too many for a page. @param letter `a`, `sch`, or `other` */
    authorsOf: (letter: string) => `${base}authors/letter/${letter}/`,
    tags: () => `${base}tags/`,
    tag: (id: string) => `${base}tags/${id}/`,
    /** @param slug a category with its dot replaced, `cs-lg`: an address with a dot is a 404 in dev. */
    category: (slug: string) => `${base}categories/${slug}/`,
    statistics: () => `${base}statistics/`,
    equations: () => `${base}equations/`,
    search: () => `${base}search/`,
    /** The folder of what searches the texts, with a slash at its end. */
    searchIndex: () => `${base}pagefind/`,
    /** Where the formulas are with their places, and the words that a slip of the keys may have meant. */
    searchFormulas: () => `${base}search/formulas.json`,
    /** @param part of the formulas, the oldest is 1 */
    searchFormulasOf: (part: number) => `${base}search/formulas/${part}.json`,
    searchWords: () => `${base}pagefind/words.json`,
    /** What this browser keeps for its reader. */
    reading: () => `${base}reading/`,
    /** The worker that keeps pages for reading offline; its place says for which: all of the site. */
    worker: () => `${base}sw.js`,
    feeds: () => `${base}feeds/`,
    /** @param pictures whether formulas are pictures, for readers that strip MathML */
    feed: (of: 'papers' | 'issues', format: FeedFormat, pictures = false) =>
      `${base}feeds/${of}${pictures ? '-pictures' : ''}.${FEED_FORMATS[format].extension}`,
    /** What the newest entries of a feed leave out, in parts that never change again; the oldest is 1. */
    feedArchive: (of: 'papers' | 'issues', format: FeedFormat, part: number, pictures = false) =>
      `${base}feeds/${of}${pictures ? '-pictures' : ''}/${part}.${FEED_FORMATS[format].extension}`,
    /** The Atom feed of one tag, category or person. @param page the page that it follows */
    facetFeed: (page: string) => `${page}feed.xml`,
    /** A feed of formulas alone, to try a reader with. */
    trialFeed: (pictures = false) => `${base}feeds/try${pictures ? '-pictures' : ''}.atom`,
    opml: () => `${base}feeds/feeds.opml`,
    /** A formula as a picture; the name holds the hash of its TeX, so that mails that were sent show it for ever. */
    formula: (name: string) => `${base}formulas/${name}`,
    twin,
    /** An issue as mail, and as the plain text that goes with it. */
    mail: (id: string, form: 'html' | 'txt') => `${base}issues/${id}/email.${form}`,
    digestJson: () => `${base}digest.json`,
    /** @param name of what it describes, `paper` */
    jsonSchema: (name: string) => `${base}schemas/${name}.schema.json`,
    labels: () => `${base}labels.json`,
    /** The same for Sphinx and what is like it, which look for this name. */
    inventory: () => `${base}objects.inv`,
    llms: () => `${base}llms.txt`,
    robots: () => `${base}robots.txt`,
    /** @param part of a sitemap of more addresses than one file may hold, from 1 on */
    sitemap: (part?: number) => `${base}sitemap${part === undefined ? '' : `-${part}`}.xml`,
    about: () => `${base}about/`,
    contribute: () => `${base}contribute/`,
    /** Where a writer sees a summary before it is sent, and what that page asks of the digest. */
    contributePreview: () => `${base}contribute/preview/`,
    contributeKnown: () => `${base}contribute/known.json`,
    contributeErrors: () => `${base}contribute/errors/`,
    /** @param code of a problem, `unknown-tag` */
    contributeError: (code: string) => `${base}contribute/errors/#${code}`,
    favicon: () => `${base}favicon.svg`,
    /** An address as a site.yaml may give it: `/contribute/` is inside the site, the rest stays. */
    given: (href: string) => (href.startsWith('/') ? base + href.slice(1) : href),
  };
}

/** A year or a month, `2026-03`, as part of an address, `2026/03`, and back. */
export const paramOfPeriod = (period: string) => period.replace('-', '/');
export const periodOfParam = (param: string) => param.replace('/', '-');

/** What a feed can be written as. RSS has had `.xml` since the first day. */
export const FEED_FORMATS = {
  atom: { extension: 'atom', type: 'application/atom+xml' },
  rss: { extension: 'xml', type: 'application/rss+xml' },
  json: { extension: 'json', type: 'application/feed+json' },
} as const;

export type FeedFormat = keyof typeof FEED_FORMATS;

/** Forms in which a paper, an issue or a list of papers can be had beside its page. */
export type Twin = 'md' | 'json' | 'bib' | 'csl.json' | 'ris' | 'epub';

/** The same as a page in another form, beside it: `/papers/titans.bib`. @param page its address */
export const twin = (page: string, extension: Twin) => `${page.replace(/\/$/, '')}.${extension}`;

/** The `rel` of a link whose address a stranger gave. */
export const strangers = 'ugc nofollow';

/** The DOI that arXiv gives each of its papers: https://info.arxiv.org/help/doi.html */
export const arxivDoi = (id: string) => `10.48550/arXiv.${id}`;

/** What a paper's identifiers lead to. */
export const sources = {
  arxiv: (id: string) => `https://arxiv.org/abs/${id}`,
  arxivPdf: (id: string) => `https://arxiv.org/pdf/${id}`,
  doi: (doi: string) => `https://doi.org/${doi}`,
  openreview: (id: string) => `https://openreview.net/forum?id=${encodeURIComponent(id)}`,
  orcid: (id: string) => `https://orcid.org/${id}`,
  github: (account: string) => `https://github.com/${account}`,
};

/** Where readers mend a file of the repository: pages of the forge that holds it. */
export type Forge = {
  /** @param path from the root of the repository on */
  edit(path: string): string;
  /** A new file with this text, or to paste one into; undefined where the forge has no address for that. */
  create(path: string, text?: string): string | undefined;
  history(path: string): string;
  /** A new issue, filled in. `body` is Markdown. */
  report(title: string, body: string): string;
};

/** Addresses below a repository; `<branch>` and `<path>` stand for the two. */
type ForgeRule = {
  host: RegExp;
  path: RegExp;
  edit: string;
  history: string;
  report: string[];
  /** The page of a new file, and the keys that take its name and its text. */
  create?: [page: string, name: string, text?: string];
};

const github: ForgeRule = {
  host: /^(?:www\.)?github\.com$/,
  path: /^\/[^/]+\/[^/]+$/,
  edit: 'edit/<branch>/<path>',
  history: 'commits/<branch>/<path>',
  report: ['issues/new', 'title', 'body'],
  create: ['new/<branch>', 'filename', 'value'],
};
const gitlab: ForgeRule = {
  host: /^gitlab\./,
  path: /^(?:\/(?!-\/)[^/]+){2,}$/,
  edit: '-/edit/<branch>/<path>',
  history: '-/commits/<branch>/<path>',
  report: ['-/issues/new', 'issue[title]', 'issue[description]'],
  create: ['-/new/<branch>', 'file_name'],
};
/** Forgejo, which is what Codeberg runs, and Gitea, from which it comes. */
const forgejo: ForgeRule = {
  host: /^codeberg\.org$|^(?:forgejo|gitea)\./,
  path: /^\/[^/]+\/[^/]+$/,
  edit: '_edit/<branch>/<path>',
  history: 'commits/branch/<branch>/<path>',
  report: ['issues/new', 'title', 'body'],
};

/** The forge of a repository, told by its host; undefined for one that is not known, or no repository's own page. */
export function buildForge(repository: string, branch = 'main'): Forge | undefined {
  const { origin, hostname, pathname } = new URL(repository);
  const root = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  const rule = [github, gitlab, forgejo].find(
    ({ host, path }) => host.test(hostname) && path.test(root),
  );
  if (rule === undefined) return undefined;
  const file = (form: string, path: string) => {
    const inner = form.replace('<branch>', () => encodePath(branch));
    return `${origin}${root}/${inner.replace('<path>', () => encodePath(path))}`;
  };
  const [issue = '', titleKey = '', bodyKey = ''] = rule.report;
  return {
    edit: (path) => file(rule.edit, path),
    history: (path) => file(rule.history, path),
    create(path, text) {
      const [page, nameKey, textKey] = rule.create ?? [];
      if (page === undefined || nameKey === undefined) return undefined;
      if (text !== undefined && textKey === undefined) return undefined;
      const query = new URLSearchParams({ [nameKey]: path });
      if (text !== undefined) query.set(textKey ?? '', text);
      return `${file(page, '')}?${query}`;
    },
    report(title, body) {
      const query = new URLSearchParams({ [titleKey]: title, [bodyKey]: body });
      return `${origin}${root}/${issue}?${query}`;
    },
  };
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
