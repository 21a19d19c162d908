import { parse } from 'yaml';
import { lettersId } from '../../src/digest/people.ts';
import type { Archive } from '../archive/archive.ts';

/** Where a peer has its papers, its pictures, and the file of what its issues, people and topics are called. */
export type PeerFolders = { papers: string; extension: string; facts: string; pictures: string };

type Facts = {
  title: string;
  authors: string[];
  published: string;
  arxiv: string;
  tags: string[];
  tldr: string;
  abstract: string;
};

/**
 * An invented archive as the other programs read it: the same facts and texts in the Markdown that all of them share.
 * Our labels become numbers, our figures pictures with a line below, our citations links to the paper's page, which
 * is what we make of them.
 */
export function convertArchive(
  { files, papers }: Archive,
  folders: PeerFolders,
): Map<string, string> {
  const slugs = new Map(papers.map(({ slug, arxiv }) => [arxiv, slug]));
  const written = Map.groupBy(
    papers.flatMap(({ authors }) => authors),
    (name) => name,
  );
  const hasPage = (name: string) => (written.get(name)?.length ?? 0) > 1;
  const made = new Map<string, string>();
  const issues: Record<string, unknown> = {};
  for (const [name, source] of files) {
    const [kind, id = '', slug = ''] = name.split('/');
    if (name.endsWith('.svg')) {
      made.set(`${folders.pictures}/papers/${slug}/${name.split('/').at(-1) ?? ''}`, source);
    } else if (kind === 'issues') {
      const { facts, text } = split(source);
      issues[id] = { title: facts.title, text: text.trim() };
    } else if (kind === 'papers') {
      const { facts, text } = split(source);
      const front = {
        title: facts.title,
        date: facts.published,
        month: id,
        authors: facts.authors,
        people: facts.authors.filter(hasPage).map((author) => lettersId(author).id),
        topics: facts.tags,
        arxiv: facts.arxiv.replace(/v\d+$/, ''),
        tldr: facts.tldr,
        abstract: facts.abstract,
      };
      const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      // A date in quotes is a text to some of them.
      const head = lines.join('\n').replace(/^date: "(.*)"$/m, 'date: $1');
      const body = convertBody(text, slug, slugs);
      made.set(`${folders.papers}/${slug}.${folders.extension}`, `---\n${head}\n---\n${body}`);
    }
  }
  const people = [...written.keys()]
    .filter(hasPage)
    .map((name) => [lettersId(name).id, { name }] as const);
  const data = {
    issues,
    people: Object.fromEntries(people),
    topics: parse(files.get('tags.yaml') ?? '') as unknown,
  };
  made.set(folders.facts, JSON.stringify(data));
  return made;
}

/** @param slugs of the papers by their arXiv number */
export function convertBody(
  text: string,
  slug: string,
  slugs: ReadonlyMap<string, string>,
): string {
  return text
    .replaceAll('\\label{main}', '\\tag{1}')
    .replaceAll('\\eqref{main}', '(1)')
    .replace(
      /<Figure src="\.\/([^"]+)" alt="([^"]*)">\s*([^]*?)\s*<\/Figure>/g,
      (_, src: string, alt: string, caption: string) =>
        `![${alt}](/papers/${slug}/${src})\n\n_${caption}_`,
    )
    .replace(/\(https:\/\/arxiv\.org\/abs\/([\d.]+)\)/g, (link, id: string) => {
      const cited = slugs.get(id);
      return cited === undefined ? link : `(/papers/${cited}/)`;
    });
}

/** The same file with another first paragraph, in its own Markdown. */
export function editBody(source: string, sentence: string): string {
  const edited = source.replace(/^(## .*\n\n)(?:Edited [^\n]*\n\n)?/m, `$1${sentence}\n\n`);
  if (edited === source) throw new Error('There is no body to edit.');
  return edited;
}

function split(source: string): { facts: Facts; text: string } {
  const [, head = '', text = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? [];
  return { facts: parse(head, { schema: 'failsafe' }) as Facts, text };
}
