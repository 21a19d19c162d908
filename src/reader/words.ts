/** The words that the reader's script adds to a page. */
export const words = {
  close: 'Close',
  goTo: (name: string) => `Go to ${name}`,
  formula: {
    name: 'Formula',
    equation: (number: string) => `Equation ${number}`,
    none: 'The notation of this paper names none of its symbols.',
    others: 'Also in',
    alsoIn: 'also in',
    symbol: 'Where else it is used',
    goThere: 'Go to where it stands',
    more: (count: number) => `and ${count} more`,
    copyLatex: 'Copy LaTeX',
    copyLink: 'Copy link',
    copied: 'Copied',
    refused: 'The browser keeps its clipboard closed; copy it from here',
    notation: 'All notation',
    press: (count: number) => `${count} more: press the formula`,
  },
  cite: {
    copy: 'Copy',
    copyMarkdown: 'Copy as Markdown',
    copied: 'Copied',
    refused: 'The browser keeps its clipboard closed',
  },
  preview: {
    note: (number: string) => `note ${number}`,
    paper: 'the summary',
    place: 'the place',
  },
  picture: {
    name: 'Picture',
    larger: 'At its own size',
  },
  place: {
    label: 'Place in the issue',
    position: (index: number, total: number) => `${index} of ${total}`,
    contents: 'contents',
    resumeLabel: 'Where you stopped',
    resume: 'Continue where you stopped:',
    dismiss: 'Dismiss',
  },
  keys: {
    title: 'What the keys do',
    next: 'Next paper, row or section',
    previous: 'The one before',
    goTo: (name: string) => `Go to ${name}`,
    home: 'the front page',
    help: 'This list',
    off: 'They can be switched off under “Reading”.',
    close: 'Close',
  },
  narrow: {
    found: (found: number, all: number) =>
      found === all ? `${all} papers` : `${found} of ${all} papers`,
    option: (label: string, count: number) => `${label} (${count})`,
    day: (day: string, year: string) => `${day}, ${year}`,
    more: (count: number) => `${count} more`,
    etAl: ' et al.',
    failed: 'The list could not be loaded. Close and open this to try again.',
  },
  find: {
    found: (found: number, most: number) =>
      found === 0
        ? 'Nobody of that name'
        : `${found} ${found === 1 ? 'person' : 'people'}${found > most ? `, the first ${most} shown: go on typing` : ''}`,
    more: 'Two letters at least',
    failed: 'The names could not be loaded. Type on to try again.',
  },
  scrolls: { formula: 'Formula', table: 'Table', code: 'Code' },
} as const;
