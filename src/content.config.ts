import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { loadEntries } from './digest/loader.ts';
import type { StoredEntry } from './digest/read.ts';

// An entry was judged by src/schemas when it was read, with its place for every problem.
const schema = z.custom<StoredEntry>();

export const collections = {
  papers: defineCollection({ loader: loadEntries('paper'), schema }),
  issues: defineCollection({ loader: loadEntries('issue'), schema }),
  people: defineCollection({ loader: loadEntries('person'), schema }),
  tags: defineCollection({ loader: loadEntries('tags'), schema }),
  about: defineCollection({ loader: loadEntries('about'), schema }),
};
