/**
 * Links that show something before they are followed: after a dwell of the mouse, with the focus of the keyboard,
 * or when a thumb asks for it. One at a time; it stays while the pointer is on it and goes with Escape (WCAG 1.4.13).
 */
export type Show = (
  link: HTMLAnchorElement,
  rect: DOMRect,
  isWanted: () => boolean,
) => void | Promise<void>;

const DWELL = 350;
const GRACE = 250;

const shows: { selector: string; show: Show; warm: () => void }[] = [];
let current: HTMLAnchorElement | undefined;
let title: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let isQuiet = false;

/** Whether the last press was a thumb's, which cannot dwell. */
export let isTouch = false;

/** @param warm called on the first sign of interest, to load what `show` needs */
export function onApproach(selector: string, show: Show, warm: () => void): void {
  if (shows.length === 0) listen();
  shows.push({ selector, show, warm });
}

/** Shows what belongs to a link now. */
export function approach(link: HTMLAnchorElement, delay = 0, point?: PointerEvent): void {
  const found = shows.find(({ selector }) => link.matches(selector));
  if (!found) return;
  dismiss();
  current = link;
  // The browser's own tip would cover ours.
  title = link.getAttribute('title');
  link.removeAttribute('title');
  found.warm();
  timer = setTimeout(() => {
    const isWanted = () => current === link;
    void Promise.resolve(found.show(link, lineOf(link, point), isWanted)).catch(() => undefined);
  }, delay);
}

/** Takes away what is shown. */
export function dismiss(): void {
  clearTimeout(timer);
  if (title !== null) current?.setAttribute('title', title);
  title = null;
  current = undefined;
  shown()?.hidePopover();
}

/** Gives a link the focus without showing what belongs to it. */
export function focusQuietly(link: HTMLElement): void {
  isQuiet = true;
  link.focus({ preventScroll: true });
  isQuiet = false;
}

/** Whether what belongs to a link is shown or on its way. */
export function isApproached(link: HTMLAnchorElement): boolean {
  return current === link;
}

/** What floats, if it is shown. */
function shown(): HTMLElement | null {
  return document.querySelector('.floating:popover-open');
}

function listen(): void {
  document.addEventListener('pointerover', (event) => {
    isTouch = event.pointerType === 'touch';
    if (isTouch) return;
    const link = linkAt(event.target);
    if (link === current ? link : isFloating(event.target)) clearLeaving();
    else if (link) approach(link, DWELL, event);
    else leave();
  });
  document.addEventListener('pointerout', (event) => {
    if (!event.relatedTarget && event.pointerType !== 'touch') leave();
  });
  document.addEventListener(
    'pointerdown',
    (event) => {
      isTouch = event.pointerType === 'touch';
      if (!isFloating(event.target) && linkAt(event.target) !== current) dismiss();
    },
    true,
  );
  document.addEventListener('focusin', ({ target }) => {
    const link = linkAt(target);
    // A dialog that closes gives back the focus by itself, while its formula is still marked as open.
    if (!link || link !== target || isQuiet || 'open' in link.dataset) return;
    if (link.matches(':focus-visible')) approach(link, 150);
  });
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    const isOurs = (at: EventTarget | null) => at === current || isFloating(at);
    if (current && isOurs(target) && !isOurs(relatedTarget)) dismiss();
  });
  document.addEventListener('keydown', (event) => {
    isTouch = false;
    if (event.key !== 'Escape' || !current) return;
    const back = shown()?.contains(document.activeElement) ? current : undefined;
    dismiss();
    if (back) focusQuietly(back);
  });
}

let leaving: typeof timer;

function leave(): void {
  if (!current || leaving) return;
  // Before it is shown there is nothing that a pointer could be on its way to.
  if (!shown()) {
    if (document.activeElement !== current) dismiss();
    return;
  }
  leaving = setTimeout(() => {
    leaving = undefined;
    dismiss();
  }, GRACE);
}

function clearLeaving(): void {
  clearTimeout(leaving);
  leaving = undefined;
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  if (!(target instanceof Element)) return undefined;
  // What is shown shows nothing itself.
  if (target.closest('.floating, dialog')) return undefined;
  return (
    target.closest<HTMLAnchorElement>(shows.map(({ selector }) => selector).join()) ?? undefined
  );
}

function isFloating(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.floating') !== null;
}

/** Of a link that goes over several lines, the one under the pointer, else the first. */
function lineOf(link: HTMLElement, point?: PointerEvent): DOMRect {
  const box = link.getBoundingClientRect();
  if (link.closest('.formula')) return box;
  const lines = [...link.getClientRects()].filter(({ width }) => width > 0);
  const at =
    point && lines.find(({ top, bottom }) => top <= point.clientY && point.clientY <= bottom);
  return at ?? (point ? box : (lines[0] ?? box));
}
