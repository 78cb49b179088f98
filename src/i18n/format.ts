/** Dates, numbers and money by language. Only what `Intl` offers, so that it runs in the browser at no cost. */
import type { Day, Fact, TimeLimit } from '../model/index.ts';
import { parsePeriod, type Value, valueOn } from '../rules/index.ts';

/** Looks up a sentence by key and fills in its variables; `count` picks the plural form. */
export type T = (key: string, vars?: Record<string, string | number>) => string;

/** What formatting needs to know about a language. */
export interface Locale {
  code: string;
  /** BCP 47 locale for dates, numbers and money. */
  locale: string;
  dir: 'ltr' | 'rtl';
  /** ISO 4217 code of the guide's money. */
  currency: string;
}

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** "27 November 2026" in the words of the language. */
export const longDate = (l: Pick<Locale, 'locale'>, day: Day): string =>
  new Intl.DateTimeFormat(l.locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utc(day));

/** "Friday, 27 November 2026" in the words of the language. */
export const fullDate = (l: Locale, day: Day): string =>
  new Intl.DateTimeFormat(l.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(utc(day));

/** Money with two decimals in the guide's currency. */
export const money = (l: Locale, amount: number): string =>
  new Intl.NumberFormat(l.locale, {
    style: 'currency',
    currency: l.currency,
    currencyDisplay: 'narrowSymbol',
  }).format(amount);

/** "30 days", "10 working days", "6 months", "24 hours". The sign is left out: words say before or after. */
export function duration(t: T, offset: string, counting: 'calendar' | 'working' = 'calendar'): string {
  const p = parsePeriod(offset);
  const days = p.weeks * 7 + p.days;
  const parts: string[] = [];
  if (p.years) parts.push(t('unit.years', { count: p.years }));
  if (p.months) parts.push(t('unit.months', { count: p.months }));
  if (days) parts.push(t(counting === 'working' ? 'unit.workingDays' : 'unit.days', { count: days }));
  if (p.hours) parts.push(t('unit.hours', { count: p.hours }));
  // A length has two parts at most in law: "3 months and 30 days".
  return parts.slice(1).reduce((first, last) => t('unit.joined', { first, last }), parts[0] ?? '');
}

/** A value in words: money, a range, a day, a count with its unit, or "not established". */
export function valueText(l: Locale, t: T, value: Value | undefined, unit: string): string {
  const one = (n: number): string => {
    if (unit === 'currency') return money(l, n);
    if (unit === 'percent') return `${new Intl.NumberFormat(l.locale).format(n)} %`;
    if (unit === 'count') return new Intl.NumberFormat(l.locale).format(n);
    return t(`unit.${unit}`, { count: n });
  };
  if (value?.amount !== undefined) return one(value.amount);
  if (value?.range) return t('value.range', { from: one(value.range[0]), to: one(value.range[1]) });
  if (value?.date) return longDate(l, value.date);
  return t('value.unknown');
}

/** A time limit's length on a day, in words. */
export function limitText(t: T, limit: TimeLimit, day: Day): string {
  const v = valueOn(limit.values, day);
  return v ? duration(t, v.offset, limit.counting) : t('value.unknown');
}

/** The unit of a fact that is no time limit. */
export const unitOf = (fact: Fact): string => ('unit' in fact ? fact.unit : 'currency');
