/**
 * Makes the place of a row that came from a template that of a paper.
 *
 * @param row holds one `keep-paper`, before it stands on the page
 * @param paper its `id` where that is not the slug, the last part of its address
 */
export function fillKeepPlace(
  row: ParentNode,
  { id, href, title }: { id?: string | undefined; href: string; title: string },
): void {
  const place = row.querySelector<HTMLElement>('keep-paper')!;
  Object.assign(place.dataset, { id: id ?? href.split('/').at(-2), href });
  place.querySelector('[data-keep] > span')!.textContent = ` ${title}`;
}
