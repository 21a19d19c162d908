import { defineLiveCollection } from 'astro:content';
import { loadEntries } from './digest/loader.ts';

// Live, so that no summary passes through the bundler: a build bundles the program once and keeps it, whatever is
// written meanwhile. An entry was judged by src/schemas when it was read, with its place for every problem.
export const collections = {
  papers: defineLiveCollection({ loader: loadEntries('paper') }),
  issues: defineLiveCollection({ loader: loadEntries('issue') }),
  people: defineLiveCollection({ loader: loadEntries('person') }),
  tags: defineLiveCollection({ loader: loadEntries('tags') }),
  about: defineLiveCollection({ loader: loadEntries('about') }),
};
