/** The sheet that explains one formula. Loaded on the first approach to one. */
import { dismiss, focusQuietly } from './approach.ts';
import { make } from './elements.ts';
import { readExplanation, uses } from './explanation.ts';
import { gutterOf } from './floating.ts';
import { goTo } from './going.ts';
import { clamp, placeBeside, placeInMargin } from './geometry.ts';
import type { Size } from './geometry.ts';
import { buildActions, buildFormula, buildHead, buildOthers, buildSymbols } from './sheet-parts.ts';

/** On anything narrower the sheet comes up from the bottom, within reach of a thumb. */
const PHONE = '(max-width: 48rem)';

/** How far the formula is set smaller so that it need not break or scroll: about as large as in the text. */
const LEAST = 0.8;

/** The sheet in the margin reaches further than its lines, by `--sheet-inset`, so that no outline is cut. */
const REACH = 12;

/** Opens the sheet; `false` where the page has no formula to explain. */
export function openSheet(link: HTMLAnchorElement): boolean {
  const explanation = readExplanation(link);
  if (!explanation) return false;
  dismiss();
  const dialog = make('dialog', { className: 'sheet' });
  const closed = new AbortController();
  const { signal } = closed;
  // Where the focus goes when it closes: back to the formula, unless one left for somewhere else.
  let isLeaving = false;
  const close = () => dialog.close();
  const leave = (target?: HTMLAnchorElement) => {
    isLeaving = true;
    close();
    if (!target) return;
    goTo(target);
    focusQuietly(target);
  };

  const others = buildOthers(explanation.others, leave);
  const paper = link.closest('.paper');
  // Where the page is seen beside the sheet, it shows them, too.
  const mark = (index?: string) => {
    for (const one of paper?.querySelectorAll<HTMLElement>('.formula-link') ?? []) {
      one.toggleAttribute('data-marked', index !== undefined && uses(one, index));
    }
  };

  dialog.tabIndex = -1;
  dialog.setAttribute('aria-labelledby', '_sheet-name');
  dialog.append(
    buildHead(explanation, close),
    buildFormula(explanation),
    buildSymbols(explanation, (pressed) => {
      others.show(pressed);
      mark(pressed?.index);
    }),
    others.section,
    buildActions(explanation, link.hash, () => leave()),
  );
  dialog.addEventListener('close', () => {
    closed.abort();
    mark();
    dialog.remove();
    delete link.dataset['open'];
    if (!isLeaving) focusQuietly(link);
  });
  closeOutside(dialog, (other) => {
    close();
    if (other) openSheet(other);
  });
  link.dataset['open'] = '';
  document.body.append(dialog);
  dialog.showModal();
  // A screen reader begins at the name and reads on, instead of at the first button.
  dialog.focus({ preventScroll: true });
  place(dialog, link);
  addEventListener('resize', () => place(dialog, link), { signal });
  return true;
}

/** A press beside the sheet closes it; on another formula, it explains that one. */
function closeOutside(dialog: HTMLDialogElement, close: (other: HTMLAnchorElement | null) => void) {
  const isOutside = ({ target, clientX, clientY }: MouseEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    return target === dialog && !isInside;
  };
  let began = false;
  dialog.addEventListener('pointerdown', (event) => (began = isOutside(event)));
  dialog.addEventListener('click', (event) => {
    // Text that is selected from the sheet outwards ends in a click, too.
    if (!began || !isOutside(event)) return;
    dialog.hidden = true;
    dialog.close();
    const under = document.elementFromPoint(event.clientX, event.clientY);
    close(under?.closest<HTMLAnchorElement>('.formula-link') ?? null);
  });
}

/** A wide formula is set smaller, else broken as in the text; then it scrolls, and what scrolls takes the focus. */
function fit(box: HTMLElement | null): void {
  if (!box) return;
  const room = () => box.clientWidth / box.scrollWidth;
  box.removeAttribute('tabindex');
  box.classList.remove('sheet-broken');
  box.style.setProperty('--fit', '1');
  if (room() < LEAST) box.classList.add('sheet-broken');
  // Less a little, for what the browser rounds.
  if (room() < 1) box.style.setProperty('--fit', String(Math.max(LEAST, room() - 0.01)));
  if (room() < 1) box.tabIndex = 0;
}

/** Where neither above a formula nor below it is room for the sheet, the page moves up as far as it must. */
function makeRoom(link: HTMLElement, { height }: Size, view: Size, gutter: number): DOMRect {
  const { top, bottom } = link.getBoundingClientRect();
  const below = view.height - gutter - bottom - 8;
  if (height > Math.max(below, top - 8 - gutter)) {
    const up = Math.min(height - below, Math.max(0, top - gutter));
    scrollBy({ top: up, behavior: 'instant' });
  }
  return link.getBoundingClientRect();
}

function place(dialog: HTMLElement, link: HTMLElement): void {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const view = { width, height };
  const formula = link.getBoundingClientRect();
  dialog.removeAttribute('style');
  dialog.classList.remove('sheet-margin', 'sheet-beside', 'sheet-bottom');
  const large = dialog.querySelector<HTMLElement>('.sheet-formula');
  if (matchMedia(PHONE).matches) {
    dialog.classList.add('sheet-bottom');
    fit(large);
    // The formula that was pressed stays in view above the sheet.
    const covered = formula.bottom + 16 - (height - dialog.offsetHeight);
    if (covered > 0) scrollBy(0, Math.min(covered, Math.max(0, formula.top - 16)));
    return;
  }
  const gutter = gutterOf(dialog);
  // The title of a paper is as wide as its text, wherever the formula stands.
  const title = link.closest('.paper')?.querySelector('header > :is(h1, h2)') ?? link;
  const text = title.getBoundingClientRect();
  const margin = placeInMargin(formula, text, view, gutter);
  dialog.classList.add(margin ? 'sheet-margin' : 'sheet-beside');
  if (margin) dialog.style.width = `${margin.width + 2 * REACH}px`;
  fit(large);
  const size = { width: dialog.offsetWidth, height: dialog.offsetHeight };
  const beside = margin
    ? {
        left: margin.left - REACH,
        top: clamp(formula.top, gutter, height - gutter - size.height),
        maxHeight: height - 2 * gutter,
      }
    : placeBeside(makeRoom(link, size, view, gutter), size, view, gutter);
  dialog.style.left = `${beside.left + scrollX}px`;
  dialog.style.top = `${beside.top + scrollY}px`;
  dialog.style.maxHeight = `${beside.maxHeight}px`;
}
