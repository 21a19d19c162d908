import { Document } from 'yaml';
import { oneLine } from '../digest/excerpt.ts';
import { buildForge } from '../routes.ts';
import { siteSchema, type SiteData } from '../schemas/site.ts';
import { readYaml } from '../schemas/yaml.ts';
import type { Colour } from '../styles/colours.ts';
import { readHues } from './hues.ts';
import { pageOfRemote, pagesOf } from './suggest.ts';

/** What is known of a site that is being made, as its site.yaml will have it. */
export type Answers = Partial<
  Pick<SiteData, 'name' | 'tagline' | 'url' | 'repository' | 'contact' | 'language'>
> & {
  hues?: readonly Colour[];
};

/** What is asked; options have the same names. */
export type Key = keyof Answers;

export type Question = {
  key: Key;
  /** Not asked, only taken as an option. */
  silent?: true;
  isRequired: boolean;
  words: string;
  /** What no answer stands for. */
  suggest: (answers: Answers, remote: string | undefined) => string | undefined;
  /** What else to know of an answer that is right. */
  note?: (answer: string) => string | undefined;
};

const nothing = () => undefined;

export const questions: readonly Question[] = [
  { key: 'name', isRequired: true, words: 'Name of the site', suggest: nothing },
  {
    key: 'tagline',
    isRequired: false,
    words: 'What it is, in a few words without a full stop',
    suggest: nothing,
  },
  {
    key: 'repository',
    isRequired: false,
    words: 'Its repository, the page on GitHub, GitLab, Codeberg …',
    suggest: (_, remote) => (remote === undefined ? undefined : pageOfRemote(remote)),
    note: (answer) =>
      buildForge(answer) === undefined
        ? 'This forge is not known: pages link to the repository, without “Fix this page”.'
        : undefined,
  },
  {
    key: 'url',
    isRequired: true,
    words: 'Address that the site will have, whole',
    suggest: ({ repository }) => (repository === undefined ? undefined : pagesOf(repository)),
  },
  {
    key: 'hues',
    isRequired: false,
    words: 'Hues of the issues, one to make six of it (#1f5fa8), or six to eight',
    suggest: nothing,
  },
  {
    key: 'contact',
    isRequired: false,
    words: 'Where readers write to: mailto:us@example.org, or a page',
    suggest: nothing,
  },
  { key: 'language', silent: true, isRequired: false, words: 'Language', suggest: nothing },
];

/** An answer as a value of site.yaml, or what is wrong with it in the words of the check. */
export function readAnswer(key: Key, answer: string): { value: Answers } | { fault: string } {
  const text = answer.trim();
  const value: Answers = key === 'hues' ? { hues: readHues(text) } : { [key]: text };
  const source = new Document({ name: 'Name', url: 'https://example.org/', ...value }).toString();
  const { data, problems } = readYaml(source, { file: 'site.yaml', line: 1, schema: siteSchema });
  const [problem] = problems;
  if (problem !== undefined) return { fault: oneLine(`${problem.message} ${problem.fix}`) };
  return { value: { [key]: data?.[key] } };
}
