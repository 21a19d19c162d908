import { z } from 'zod';
import { url } from './address.ts';
import { github, orcid } from './identifiers.ts';
import { slug } from './slug.ts';
import { flag, line, list, prose } from './text.ts';

/** `people/<id>.yaml`, for who needs more than a name. */
export const personSchema = z.strictObject({
  name: line(120).describe('The name as the site shows it.'),
  names: list(line(120), 50)
    .optional()
    .describe('Other spellings and scripts under which the person publishes.'),
  family: line(120)
    .optional()
    .describe('The family name as it stands in `name`, where it is not the last word.'),
  collective: flag.optional().describe('`true` for a group that signs under one name.'),
  affiliation: line(200).optional().describe('Where the person works.'),
  orcid: orcid.optional().describe('ORCID, `0000-0002-1825-0097`.'),
  homepage: url.optional().describe('Home page.'),
  github: github.optional().describe('Account on GitHub.'),
  links: z
    .array(
      z.strictObject({
        label: line(80).describe('What the link is called.'),
        url: url.describe('Where it leads.'),
      }),
    )
    .max(20)
    .optional()
    .describe('More links: a list of `{ label, url }`.'),
  bio: prose(1500).optional().describe('A few sentences about the person; may hold `$…$`.'),
  notes: line(400)
    .optional()
    .describe(
      'What tells the person from a namesake, `works on vision`; shown where the two could be mixed up.',
    ),
  aliases: list(slug, 20).optional().describe('Earlier ids; their addresses lead here.'),
});

export type PersonData = z.output<typeof personSchema>;
