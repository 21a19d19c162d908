/** What a reference, a footnote or a citation points to, before going there. */
import { approach, isApproached, isTouch, onApproach } from './approach.ts';

const LINK = '.reference, .footnote-reference, .citation';

export function startPreviews(): void {
  if (!document.querySelector(LINK)) return;
  const load = () => import('./preview.ts');
  onApproach(
    LINK,
    async (link, rect, isWanted) => {
      const showPreview = await load().then(
        (module) => module.showPreview,
        () => undefined,
      );
      const isShown = await showPreview?.(link, rect, isWanted);
      if (!isShown && isTouch && isWanted()) location.assign(link.href);
    },
    () => void load().catch(() => undefined),
  );
  // A mouse or a key goes there; a thumb, which cannot dwell, is shown it first.
  document.addEventListener('click', (event) => {
    if (!isTouch || event.defaultPrevented || !(event.target instanceof Element)) return;
    const link = event.target.closest<HTMLAnchorElement>(LINK);
    if (!link || link.closest('.floating, dialog') || isApproached(link)) return;
    event.preventDefault();
    approach(link);
  });
}
