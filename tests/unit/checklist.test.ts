/** The checklist of the made-up country: fees by the table of the day, totals, dates, stops, the full list. */
import { beforeAll, describe, expect, it } from 'vitest';
import { inspect } from '../../src/content/guide.ts';
import type { Content } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import type { Answers, Procedure, ResolvedProcedure } from '../../src/model/index.ts';
import { checklist, type FeeLine, type Total } from '../../src/rules/index.ts';
import { withFixture } from '../helpers/fixture.ts';

const day = '2026-11-23';
let renew: ResolvedProcedure;
let register: ResolvedProcedure;
beforeAll(() => {
  const content = withFixture((root) => inspect(root, day).content) as Content;
  const of = (id: string): ResolvedProcedure =>
    resolve(content, content.procedures.get(id)?.data as Procedure);
  [renew, register] = [of('renew-stay-card'), of('register-address')];
});

const worker: Answers = {
  basis: 'work',
  nationality: 'IN',
  'expires-on': '2027-03-10',
  changes: 'none',
  children: '2',
};
const total = (answers: Answers, on: string, channel: string): Total | undefined =>
  checklist(renew, answers, on).totals.find((t) => t.channel === channel);
const line = (answers: Answers, on: string, id: string): FeeLine | undefined =>
  checklist(renew, answers, on).fees.find((f) => f.item.id === id);

describe('fees', () => {
  it('follow the table of the day: the last day of the old one, the first of the new', () => {
    // 120 + 2 × 60 and 90.25 + 2 × 45.13; then 131.50 + 2 × 65.75 and 99 + 2 × 49.50.
    expect(total(worker, '2027-02-28', 'counter')).toMatchObject({ amount: 240, tableFrom: '2024-01-01' });
    expect(total(worker, '2027-02-28', 'online')).toMatchObject({ amount: 180.51, tableFrom: '2024-01-01' });
    expect(total(worker, '2027-03-01', 'counter')).toMatchObject({ amount: 263, tableFrom: '2027-03-01' });
    expect(total(worker, '2027-03-01', 'online')).toMatchObject({ amount: 198, tableFrom: '2027-03-01' });
  });

  it('are counted as often as the answer says', () => {
    for (const n of [1, 2, 9]) {
      const answers = { ...worker, children: String(n) };
      expect(line(answers, day, 'child-card')).toMatchObject({ count: n, least: n });
      expect(total(answers, day, 'counter')?.amount).toBe(120 + 60 * n);
    }
    expect(line({ ...worker, children: '0' }, day, 'child-card')).toBe(undefined);
    expect(total({ ...worker, children: '0' }, day, 'counter')?.amount).toBe(120);
  });

  it('that may or may not fall due are listed and not in the total', () => {
    const late = '2027-03-05';
    expect(line(worker, late, 'fine')?.item.extra).toBe(true);
    expect(total(worker, late, 'counter')).toMatchObject({ amount: 263, atLeast: false });
    expect(line(worker, day, 'fine')).toBe(undefined);
  });

  it('with the number missing: at least the rest', () => {
    const { children: _, ...open } = worker;
    const card = line(open, day, 'child-card');
    expect(card?.count).toBe(undefined);
    expect(card?.least).toBe(0);
    expect(total(open, day, 'counter')).toMatchObject({ amount: 120, atLeast: true });
    expect(total(worker, day, 'counter')?.atLeast).toBe(false);
  });

  it('with a smallest number above zero: at least that many times', () => {
    const questions = renew.questions.map((q) => (q.type === 'number' ? { ...q, min: 2 } : q));
    const { children: _, ...open } = worker;
    const totals = checklist({ ...renew, questions }, open, day).totals;
    expect(totals.find((t) => t.channel === 'counter')).toMatchObject({ amount: 240, atLeast: true });
  });

  it('counted by a question that is not asked do not fall due', () => {
    const questions = renew.questions.map((q) =>
      q.id === 'children' ? { ...q, when: { basis: 'study' } } : q,
    );
    const list = checklist({ ...renew, questions }, worker, day);
    expect(list.fees.map((f) => f.item.id)).not.toContain('child-card');
    expect(list.totals.find((t) => t.channel === 'counter')).toMatchObject({ amount: 120, atLeast: false });
  });

  it('charged in one channel only are part of that total only', () => {
    const fees = [...renew.fees, { id: 'letter', fee: 'letter' }];
    const facts = {
      ...renew.facts,
      letter: {
        id: 'letter',
        kind: 'fee' as const,
        values: [
          {
            channel: 'counter' as const,
            from: '2020-01-01',
            amount: 4,
            grade: 'D' as const,
            sources: ['s'],
            checkedOn: '2026-01-01',
          },
        ],
      },
    };
    const totals = checklist({ ...renew, fees, facts }, worker, day).totals;
    expect(totals.find((t) => t.channel === 'counter')).toMatchObject({
      amount: 244,
      weak: true,
      atLeast: false,
    });
    expect(totals.find((t) => t.channel === 'online')).toMatchObject({
      amount: 180.51,
      weak: false,
      atLeast: false,
    });
    // Only online is left, so the letter is not charged at all.
    const online = checklist(
      {
        ...renew,
        fees,
        facts,
        channels: renew.channels.map((c) => ({
          ...c,
          ...(c.kind === 'counter' && { when: { basis: 'study' } }),
        })),
      },
      worker,
      day,
    );
    expect(online.fees.map((f) => f.item.id)).not.toContain('letter');
    expect(online.totals).toHaveLength(1);
  });

  it('not established leave the total open', () => {
    const fees = [...renew.fees, { id: 'unclear', fee: 'photo-service' }];
    const totals = checklist({ ...renew, fees }, worker, day).totals;
    expect(totals.map((t) => [t.amount, t.atLeast, t.unknown])).toEqual([
      [180.51, true, true],
      [240, true, true],
    ]);
  });
});

describe('computed sums', () => {
  it('add up their terms, with the table of the day and the weakest grade', () => {
    const sum = (answers: Answers) =>
      checklist(renew, answers, day).amounts.find((a) => a.item.id === 'means')?.value;
    // 12 × 1150 + 2 × 12 × 345.
    expect(sum(worker)).toEqual({ amount: 22080, grade: 'B', from: '2026-01-01' });
    expect(sum({ ...worker, children: '0' })?.amount).toBe(13800);
    const { children: _, ...open } = worker;
    expect(sum(open)).toBe(undefined);
  });
});

describe('dates', () => {
  it('are given with the days left, negative when past', () => {
    const limits = checklist(renew, worker, '2027-03-02').timeLimits;
    const found = Object.fromEntries(limits.map((t) => [t.item.id, [t.day, t.daysLeft]]));
    expect(found).toMatchObject({
      opens: ['2027-01-09', -52],
      'last-day': ['2027-02-28', -2],
      grace: ['2027-05-10', 69],
    });
    // Limits in hours and limits that count from an event have no day.
    expect(found.pay).toEqual([undefined, undefined]);
    expect(found.decision).toEqual([undefined, undefined]);
  });

  it('without the day to count from stay as rules', () => {
    const { 'expires-on': _, ...open } = worker;
    const limits = checklist(renew, open, day).timeLimits;
    expect(limits.find((t) => t.item.id === 'grace')).toEqual({
      item: expect.objectContaining({ id: 'grace' }),
    });
  });

  it('a last day counts until it is over', () => {
    // 7 November and 14 days is Saturday the 21st, so Monday the 23rd.
    const notes = (on: string): string[] =>
      checklist(register, { 'moved-on': '2026-11-07' }, on)
        .notes.filter((n) => !n.condition)
        .map((n) => n.item.id);
    expect(notes('2026-11-22')).toEqual([]);
    expect(notes('2026-11-23')).toEqual([]);
    expect(notes('2026-11-24')).toEqual(['late']);
  });
});

describe('the full list', () => {
  it('without answers holds every item, each with its condition, and every stop', () => {
    const list = checklist(renew, {}, day);
    for (const name of [
      'documents',
      'fees',
      'amounts',
      'timeLimits',
      'channels',
      'steps',
      'notes',
    ] as const) {
      expect(list[name].map((x) => x.item.id)).toEqual(renew[name].map((x) => x.id));
      for (const x of list[name])
        expect(x.condition !== undefined).toBe('when' in x.item && x.item.when !== undefined);
    }
    expect(list.stops.map((s) => s.item.id)).toEqual(['visitor', 'too-late']);
    expect(list.walk).toMatchObject({ next: { id: 'basis' }, atMost: 5, kept: {} });
  });

  it('with some answers says what is still open, and no more', () => {
    const of = (answers: Answers) =>
      checklist(renew, answers, day).documents.find((d) => d.item.id === 'bank-statement')?.condition;
    expect(of({ basis: 'work' })).toEqual({ children: { atLeast: 'large-family' } });
    expect(of({ basis: 'study' })).toEqual({ not: { scholarship: 'yes' } });
    expect(of({ basis: 'work', children: '3' })).toBe(undefined);
  });
});

describe('stops', () => {
  it('empty the list and end the way', () => {
    const list = checklist(renew, { ...worker, basis: 'visit' }, day);
    expect(list.stop).toMatchObject({ id: 'visitor', to: 'register-address' });
    expect([list.documents, list.fees, list.totals, list.notes, list.stops]).toEqual([[], [], [], [], []]);
    expect(list.walk.path.map((s) => s.question.id)).toEqual(['basis']);
  });

  it('that no longer apply are gone, and the answers after them still there', () => {
    const answers = { ...worker, basis: 'visit' };
    const back = checklist(renew, { ...answers, basis: 'work' }, day);
    expect(back.stop).toBe(undefined);
    expect(back.stops).toEqual([]);
    expect(back.walk.next).toBe(undefined);
    expect(back.walk.kept).toEqual(worker);
  });
});
