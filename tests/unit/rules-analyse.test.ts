/** The static analysis on rules that are sound but hard to satisfy: it must not cry wolf. */
import { describe, expect, it } from 'vitest';
import type { Condition, Fact, Question, ResolvedProcedure } from '../../src/model/index.ts';
import { analyse, evaluate } from '../../src/rules/index.ts';
import { countries, facts, holidays } from '../helpers/procedures.ts';

const day = '2026-11-23';
const ground = { grade: 'B' as const, sources: ['s'] };

const limit = (id: string, offset: string, counting: 'calendar' | 'working' = 'calendar'): Fact => ({
  id,
  kind: 'end',
  counting,
  roll: 'none',
  values: [{ ...ground, from: '2000-01-01', checkedOn: '2026-01-01', offset }],
});

/** A procedure with these questions and one note under a condition. */
const withNote = (
  questions: Question[],
  when: Condition,
  more: Partial<ResolvedProcedure> = {},
): ResolvedProcedure => ({
  id: 'x',
  area: 'x',
  authority: 'x',
  official: 'xxx',
  covers: [],
  related: [],
  ...ground,
  checkedOn: '2026-01-01',
  questions,
  documents: [],
  fees: [],
  amounts: [],
  timeLimits: [],
  channels: [{ id: 'c', kind: 'counter', authority: 'x', ...ground }],
  steps: [{ id: 's' }],
  notes: [{ id: 'n', kind: 'tip', when, ...ground }],
  stops: [],
  facts,
  holidays,
  countries,
  ...more,
});

const multi: Question = { id: 'm', type: 'multi', options: ['a', 'b', 'c', 'd', 'none'], none: 'none' };
const date: Question = { id: 'on', type: 'date' };
const number: Question = { id: 'n', type: 'number', min: 0, max: 9 };
const country: Question = { id: 'from', type: 'country' };

/** A window of a few days between two limits that count from the same day. */
const window = (opens: Fact, closes: Fact): ResolvedProcedure =>
  withNote(
    [date],
    { all: [{ reached: 'opens' }, { not: { passed: 'closes' } }] },
    {
      timeLimits: [
        { id: 'opens', limit: 'opens', from: 'on' },
        { id: 'closes', limit: 'closes', from: 'on' },
      ],
      facts: { opens, closes },
    },
  );

describe('rare but possible', () => {
  it.each<[string, ResolvedProcedure]>([
    [
      'two of several and not a third',
      withNote([multi], { all: [{ m: 'a' }, { m: 'b' }, { not: { m: 'c' } }] }),
    ],
    [
      'three of several and not the fourth',
      withNote([multi], { all: [{ m: 'a' }, { m: 'b' }, { m: 'd' }, { not: { m: 'c' } }] }),
    ],
    [
      'five of nine and not the others',
      withNote([{ id: 'm', type: 'multi', options: [...'abcdefghi', 'none'], none: 'none' }], {
        all: [...[...'abcde'].map((o) => ({ m: o })), { not: { m: [...'fghi'] } }],
      }),
    ],
    ['none of those that are named', withNote([multi], { not: { m: ['a', 'b', 'none'] } })],
    ['exactly one number', withNote([number], { n: { atLeast: 4, atMost: 4 } })],
    ['exactly one day', withNote([date], { on: { after: '2026-12-24', before: '2026-12-26' } })],
    [
      'in one group of countries and not in another',
      withNote([country], { from: 'near', not: { from: 'union' } }),
    ],
    ['in both groups of countries', withNote([country], { all: [{ from: 'near' }, { from: 'union' }] })],
    ['in no group of countries', withNote([country], { not: { from: ['near', 'union'] } })],
    ['a window of days', window(limit('opens', '-P60D'), limit('closes', '-P58D'))],
    ['a window of one day', window(limit('opens', 'P40D'), limit('closes', 'P40D'))],
    ['a window of months', window(limit('opens', 'P7M'), limit('closes', 'P8M'))],
    [
      'a window of working days',
      window(limit('opens', 'P62D', 'working'), limit('closes', 'P64D', 'working')),
    ],
    [
      'a window of working days before',
      window(limit('opens', '-P130D', 'working'), limit('closes', '-P128D', 'working')),
    ],
    ['a window of years', window(limit('opens', 'P3Y'), limit('closes', 'P3Y'))],
  ])('%s', (_, p) => expect(analyse(p, day)).toEqual([]));
});

describe('impossible or certain', () => {
  const problems = (p: ResolvedProcedure): string[] => analyse(p, day).map((f) => f.problem);
  it.each<[string, ResolvedProcedure, RegExp]>([
    ['an option with "none"', withNote([multi], { all: [{ m: 'a' }, { m: 'none' }] }), /can never hold/],
    ['a number outside', withNote([number], { n: { atLeast: 10 } }), /can never hold/],
    ['a window backwards', window(limit('opens', '-P10D'), limit('closes', '-P20D')), /can never hold/],
    ['every option of several', withNote([multi], { m: ['a', 'b', 'c', 'd', 'none'] }), /always holds/],
    ['a number always reached', withNote([number], { n: { atLeast: 0 } }), /always holds/],
    [
      'a thing or not the thing',
      withNote([number], { any: [{ n: { atLeast: 3 } }, { not: { n: { atLeast: 3 } } }] }),
      /always holds/,
    ],
    [
      'day or not the day',
      withNote([date], { any: [{ on: { before: 'a-day' } }, { on: { onOrAfter: 'a-day' } }] }),
      /always holds/,
    ],
  ])('%s', (_, p, problem) => expect(problems(p)).toEqual([expect.stringMatching(problem)]));

  it('an item that only a stopped person would see', () => {
    const p = withNote(
      [number],
      { n: { atLeast: 5 } },
      { stops: [{ id: 'x', when: { n: { atLeast: 3 } }, ...ground }] },
    );
    expect(problems(p)).toEqual([expect.stringMatching(/a stop always comes before/)]);
  });

  it('a large procedure is given up in the end, and doubt is no finding', () => {
    const many: Question[] = Array.from({ length: 10 }, (_, i) => ({ ...multi, id: `q${i}` }));
    const when: Condition = { all: many.map((q) => ({ any: [{ [q.id]: 'a' }, { [q.id]: 'b' }] })) };
    const never: Condition = {
      all: [when, { any: many.map((q) => ({ all: [{ [q.id]: 'a' }, { [q.id]: 'none' }] })) }],
    };
    expect(analyse(withNote(many, never), day)).toEqual([]);
    expect(evaluate(never, { procedure: withNote(many, never), answers: {}, day })).toBe(undefined);
  });
});
