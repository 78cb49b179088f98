/** The zone and the clock of a device change nothing but what "today" is: dates come out the same everywhere. */
import { afterEach, describe, expect, it } from 'vitest';
import { wizards } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import { fullDate, longDate } from '../../src/i18n/format.ts';
import { checklist, dayIn } from '../../src/rules/index.ts';
import { content } from '../helpers/letters.ts';

/** Offsets from UTC in hours of the device's zones; Etc/GMT+12 lies twelve hours behind. */
const zones: [zone: string, offset: number][] = [
  ['Etc/GMT+12', -12],
  ['America/St_Johns', -3.5],
  ['UTC', 0],
  ['Asia/Kathmandu', 5.75],
  ['Pacific/Kiritimati', 14],
];
const own = process.env.TZ;
afterEach(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

const procedures = wizards(content).map((e) => ({ p: resolve(content, e.data), examples: e.examples }));
const locales = content.guide.languages.map((l) => ({ ...l, currency: content.guide.currency }));

/** Everything that the worked cases give, with their days in words. */
const everything = (): string =>
  JSON.stringify(
    procedures.flatMap(({ p, examples }) =>
      examples.map((e) => {
        const list = checklist(p, e.answers, e.day);
        const days = list.timeLimits.flatMap((x) => x.day ?? []);
        return [list, days.map((d) => locales.map((l) => [longDate(l, d), fullDate(l, d)]))];
      }),
    ),
  );

describe('the zone of the device', () => {
  it('changes no list, no date and no word of one', () => {
    process.env.TZ = 'UTC';
    const wanted = everything();
    expect(wanted.length).toBeGreaterThan(100_000);
    for (const [zone, offset] of zones) {
      process.env.TZ = zone;
      // The setting really is in force: January, when nobody has summer time in the north.
      expect(new Date(2026, 0, 15).getTimezoneOffset(), zone).toBe(0 - offset * 60);
      expect(everything() === wanted, zone).toBe(true);
    }
  });

  it('does not change which day it is for the authorities', () => {
    const instants = [
      '2026-11-22T00:00:00Z',
      '2026-11-22T23:59:59Z',
      '2027-03-28T00:59:59Z',
      '2027-03-28T23:30:00Z',
    ];
    const days = (): string[] => instants.map((x) => dayIn(content.guide.timeZone, new Date(x)));
    for (const [zone] of zones) {
      process.env.TZ = zone;
      expect(days(), zone).toEqual(['2026-11-22', '2026-11-22', '2027-03-28', '2027-03-29']);
    }
  });
});

describe('the clock of the device', () => {
  it.each(['1970-01-01', '1999-12-31', '2000-02-29', '2038-01-19', '2106-02-07', '2199-12-31'])(
    'may show %s',
    (day) => {
      expect(dayIn('UTC', new Date(`${day}T12:00:00Z`))).toBe(day);
      for (const { p, examples } of procedures)
        for (const e of examples.slice(0, 2)) {
          const list = checklist(p, e.answers, day);
          expect(JSON.stringify(list), `${p.id}, ${e.name}`).not.toMatch(/NaN|Invalid|null-/);
        }
    },
  );

  it('is read the same way in browsers that write days of a locale otherwise', () => {
    // Some write en-CA as 2026-11-22, others as 11/22/2026: the order of what is written must not matter.
    const { formatToParts } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.formatToParts = function (date) {
      return formatToParts.call(this, date).reverse();
    };
    try {
      expect(dayIn('Europe/Lisbon', new Date('2026-11-22T12:00:00Z'))).toBe('2026-11-22');
    } finally {
      Intl.DateTimeFormat.prototype.formatToParts = formatToParts;
    }
  });
});
