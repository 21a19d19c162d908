import { z } from 'zod';
import { contact, href, secureUrl, url } from './address.ts';
import { hue } from './hue.ts';
import { rule } from './rule.ts';
import { flag, line, prose } from './text.ts';

const siteUrl = url.check(
  rule((value: string) => {
    const parsed = URL.parse(value);
    if (parsed === null) return undefined;
    if (parsed.search !== '' || parsed.hash !== '' || /[?#]/.test(value)) {
      return {
        code: 'bad-site-url',
        says: 'goes on after the path',
        fix: `Write \`${parsed.origin}${parsed.pathname}\`.`,
      };
    }
    if (/^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/.test(parsed.pathname)) return undefined;
    return {
      code: 'bad-site-url',
      says: 'has a path with characters other than letters, digits, hyphens and dots',
      fix: 'Write origin and base path only: `https://example.org/digest/`.',
    };
  }),
);

const stem = z
  .string()
  .trim()
  .check(
    rule((value: string) =>
      /^[+-]?(?:1(?:\.0+)?|0?\.\d+|0)$/.test(value)
        ? undefined
        : {
            code: 'bad-stem',
            says: 'is not a number from -1 to 1',
            fix: 'Write how far the stem goes up or down: `0.8`, `-0.25`.',
          },
    ),
  )
  .transform(Number);

const language = z
  .string()
  .trim()
  .check(
    rule((value: string) =>
      /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(value)
        ? undefined
        : {
            code: 'bad-language',
            says: 'is not a language tag',
            fix: 'Write `en`, `en-GB`, `fr` or the like.',
          },
    ),
  );

const authority = z
  .string()
  .trim()
  .max(120)
  .check(
    rule((value: string) =>
      // RFC 4151 §2.1, with the domain or mail address in small letters.
      /^(?:[a-z0-9._-]+@)?[a-z0-9]+(?:[.-][a-z0-9]+)*,\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)
        ? undefined
        : {
            code: 'bad-authority',
            says: 'is not the beginning of a tag: URI',
            fix: 'Write a domain that was yours and a year in which it was: `example.org,2026`.',
          },
    ),
  );

/** The address at which feed readers subscribe, and which they trust with it: https://www.w3.org/TR/websub/. */
const hub = url.check(
  rule((value: string) =>
    /^http:/i.test(value)
      ? {
          code: 'bad-hub',
          says: 'is the address of a hub without encryption',
          fix: `Write \`https${value.slice(4)}\`.`,
        }
      : undefined,
  ),
);

/** A branch by a name that needs no quoting anywhere: https://git-scm.com/docs/git-check-ref-format, narrowed. */
const branch = z
  .string()
  .trim()
  .max(100)
  .check(
    rule((value: string) =>
      /^(?!.*(?:\.\.|\.lock(?:\/|$)))[A-Za-z0-9_][\w.-]*(?:\/[A-Za-z0-9_][\w.-]*)*(?<!\.)$/.test(
        value,
      )
        ? undefined
        : {
            code: 'bad-branch',
            says: 'is not taken as the name of a branch',
            fix: 'Write it as `git branch` does, in letters, digits, hyphens, dots and slashes: `main`.',
          },
    ),
  );

const folderPattern = /^(?:\.|(?:(?!\.\.?\/)[\w.-]+\/)*(?!\.\.?$)[\w.-]+)$/;

const folder = z
  .string()
  .trim()
  .max(200)
  .check(
    rule((value: string) => {
      if (folderPattern.test(value)) return undefined;
      const mended = value.replaceAll('\\', '/').replace(/^(?:\.?\/)+|\/+$/g, '');
      return {
        code: 'bad-folder',
        says: 'is not a folder of a repository',
        fix: folderPattern.test(mended)
          ? `Write \`${mended}\`.`
          : 'Write its path from the root of the repository on, `site/content`, or `.` for the root itself.',
      };
    }),
  );

/** `site.yaml`: whose site this is. */
export const siteSchema = z.strictObject({
  name: line(60).describe('Name of the site.'),
  tagline: line(120).optional().describe('What it is, in a few words without a full stop.'),
  description: line(300).optional().describe('One or two sentences for search engines and feeds.'),
  url: siteUrl.describe('Address of the front page, with its base path: `https://example.org/`.'),
  language: language.optional().describe('Language of the texts, `en` unless given.'),
  mark: z
    .array(stem)
    .min(3)
    .max(6)
    .optional()
    .describe(
      'The sign of the site, a residual plot: three to six stems, from -1 (down) to 1 (up); drawn from the name unless given.',
    ),
  hues: z
    .array(hue)
    .min(6)
    .max(8)
    .optional()
    .describe('Colours that issues take in turn: six to eight `{ light, dark }`.'),
  licence: z
    .strictObject({
      name: line(80).describe('Its name, `CC BY 4.0`.'),
      url: url.describe('Its text.'),
    })
    .optional()
    .describe('Licence of the texts and figures: `{ name, url }`.'),
  contact: contact.optional().describe('Where readers write to: `mailto:…` or a page.'),
  repository: url
    .optional()
    .describe('The repository that takes summaries: its page on GitHub, GitLab, Codeberg …'),
  branch: branch.optional().describe('The branch that takes changes, `main` unless given.'),
  folder: folder
    .optional()
    .describe(
      'The content folder from the root of that repository on, where the two are not as here: `content`; `.` for the root itself.',
    ),
  newsletter: z
    .strictObject({
      action: secureUrl.describe('Address to which the form is sent.'),
      provider: line(80).optional().describe('Who runs it, for the note under the form.'),
      text: line(300).optional().describe('What subscribers get.'),
      api: z
        .enum(['buttondown'])
        .optional()
        .describe('Where `npm run newsletter` makes drafts: `buttondown`.'),
    })
    .optional()
    .describe('A form to subscribe by mail: `{ action, provider, text, api }`.'),
  notice: z
    .strictObject({
      title: line(80).describe('Its heading.'),
      text: line(400).describe('One or two sentences.'),
      href: href.describe('Where it leads: an address, or a path of the site, `/contribute/`.'),
      label: line(60).describe('Words of the link.'),
    })
    .optional()
    .describe('A notice on the site: `{ title, text, href, label }`.'),
  feeds: z
    .strictObject({
      authority: authority.describe('Domain and year from which all feed ids are made for ever.'),
      hub: hub
        .optional()
        .describe(
          'A WebSub hub that tells feed readers at once of what is new: its https address.',
        ),
    })
    .optional()
    .describe(
      'What makes the ids of feed entries, and who tells of new ones: `{ authority, hub }`.',
    ),
  offline: flag
    .optional()
    .describe(
      '`false` keeps no page in browsers for reading offline, and empties those that keep some.',
    ),
  about: prose(2000).optional().describe('A paragraph about the group; may hold links.'),
});

export type SiteData = z.output<typeof siteSchema>;
