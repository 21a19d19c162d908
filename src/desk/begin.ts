import type { Known } from '../digest/known.ts';
import type { Facts } from '../scaffold/facts.ts';
import { buildFrontmatter } from '../scaffold/frontmatter.ts';
import { Refusal } from '../scaffold/refusal.ts';
import { paperSections } from '../scaffold/sections.ts';
import { readSource } from '../scaffold/source.ts';
import type { TagsData } from '../schemas/tag.ts';

/**
 * The text that `npm run new` begins a paper with, as far as that is known without asking anybody.
 *
 * @param given an identifier, an address, an entry of BibTeX, or nothing
 */
export async function begin(
  given: string,
  today: string,
  { entries }: Known,
): Promise<{ text: string } | { refusal: string }> {
  try {
    const facts = await readFacts(given.trim());
    const tags = entries.find(({ kind }) => kind === 'tags')?.data ?? {};
    const { yaml } = buildFrontmatter(facts, { tags: tags as Partial<TagsData>, today });
    return { text: `---\n${yaml}---\n${paperSections}` };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}

async function readFacts(given: string): Promise<Facts> {
  if (given === '') return { authors: [] };
  if (given.startsWith('@')) {
    // As large as a third of all else, for few.
    const { readBibtex } = await import('../scaffold/bibtex.ts');
    return readBibtex(given, 'The text');
  }
  const source = readSource(given);
  return source.kind === 'bibtex' ? { authors: [] } : { authors: [], [source.kind]: source.id };
}
