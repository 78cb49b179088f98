/** A calendar written out day by day, from month lengths alone: what the rules are compared with. */

/** One day of the written-out calendar. */
export interface Row {
  day: string;
  /** 0 is Sunday. */
  weekday: number;
}

export const firstYear = 1990;
export const lastYear = 2060;

const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
/** Length of a month, 1 to 12. */
export const lengthOf = (y: number, m: number): number =>
  [31, leap(y) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1] as number;
export const text = (y: number, m: number, d: number): string =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

/** Every day in order. 1 January 1990 was a Monday. */
export const rows: Row[] = [];
for (let y = firstYear, weekday = 1; y <= lastYear; y++)
  for (let m = 1; m <= 12; m++)
    for (let d = 1; d <= lengthOf(y, m); d++, weekday = (weekday + 1) % 7)
      rows.push({ day: text(y, m, d), weekday });

/** Position of each day in the calendar. */
export const position = new Map(rows.map((r, i) => [r.day, i]));

/** The row so many days after (before) a day. */
export function step(day: string, days: number): string {
  const row = rows[(position.get(day) as number) + days];
  if (!row) throw new Error(`${day} ${days} lies outside the calendar`);
  return row.day;
}

/** So many months after (before) a day, month by month; no such day: the last of that month. */
export function stepMonths(day: string, months: number): string {
  let [y, m] = day.split('-').map(Number) as [number, number];
  const d = Number(day.slice(8));
  for (let left = Math.abs(months); left > 0; left--) {
    m += Math.sign(months);
    if (m === 13) [y, m] = [y + 1, 1];
    if (m === 0) [y, m] = [y - 1, 12];
  }
  return text(y, m, Math.min(d, lengthOf(y, m)));
}

/** Whether offices work, with the holidays given as a set of days. */
export function works(day: string, holidays: ReadonlySet<string>): boolean {
  const weekday = rows[position.get(day) as number]?.weekday;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Easter Sunday after Knuth (The Art of Computer Programming 1.3.2, exercise 14): epacts, not Meeus's formula. */
export function easterByEpact(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const skipped = Math.floor((3 * century) / 4) - 12;
  const correction = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - skipped - 10;
  let epact = (((11 * golden + 20 + correction - skipped) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact++;
  let moon = 44 - epact;
  if (moon < 21) moon += 30;
  const march = moon + 7 - ((sunday + moon) % 7);
  return march > 31 ? text(year, 4, march - 31) : text(year, 3, march);
}
