import type { Field } from './rule.ts';

export const components: Field = {
  id: 'field-components',
  title: 'Components and their attributes',
  rules: [
    {
      code: 'missing-attribute',
      title: 'An attribute that a component needs',
      why: 'Without it the component has nothing to show: a figure needs its file, a plot its columns, a claim its place.',
      in: 'text',
      wrong: '<Figure alt="Loss falls as the memory grows" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" />',
    },
    {
      code: 'unknown-attribute',
      title: 'An attribute that a tag does not have',
      why: 'It would have no effect, which is seldom what was meant. Usually it is misspelt.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" sise="small" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" size="small" />',
    },
    {
      code: 'bad-attribute',
      title: 'A value that an attribute does not take',
      why: 'The attribute is known, its value is not. The message lists what it takes.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" size="50%" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" size="small" />',
    },
    {
      code: 'duplicate-attribute',
      title: 'An attribute that stands twice',
      why: 'Only one of the two could hold, and it is not known which was meant.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" src="./memory.svg" alt="Loss falls as memory grows" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as memory grows" />',
    },
    {
      code: 'expression-attribute',
      title: 'An attribute whose value is code',
      why: 'Nothing of a summary is run, so a value is a text in quotation marks, a plain number or `{true}`.',
      in: 'text',
      wrong: '<Figure src={memory} alt="Loss falls as the memory grows" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" />',
    },
    {
      code: 'spread-attribute',
      title: 'Attributes handed over by code',
      why: 'Nothing of a summary is run: each attribute is written out by its name.',
      in: 'text',
      wrong: '<Figure {...props} src="./memory.svg" alt="Loss falls as the memory grows" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows" />',
    },
    {
      code: 'event-handler',
      title: 'An attribute that would run code',
      why: 'What begins with `on` runs a script in the browser of whoever reads. No text from outside may do that.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="Loss falls as memory grows" onclick="zoom()" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as memory grows" />',
    },
    {
      code: 'style-attribute',
      title: 'A style of one’s own',
      why: 'Colours and sizes are the site’s, so that a page can be read in the dark, on a phone and on paper. A figure takes `size`.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="Loss falls as memory grows" style="width: 50%" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as memory grows" size="small" />',
    },
    {
      code: 'directive',
      title: 'An instruction to the site’s program in a tag',
      why: '`client:`, `set:` and the like tell Astro what to run or to print unread. A summary only says what it says.',
      in: 'text',
      wrong: '<Aside set:html="A note.">A note.</Aside>',
      right: '<Aside>A note.</Aside>',
    },
    {
      code: 'block-in-sentence',
      title: 'A figure, a table or an aside in the middle of a sentence',
      why: 'It is a block of its own and would tear the paragraph in two.',
      in: 'text',
      wrong: 'The gate opens <Aside>Seldom.</Aside> late.',
      right: `The gate opens late.

<Aside>Seldom.</Aside>`,
    },
    {
      code: 'misplaced-component',
      title: 'A claim where it cannot stand',
      why: '`<Claim>` is a small link behind a result, so it stands in the sentence with it: not in a heading, in another link, in the abstract or alone.',
      in: 'text',
      wrong: `The memory finds 95.2%.

<Claim at="Table 2" />`,
      right: 'The memory finds 95.2% <Claim at="Table 2" />.',
    },
    {
      code: 'misplaced-content',
      title: 'Content where a tag takes none, or other content',
      why: 'Some tags hold nothing, some only words, a table only its rows. Browsers would move what does not fit to where nobody wants it.',
      in: 'text',
      wrong: 'It finds <Claim at="Table 2">95.2%</Claim>.',
      right: 'It finds 95.2% <Claim at="Table 2" />.',
    },
    {
      code: 'misplaced-element',
      title: 'A part of a table or a list outside of it',
      why: 'A cell belongs into a row, a row into a table. Outside, a browser drops the tag and prints the words alone.',
      in: 'text',
      wrong: '<td>95.2%</td>',
      right: '<table>\n<tr>\n<td>95.2%</td>\n</tr>\n</table>',
    },
    {
      code: 'table-content',
      title: 'A `<Table>` without a table, or with two',
      why: 'It numbers one table and gives it a caption. Without a table there is nothing to number; with two it is not known which is meant.',
      in: 'text',
      wrong: `<Table>

The accuracy is 48.7.

</Table>`,
      right: `<Table>

The accuracy.

| Model  | accuracy |
| :----- | -------: |
| theirs |     48.7 |

</Table>`,
    },
    {
      code: 'figure-alt',
      title: 'Words for a picture that say nothing of it',
      why: '`alt` stands for the picture where it is not seen: for who listens, and where it does not load. “Figure” or the name of the file tells nobody what it shows.',
      in: 'text',
      wrong: '<Figure src="./memory.svg" alt="figure 1" />',
      right: '<Figure src="./memory.svg" alt="Loss falls as the memory grows, then levels off" />',
    },
    {
      code: 'missing-alt',
      title: 'A picture without words for those who do not see it',
      why: 'Who listens to a page, or reads it where pictures do not load, has only these words.',
      in: 'text',
      wrong: '![](./memory.svg)',
      right: '![Loss falls as the memory grows, then levels off](./memory.svg)',
    },
    {
      code: 'plot-data',
      title: 'A plot of something else than a CSV file',
      why: 'Plots are drawn from comma-separated values: a reader can open them in any program, and no macro comes with them.',
      in: 'text',
      wrong: '<Plot data="./results.xlsx" x="tokens" y="accuracy" alt="Accuracy falls" />',
      right: '<Plot data="./results.csv" x="tokens" y="accuracy" alt="Accuracy falls" />',
    },
  ],
};
