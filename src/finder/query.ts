import { searchForm } from '../body/formulas/search-form.ts';

/** Whether somebody may mean a formula, by signs that prose does not have. */
export function looksLikeFormula(query: string): boolean {
  return /[\\^_={}<>|√∑∏∫∇∂ℝ𝔼$]|\p{Script=Greek}|[¹²³₀-ₜ⁰-ⁿ]|\p{L}\(/u.test(query);
}

/** Longer formulas stand in no text as one word. */
const ONE_WORD = 5;

/** The words of a query as the index of texts has them; empty where it is a formula and nothing else. */
export function readWords(query: string): string {
  const text = /[\\{}$]/.test(query) ? wordOfFormula(query) : query;
  const isPhrase = /^\s*".+"\s*$/.test(text);
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('µ', 'μ')
    .replace(/[^\p{L}\p{N}\p{M}_'’.+#]+/gu, ' ')
    .trim();
  // The letters of a formula are no words.
  const isLetters = looksLikeFormula(query) && /^\S{1,2}(?: \S{1,2})+$/u.test(words);
  return isLetters ? '' : isPhrase ? `"${words}"` : words;
}

function wordOfFormula(tex: string): string {
  const form = searchForm(tex).replace(/\\(?:bb|cal|frak)/g, '');
  const isWord = /^[\p{L}\p{N}\p{M}_]+$/u.test(form) && Array.from(form).length <= ONE_WORD;
  return isWord ? form : '';
}

/**
 * Whether a word stands in a text, also with another ending, without its marks or at the beginning of a word. The
 * index answers with what begins alike where a word stands nowhere, which is no answer.
 *
 * @param words of the text, as `listWords` gives them
 */
export function standsIn(word: string, words: readonly string[]): boolean {
  const plain = fold(word);
  const stem = plain.replace(/(?:ing|ed|es|er|ers|s|ations?|ly)$/, '').replace(/([a-z])\1$/, '$1');
  const least = Math.max(4, Math.ceil(plain.length * 0.75));
  return words.some((one) => {
    if (one.startsWith(plain)) return true;
    if (stem.length >= 3 && stem !== plain && one.startsWith(stem)) return true;
    return plain.length >= 5 && one.startsWith(plain.slice(0, least));
  });
}

export function listWords(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}_'’.+#-]+/u);
  const parts = words.filter((word) => word.includes('-')).flatMap((word) => word.split('-'));
  const joined = words.map((word) => word.replaceAll('-', ''));
  return [...new Set([...words, ...parts, ...joined])].filter((word) => word !== '');
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}
