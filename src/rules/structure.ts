import type { Field } from './rule.ts';

export const structure: Field = {
  id: 'field-structure',
  title: 'Headings, tables, footnotes and size',
  rules: [
    {
      code: 'first-heading',
      title: 'A heading of the first level',
      why: 'The first level is the title of the paper, which the page prints by itself. Sections begin with `##`.',
      in: 'text',
      wrong: 'The state decays.\n\n# Results\n\nThe loss falls.',
      right: 'The state decays.\n\n## Results\n\nThe loss falls.',
    },
    {
      code: 'empty-heading',
      title: 'A heading without words',
      why: 'It would be a gap in the list of contents, and its address would say nothing.',
      in: 'text',
      wrong: 'The state decays.\n\n##\n\nThe loss falls.',
      right: 'The state decays.\n\n## Results\n\nThe loss falls.',
    },
    {
      code: 'heading-without-space',
      severity: 'warning',
      title: 'A heading without a space behind its marks',
      why: 'Markdown wants a space behind `##`. Without it the marks are printed, and the section has no place in the list of contents.',
      in: 'text',
      wrong: 'The state decays.\n\n##Results\n\nThe loss falls.',
      right: 'The state decays.\n\n## Results\n\nThe loss falls.',
    },
    {
      code: 'paragraph-as-heading',
      severity: 'warning',
      title: 'A paragraph with dashes right under it',
      why: 'Markdown makes a heading of what stands right above a line of dashes, with an address that stays. For a rule an empty line stands between the two.',
      in: 'text',
      wrong: 'It decays.\n\nThe state is kept.\n---\n\nThe loss falls.',
      right: 'It decays.\n\nThe state is kept.\n\n---\n\nThe loss falls.',
    },
    {
      code: 'number-as-list',
      severity: 'warning',
      title: 'A year that begins a list',
      why: 'A number with a point at the beginning of a line is an item of a list to Markdown. It is indented, and the number is no word of the sentence any more.',
      in: 'text',
      wrong: '2025. That is when it was published.',
      right: '2025\\. That is when it was published.',
    },
    {
      code: 'broken-table',
      title: 'A table whose line of dashes does not fit',
      why: 'Markdown tells a table by the dashes below its first row, one group for each column. With another number it is no table, and its bars would be printed.',
      in: 'text',
      wrong: `| size | loss |
| ---- |
| 64 | 0.3 |`,
      right: `| size | loss |
| ---- | ---- |
| 64 | 0.3 |`,
    },
    {
      code: 'table-without-dashes',
      severity: 'warning',
      title: 'A table without its line of dashes',
      why: 'Markdown tells a table by the dashes below its first row. Without them the rows are one paragraph, and their bars are printed.',
      in: 'text',
      wrong: `| size | loss |
| 64 | 0.3 |`,
      right: `| size | loss |
| ---- | ---- |
| 64 | 0.3 |`,
    },
    {
      code: 'long-row',
      title: 'A row with more cells than the table',
      why: 'Markdown drops the cells beyond the last column without a word, and with them numbers.',
      in: 'text',
      wrong: `| size | loss |
| ---- | ---- |
| 64 | 0.3 | 0.2 |`,
      right: `| size | loss | mean |
| ---- | ---- | ---- |
| 64 | 0.3 | 0.2 |`,
    },
    {
      code: 'undefined-footnote',
      title: 'A footnote that is not there',
      why: 'The mark stands in the text, its note nowhere: the mark itself would be printed.',
      in: 'text',
      wrong: 'The loss falls.[^1]',
      right: 'The loss falls.[^1]\n\n[^1]: On one of three sets.',
    },
    {
      code: 'unused-footnote',
      title: 'A footnote that nothing refers to',
      why: 'It would not be printed at all.',
      in: 'text',
      wrong: 'The loss falls.\n\n[^1]: On one of three sets.',
      right: 'The loss falls.[^1]\n\n[^1]: On one of three sets.',
    },
    {
      code: 'duplicate-footnote',
      title: 'Two footnotes of one name',
      why: 'Only the first would be printed.',
      in: 'text',
      wrong: 'The loss falls.[^1]\n\n[^1]: On one of three sets.\n\n[^1]: On two.',
      right: 'The loss falls.[^1]\n\n[^1]: On one of three sets, and on two others.',
    },
    {
      code: 'bad-footnote',
      title: 'A footnote whose name has signs or spaces',
      why: 'Names become addresses on the page: letters, digits and hyphens. One with a space is taken for a link, and printed or lost.',
      in: 'text',
      wrong: 'The loss falls.[^a!]\n\n[^a!]: On one of three sets.',
      right: 'The loss falls.[^a]\n\n[^a]: On one of three sets.',
    },
    {
      code: 'unclosed-code',
      title: 'Code that is not closed',
      why: 'All that follows would be printed as code.',
      in: 'text',
      wrong: '```py\nh = A @ h\n\nThe state decays.',
      right: '```py\nh = A @ h\n```\n\nThe state decays.',
    },
    {
      code: 'second-paragraph',
      title: 'A second paragraph where there is room for one',
      why: 'Title, sentence, abstract and notes are one paragraph each, in lists, in feeds and in search results. The text of the summary is the place for more.',
      in: 'facts',
      wrong: `abstract: |
  A memory is learnt at test time.

  It decays.`,
      right: `abstract: >-
  A memory is learnt at test time.
  It decays.`,
    },
    {
      code: 'too-deep',
      title: 'Nesting that is too deep',
      why: 'Lists in quotations in lists, or facts in facts, beyond what a page can show or a program can read in reasonable time.',
      in: 'words',
      wrong: 'A list within a list within a list, forty times.',
      right: 'A list within a list.',
    },
    {
      code: 'too-much',
      title: 'More of something than a text holds',
      why: 'A page has to open on a phone: there are bounds to its characters, links, formulas, tables and claims, far above what a summary needs.',
      in: 'words',
      wrong: 'A table with three hundred columns.',
      right: 'A table with three.',
    },
    {
      code: 'more-problems',
      title: 'More problems than are listed',
      why: 'One slip can spoil every line behind it, so the list of a file ends somewhere. Mend what is listed and check again.',
      in: 'words',
      wrong: 'A text with two hundred expressions in braces.',
      right: 'A text without any.',
    },
    {
      code: 'skipped-heading',
      severity: 'warning',
      title: 'A level of headings that is left out',
      why: 'Who listens to a page goes from heading to heading by their levels, and a missing one sounds like a lost section.',
      in: 'text',
      wrong: 'The state decays.\n\n#### In detail\n\nIt decays by half.',
      right: 'The state decays.\n\n### In detail\n\nIt decays by half.',
    },
    {
      code: 'empty-section',
      severity: 'warning',
      title: 'A heading without text',
      why: 'The list of contents leads to it, and nothing is there.',
      in: 'text',
      wrong: 'The state decays.\n\n## Results',
      right: 'The state decays.\n\n## Results\n\nIt falls by half.',
    },
    {
      code: 'no-key-idea',
      severity: 'warning',
      title: 'A summary without its key idea',
      why: 'Every summary of a digest says under *The key idea* what the paper is about, and readers look there first.',
      in: 'text',
      wrong: '## Results\n\nThe state decays.',
      right: '## The key idea\n\nThe state decays.',
    },
  ],
};
