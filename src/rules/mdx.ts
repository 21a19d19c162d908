import type { Field } from './rule.ts';

export const mdx: Field = {
  id: 'field-mdx',
  title: 'Tags, braces and code in the text',
  rules: [
    {
      code: 'unclosed-tag',
      title: 'A tag that is not closed',
      why: 'MDX reads tags as XML does: each one ends somewhere, a line break too. Without an end the rest of the text would be taken into the tag.',
      in: 'text',
      wrong: 'The first line,<br>and the second.',
      right: 'The first line,<br />and the second.',
    },
    {
      code: 'html-comment',
      title: 'A comment in the manner of HTML',
      why: 'MDX does not know `<!-- … -->` and stops there. Its own comments are never published.',
      in: 'text',
      wrong: 'The loss falls. <!-- check the number -->',
      right: 'The loss falls. {/* check the number */}',
    },
  ],
};
