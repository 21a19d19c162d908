import { listKey } from './keeping.ts';
import { recall } from './storage.ts';

/** Pages for reading offline: nothing comes of it before the reader keeps a paper or chooses to. */
export function startOffline(): void {
  const choice = document.querySelector('[name=offline]')?.closest('fieldset');
  if (!choice) return;
  const load = () => void import('./offline.ts').then(({ followOffline }) => followOffline());
  choice.addEventListener('change', load);
  if (document.documentElement.dataset['offline'] || recall(listKey()) !== null) load();
}
