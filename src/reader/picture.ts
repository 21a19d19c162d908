/** The dialog that shows one picture. Loaded when the first one is pressed. */
import { copyOf } from './copies.ts';
import { button, make } from './elements.ts';
import { words } from './words.ts';

/** Opens the file that a link leads to; `false` where there is no picture in it. */
export function openPicture(link: HTMLAnchorElement): boolean {
  const small = link.querySelector('img');
  if (!small) return false;
  const dialog = make('dialog', { className: 'picture' });
  const close = () => dialog.close();
  const image = make('img', {});
  image.src = link.href;
  image.alt = small.alt;
  // Known before the file has come, so that nothing jumps.
  image.width = small.width;
  image.height = small.height;
  image.style.setProperty('--own-width', `${ownWidth(small)}px`);
  const press = button('picture-press', '', () => undefined);
  press.append(image);
  press.ariaPressed = 'false';
  press.ariaDescription = words.picture.larger;
  const pane = make('div', { className: 'picture-pane' }, press);
  press.addEventListener('click', (event) => toggle(press, pane, event));
  const caption = link.closest('figure')?.querySelector('figcaption');
  dialog.ariaLabel =
    caption?.querySelector('.figure-label')?.textContent.trim() ?? words.picture.name;
  dialog.append(
    pane,
    make(
      'div',
      { className: 'picture-foot' },
      ...(caption
        ? [make('div', { className: 'picture-caption' }, ...copyOf(caption).childNodes)]
        : []),
      button('sheet-button', words.close, close),
    ),
  );
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target === pane) close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return true;
}

/** Of a drawing, which has no pixels, twice what it has on the page. */
function ownWidth(image: HTMLImageElement): number {
  const width = Number(image.getAttribute('width')) || image.naturalWidth;
  return Math.max(width, image.width * 2);
}

/** To its own size and back, with the point that was pressed staying under the pointer. */
function toggle(press: HTMLElement, pane: HTMLElement, { clientX, clientY }: MouseEvent): void {
  const before = press.getBoundingClientRect();
  const isLarge = press.ariaPressed !== 'true';
  press.ariaPressed = String(isLarge);
  if (!isLarge) return;
  const after = press.getBoundingClientRect();
  const scale = after.width / before.width;
  // The Enter key presses nowhere: the middle then.
  const isPoint = clientX > 0 || clientY > 0;
  const x = isPoint ? clientX : before.left + before.width / 2;
  const y = isPoint ? clientY : before.top + before.height / 2;
  pane.scrollLeft = (x - before.left) * scale - (x - pane.getBoundingClientRect().left);
  pane.scrollTop = (y - before.top) * scale - (y - pane.getBoundingClientRect().top);
}
