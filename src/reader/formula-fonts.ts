/**
 * Fetches the fonts of formulas that are not laid out yet. A browser that prints lays out all of a page and waits for no
 * font: of what has not come, it prints nothing.
 */
export function fetchFormulaFonts(): void {
  for (const { element, letters } of groupLetters()) {
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(element);
    // One that cannot be had is missing on the screen too.
    document.fonts
      .load(`${fontStyle} ${fontWeight} 1em ${fontFamily}`, [...letters].join(''))
      .catch(() => undefined);
  }
}

type Group = { element: Element; letters: Set<string> };

/** What stands in formulas by how it is set: one element of each kind, and the letters of all. */
function groupLetters(): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const formula of document.querySelectorAll('.katex-html')) {
    const walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element) continue;
      const kind = `${element.parentElement?.className} ${element.className}`;
      const group = groups.get(kind) ?? { element, letters: new Set() };
      groups.set(kind, group);
      for (const letter of node.textContent ?? '') group.letters.add(letter);
    }
  }
  return groups.values();
}
