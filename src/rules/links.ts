import type { Field } from './rule.ts';

export const links: Field = {
  id: 'field-links',
  title: 'Links',
  rules: [
    {
      code: 'bad-link',
      title: 'An address that is not complete',
      why: 'A browser would make something else of it, or nothing. White space, a user name or a missing host are the usual reasons.',
      in: 'text',
      wrong: 'The code is [on their site](https:example.org/code).',
      right: 'The code is [on their site](https://example.org/code).',
    },
    {
      code: 'empty-link',
      title: 'A link without words, or without an address',
      why: 'Without words there is nothing to press, and a listener hears nothing. Without an address it leads nowhere.',
      in: 'text',
      wrong: 'The code is [](https://example.org/code).',
      right: 'The code is [on their site](https://example.org/code).',
    },
    {
      code: 'forbidden-scheme',
      title: 'A link that is neither a page nor a mail address',
      why: 'Other schemes run code, open programs or lead to files of the reader’s own computer.',
      in: 'text',
      wrong: 'The code is [on their site](ftp://example.org/code).',
      right: 'The code is [on their site](https://example.org/code).',
    },
    {
      code: 'relative-link',
      title: 'A link without `https://`',
      why: 'The text is also read in feeds and mails, where an address without its beginning leads nowhere.',
      in: 'text',
      wrong: 'The code is [on their site](www.example.org/code).',
      right: 'The code is [on their site](https://www.example.org/code).',
    },
    {
      code: 'dead-anchor',
      title: 'A link to a place that the text does not have',
      why: 'An address of `#` and a word leads to a heading, a figure or an equation of the same text, and none has that name.',
      in: 'text',
      wrong: '## Results\n\nSee [below](#result).',
      right: '## Results\n\nSee [below](#results).',
    },
    {
      code: 'undefined-link',
      title: 'A link to a definition that is not there',
      why: 'In `[text][name]` the name stands for an address that is given elsewhere in the file. It is not, and the brackets would be printed.',
      in: 'text',
      wrong: 'The code is [on their site][code].',
      right: 'The code is [on their site][code].\n\n[code]: https://example.org/code',
    },
    {
      code: 'long-title',
      title: 'A title of an address that is too long',
      why: 'What stands in quotation marks behind an address shows only when a pointer rests on the link. Many readers never see it.',
      in: 'words',
      wrong: 'A link with a title of 301 characters.',
      right: 'A link without a title, and the words in the text.',
    },
  ],
};
