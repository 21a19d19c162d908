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
    paper: (slug: string) => `${base}papers/${slug}/`,
    /** A picture of any paper; its name holds the hash of its bytes. */
    picture: (name: string) => `${base}pictures/${name}`,
    authors: () => `${base}authors/`,
    author: (id: string) => `${base}authors/${id}/`,
    tags: () => `${base}tags/`,
    tag: (id: string) => `${base}tags/${id}/`,
    /** @param slug a category with its dot replaced, `cs-lg`: an address with a dot is a 404 in dev. */
    category: (slug: string) => `${base}categories/${slug}/`,
    equations: () => `${base}equations/`,
    feeds: () => `${base}feeds/`,
    papersFeed: () => `${base}feeds/papers.xml`,
    about: () => `${base}about/`,
    contribute: () => `${base}contribute/`,
    favicon: () => `${base}favicon.svg`,
    /** An address as a site.yaml may give it: `/contribute/` is inside the site, the rest stays. */
    given: (href: string) => (href.startsWith('/') ? base + href.slice(1) : href),
  };
}

/** The `rel` of a link whose address a stranger gave. */
export const strangers = 'ugc nofollow';

/** What a paper's identifiers lead to. */
export const sources = {
  arxiv: (id: string) => `https://arxiv.org/abs/${id}`,
  doi: (doi: string) => `https://doi.org/${doi}`,
  openreview: (id: string) => `https://openreview.net/forum?id=${encodeURIComponent(id)}`,
  orcid: (id: string) => `https://orcid.org/${id}`,
  github: (account: string) => `https://github.com/${account}`,
};
