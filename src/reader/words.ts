/** The words that the reader's script adds to a page. */
export const words = {
  close: 'Close',
  goTo: (name: string) => `Go to ${name}`,
  formula: {
    name: 'Formula',
    equation: (number: string) => `Equation ${number}`,
    none: 'The notation of this paper names none of its symbols.',
    others: 'Also in',
    more: (count: number) => `and ${count} more`,
    copyLatex: 'Copy LaTeX',
    copyLink: 'Copy link',
    copied: 'Copied',
    refused: 'The browser keeps its clipboard closed; copy it from here',
    notation: 'All notation',
    press: (count: number) => `${count} more: press the formula`,
  },
  preview: {
    note: (number: string) => `note ${number}`,
    paper: 'the summary',
    equation: (number: string) => `equation ${number}`,
    place: 'the place',
  },
  picture: {
    name: 'Picture',
    larger: 'At its own size',
  },
} as const;
