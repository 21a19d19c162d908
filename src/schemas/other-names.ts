/** What other generators and formats call the keys of a paper and an issue. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  affiliations: ['organisations'],
  arxiv_id: ['arxiv'],
  arxivid: ['arxiv'],
  booktitle: ['venue'],
  conference: ['venue'],
  date: ['summarised', 'date'],
  description: ['tldr'],
  eprint: ['arxiv'],
  institutions: ['organisations'],
  journal: ['venue'],
  keywords: ['tags'],
  link: ['url'],
  reviewed_by: ['reviewers'],
  subjects: ['categories'],
  summarized: ['summarised'],
  summary: ['tldr'],
  year: ['published'],
};
const LINKS: Readonly<Record<string, readonly string[]>> = {
  ...{ github: ['code'], gitlab: ['code'], repo: ['code'], repository: ['code'], source: ['code'] },
  ...{ homepage: ['project'], page: ['project'], website: ['project'], talk: ['video'] },
  ...{ dataset: ['data'], weights: ['data'], models: ['data'], huggingface: ['data'] },
};

/** What a key by another name means here, best first. @param path of the mapping it stands in, '' for the file */
export function otherNames(path: string, key: string): readonly string[] | undefined {
  const names = path === '' ? INSTEAD : path === 'links' ? LINKS : {};
  return Object.hasOwn(names, key) ? names[key] : undefined;
}
