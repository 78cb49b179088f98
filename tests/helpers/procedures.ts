/** Small random procedures and answers for property tests. Dates and facts are few and close together, so that they meet. */
import fc, { type GeneratorValue } from 'fast-check';
import type {
  Answers,
  Condition,
  Fact,
  Grade,
  Holiday,
  Question,
  ResolvedProcedure,
} from '../../src/model/index.ts';
import { step } from './calendar.ts';

const ground = { grade: 'B' as Grade, sources: ['s'] };
const since = { ...ground, from: '2000-01-01', checkedOn: '2026-01-01' };

export const holidays: Holiday[] = [
  { id: 'new-year', date: '01-01' },
  { id: 'easter-monday', easter: 1 },
  { id: 'christmas', date: '12-25' },
];

const limits: [string, 'calendar' | 'working', 'next-working-day' | 'none'][] = [
  ['P10D', 'calendar', 'next-working-day'],
  ['-P30D', 'calendar', 'none'],
  ['P3M', 'calendar', 'none'],
  ['P10D', 'working', 'next-working-day'],
  ['-P5D', 'working', 'none'],
  ['P1Y', 'calendar', 'none'],
];

/** Facts that random procedures refer to. */
export const facts: Record<string, Fact> = {
  'a-day': { id: 'a-day', unit: 'date', values: [{ ...since, date: '2026-12-01' }] },
  'a-count': { id: 'a-count', unit: 'count', values: [{ ...since, amount: 2 }] },
  'a-sum': { id: 'a-sum', unit: 'currency', values: [{ ...since, amount: 101.25 }] },
  card: {
    id: 'card',
    kind: 'fee',
    values: [
      { ...since, channel: 'counter', until: '2026-12-31', amount: 120 },
      { ...since, channel: 'counter', from: '2027-01-01', amount: 131.55 },
      { ...since, channel: 'online', amount: 90.25 },
    ],
  },
  flat: { id: 'flat', kind: 'fee', values: [{ ...since, grade: 'D', amount: 7 }] },
  part: { id: 'part', kind: 'fee', values: [{ ...since, share: { of: 'card', percent: 50 } }] },
  open: { id: 'open', kind: 'fee', values: [{ ...since, range: [5, 10] }] },
  dark: { id: 'dark', kind: 'fee', values: [{ ...since, unknown: true }] },
  desk: { id: 'desk', kind: 'fee', values: [{ ...since, channel: 'counter', amount: 3 }] },
  ...Object.fromEntries(
    limits.map(([offset, counting, roll], i): [string, Fact] => [
      `limit-${i}`,
      {
        id: `limit-${i}`,
        kind: offset.startsWith('-') || roll === 'none' ? 'end' : 'latest',
        counting,
        roll,
        values: [{ ...since, offset }],
      },
    ]),
  ),
};

export const countries = { near: ['ES', 'FR'], union: ['FR', 'DE'] };
const codes = ['ES', 'FR', 'DE', 'BR', 'NP'];

type Draw = GeneratorValue;
const upTo = (g: Draw, max: number): number => g(fc.nat, { max });
const pick = <T>(g: Draw, list: readonly T[]): T => list[upTo(g, list.length - 1)] as T;
const chance = (g: Draw, oneIn: number): boolean => upTo(g, oneIn - 1) === 0;
const times = <T>(g: Draw, max: number, make: (i: number) => T): T[] =>
  Array.from({ length: upTo(g, max) }, (_, i) => make(i));

/** A day on which somebody asks. */
export const someDay = (g: Draw): string => step('2026-11-22', pick(g, [0, 0, 1, 9, 10, 40, 100, -20]));

function someQuestion(g: Draw, id: string): Question {
  switch (pick(g, ['choice', 'choice', 'multi', 'date', 'date', 'number', 'country'] as const)) {
    case 'choice':
      return { id, type: 'choice', options: ['a', 'b', 'c'].slice(0, 2 + upTo(g, 1)) };
    case 'multi':
      return { id, type: 'multi', options: ['a', 'b', 'c', 'none'], none: 'none' };
    case 'date':
      return { id, type: 'date', ...(chance(g, 4) && { min: '2026-10-01' }) };
    case 'number':
      return { id, type: 'number', min: upTo(g, 1), max: 4 };
    default:
      return { id, type: 'country' };
  }
}

type Limit = ResolvedProcedure['timeLimits'][number];

function someTest(g: Draw, q: Question): unknown {
  switch (q.type) {
    case 'choice':
    case 'multi': {
      const one = pick(g, q.options);
      return chance(g, 2) ? one : [...new Set([one, pick(g, q.options)])];
    }
    case 'country':
      return pick(g, ['near', 'union', ['near', 'union']]);
    case 'number':
      return { [pick(g, ['atLeast', 'atMost'])]: pick(g, [0, 1, 2, 3, 'a-count']) };
    case 'date':
      return {
        [pick(g, ['before', 'onOrBefore', 'after', 'onOrAfter'])]: pick(g, [
          '2026-11-22',
          '2026-12-24',
          'a-day',
        ]),
      };
  }
}

/** A condition on some of these questions and limits. */
export function someCondition(g: Draw, questions: Question[], known: Limit[], depth = 2): Condition {
  const inner = (): Condition => someCondition(g, questions, known, depth - 1);
  const kind = pick(
    g,
    depth > 0 ? ['test', 'test', 'test', 'two', 'limit', 'all', 'any', 'not'] : ['test', 'limit'],
  );
  if (kind === 'all' || kind === 'any') return { [kind]: [inner(), inner()] };
  if (kind === 'not') return { not: inner() };
  if (kind === 'limit' && known.length > 0) return { [pick(g, ['passed', 'reached'])]: pick(g, known).id };
  const first = pick(g, questions);
  const second = pick(g, questions);
  return {
    [first.id]: someTest(g, first),
    ...(kind === 'two' && second.id !== first.id && { [second.id]: someTest(g, second) }),
  };
}

/** A procedure of up to five questions; a question depends on earlier ones only. */
export function someProcedure(g: Draw): ResolvedProcedure {
  const questions: Question[] = [];
  const timeLimits: Limit[] = [{ id: 'now', limit: 'limit-0', from: 'today' }];
  for (let i = 0, n = 1 + upTo(g, 4); i < n; i++) {
    const q = someQuestion(g, `q${i}`);
    questions.push(
      i > 0 && chance(g, 2)
        ? ({ ...q, when: someCondition(g, questions.slice(0, i), timeLimits) } as Question)
        : q,
    );
    if (q.type === 'date')
      timeLimits.push({ id: `t${i}`, limit: `limit-${upTo(g, limits.length - 1)}`, from: q.id });
  }
  const maybe = (): { when?: Condition } =>
    chance(g, 4) ? {} : { when: someCondition(g, questions, timeLimits) };
  const number = questions.find((q) => q.type === 'number')?.id;
  const counted = (): { times?: string } => (number && chance(g, 2) ? { times: number } : {});
  return {
    id: 'random',
    area: 'x',
    authority: 'x',
    official: 'xxx',
    covers: [],
    related: [],
    ...ground,
    checkedOn: '2026-01-01',
    questions,
    documents: times(g, 4, (i) => ({ id: `d${i}`, ...maybe(), official: 'xx', form: ['copy'], ...ground })),
    fees: times(g, 4, (i) => ({
      id: `f${i}`,
      ...maybe(),
      fee: pick(g, ['card', 'flat', 'part', 'open', 'dark', 'desk', 'card', 'flat']),
      ...counted(),
      ...(chance(g, 4) && { extra: true }),
    })),
    amounts: times(g, 2, (i) => ({
      id: `a${i}`,
      ...maybe(),
      terms: [
        { amount: 'a-sum', by: 12 },
        { amount: 'a-sum', ...counted() },
      ],
      ...ground,
    })),
    timeLimits,
    channels: [
      { id: 'c0', ...(chance(g, 2) ? {} : maybe()), kind: 'counter', authority: 'x', ...ground },
      { id: 'c1', ...maybe(), kind: 'online', authority: 'x', ...ground },
    ],
    steps: [{ id: 's0' }, { id: 's1', ...maybe() }],
    notes: times(g, 3, (i) => ({ id: `n${i}`, ...maybe(), kind: 'tip', ...ground })),
    stops: chance(g, 2)
      ? times(g, 2, (i) => ({ id: `x${i}`, when: someCondition(g, questions, timeLimits), ...ground }))
      : [],
    facts,
    holidays,
    countries,
  };
}

/** A valid answer. */
export function someAnswer(g: Draw, q: Question): string {
  switch (q.type) {
    case 'choice':
      return pick(g, q.options);
    case 'multi': {
      const chosen = q.options.filter((o) => o !== q.none && chance(g, 2));
      return chosen.length > 0 ? chosen.join(',') : q.none;
    }
    case 'number':
      return String(q.min + upTo(g, q.max - q.min));
    case 'country':
      return pick(g, codes);
    case 'date': {
      const day = step(
        '2026-11-22',
        pick(g, [0, 1, 2, 30, 32, 365, -1, -7, -10, -14, -30, -90, -95, -365, -366, 200]),
      );
      return q.min && day < q.min ? q.min : day;
    }
  }
}

/** A valid answer to every question, asked or not. */
export const allAnswers = (g: Draw, p: ResolvedProcedure): Answers =>
  Object.fromEntries(p.questions.map((q) => [q.id, someAnswer(g, q)]));

/** Some of these answers. */
export const someOf = (g: Draw, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(() => chance(g, 2)));
