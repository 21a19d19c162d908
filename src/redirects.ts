/** An address of before and the one that it leads on to, both from the origin on. */
export type Redirect = { from: string; to: string };

/**
 * The file `_redirects` that Netlify and Cloudflare Pages read at the root of what they serve; other hosts pass it by,
 * and show the page or the copy that lies at the old address. Both hand the query on, and browsers keep the fragment.
 * https://docs.netlify.com/manage/routing/redirects/overview/, https://developers.cloudflare.com/pages/configuration/redirects/
 */
export function renderRedirects(redirects: readonly Redirect[]): string {
  const rules = redirects
    .flatMap(({ from, to }) =>
      [from, ...(from.endsWith('/') ? [from.slice(0, -1)] : [])].map((one) => [one, to]),
    )
    // Netlify leads on from a file that is there only with `!`, which Cloudflare takes for a mistake in that line alone.
    .flatMap(([from, to]) => [`${from} ${to} 301!\n`, `${from} ${to} 301\n`]);
  return ['# Former addresses, and where they lead.\n', ...rules].join('');
}
