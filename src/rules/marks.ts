import type { Field } from './rule.ts';

export const marks: Field = {
  id: 'field-marks',
  title: 'Marks of Markdown',
  rules: [
    {
      code: 'asterisk-as-emphasis',
      severity: 'warning',
      title: 'Asterisks that vanish between letters or digits',
      why: 'Two asterisks around a word or a number set it in italics, and are not printed: `2*3*4` would read as 234.',
      in: 'text',
      wrong: 'The batch has 2*3*4 tokens.',
      right: 'The batch has $2 \\times 3 \\times 4$ tokens.',
    },
    {
      code: 'underscore-as-emphasis',
      severity: 'warning',
      title: 'A name of Python that loses its underscores',
      why: 'Two underscores on either side set a word in bold, and are not printed. Names of programs belong in code.',
      in: 'text',
      wrong: 'It is built in __init__.py at once.',
      right: 'It is built in `__init__.py` at once.',
    },
    {
      code: 'stray-asterisks',
      severity: 'warning',
      title: 'Bold words with a space inside their marks',
      why: 'Marks of bold touch the words that they hold. With a space between, they are printed.',
      in: 'text',
      wrong: 'The state **decays **by half.',
      right: 'The state **decays** by half.',
    },
    {
      code: 'unclosed-backtick',
      severity: 'warning',
      title: 'A backtick without its partner',
      why: 'Code stands between two backticks. One alone is printed, and what was to be code is prose.',
      in: 'text',
      wrong: 'It calls `forward once.',
      right: 'It calls `forward` once.',
    },
    {
      code: 'foreign-markup',
      severity: 'warning',
      title: 'A mark that other programs know',
      why: 'Notes of GitHub (`[!NOTE]`) and of Pandoc (`:::`), links of a wiki and marked words (`==so==`) are no Markdown: they are printed as they stand.',
      in: 'text',
      wrong: 'The state ==decays== by half.',
      right: 'The state **decays** by half.',
    },
  ],
};
