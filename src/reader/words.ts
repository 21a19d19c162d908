/** The words that the reader's script adds to a page. */
export const words = {
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
  scrolls: { formula: 'Formula', table: 'Table', code: 'Code' },
} as const;
