/** Finds figures typed into prose: money, days and months belong to dated facts, where they can change. */

/** The words of a language for a unit, as its numbers demand them ("day", "days"). */
function unitWords(locale: string, unit: 'day' | 'month'): string[] {
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return [0, 1, 2, 3, 11, 20, 100].flatMap((n) =>
    format.formatToParts(n).flatMap((p) => (p.type === 'unit' ? [p.value] : [])),
  );
}

/** What a language calls the money: code, sign and names. */
function moneyWords(locale: string, currency: string): string[] {
  return (['code', 'symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    [1, 2, 20].flatMap((n) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(n)
        .flatMap((p) => (p.type === 'currency' ? [p.value] : [])),
    ),
  );
}

const anyOf = (words: string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|');

const cache = new Map<string, RegExp>();

/** Matches money of the guide's currency and lengths in days or months, in the words of a language. */
export function typedFigure(locale: string, currency: string): RegExp {
  const key = `${locale} ${currency}`;
  let found = cache.get(key);
  if (!found) {
    const money = anyOf(moneyWords(locale, currency));
    const units = anyOf([...unitWords(locale, 'day'), ...unitWords(locale, 'month')]);
    const number = '\\p{Nd}[\\p{Nd}.,٫٬\\u00a0\\u202f]*';
    found = new RegExp(
      // One word may stand between: "10 working days". Years and numbers of acts have more digits or a slash.
      `${number}\\s*(?:${money})(?!\\p{L})|(?<!\\p{L})(?:${money})\\s*\\p{Nd}|(?<![\\p{Nd}/.])\\p{Nd}{1,3}\\s+(?:\\p{L}+\\s+)?(?:${units})(?!\\p{L})`,
      'iu',
    );
    cache.set(key, found);
  }
  return found;
}
