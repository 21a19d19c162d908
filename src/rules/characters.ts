import type { Field } from './rule.ts';

export const characters: Field = {
  id: 'field-characters',
  title: 'Characters',
  rules: [
    {
      code: 'invisible-character',
      title: 'A character that nobody sees',
      why: 'Spaces of no width, marks that turn the direction of the text, private characters: they come along when text is copied, break searches and addresses, and can make a text read otherwise than it is.',
      in: 'words',
      wrong: 'A zero width space in the middle of a word.',
      right: 'The word without it.',
    },
    {
      code: 'replacement-character',
      title: 'A character that was lost',
      why: 'A question mark in a black diamond stands where a program could not read what was there. Usually the file was saved in another encoding than UTF-8.',
      in: 'text',
      wrong: 'The authors thank Ren� Thom.',
      right: 'The authors thank René Thom.',
    },
    {
      code: 'mixed-scripts',
      title: 'A word in two alphabets',
      why: 'A Cyrillic а looks like a Latin a and is another letter. Whoever searches for the word does not find it, and a name becomes another person’s.',
      in: 'facts',
      wrong: 'authors: [Ad\u0430 Lovelace]',
      right: 'authors: [Ada Lovelace]',
    },
  ],
};
