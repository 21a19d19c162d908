import { buildForge } from '../routes.ts';
import type { Draft } from './messages.ts';
import { words } from './words.ts';

/** GitHub refuses a longer address; its servers take 8 kB of a request's first line. */
const LONGEST_ADDRESS = 7_500;

/** The two ways out of the page: a file, and the forge's own page for a new one. Neither is taken unasked. */
export function startSending(
  desk: HTMLElement,
  { draft, say }: { draft: () => Draft; say: (sentence: string) => void },
) {
  const download = desk.querySelector<HTMLButtonElement>('[data-part="download"]')!;
  const send = desk.querySelector<HTMLButtonElement>('[data-part="send"]')!;
  let place: { folder: string; repository: string; branch?: string | undefined } | undefined;

  download.addEventListener('click', () => {
    const href = URL.createObjectURL(new Blob([draft().text], { type: 'text/plain' }));
    const link = Object.assign(document.createElement('a'), { href, download: 'index.mdx' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });
  send.addEventListener('click', () => {
    if (!place) return;
    const { text, issue, slug } = draft();
    const inner = `papers/${issue.trim()}/${slug}/index.mdx`;
    const path = place.folder === '.' ? inner : `${place.folder}/${inner}`;
    const forge = buildForge(place.repository, place.branch);
    if (!forge) return;
    const whole = forge.create(path, text);
    if (whole !== undefined && whole.length <= LONGEST_ADDRESS) {
      open(whole, '_blank', 'noopener');
      return;
    }
    // Both at once: behind another window the browser copies nothing, and after a wait it opens none.
    navigator.clipboard.writeText(text).then(
      () => say(words.copied),
      () => say(words.notCopied),
    );
    open(forge.create(path) ?? place.repository, '_blank', 'noopener');
  });
  return {
    /** Says where the summary goes; without a forge there is the file alone. */
    open(at: { folder: string; repository?: string | undefined; branch?: string | undefined }) {
      const { repository, branch } = at;
      if (repository === undefined || buildForge(repository, branch) === undefined) return;
      place = { folder: at.folder, repository, branch };
      send.textContent = words.send(new URL(repository).hostname.replace(/^www\./, ''));
      send.hidden = false;
    },
  };
}
