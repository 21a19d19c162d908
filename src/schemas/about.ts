import { z } from 'zod';
import { line } from './text.ts';

/** `about.mdx`: what stands between the two lines of hyphens. */
export const aboutSchema = z.strictObject({
  title: line(80).describe('Heading of the page, `About us`.'),
  description: line(300).optional().describe('One sentence for search engines.'),
});

export type AboutData = z.output<typeof aboutSchema>;
