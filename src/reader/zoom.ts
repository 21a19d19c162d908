/** A picture at the size of the screen. */
export function startZoom(): void {
  if (!document.querySelector('.figure-picture')) return;
  document.addEventListener('click', (event) => {
    const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (event.defaultPrevented || button > 0 || metaKey || ctrlKey || shiftKey || altKey) return;
    const link =
      target instanceof Element ? target.closest<HTMLAnchorElement>('a.figure-picture') : null;
    if (!link) return;
    event.preventDefault();
    const follow = () => location.assign(link.href);
    import('./picture.ts').then(({ openPicture }) => openPicture(link) || follow(), follow);
  });
}
