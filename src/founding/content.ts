import { Document, isMap, isSeq, type YAMLMap } from 'yaml';
import { drawMark, readSite } from '../site.ts';
import type { Answers } from './answers.ts';
import { buildExample, buildExampleIssue, exampleData } from './example.ts';

const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

const licenceText = `# Licence of the content

The texts and figures in this folder are licensed under the
[Creative Commons Attribution 4.0 International Licence](${licence.url}) (${licence.name}),
except where a file says otherwise.

Credit the writers named under a summary and link to its page. Bibliographic facts are free to use. Trademarks and the
papers themselves belong to their owners.
`;

const tags = `# Each tag that a paper may have: an id, what readers see, what belongs under it.
example:
  label: Example
  description: What nobody wrote; to be replaced by tags of yours.
`;

const optional = ` Without the # in front:
 description: One or two sentences for search engines and feeds.
 notice: { title: …, text: …, href: /contribute/, label: … }
 newsletter: { action: https://…, provider: …, text: …, api: buttondown }
 branch: main`;

const comments: Record<string, string> = {
  mark: ' The sign of the site, a plot of its own: stems from -1 (down) to 1 (up). Drawn from the name; draw another.',
  licence: ' Of texts and figures; LICENSE.md says the same in words.',
  feeds: ' Feed readers know every entry by it: never change it, even where the address changes.',
};

/**
 * Everything that a new content folder holds, as texts by path.
 *
 * @param answers right by the schema, with a name and an address
 * @param today `2026-03-22`
 */
export function buildContent(answers: Answers, today: string): Map<string, string> {
  const month = today.slice(0, 7);
  const paper = `papers/${month}/example`;
  return new Map([
    ['site.yaml', buildSiteFile(answers, today.slice(0, 4))],
    ['tags.yaml', tags],
    ['LICENSE.md', licenceText],
    ['people/.gitkeep', ''],
    [`issues/${month}/index.mdx`, buildExampleIssue(today)],
    [`${paper}/index.mdx`, buildExample(today)],
    [`${paper}/cooling.csv`, exampleData],
  ]);
}

function buildSiteFile(answers: Answers, year: string): string {
  const { name = '', tagline, url = '', language = 'en', hues, contact, repository } = answers;
  const write = (feeds: object) =>
    writeYaml({
      name,
      ...(tagline && { tagline }),
      ...{ url, language, mark: drawMark(name) },
      ...(hues && { hues }),
      licence,
      ...(contact && { contact }),
      ...(repository && { repository }),
      ...feeds,
    });
  const source = write({ feeds: { authority: `${new URL(url).hostname},${year}` } });
  // Such as an IPv6 address: then the feeds do with what the program makes of it.
  const isBad = readSite(source, 'site.yaml').problems.length > 0;
  return isBad ? write({}) : source;
}

function writeYaml(values: object): string {
  const document = new Document(values);
  for (const { key, value } of (document.contents as unknown as YAMLMap).items) {
    const name = String(key);
    const comment = Object.hasOwn(comments, name) ? comments[name] : undefined;
    if (comment !== undefined) (key as { commentBefore?: string }).commentBefore = comment;
    if (name === 'mark' && isSeq(value)) value.flow = true;
    if (name === 'hues' && isSeq(value)) {
      for (const item of value.items) if (isMap(item)) item.flow = true;
    }
  }
  document.comment = optional;
  return document.toString({ lineWidth: 0, singleQuote: true });
}
