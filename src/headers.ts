/** Names in these folders hold the hash of what they name. */
const LASTING = ['_astro', 'data'];
const immutable = 'public, max-age=31536000, immutable';

/** Folders, from the root of the site on, whose files never change. */
export const lastingFolders: readonly string[] = [...LASTING, 'pictures'];

/** How long a browser may keep a file. @param path from the root of the site on, with `/` */
export function cachingOf(path: string): string {
  const isLasting = lastingFolders.some((folder) => path.startsWith(`${folder}/`));
  // A site that is built again under the same address has to be seen.
  return isLasting ? immutable : 'no-cache';
}

/**
 * The headers of a built site, as the file `_headers` that Netlify and Cloudflare Pages read at the root of what they
 * serve; other hosts pass it by. What a page may load stands in the page itself; here stands what only a header can say.
 * https://developers.cloudflare.com/pages/configuration/headers/, https://docs.netlify.com/manage/routing/headers/
 *
 * @param base the site's base path: the file lies above it, its rules begin with it
 * @param options.preview whether search engines are to pass the site by
 */
export function renderHeaders(base: string, { preview = false } = {}): string {
  // Opened by itself, a drawing is a document of this origin; it is one that can do nothing.
  const inert = "Content-Security-Policy: sandbox; default-src 'none'; style-src 'unsafe-inline'";
  const rules: [path: string, headers: string[]][] = [
    [
      '/*',
      [
        'X-Content-Type-Options: nosniff',
        "Content-Security-Policy: frame-ancestors 'self'",
        // All of it is public: a script of another site may read the twins, the feeds and the labels. GitHub Pages says so too.
        'Access-Control-Allow-Origin: *',
        ...(preview ? ['X-Robots-Tag: noindex'] : []),
      ],
    ],
    ...LASTING.map((folder): [string, string[]] => [
      `${base}${folder}/*`,
      [`Cache-Control: ${immutable}`],
    ]),
    [`${base}pictures/*`, [`Cache-Control: ${immutable}`, inert]],
    [`${base}favicon.svg`, [inert]],
  ];
  return rules
    .map(([path, headers]) => `${path}\n${headers.map((header) => `  ${header}\n`).join('')}`)
    .join('');
}
