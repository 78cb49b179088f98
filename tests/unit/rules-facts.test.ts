/** Dated facts: periods, channels, shares, what nobody could establish. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodFaults } from '../../src/content/law.ts';
import type { Channel, Fact, Fee, Grade, MoneyValue } from '../../src/model/index.ts';
import { valueOn, worth } from '../../src/rules/index.ts';
import { rows, step } from '../helpers/calendar.ts';

const ground = { grade: 'B' as Grade, sources: ['s'], checkedOn: '2026-01-01' };
const fee = (id: string, values: (Partial<MoneyValue> & { from: string })[]): Fee => ({
  id,
  kind: 'fee',
  values: values.map((v) => ({ ...ground, ...v })) as MoneyValue[],
});
const table = (...facts: Fact[]): Record<string, Fact> => Object.fromEntries(facts.map((f) => [f.id, f]));

describe('the value of a day', () => {
  const values = [
    { from: '2024-01-01', until: '2026-02-28', amount: 1 },
    { from: '2026-03-01', until: '2026-12-31', amount: 2 },
    { from: '2027-01-01', amount: 3 },
  ];
  it.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 1],
    ['2026-02-28', 1],
    ['2026-03-01', 2],
    ['2026-12-31', 2],
    ['2027-01-01', 3],
    ['2099-01-01', 3],
  ])('on %s: %s', (day, amount) => {
    expect(valueOn(values, day)?.amount).toBe(amount);
    expect(worth(table(fee('f', values)), 'f', day)?.amount).toBe(amount);
  });

  it('periods without gap and overlap give exactly one value on every day from the first on', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 12000, max: 14000 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 11990, max: 14010 }),
        (cuts, at) => {
          const starts = [...cuts].sort((a, b) => a - b).map((i) => rows[i]?.day as string);
          const periods = starts.map((from, i) => ({
            from,
            ...(starts[i + 1] && { until: step(starts[i + 1] as string, -1) }),
            amount: i,
          }));
          const fact = fee('f', periods);
          expect(periodFaults(fact)).toEqual([]);
          const day = rows[at]?.day as string;
          const holding = periods.filter((p) => p.from <= day && day <= (p.until ?? '9999'));
          expect(holding.length).toBe(day < (starts[0] as string) ? 0 : 1);
          expect(valueOn(fact.values, day)?.amount).toBe(holding[0]?.amount);
        },
      ),
    );
  });
});

describe('channels', () => {
  const own = fee('own', [
    { from: '2024-01-01', channel: 'counter', amount: 10 },
    { from: '2024-01-01', channel: 'online', amount: 8 },
  ]);
  const general = fee('general', [
    { from: '2024-01-01', amount: 5 },
    { from: '2024-01-01', channel: 'post', amount: 6 },
  ]);
  it.each<[Fact, Channel | undefined, number | undefined]>([
    [own, 'counter', 10],
    [own, 'online', 8],
    [own, 'post', undefined],
    [own, undefined, undefined],
    [general, 'post', 6],
    [general, 'online', 5],
    [general, undefined, 5],
  ])('%j by %s costs %s', (fact, channel, amount) => {
    expect(worth(table(fact), fact.id, '2026-01-01', channel)?.amount).toBe(amount);
  });
});

describe('shares', () => {
  const base = fee('base', [
    { from: '2024-01-01', until: '2026-02-28', channel: 'counter', amount: 104.82, grade: 'D' },
    { from: '2026-03-01', channel: 'counter', amount: 114.3 },
    { from: '2024-01-01', channel: 'online', range: [10, 20.01] },
    { from: '2024-01-01', channel: 'post', unknown: true },
  ]);
  const half = fee('half', [{ from: '2023-01-01', share: { of: 'base', percent: 50 }, grade: 'C' }]);
  const quarter = fee('quarter', [{ from: '2026-06-01', share: { of: 'half', percent: 50 } }]);
  const facts = table(base, half, quarter);

  it('follow the fact they are part of: its day, its channel, the weaker grade, the newer table', () => {
    expect(worth(facts, 'half', '2026-02-28', 'counter')).toEqual({
      amount: 52.41,
      grade: 'D',
      from: '2024-01-01',
    });
    expect(worth(facts, 'half', '2026-03-01', 'counter')).toEqual({
      amount: 57.15,
      grade: 'C',
      from: '2026-03-01',
    });
  });
  it('of a share', () => {
    // 50 % of 57.15 is 28.575, rounded half up.
    expect(worth(facts, 'quarter', '2026-07-01', 'counter')).toEqual({
      amount: 28.58,
      grade: 'C',
      from: '2026-06-01',
    });
    expect(worth(facts, 'quarter', '2026-05-31', 'counter')).toBe(undefined);
  });
  it('of a range and of what is not established', () => {
    expect(worth(facts, 'half', '2026-03-01', 'online')?.range).toEqual([5, 10.01]);
    expect(worth(facts, 'half', '2026-03-01', 'post')).toEqual({
      unknown: true,
      grade: 'C',
      from: '2024-01-01',
    });
  });
  it('of a fact without a value, of nothing, and of themselves are worth nothing', () => {
    expect(worth(facts, 'half', '2026-03-01', 'consulate')).toBe(undefined);
    expect(worth(table(half), 'half', '2026-03-01', 'counter')).toBe(undefined);
    const a = fee('a', [{ from: '2024-01-01', share: { of: 'b', percent: 50 } }]);
    const b = fee('b', [{ from: '2024-01-01', share: { of: 'a', percent: 50 } }]);
    expect(worth(table(a, b), 'a', '2026-01-01')).toBe(undefined);
  });
  it('are rounded half up to a cent, whatever binary fractions make of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.integer({ min: 1, max: 2000 }),
        (cents, tenths) => {
          const f = table(
            fee('base', [{ from: '2024-01-01', amount: cents / 100 }]),
            fee('part', [{ from: '2024-01-01', share: { of: 'base', percent: tenths / 10 } }]),
          );
          // In whole numbers: cents × tenths of a percent, in thousandths, half upwards.
          const expected = Math.floor((cents * tenths + 500) / 1000);
          expect(worth(f, 'part', '2026-01-01')?.amount).toBe(expected / 100);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('other values', () => {
  const facts = table(
    fee('range', [{ from: '2024-01-01', range: [75, 300] }]),
    fee('dark', [{ from: '2024-01-01', unknown: true, grade: 'D' }]),
    { id: 'day', unit: 'date', values: [{ ...ground, from: '2024-01-01', date: '2025-06-30' }] },
    {
      id: 'limit',
      kind: 'latest',
      counting: 'calendar',
      roll: 'none',
      values: [{ ...ground, from: '2024-01-01', offset: 'P1D' }],
    },
  );
  it('a range, a day, not established', () => {
    expect(worth(facts, 'range', '2026-01-01')).toEqual({ range: [75, 300], grade: 'B', from: '2024-01-01' });
    expect(worth(facts, 'day', '2026-01-01')).toEqual({ date: '2025-06-30', grade: 'B', from: '2024-01-01' });
    expect(worth(facts, 'dark', '2026-01-01')).toEqual({ unknown: true, grade: 'D', from: '2024-01-01' });
  });
  it('a time limit and an unknown id are worth nothing', () => {
    expect(worth(facts, 'limit', '2026-01-01')).toBe(undefined);
    expect(worth(facts, 'other', '2026-01-01')).toBe(undefined);
  });
});
