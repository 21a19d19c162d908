import { z } from 'zod';
import { slug } from './slug.ts';
import { line, list } from './text.ts';

export const tagSchema = z.strictObject({
  label: line(60).describe('The tag as readers see it.'),
  description: line(300).describe('One plain sentence on what belongs under it.'),
  aliases: list(slug, 20)
    .optional()
    .describe(
      'Other ids that writers may use for it, and earlier ones; their addresses lead here.',
    ),
});

/** `tags.yaml`: the closed list of tags by id. */
export const tagsSchema = z.record(slug, tagSchema);

export type TagsData = z.output<typeof tagsSchema>;
