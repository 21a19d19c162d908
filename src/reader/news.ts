import { basePath } from './keeping.ts';
import { recall, remember } from './storage.ts';
import { PREFIX } from './theme.ts';
import { words } from './words.ts';

/**
 * Says what came since the reader was here last. It goes by days of the content, `data-added`, and asks no clock: what
 * is younger than the youngest that was shown before is new, for as long as the tab is open.
 */
export function startNews(): void {
  const added = [...document.querySelectorAll<HTMLElement>('[data-added]')];
  if (added.length === 0) return;
  const dayOf = (element: HTMLElement) => element.dataset['added'] ?? '';
  const key = `${PREFIX}seen${basePath()}`;
  const seen = recall(key) ?? '';
  const before = keepForTab(key, seen);
  const newest = added.map(dayOf).reduce((a, b) => (a > b ? a : b), seen);
  if (newest !== seen) remember(key, newest);
  // At the first visit all of it would be.
  if (before === '') return;
  for (const element of added) if (dayOf(element) > before) element.dataset['new'] = words.isNew;
}

/** What was kept for this tab before, else the value, which is kept now. */
function keepForTab(key: string, value: string): string {
  try {
    const kept = sessionStorage.getItem(key);
    if (kept === null) sessionStorage.setItem(key, value);
    return kept ?? value;
  } catch {
    return value;
  }
}
