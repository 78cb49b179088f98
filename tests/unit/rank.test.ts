import { describe, expect, it } from 'vitest';
import { fold } from '../../src/components/fold.ts';
import { meant, rank, together, wordsOf } from '../../src/components/rank.ts';

describe('the words of a query', () => {
  it('are lower case, without accents, each once, without single letters', () => {
    expect(wordsOf('Ședere și  ȘEDERE, o viză?')).toEqual(['sedere', 'si', 'viza']);
    expect(fold('Autorização')).toBe('autorizacao');
  });
  it('are a dozen at most', () => {
    expect(wordsOf(Array.from({ length: 40 }, (_, i) => `word${i}`).join(' '))).toHaveLength(12);
    expect(wordsOf('… !')).toEqual([]);
  });
});

describe('what was meant', () => {
  const known = ['citizen', 'citizenship', 'renewal', 'visa'];
  it.each([
    ['citizenhsip', 'citizenship'],
    ['renewel', 'renewal'],
    ['vixa', 'visa'],
    ['vsa', undefined],
    ['citiz', undefined],
    ['renewal', undefined],
    ['zebra', undefined],
  ])('%s: %s', (word, wanted) => expect(meant(word, known)).toBe(wanted));
});

describe('the order of results', () => {
  const hits = (...ids: string[]) => ids.map((id) => ({ id, score: 1 }));
  it('prefers a page with the rare word to one with the common word', () => {
    expect(rank([hits('a', 'b', 'c', 'd'), hits('d')], 10)[0]).toBe('d');
    expect(rank([hits('a', 'b', 'c', 'd', 'e', 'f'), hits('z')], 10)[0]).toBe('z');
  });
  it('prefers a page that has more of the words', () => {
    expect(rank([hits('a', 'b'), hits('b', 'c'), hits('b')], 10)[0]).toBe('b');
  });
  it('goes by the engine’s own score within one word, and by id where all is equal', () => {
    expect(
      rank(
        [
          [
            { id: 'a', score: 1 },
            { id: 'b', score: 3 },
          ],
        ],
        10,
      ),
    ).toEqual(['b', 'a']);
    expect(rank([hits('b', 'a')], 10)).toEqual(['a', 'b']);
    expect(rank([[], []], 10)).toEqual([]);
  });
  it('puts the page of a procedure or authority before pages that mention it as much', () => {
    expect(
      rank(
        [hits('a', 'b', 'c')],
        10,
        new Map([
          ['b', 'procedure'],
          ['c', 'authority'],
        ]),
      ),
    ).toEqual(['c', 'b', 'a']);
  });
  it('keeps what the word as typed found, behind what was meant', () => {
    expect(together([{ id: 'a', score: 1 }], [{ id: 'b', score: 1 }])).toEqual([
      { id: 'a', score: 1 },
      { id: 'b', score: 0.3 },
    ]);
  });
});
