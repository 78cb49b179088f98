/**
 * Reading ease by published formulas. Figures, names and addresses are left out: the reader meets them on the letter in
 * her hand, and they are as long as they are.
 */

/** One formula: what it is called, how it is computed from words per sentence and syllables per word, and its direction. */
export interface Formula {
  name: string;
  score(wordsPerSentence: number, syllablesPerWord: number): number;
  /** Whether a higher score is easier (Flesch), or a lower one (school grades). */
  easier: 'higher' | 'lower';
}

const flesch = (name: string, base: number, perSyllable: number, perWord: number): Formula => ({
  name,
  score: (w, s) => base - perSyllable * s - perWord * w,
  easier: 'higher',
});

/**
 * Formulas by language. Romanian has none of its own that is widely used. Its words have about as many syllables as
 * those for which the formula of Martins et al. was made, which therefore serves to compare its texts with one another.
 */
export const formulas: Record<string, Formula> = {
  en: { name: 'Flesch–Kincaid grade (1975)', score: (w, s) => 0.39 * w + 11.8 * s - 15.59, easier: 'lower' },
  es: flesch('Flesch–Szigriszt (1993)', 206.835, 62.3, 1),
  pt: flesch('Flesch, adapted (Martins et al. 1996)', 248.835, 84.6, 1.015),
  ro: flesch('Flesch, adapted (Martins et al. 1996)', 248.835, 84.6, 1.015),
};

/** Syllables of a word of a Romance language: groups of vowels; two strong vowels beside each other are two. */
export const romanceSyllables = (word: string): number =>
  Math.max(
    1,
    (
      word.toLowerCase().match(/[iuyîìü]*(?:ã[oe]|õe)|[iuyîìü]*[aeoáéíóúâêôãõàăèò][iuyîìü]*|[iuyîìíúü]+/g) ??
      []
    ).length,
  );

/**
 * Score of a text in plain words: a line or a list item without a full stop counts as a sentence.
 * @param syllables counts the syllables of one word in the language
 * @returns undefined for a text without words
 */
export function readingEase(
  text: string,
  formula: Formula,
  syllables: (word: string) => number,
): number | undefined {
  const sentences = text.split(/[.!?:;]+\s|\n+/).filter((s) => /\p{L}/u.test(s)).length;
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (sentences === 0) return undefined;
  const perWord = words.reduce((sum, w) => sum + syllables(w), 0) / words.length;
  return formula.score(words.length / sentences, perWord);
}
