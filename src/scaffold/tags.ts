import type { TagsData } from '../schemas/tag.ts';

const most = 5;

/** Ids of the tags whose label, id or alias stands in a title or an abstract, those of the title first. */
export function guessTags(tags: Partial<TagsData>, title: string, abstract: string): string[] {
  const [inTitle, inAbstract] = [normalise(title), normalise(abstract)];
  const found = Object.entries(tags).map(([id, tag]) => {
    const words = [id, tag?.label ?? '', ...(tag?.aliases ?? [])].map(normalise);
    const within = (text: string) => words.some((word) => word !== ' ' && text.includes(word));
    return { id, rank: within(inTitle) ? 2 : within(inAbstract) ? 1 : 0 };
  });
  return found
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ id }) => id);
}

/** Small letters, one space around every word, without the `s` of a plural. */
function normalise(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)).join(' ')} `;
}
