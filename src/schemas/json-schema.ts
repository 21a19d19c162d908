import { z } from 'zod';
import { issueSchema } from './issue.ts';
import { paperSchema } from './paper.ts';
import { personSchema } from './person.ts';
import { siteSchema } from './site.ts';
import { tagsSchema } from './tag.ts';

const schemas = {
  issue: issueSchema,
  paper: paperSchema,
  person: personSchema,
  site: siteSchema,
  tags: tagsSchema,
} as const;

/**
 * The schemas as JSON Schema, by name, for editors: keys, what each is for, lists and lengths. What only our own
 * rules know (days, identifiers, slugs) is not in them; `npm run check` knows it. Draft 7, which editors read.
 */
export function buildJsonSchemas(): { name: string; schema: Record<string, unknown> }[] {
  return Object.entries(schemas).map(([name, schema]) => {
    const made = z.toJSONSchema(schema, {
      io: 'input',
      target: 'draft-7',
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        if (jsonSchema.type !== 'string') return;
        // Values are read as they are written, where YAML, and so an editor, sees a number or a truth value.
        if (jsonSchema.enum?.join() === 'true,false') {
          jsonSchema.type = 'boolean';
          delete jsonSchema.enum;
        } else {
          Object.assign(jsonSchema, { type: ['string', 'number'] });
        }
      },
    });
    return { name, schema: JSON.parse(JSON.stringify(made)) as Record<string, unknown> };
  });
}
