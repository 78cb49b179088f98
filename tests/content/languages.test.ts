/** Every text in its own language, and the same figures and lists in all of them. */
import { eld } from 'eld/large';
import { expect, it } from 'vitest';
import { inspect } from '../../src/content/guide.ts';
import { allTexts, placeOf, type Text } from '../../src/content/texts.ts';

const { content } = inspect(process.cwd(), '2026-11-22');
if (!content) throw new Error('the content cannot be read');
const texts = allTexts(content).filter((t) => !/(^|\.)keywords(\.|$)/.test(t.key));
const codes = content.guide.languages.map((l) => l.code);
const places = [...Map.groupBy(texts, placeOf).values()];

/** The words of a text without references, addresses and marks. */
const words = (t: Text): string =>
  t.value
    .replace(/\[\[[^\]]+\]\]|\{\{?[^}]+\}?\}|\]\([^)]*\)|[[*#\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** The same without what may stand in another language: quotations, brackets, and names. */
const ownWords = (text: string): string =>
  text
    .replace(/["“”„«][^"“”„«»]*["“”»]|\([^)]*\)/g, ' ')
    .replace(/(?<=\S )\p{Lu}[\p{L}-]*( d[aeo]s? \p{Lu}[\p{L}-]*)*/gu, ' ')
    .trim();

it('writes every text in its own language', () => {
  eld.setLanguageSubset(codes);
  const seen = (text: string): string => eld.detect(text).language;
  const long = texts.filter((t) => words(t).length > 40);
  expect(long.length).toBeGreaterThan(10_000);
  const foreign = long
    .filter((t) => seen(words(t)) !== t.lang)
    .filter((t) => ownWords(words(t)).length > 20 && seen(ownWords(words(t))) !== t.lang)
    .map((t) => `${t.file} ${t.key}: ${words(t)}`);
  expect(foreign).toEqual([]);
});

it('sees a sentence that was left in another language', () => {
  eld.setLanguageSubset(codes);
  expect(eld.detect('Peça a renovação no portal antes da data de fim do título.').language).toBe('pt');
  expect(eld.detect('Pida la renovación en el portal antes de la fecha de fin de la tarjeta.').language).toBe(
    'es',
  );
});

/** A difference between the languages of a text in what `get` takes from it, in words for the report. */
const differences = (get: (t: Text) => string): string[] =>
  places.flatMap((list) => {
    const source = list.find((t) => t.lang === content.guide.sourceLanguage);
    return source
      ? list.flatMap((t) =>
          get(t) === get(source) ? [] : [`${t.file} ${t.key}: ${get(t)} ≠ ${get(source)}`],
        )
      : [];
  });

it('has the same number of list items in every language', () => {
  expect(differences((t) => String(t.value.match(/^\s*(?:-|\d{1,2}\.) /gm)?.length ?? 0))).toEqual([]);
});

it('has the same figures in every language', () => {
  // Ages under 18 are said as "minor" in some languages; a single digit may be a word.
  const figures = (t: Text): string =>
    [...new Set(words(t).match(/\d+/g))]
      .filter((n) => n.length > 1 && n !== '18')
      .sort()
      .join(' ');
  expect(differences(figures)).toEqual([]);
});
