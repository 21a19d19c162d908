/** The words that a rendered body adds to the writer's own. */
export const words = {
  figure: 'Figure',
  table: 'Table',
  equation: 'Equation',
  formula: 'Formula',
  symbols: 'What its symbols mean',
  notes: 'Notes',
  note: 'Note',
  backToText: 'Back to the text',
  linkToSection: 'Link to this section',
  ofThePaper: 'of the paper',
  licence: 'Licence:',
} as const;
