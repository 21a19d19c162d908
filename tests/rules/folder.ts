import path from 'node:path';

/** Files of a content folder by their paths; a function makes what no text can be, `undefined` is none. */
export type Files = Record<string, string | Uint8Array | undefined | ((file: string) => void)>;

export const PAPER = 'papers/2026-03/memory/index.mdx';
export const PERSON = 'people/ada-lovelace.yaml';
export const TAGS = 'memory: { label: Memory, description: What is kept. }';
const IDEA = '## The key idea\n\nThe state decays.';

const paperFacts = {
  title: 'A Memory That Decays',
  authors: '[Ada Lovelace]',
  published: '2026-03-02',
  summarised: '2026-03-10',
  arxiv: '2603.00001v1',
  tags: '[memory]',
  tldr: 'The state decays.',
  abstract: 'A memory is learnt at test time.',
  writers: '[Grace Hopper]',
};
const issueFacts = { title: 'March', date: '2026-03-31', editors: '[Ada Lovelace]' };
export const siteFacts = { name: 'Digest', url: 'https://digest.example.org/' };

/** What the texts of examples show and draw; only what is named is put beside them. */
const BESIDE: Record<string, string> = {
  'memory.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40"><path d="M0 0L64 40" /></svg>',
  'results.csv': 'model,tokens,accuracy\nsmall,8,99.0\nmiddle,16,95.1\nlarge,32,92.4\n',
};

/** With all that a sound folder has besides; an index.mdx of keys alone becomes a whole one. */
export function complete(given: Files): Files {
  const files: Files = {
    'site.yaml': mergeKeys(siteFacts, ''),
    'tags.yaml': `${TAGS}\n`,
    'issues/2026-03/index.mdx': '',
    [PAPER]: '',
    ...given,
  };
  for (const [name, source] of Object.entries(files)) {
    if (typeof source !== 'string') continue;
    if (name.endsWith('index.mdx')) files[name] = completeText(name, source);
    for (const [beside, bytes] of Object.entries(BESIDE)) {
      const file = path.posix.join(path.posix.dirname(name), beside);
      if (name.endsWith('.mdx') && source.includes(`./${beside}`) && !(file in files))
        files[file] = bytes;
    }
  }
  return files;
}

function completeText(name: string, source: string): string {
  if (/^\n*---\n/.test(source) || source.startsWith('#')) return source;
  return name.startsWith('issues/')
    ? `---\n${mergeKeys(issueFacts, source)}---\n`
    : writePaper(IDEA, source);
}

/** A whole file of a paper. */
export function writePaper(body: string, keys = ''): string {
  const text = body.startsWith('#') ? body : `## The key idea\n\n${body}`;
  return `---\n${mergeKeys(paperFacts, keys)}---\n\n${text}\n`;
}

/** The facts as YAML, those that `keys` gives as it writes them. */
export function mergeKeys(facts: Record<string, string>, keys: string): string {
  const given = new Set([...keys.matchAll(/^([A-Za-z]+)(?=:|$)/gm)].map(([, key]) => key));
  const rest = Object.entries(facts).filter(([key]) => !given.has(key));
  return `${rest.map(([key, value]) => `${key}: ${value}\n`).join('')}${keys === '' ? '' : `${keys}\n`}`;
}
