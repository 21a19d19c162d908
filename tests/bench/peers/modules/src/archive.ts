import { getCollection, type CollectionEntry } from 'astro:content';
import katex from 'katex';
import facts from './archive.json';

export type Paper = CollectionEntry<'papers'>;
type Facts = {
  issues: Record<string, { title: string; text: string }>;
  people: Record<string, { name: string }>;
  topics: Record<string, { label: string; description: string }>;
};

/** Titles of issues, names of people and topics, by id. */
export const { issues, people, topics } = facts as Facts;

/** All of them, the newest first. */
export async function getPapers(): Promise<Paper[]> {
  const papers = await getCollection('papers');
  return papers.sort((a, b) => b.data.date.valueOf() - a.data.date.valueOf());
}

/** A page for each value of a field, as `getStaticPaths` wants it. */
export async function groupPapers(key: 'month' | 'people' | 'topics') {
  const groups = new Map<string, Paper[]>();
  for (const paper of await getPapers()) {
    for (const id of [paper.data[key]].flat()) {
      const group = groups.get(id);
      if (group) group.push(paper);
      else groups.set(id, [paper]);
    }
  }
  return [...groups].map(([id, papers]) => ({ params: { id }, props: { papers } }));
}

const inline = new Map<string, string>();

/** A sentence with formulas, which stands on several pages and is set once a build. */
export function setInline(text: string): string {
  const known = inline.get(text);
  if (known !== undefined) return known;
  const html = text.replace(/\$([^$]+)\$/g, (_, tex: string) => katex.renderToString(tex));
  inline.set(text, html);
  return html;
}
