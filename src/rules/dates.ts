/**
 * Calendar days, without clocks and time zones: ISO text in, ISO text out.
 * Periods are counted as Código Civil art. 279 and the working-day rule of CPA art. 87 do:
 * the first day is not counted; a month without that day ends on its last day.
 */
import type { Day, Holiday } from '../model/index.ts';

const MS_A_DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

/** The day with this number of days since 1970-01-01. */
export const fromDayNumber = (n: number): Day => new Date(n * MS_A_DAY).toISOString().slice(0, 10);

/** Calendar days from `a` to `b`; negative when `b` lies before `a`. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a);

/** Whether the text is a day that exists, between the years 1900 and 2199. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const t = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(t) && new Date(t).toISOString().slice(0, 10) === text;
}

/**
 * The day that a clock in this time zone shows at this instant. Put together from its parts: no locale writes days as
 * ISO 8601 does in every browser (en-CA did, until some began to write 11/22/2026).
 */
export function dayIn(timeZone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

export interface Period {
  sign: 1 | -1;
  years: number;
  months: number;
  weeks: number;
  days: number;
  hours: number;
}

/** Reads an ISO 8601 duration such as -P30D, P6M or PT24H. Throws on anything else. */
export function parsePeriod(text: string): Period {
  const m = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(text);
  if (!m) throw new Error(`not an ISO 8601 duration: ${text}`);
  const [years, months, weeks, days, hours] = m.slice(2).map((x) => Number(x ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { sign: m[1] ? -1 : 1, years, months, weeks, days, hours };
}

/** Adds months to a day; where the month has no such day, its last one (Código Civil art. 279 c). */
export function addMonths(day: Day, months: number): Day {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(y, m - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(d, last));
  return first.toISOString().slice(0, 10);
}

/** Adds calendar days. */
export const addDays = (day: Day, days: number): Day => fromDayNumber(dayNumber(day) + days);

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  const two = (x: number) => String(x).padStart(2, '0');
  return `${year}-${two(Math.floor(n / 31))}-${two((n % 31) + 1)}`;
}

/** The national holidays of one year. */
export const holidaysOf = (year: number, holidays: Holiday[]): Day[] =>
  holidays.map((h) => ('date' in h ? `${year}-${h.date}` : addDays(easter(year), h.easter)));

/** Not a Saturday, Sunday or national holiday. Municipal holidays are not counted. */
export function isWorkingDay(day: Day, holidays: Holiday[]): boolean {
  const weekday = (dayNumber(day) + 4) % 7; // 1970-01-01 was a Thursday
  if (((weekday + 7) % 7) % 6 === 0) return false;
  return !holidaysOf(Number(day.slice(0, 4)), holidays).includes(day);
}

/** The day itself if offices work then, else the next one on which they do. */
export function nextWorkingDay(day: Day, holidays: Holiday[]): Day {
  let d = day;
  while (!isWorkingDay(d, holidays)) d = addDays(d, 1);
  return d;
}

/** Counts working days from the day after `day` (before it, for a negative number). */
export function addWorkingDays(day: Day, count: number, holidays: Holiday[]): Day {
  const step = count < 0 ? -1 : 1;
  let d = day;
  for (let left = Math.abs(count); left > 0; ) {
    d = addDays(d, step);
    if (isWorkingDay(d, holidays)) left--;
  }
  return d;
}

export interface LimitRule {
  /** ISO 8601 duration with sign. */
  offset: string;
  counting: 'calendar' | 'working';
  roll: 'next-working-day' | 'none';
}

/**
 * The day on which a time limit falls, counted from `from`; null for limits in hours, which have no day of their own.
 * A limit counted backwards never moves to a later day, nor does the end of a right: those facts say roll: none.
 */
export function limitDay(rule: LimitRule, from: Day, holidays: Holiday[]): Day | null {
  const p = parsePeriod(rule.offset);
  if (p.hours > 0) return null;
  const days = p.sign * (p.weeks * 7 + p.days);
  const shifted = addMonths(from, p.sign * (p.years * 12 + p.months));
  const day = rule.counting === 'working' ? addWorkingDays(shifted, days, holidays) : addDays(shifted, days);
  return rule.roll === 'next-working-day' && p.sign > 0 ? nextWorkingDay(day, holidays) : day;
}
