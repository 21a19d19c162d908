/** An element with its properties and children; text stays text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A button that does something on this page. */
export function button(className: string, label: string, press: () => void): HTMLButtonElement {
  const made = make('button', { className, type: 'button' }, label);
  made.addEventListener('click', press);
  return made;
}

/** The words of an element as they are seen: no sign for its address, each formula once. */
export function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.permalink, .katex-html, annotation')) extra.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
}
