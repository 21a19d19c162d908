/** The one small popover: a tip on a formula's symbols, or what a link points to. */
import { placeBeside } from './geometry.ts';

let floating: HTMLElement | undefined;

/** Shows it beside a box of the window; it goes along when the page is scrolled. */
export function showFloating(beside: DOMRect, className: string, content: Node[]): HTMLElement {
  floating ??= make();
  // Before it is measured, nothing of the last one may be left.
  if (floating.matches(':popover-open')) floating.hidePopover();
  floating.className = `floating ${className}`;
  floating.removeAttribute('style');
  floating.ariaLabel = null;
  floating.replaceChildren(...content);
  floating.showPopover();
  place(floating, beside);
  return floating;
}

function place(box: HTMLElement, beside: DOMRect): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const gutter = gutterOf(box);
  const size = { width: box.offsetWidth, height: box.offsetHeight };
  const { left, top, maxHeight } = placeBeside(beside, size, { width, height }, gutter);
  box.style.left = `${left + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
  box.style.maxHeight = `${maxHeight}px`;
}

function make(): HTMLElement {
  const box = document.createElement('div');
  box.popover = 'manual';
  box.tabIndex = -1;
  document.body.append(box);
  return box;
}

/** What `reader.css` keeps free at the edges of the window, in pixels. */
export function gutterOf(box: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(box).scrollMarginTop);
}
