/** The offset of a line and column, both from 1, in a text; its end where it is shorter. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let above = 1; above < line; above += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) return text.length;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}

/** Puts the caret there and brings it into view. */
export function putCaret(area: HTMLTextAreaElement, offset: number): void {
  area.focus();
  area.setSelectionRange(offset, offset);
  const { lineHeight } = getComputedStyle(area);
  area.scrollTop = heightBefore(area, offset) - area.clientHeight / 2 + parseFloat(lineHeight);
}

/** How high the text before a place stands, which a text area does not tell. */
function heightBefore(area: HTMLTextAreaElement, offset: number): number {
  const mirror = document.createElement('div');
  const style = getComputedStyle(area);
  for (const name of ['font', 'letter-spacing', 'padding', 'overflow-wrap', 'tab-size']) {
    mirror.style.setProperty(name, style.getPropertyValue(name));
  }
  Object.assign(mirror.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    boxSizing: 'border-box',
    width: `${area.clientWidth}px`,
  });
  mirror.textContent = area.value.slice(0, offset);
  document.body.append(mirror);
  const height = mirror.offsetHeight;
  mirror.remove();
  return height;
}
