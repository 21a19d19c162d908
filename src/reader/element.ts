/** An element with classes and content; text goes in as text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A button that does something on this page. */
export function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const made = element('button', className, label);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/**
 * A copy to be shown elsewhere on the same page: without ids, which would be there twice, without the links of
 * formulas, which lead back to where one is, and with its pictures loaded at once.
 */
export function copyOf<Kind extends Element>(original: Kind): Kind {
  const copy = document.importNode(original, true);
  for (const node of [copy, ...copy.querySelectorAll('[id]')]) node.removeAttribute('id');
  for (const back of copy.querySelectorAll('.footnote-back, .permalink')) back.remove();
  for (const link of copy.querySelectorAll('.formula-link')) link.replaceWith(...link.childNodes);
  for (const box of copy.querySelectorAll('[tabindex]')) box.removeAttribute('tabindex');
  for (const image of copy.querySelectorAll('img')) image.loading = 'eager';
  return copy;
}
