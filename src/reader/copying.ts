/** Selected formulas are copied as LaTeX, and as MathML where formatted text is taken. */
export function startCopying(): void {
  document.addEventListener('copy', (event) => {
    const selection = getSelection();
    const { target, clipboardData } = event;
    // A field has a selection of its own.
    const isField = target instanceof Element && target.matches('input, textarea');
    if (!selection || selection.isCollapsed || !clipboardData || isField) return;
    const copied = document.createElement('div');
    for (let index = 0; index < selection.rangeCount; index += 1) {
      copied.append(widen(selection.getRangeAt(index).cloneRange()).cloneContents());
    }
    if (!copied.querySelector('.katex')) return;
    clipboardData.setData('text/html', toHtml(copied.cloneNode(true) as HTMLElement));
    clipboardData.setData('text/plain', toText(copied));
    event.preventDefault();
  });
}

/** A range that cuts through formulas takes the whole of them. */
function widen(range: Range): Range {
  const start = formulaAt(range.startContainer);
  if (start) range.setStartBefore(start);
  const end = formulaAt(range.endContainer);
  if (end) range.setEndAfter(end);
  return range;
}

function formulaAt(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex-display') ?? element?.closest('.katex') ?? null;
}

function toHtml(copied: HTMLElement): string {
  for (const formula of copied.querySelectorAll('.katex')) {
    const maths = formula.querySelector('math');
    if (!maths) continue;
    maths.setAttribute('alttext', texOf(formula));
    wholeOf(formula).replaceWith(maths);
  }
  for (const link of copied.querySelectorAll('.formula-link')) link.replaceWith(...link.childNodes);
  // Elsewhere, an address without its site leads nowhere.
  for (const link of copied.querySelectorAll('a')) link.setAttribute('href', link.href);
  for (const image of copied.querySelectorAll('img')) image.setAttribute('src', image.src);
  for (const node of copied.querySelectorAll('[id]')) node.removeAttribute('id');
  return copied.innerHTML;
}

/** As the browser itself writes a selection as text, lines and cells and all, for which it has to lay it out. */
function toText(copied: HTMLElement): string {
  for (const formula of copied.querySelectorAll('.katex')) {
    const whole = wholeOf(formula);
    const fence = whole === formula ? '$' : '$$';
    whole.replaceWith(fence + texOf(formula) + fence);
  }
  copied.className = 'copied';
  document.body.append(copied);
  const text = copied.innerText;
  copied.remove();
  return text;
}

function wholeOf(formula: Element): Element {
  return formula.closest('.katex-display') ?? formula;
}

function texOf(formula: Element): string {
  return formula.getAttribute('data-tex') ?? '';
}

/** What is cited gets its buttons when its place is opened, which a reader may have done before this script came. */
export function startCiting(): void {
  const place = document.querySelector<HTMLDetailsElement>('details.cite');
  const offer = async () => (await import('./citing.ts')).offerCopies(place as HTMLElement);
  if (place?.open) void offer();
  else place?.addEventListener('toggle', () => void offer(), { once: true });
}
