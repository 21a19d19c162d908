import { words } from './words.ts';

const BOXES = '.formula-body, .table-scroll, pre.code';

/**
 * A box that scrolls takes the focus, so that keys can scroll it, and has a name then; one that does
 * not is no stop of the Tab key. The markup gives the focus to all that may overflow.
 */
export function startOverflow(): void {
  // A box that is not drawn yet, far down a long issue, is not heard of until it is.
  const observer = new ResizeObserver((entries) => {
    const boxes = new Set(entries.map(({ target }) => target.closest(BOXES) ?? target));
    const judged = [...boxes].map((box) => [box, box.scrollWidth > box.clientWidth + 1] as const);
    for (const [box, overflows] of judged) setFocus(box, overflows);
  });
  for (const box of document.querySelectorAll(BOXES)) {
    observer.observe(box);
    // Its content may grow while it does not: a font that arrives, formulas set by the browser.
    if (box.firstElementChild) observer.observe(box.firstElementChild);
  }
}

function setFocus(box: Element, overflows: boolean): void {
  // Keys scroll around what has the focus, so a link inside is enough.
  if (overflows && !box.querySelector('a[href]')) {
    box.setAttribute('tabindex', '0');
    box.setAttribute('role', 'group');
    if (!box.hasAttribute('aria-label')) box.setAttribute('aria-label', nameOf(box));
  } else {
    // A name without a role says nothing; it comes back with it.
    for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
  }
}

function nameOf(box: Element): string {
  const { formula, table, code } = words.scrolls;
  if (box.matches('pre')) return code;
  return box.matches('.table-scroll')
    ? (box.closest('figure')?.querySelector('.figure-label')?.textContent ?? table)
    : (box.nextElementSibling?.getAttribute('aria-label') ?? formula);
}
