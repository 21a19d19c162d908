import type { Field } from './rule.ts';

export const people: Field = {
  id: 'field-people',
  title: 'People',
  rules: [
    {
      code: 'unknown-person',
      title: 'An id that nobody has',
      why: 'A word in small letters is read as the id of a person. Nobody of that id has a file or has written anything; a name is written as it is printed.',
      in: 'facts',
      wrong: 'writers: [grace-hooper]',
      right: 'writers: [Grace Hopper]',
    },
    {
      code: 'ambiguous-name',
      title: 'A name that two people have',
      why: 'Both have a file with this name, and their works would be mixed up. Say which of the two is meant.',
      in: 'files',
      wrong: {
        'people/wei-wang-shore.yaml': 'name: Wei Wang',
        'people/wei-wang-hill.yaml': 'name: Wei Wang',
        'papers/2026-03/memory/index.mdx':
          'authors: [Wei Wang]\nwriters: [wei-wang-hill, wei-wang-shore]',
      },
      right: {
        'people/wei-wang-shore.yaml': 'name: Wei Wang',
        'people/wei-wang-hill.yaml': 'name: Wei Wang',
        'papers/2026-03/memory/index.mdx':
          'authors: [{ name: Wei Wang, id: wei-wang-hill }]\nwriters: [wei-wang-shore]',
      },
    },
    {
      code: 'same-letters',
      title: 'Two spellings that make one address',
      why: 'Addresses leave accents out, so two names would share a page. Usually it is one person; a file in `people/` says so.',
      in: 'files',
      wrong: {
        'papers/2026-03/memory/index.mdx': 'authors: [Paul Balança]\nwriters: [Paul Balanca]',
      },
      right: {
        'people/paul-balanca.yaml': 'name: Paul Balança\nnames: [Paul Balanca]',
        'papers/2026-03/memory/index.mdx': 'authors: [Paul Balança]\nwriters: [Paul Balanca]',
      },
    },
    {
      code: 'unclaimed-spelling',
      title: 'A spelling that the file of a person does not know',
      why: 'The name has the letters of somebody who has a file, and may be the same person or another. The file lists the spellings that are theirs.',
      in: 'files',
      wrong: {
        'people/paul-balanca.yaml': 'name: Paul Balança',
        'papers/2026-03/memory/index.mdx': 'authors: [Paul Balança]\nwriters: [Paul Balanca]',
      },
      right: {
        'people/paul-balanca.yaml': 'name: Paul Balança\nnames: [Paul Balanca]',
        'papers/2026-03/memory/index.mdx': 'authors: [Paul Balança]\nwriters: [Paul Balanca]',
      },
    },
    {
      code: 'name-without-letters',
      title: 'A name of which no address can be made',
      why: 'Addresses have Latin letters. How a name is written in them is for its bearer to say: a file in `people/` gives the id.',
      in: 'files',
      wrong: { 'papers/2026-03/memory/index.mdx': 'authors: [王伟]' },
      right: {
        'people/wang-wei.yaml': 'name: 王伟',
        'papers/2026-03/memory/index.mdx': 'authors: [王伟]',
      },
    },
    {
      code: 'name-without-address',
      title: 'A name whose address is taken by the site',
      why: 'The letters of the name are a word that the site keeps for itself, or are too many. A file in `people/` gives the person another id.',
      in: 'files',
      wrong: { 'papers/2026-03/memory/index.mdx': 'authors: [Main]' },
      right: {
        'people/main-group.yaml': 'name: Main\ncollective: true',
        'papers/2026-03/memory/index.mdx': 'authors: [Main]',
      },
    },
    {
      code: 'repeated-author',
      severity: 'warning',
      title: 'An author who stands twice in the list',
      why: 'Some papers do print a name twice. More often two people have one name, and their works would be taken for those of one.',
      in: 'facts',
      wrong: 'authors: [Ada Lovelace, Grace Hopper, Ada Lovelace]',
      right: 'authors: [Ada Lovelace, Grace Hopper]',
    },
    {
      code: 'unused-person',
      severity: 'warning',
      title: 'A file of a person whom nothing names',
      why: 'There is no page for who has neither written nor edited anything. Perhaps the name is spelt otherwise where it is meant.',
      in: 'files',
      wrong: { 'people/emmy-noether.yaml': 'name: Emmy Noether' },
      right: {
        'people/emmy-noether.yaml': 'name: Emmy Noether',
        'papers/2026-03/memory/index.mdx': 'authors: [Emmy Noether]',
      },
    },
    {
      code: 'family-not-in-name',
      title: 'A family name that the name does not hold',
      why: '`family` says which part of the name people are sorted by, so it stands there letter by letter.',
      in: 'person',
      wrong: 'name: Ada Lovelace\nfamily: Byron',
      right: 'name: Ada Lovelace\nfamily: Lovelace',
    },
    {
      code: 'bad-orcid',
      title: 'An ORCID that cannot be one',
      why: 'It is four groups of four, without the address around them.',
      in: 'person',
      wrong: 'name: Ada Lovelace\norcid: https://orcid.org/0000-0002-1825-0097',
      right: 'name: Ada Lovelace\norcid: 0000-0002-1825-0097',
    },
    {
      code: 'orcid-check-digit',
      title: 'An ORCID with a digit mistyped',
      why: 'Its last character is computed from the others, and does not fit them. The link would lead to somebody else.',
      in: 'person',
      wrong: 'name: Ada Lovelace\norcid: 0000-0002-1825-0079',
      right: 'name: Ada Lovelace\norcid: 0000-0002-1825-0097',
    },
    {
      code: 'bad-github',
      title: 'A GitHub account that cannot be one',
      why: 'It is the account alone, without the address and without `@`.',
      in: 'person',
      wrong: 'name: Ada Lovelace\ngithub: https://github.com/octocat',
      right: 'name: Ada Lovelace\ngithub: octocat',
    },
    {
      code: 'not-a-person',
      title: 'A file in `people/` that is nobody’s',
      why: 'Each person is one file, `people/<id>.yaml`; the id is the address of their page.',
      in: 'files',
      wrong: { 'people/ada-lovelace.yml': 'name: Ada Lovelace' },
      right: { 'people/ada-lovelace.yaml': 'name: Ada Lovelace' },
    },
  ],
};
