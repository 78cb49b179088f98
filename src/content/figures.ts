/** Finds figures typed into prose: money, days and months belong to dated facts, where they can change. */

/** The words of a language for a unit, as its numbers demand them ("day", "days"). */
function unitWords(locale: string, unit: 'day' | 'month'): string[] {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return [0, 1, 2, 3, 11, 20, 100].flatMap((n) =>
    format.formatToParts(n).flatMap((p) => (p.type === 'unit' ? [p.value] : [])),
  );
}

/** Letters without their marks: editors leave out accents and vowel signs now and then. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** What a language calls the money: code, sign and names. */
function moneyWords(locale: string, currency: string): string[] {
  return (['code', 'symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    [1, 2, 20].flatMap((n) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay,
        maximumFractionDigits: 0,
      })
        .formatToParts(n)
        .flatMap((p) => (p.type === 'currency' ? [p.value] : [])),
    ),
  );
}

const anyOf = (words: string[]): string =>
  [...new Set(words.map(fold))]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');

const patterns = new Map<string, RegExp>();

function patternOf(locale: string, currency: string): RegExp {
  const key = `${locale} ${currency}`;
  let pattern = patterns.get(key);
  if (!pattern) {
    const money = anyOf(moneyWords(locale, currency));
    const units = anyOf([...unitWords(locale, 'day'), ...unitWords(locale, 'month')]);
    const number = '\\p{Nd}(?:[\\p{Nd}.,٫٬\\u00a0\\u202f]*\\p{Nd})?';
    pattern = new RegExp(
      [
        `${number}\\s*(?:\\p{L}{2}\\s+)?(?:${money})(?!\\p{L})`,
        `(?<!\\p{L})(?:${money})\\s*${number}`,
        // One word may stand between: "10 working days". Years and numbers of acts have more digits or a slash.
        `(?<![\\p{Nd}/.])\\p{Nd}{1,3}\\s+(?:\\p{L}+\\s+)?(?:${units})(?!\\p{L})`,
      ].join('|'),
      'iu',
    );
    patterns.set(key, pattern);
  }
  return pattern;
}

/** The first sum of the guide's money, or length in days or months, that a text holds in figures. */
export const typedFigure = (text: string, locale: string, currency: string): string | undefined =>
  patternOf(locale, currency).exec(fold(text))?.[0].trim();
