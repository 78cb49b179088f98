/** Days and time limits against a calendar that is written out day by day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Day, Duration, type Holiday } from '../../src/model/index.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayIn,
  dayNumber,
  daysBetween,
  easter,
  fromDayNumber,
  holidaysOf,
  isDay,
  isWorkingDay,
  type LimitRule,
  limitDay,
  nextWorkingDay,
  parsePeriod,
} from '../../src/rules/index.ts';
import {
  easterByEpact,
  firstYear,
  lastYear,
  position,
  rows,
  step,
  stepMonths,
  works,
} from '../helpers/calendar.ts';

/** National holidays with fixed days and days that move with Easter. */
const holidays: Holiday[] = [
  { id: 'new-year', date: '01-01' },
  { id: 'good-friday', easter: -2 },
  { id: 'easter-sunday', easter: 0 },
  { id: 'spring', date: '04-25' },
  { id: 'labour', date: '05-01' },
  { id: 'corpus', easter: 60 },
  { id: 'summer', date: '08-15' },
  { id: 'december-first', date: '12-01' },
  { id: 'december-eighth', date: '12-08' },
  { id: 'christmas', date: '12-25' },
];
const closed = new Set<string>();
for (let y = firstYear; y <= lastYear; y++) {
  for (const d of ['01-01', '04-25', '05-01', '08-15', '12-01', '12-08', '12-25']) closed.add(`${y}-${d}`);
  for (const n of [-2, 0, 60]) closed.add(step(easterByEpact(y), n));
}

/** A day far enough from the ends of the calendar. */
const someDay = fc.integer({ min: 6000, max: rows.length - 6000 }).map((i) => rows[i]?.day as string);

describe('days', () => {
  it('counts, adds and compares as the written-out calendar does', () => {
    for (let i = 1; i < rows.length; i++) {
      const [before, now] = [rows[i - 1]?.day as string, rows[i]?.day as string];
      if (addDays(before, 1) !== now || daysBetween(before, now) !== 1 || !isDay(now))
        expect.fail(`${before} is not followed by ${now}`);
    }
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(addDays(day, n)).toBe(step(day, n));
        expect(daysBetween(day, step(day, n))).toBe(n);
        expect(fromDayNumber(dayNumber(day))).toBe(day);
      }),
    );
  });

  it('a clock in any zone shows its own day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -12, max: 14 }),
        someDay,
        fc.integer({ min: 0, max: 86_399_999 }),
        (hours, day, ms) => {
          // "Etc/GMT-14" is fourteen hours ahead of Greenwich.
          const zone = hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
          const localMidnight = Date.parse(`${day}T00:00:00Z`) - hours * 3_600_000;
          expect(dayIn(zone, new Date(localMidnight + ms))).toBe(day);
        },
      ),
    );
  });

  it.each([
    ['Europe/Lisbon', '2026-03-29T00:30:00Z', '2026-03-29'],
    ['Europe/Lisbon', '2026-07-31T23:30:00Z', '2026-08-01'],
    ['Europe/Lisbon', '2026-11-30T23:30:00Z', '2026-11-30'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Pacific/Pago_Pago', '2027-01-01T10:59:00Z', '2026-12-31'],
    ['Asia/Kathmandu', '2026-02-28T18:15:00Z', '2026-03-01'],
  ])('in %s at %s it is %s', (zone, instant, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01 ',
    '2026-01-01T00:00',
    '1899-12-31',
    '2200-01-01',
    '0000-00-00',
    '',
    'tomorrow',
  ])('"%s" is no day', (text) => expect(isDay(text)).toBe(false));

  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
    expect(Day.safeParse(text).success).toBe(true);
  });
});

describe('months', () => {
  it.each([
    // Código Civil art. 279 c: a month without that day ends on its last day.
    ['2026-08-31', 3, '2026-11-30'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-01-15', 6, '2027-07-15'],
    ['2026-05-31', 12, '2027-05-31'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-10', -1, '2025-12-10'],
  ])('%s and %i months make %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('agree with stepping from month to month', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -190, max: 190 }), (day, months) => {
        expect(addMonths(day, months)).toBe(stepMonths(day, months));
      }),
      { numRuns: 500 },
    );
  });
});

describe('Easter and holidays', () => {
  // As published in almanacs.
  const known = [
    '2000-04-23',
    '2001-04-15',
    '2002-03-31',
    '2003-04-20',
    '2004-04-11',
    '2005-03-27',
    '2006-04-16',
    '2007-04-08',
    '2008-03-23',
    '2009-04-12',
    '2010-04-04',
    '2011-04-24',
    '2012-04-08',
    '2013-03-31',
    '2014-04-20',
    '2015-04-05',
    '2016-03-27',
    '2017-04-16',
    '2018-04-01',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2033-04-17',
    '2034-04-09',
    '2035-03-25',
    '2036-04-13',
    '2037-04-05',
    '2038-04-25',
    '2039-04-10',
    '2040-04-01',
  ];
  it.each(known)('Easter Sunday %s', (day) => expect(easter(Number(day.slice(0, 4)))).toBe(day));

  it('agrees with the epact tables for three centuries', () => {
    for (let y = 1900; y < 2200; y++) expect(easter(y)).toBe(easterByEpact(y));
  });

  it('gives the fixed and the moving holidays of a year', () => {
    expect(holidaysOf(2026, holidays)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-05',
      '2026-04-25',
      '2026-05-01',
      '2026-06-04',
      '2026-08-15',
      '2026-12-01',
      '2026-12-08',
      '2026-12-25',
    ]);
  });

  it('knows for every day of seventy years whether offices work', () => {
    for (const { day } of rows)
      if (isWorkingDay(day, holidays) !== works(day, closed))
        expect.fail(`${day}: ${isWorkingDay(day, holidays)}`);
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23', 5, '2026-11-30'],
    // 1 and 8 December are holidays.
    ['2026-11-27', 10, '2026-12-15'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
    // Good Friday of 2027 is 26 March.
    ['2027-03-25', 1, '2027-03-29'],
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-12-09', -1, '2026-12-07'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i working days make %s', (day, n, expected) => {
    expect(addWorkingDays(day, n, holidays)).toBe(expected);
  });

  it('the last one works, and exactly so many lie between', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 260 }), fc.boolean(), (day, n, back) => {
        const last = addWorkingDays(day, back ? -n : n, holidays);
        const [from, to] = [position.get(day) as number, position.get(last) as number];
        const between = back ? rows.slice(to, from) : rows.slice(from + 1, to + 1);
        expect(works(last, closed)).toBe(true);
        expect(between.filter((r) => works(r.day, closed))).toHaveLength(n);
      }),
    );
  });

  it('the next one is the day itself or the first after it', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        let expected = day;
        while (!works(expected, closed)) expected = step(expected, 1);
        expect(nextWorkingDay(day, holidays)).toBe(expected);
      }),
    );
  });
});

/** A rule, with its parts apart for the reference. */
const someRule = fc
  .record({
    sign: fc.constantFrom(1 as const, -1 as const),
    years: fc.integer({ min: 0, max: 10 }),
    months: fc.integer({ min: 0, max: 30 }),
    weeks: fc.integer({ min: 0, max: 8 }),
    days: fc.integer({ min: 0, max: 200 }),
    counting: fc.constantFrom('calendar' as const, 'working' as const),
    roll: fc.constantFrom('next-working-day' as const, 'none' as const),
  })
  .map((x) => {
    const parts = [
      x.years && `${x.years}Y`,
      x.months && `${x.months}M`,
      x.weeks && `${x.weeks}W`,
      x.days && `${x.days}D`,
    ];
    const offset = `${x.sign < 0 ? '-' : ''}P${parts.filter(Boolean).join('') || '0D'}`;
    return { ...x, rule: { offset, counting: x.counting, roll: x.roll } satisfies LimitRule };
  });

describe('time limits', () => {
  it.each([
    // How days are counted: the first day is not counted.
    ['P30D', 'calendar', 'none', '2026-11-01', '2026-12-01'],
    ['P3M', 'calendar', 'none', '2026-08-31', '2026-11-30'],
    ['P3Y', 'calendar', 'none', '2024-02-29', '2027-02-28'],
    // The 90 days of a visit: the day of entry is day 1, so 89 days are added.
    ['P89D', 'calendar', 'none', '2026-03-01', '2026-05-29'],
    // The last day to do something moves: Sunday, Saturday, holiday, holiday before a weekend.
    ['P10D', 'calendar', 'next-working-day', '2026-11-12', '2026-11-23'],
    ['P10D', 'calendar', 'next-working-day', '2026-11-11', '2026-11-23'],
    ['P10D', 'calendar', 'next-working-day', '2026-11-21', '2026-12-02'],
    ['P10D', 'calendar', 'next-working-day', '2026-12-15', '2026-12-28'],
    ['P10D', 'calendar', 'next-working-day', '2026-11-13', '2026-11-23'],
    // Counted backwards it never moves, whatever the rule says.
    ['-P30D', 'calendar', 'none', '2026-12-22', '2026-11-22'],
    ['-P30D', 'calendar', 'next-working-day', '2026-12-22', '2026-11-22'],
    // The end of a right never moves.
    ['P6M', 'calendar', 'none', '2026-05-22', '2026-11-22'],
    // Working days end on a working day by themselves.
    ['P10D', 'working', 'next-working-day', '2026-11-27', '2026-12-15'],
    ['P2W', 'calendar', 'none', '2026-11-22', '2026-12-06'],
    ['P1M10D', 'calendar', 'none', '2026-01-31', '2026-03-10'],
    ['P0D', 'calendar', 'next-working-day', '2026-11-22', '2026-11-23'],
  ] as const)('%s, %s, roll %s, from %s: %s', (offset, counting, roll, from, expected) => {
    expect(limitDay({ offset, counting, roll }, from, holidays)).toBe(expected);
  });

  it('a limit in hours has no day of its own', () => {
    for (const offset of ['PT24H', 'PT48H', 'P1DT12H'])
      expect(limitDay({ offset, counting: 'calendar', roll: 'none' }, '2026-11-22', holidays)).toBeNull();
  });

  it('agree with counting on the written-out calendar', () => {
    fc.assert(
      fc.property(someDay, someRule, (from, x) => {
        let expected = stepMonths(from, x.sign * (x.years * 12 + x.months));
        const days = x.weeks * 7 + x.days;
        if (x.counting === 'calendar') expected = step(expected, x.sign * days);
        else
          for (let left = days; left > 0; ) {
            expected = step(expected, x.sign);
            if (works(expected, closed)) left--;
          }
        if (x.roll === 'next-working-day' && x.sign > 0)
          while (!works(expected, closed)) expected = step(expected, 1);
        expect(limitDay(x.rule, from, holidays)).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('never show a last day later than the true one', () => {
    fc.assert(
      fc.property(someDay, someRule, (from, x) => {
        const exact = limitDay({ ...x.rule, roll: 'none' }, from, holidays) as string;
        const shown = limitDay(x.rule, from, holidays) as string;
        // Moved only forwards, only by a rule that says so, only over days on which offices are closed.
        expect(shown >= exact).toBe(true);
        if (x.roll === 'none' || x.sign < 0) expect(shown).toBe(exact);
        for (let d = exact; d < shown; d = step(d, 1)) expect(works(d, closed), `${d} ${shown}`).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('a later start never gives an earlier end', () => {
    fc.assert(
      fc.property(someDay, someRule, fc.integer({ min: 0, max: 40 }), (from, x, n) => {
        const [a, b] = [from, step(from, n)].map((d) => limitDay(x.rule, d, holidays) as string);
        expect((a as string) <= (b as string)).toBe(true);
      }),
    );
  });
});

describe('durations', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(someRule, fc.integer({ min: 1, max: 99 }), (x, hours) => {
        const { years, months, weeks, days } = x;
        expect(parsePeriod(x.rule.offset)).toEqual({ sign: x.sign, years, months, weeks, days, hours: 0 });
        expect(parsePeriod(`PT${hours}H`).hours).toBe(hours);
        expect(Duration.safeParse(x.rule.offset).success).toBe(true);
      }),
    );
  });

  it.each(['', 'P', 'PT', '30 days', 'P1.5D', 'P-1D', 'p1d', 'P1D2M', 'PT5M', '+P1D'])(
    '"%s" is none',
    (text) => {
      expect(Duration.safeParse(text).success).toBe(false);
    },
  );

  it.each(['30 days', 'P1.5D', 'PT5M', 'P1D2M', ''])('reading "%s" throws', (text) => {
    expect(() => parsePeriod(text)).toThrow(/not an ISO 8601 duration/);
  });
});
