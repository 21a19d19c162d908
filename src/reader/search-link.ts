/** The link of the site's navigation that leads to its search; none on a page without it. */
export function findSearch(): HTMLAnchorElement | null {
  return document.querySelector<HTMLAnchorElement>('nav a[data-key="s"]');
}

/** Where formulas like this one are searched. */
export function searchAddress(tex: string): string | undefined {
  const link = findSearch();
  return link ? `${link.href}?${new URLSearchParams({ q: tex })}` : undefined;
}
