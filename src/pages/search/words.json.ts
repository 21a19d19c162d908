import type { APIRoute } from 'astro';
import { loadEdition } from '../../digest/load.ts';
import { buildVocabulary } from '../../search/vocabulary.ts';

/** The words that a slip of the keys may have meant. */
export const GET: APIRoute = async () => Response.json(buildVocabulary(await loadEdition()));
