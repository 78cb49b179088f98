/** How results are found and ordered: each word by itself, rare words first, misspelt words corrected. Pure. */
import { distance } from 'fastest-levenshtein';

/** Lower case and without accents, so that "sedere" finds "ședere". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a query or text, each once; single letters say nothing. At most a dozen, so that nobody waits. */
export const wordsOf = (text: string): string[] =>
  [...new Set(fold(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [])].slice(0, 12);

/**
 * The known word that was probably meant: one letter wrong, missing or too much in a word of four to six letters, two in
 * a longer one. Undefined if there is none, or if the word is known.
 */
export function meant(word: string, known: readonly string[]): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const d = distance(word, candidate);
    if (d < least) [best, least] = [candidate, d];
  }
  return least === 0 ? undefined : best;
}

/** What one word found: ids of pages with the search engine's own score. */
export interface Hits {
  id: string;
  score: number;
}

/**
 * Orders pages by how many of the words they have, rare words counting more (inverse document frequency), and by how
 * well each word fits.
 * @param found the hits of each word
 * @param pages how many pages the index has
 * @returns ids, best first
 */
export function rank(found: Hits[][], pages: number): string[] {
  const total = new Map<string, number>();
  for (const hits of found) {
    const rarity = Math.log(1 + pages / (hits.length + 1));
    const top = Math.max(...hits.map((h) => h.score), Number.MIN_VALUE);
    for (const h of hits) total.set(h.id, (total.get(h.id) ?? 0) + rarity * (0.4 + (0.6 * h.score) / top));
  }
  return [...total].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([id]) => id);
}
