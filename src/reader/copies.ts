/**
 * A copy to be shown elsewhere on the same page: without ids, which would be there twice, without the links of
 * formulas, which lead back to where one is, and with its pictures loaded at once.
 */
export function copyOf<Kind extends Element>(original: Kind): Kind {
  const copy = document.importNode(original, true);
  for (const node of [copy, ...copy.querySelectorAll('[id]')]) node.removeAttribute('id');
  for (const back of copy.querySelectorAll('.footnote-number, .permalink')) back.remove();
  for (const link of copy.querySelectorAll('.formula-link')) link.replaceWith(...link.childNodes);
  for (const box of copy.querySelectorAll('[tabindex]')) box.removeAttribute('tabindex');
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager';
  return copy;
}
