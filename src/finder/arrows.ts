/** Down from the field to the first result, up and down among them, up from the first to the field. */
export function startArrows(form: HTMLElement, field: HTMLElement): void {
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const results = [...form.querySelectorAll<HTMLElement>('[data-result]')];
    const at = results.indexOf(event.target as HTMLElement);
    if (at === -1 && event.target !== field) return;
    const next = at + step === -1 ? field : results[at + step];
    if (!next || (event.target === field && step === -1)) return;
    event.preventDefault();
    next.focus();
  });
}
