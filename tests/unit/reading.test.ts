import { syllable } from 'syllable';
import { expect, it } from 'vitest';
import { type Formula, formulas, readingEase, romanceSyllables } from '../../src/content/reading.ts';

it.each([
  ['residencia', 4],
  ['autorização', 5],
  ['casa', 2],
  ['día', 2],
  ['país', 2],
  ['renovación', 4],
  ['șederea', 4],
  ['lei', 1],
  ['AIMA', 2],
])('counts the syllables of %s', (word, count) => expect(romanceSyllables(word)).toBe(count));

it('computes the published formulas', () => {
  const words = (formula: Formula) => readingEase('The cat sat on the mat. It was fat.', formula, syllable);
  // Nine words in two sentences, one syllable each.
  expect(words(formulas.en as Formula)).toBeCloseTo(0.39 * 4.5 + 11.8 - 15.59);
  expect(words(formulas.es as Formula)).toBeCloseTo(206.835 - 62.3 - 4.5);
  expect(words(formulas.pt as Formula)).toBeCloseTo(248.835 - 84.6 - 1.015 * 4.5);
});

it('takes a line without a full stop as a sentence, and says nothing of a text without words', () => {
  const perSentence: Formula = { name: '', score: (w) => w, easier: 'lower' };
  expect(readingEase('one two\nthree four\n', perSentence, () => 1)).toBe(2);
  expect(readingEase('12 – 34.', perSentence, () => 1)).toBeUndefined();
});
