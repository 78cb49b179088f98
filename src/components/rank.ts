/** How results are found and ordered: each word by itself, rare words first, misspelt words corrected. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

/** The words of a query or text, each once; single letters say nothing. At most a dozen, so that nobody waits. */
export const wordsOf = (text: string): string[] =>
  [...new Set(fold(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [])].slice(0, 12);

/**
 * The known word that was probably meant: one letter wrong, missing or too much in a word of four to six letters, two in
 * a longer one. Undefined if the word is known or the beginning of a known one, or if none is near enough.
 */
export function meant(word: string, known: readonly string[]): string | undefined {
  if (known.some((k) => k.startsWith(word))) return undefined;
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const d = distance(word, candidate);
    if (d < least) [best, least] = [candidate, d];
  }
  return best;
}

/** What one word found: ids of pages with the search engine's own score. */
export interface Hits {
  id: string;
  score: number;
}

/** How much a hit of the word as typed counts beside one of the word that was probably meant. */
const asTyped = 0.3;

/** The hits of a corrected word together with those of the word as it was typed: it may be right all the same. */
export function together(better: Hits[], typed: Hits[]): Hits[] {
  const all = new Map(better.map((h) => [h.id, h.score]));
  for (const h of typed) all.set(h.id, Math.max(all.get(h.id) ?? 0, h.score * asTyped));
  return [...all].map(([id, score]) => ({ id, score }));
}

/** Who types a name means its own page, not one of the many that mention it. */
export const kindWeights = { procedure: 1.25, authority: 1.7 } as const;

/**
 * Orders pages by the words that they have: rare words count more (inverse document frequency), and so do pages that
 * have several of them. The weights were chosen on the queries of tests/fixtures/queries.yaml.
 * @param found the hits of each word
 * @param pages how many pages the index has
 * @param kindOf what kind of page an id stands for, if it is one of `kindWeights`
 * @returns ids, best first
 */
export function rank(
  found: Hits[][],
  pages: number,
  kindOf: ReadonlyMap<string, keyof typeof kindWeights> = new Map(),
): string[] {
  const total = new Map<string, { sum: number; words: number }>();
  for (const hits of found) {
    const rarity = Math.log(1 + pages / (hits.length + 1));
    const top = Math.max(...hits.map((h) => h.score), Number.MIN_VALUE);
    for (const h of hits) {
      const { sum = 0, words = 0 } = total.get(h.id) ?? {};
      total.set(h.id, { sum: sum + (rarity * h.score) / top, words: words + 1 });
    }
  }
  const worth = (id: string, { sum, words }: { sum: number; words: number }): number => {
    const kind = kindOf.get(id);
    return sum * Math.sqrt(words) * (kind ? kindWeights[kind] : 1);
  };
  return [...total]
    .map(([id, t]) => ({ id, worth: worth(id, t) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
