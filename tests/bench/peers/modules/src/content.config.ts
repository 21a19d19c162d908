import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  papers: defineCollection({
    loader: glob({ pattern: '*.mdx', base: './src/papers' }),
    schema: z.object({
      title: z.string(),
      date: z.coerce.date(),
      month: z.string(),
      authors: z.array(z.string()),
      people: z.array(z.string()),
      topics: z.array(z.string()),
      arxiv: z.string(),
      tldr: z.string(),
      abstract: z.string(),
    }),
  }),
};
