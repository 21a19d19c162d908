/** Formulas that explain themselves when pressed, and whose fonts come before they are seen. */
import { approach, dismiss, onApproach } from './approach.ts';

const LINK = '.formula-link';
const INLINE = '.formula-inline .formula-link';
/** Formulas of one block are one stop of the Tab key. */
const BLOCK = 'p, li, td, th, dt, dd, figcaption';

export function startFormulas(): void {
  if (document.querySelector('.katex')) {
    // Where every kilobyte counts, and little is printed, when it is read on.
    const isWide = matchMedia('(min-width: 48rem)').matches;
    addEventListener(isWide ? 'load' : 'scroll', fetchFonts, { once: true });
  }
  const links = document.querySelectorAll<HTMLAnchorElement>(LINK);
  if (links.length === 0) return;
  let last: Element | null = null;
  for (const link of links) {
    // Else text could not be selected from a formula on.
    link.draggable = false;
    const block = link.matches(INLINE) ? link.closest(BLOCK) : null;
    if (block && block === last) link.tabIndex = -1;
    last = block;
  }
  const sheet = () => import('./sheet.ts');
  const tip = () => import('./tip.ts');
  onApproach(
    LINK,
    async (link, rect, isWanted) => {
      const { showTip } = await tip();
      if (isWanted()) showTip(link, rect);
    },
    () => void Promise.all([sheet(), tip()]).catch(() => undefined),
  );
  document.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (!link || event.defaultPrevented || event.button > 0 || hasModifier(event)) return;
    event.preventDefault();
    // Who ends a selection on a formula wants the selection.
    if (getSelection()?.containsNode(link, true) && !getSelection()?.isCollapsed) return;
    dismiss();
    const follow = () => location.assign(link.href);
    sheet().then(({ openSheet }) => openSheet(link) || follow(), follow);
  });
  document.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const link = linkOf(event);
    const block = link?.matches(INLINE) ? link.closest(BLOCK) : null;
    if (!step || !link || !block || hasModifier(event)) return;
    const siblings = [...block.querySelectorAll<HTMLAnchorElement>(INLINE)];
    const next = siblings[siblings.indexOf(link) + step];
    event.preventDefault();
    if (!next) return;
    link.tabIndex = -1;
    next.removeAttribute('tabindex');
    next.focus();
    approach(next, 150);
  });
}

function linkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(LINK) : null;
}

function hasModifier(event: MouseEvent | KeyboardEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

function fetchFonts(): void {
  void import('./formula-fonts.ts').then(({ fetchFormulaFonts }) => fetchFormulaFonts());
}
