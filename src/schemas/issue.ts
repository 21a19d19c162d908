import { z } from 'zod';
import { day } from './day.ts';
import { nameOrId } from './name.ts';
import { rule } from './rule.ts';
import { judgeIssueId, slug } from './slug.ts';
import { flag, line, list, prose } from './text.ts';

const issueId = z.string().trim().min(1).check(rule(judgeIssueId));

/** `issues/<id>/index.mdx`: what stands between the two lines of hyphens. */
export const issueSchema = z.strictObject({
  title: prose(200).describe('Title of the issue; may hold `$…$`.'),
  date: day.describe('Day of publication, `YYYY-MM-DD`.'),
  editors: list(nameOrId, 50).min(1).describe('Who edited it: ids from `people/`, or names.'),
  papers: list(slug, 500)
    .optional()
    .describe('Slugs in reading order; papers that are not named follow by their day.'),
  hero: z
    .strictObject({
      src: line(200)
        .check(
          rule((value: string) =>
            /^(?:\.\/)?\w[\w-]*(?:\.[\w-]+)*$/.test(value)
              ? undefined
              : {
                  code: 'bad-picture-path',
                  says: 'is not a picture in the folder of the issue',
                  fix: 'Put the picture beside index.mdx and write its name: `./opening.jpg`.',
                },
          ),
        )
        .describe('A picture beside the file, `./opening.jpg`.'),
      alt: line(400).describe('What the picture shows, for somebody who cannot see it.'),
      credit: prose(300).optional().describe('Whose picture it is; may hold a link.'),
    })
    .optional()
    .describe('Opening picture: `{ src, alt, credit }`; without one the site draws its own.'),
  draft: flag.optional().describe('`true` keeps the issue and its papers off the site.'),
  id: issueId
    .optional()
    .describe('The first id, where the folder was renamed; feeds keep knowing the issue by it.'),
  aliases: list(issueId, 20).optional().describe('Earlier ids; their addresses lead here.'),
});

export type IssueData = z.output<typeof issueSchema>;
