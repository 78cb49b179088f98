/** Conditions: when a question, document, fee, time limit, step or note applies. */
import { z } from 'zod';
import { Day, Id } from './basic.ts';

/** A day written out, or the id of a dated fact that holds a day. */
const DayOrFact = z.union([Day, Id]);
/** A number, or the id of a dated fact that holds one. */
const NumberOrFact = z.union([z.number(), Id]);

/** How an answer compares with a bound: the first four for days, the last two for numbers. */
const Comparison = z
  .strictObject({
    before: DayOrFact.optional(),
    onOrBefore: DayOrFact.optional(),
    after: DayOrFact.optional(),
    onOrAfter: DayOrFact.optional(),
    atLeast: NumberOrFact.optional(),
    atMost: NumberOrFact.optional(),
  })
  .refine(
    (t) => Object.keys(t).length > 0,
    'a comparison needs before, onOrBefore, after, onOrAfter, atLeast or atMost',
  );

/** One answer, a list of answers (OR), or a comparison. */
export const Test = z.union([z.string(), z.array(z.string()).min(1), Comparison]);

/** Words with a meaning of their own; no question may have such an id. */
export const reserved = ['all', 'any', 'not', 'passed', 'reached'] as const;

export interface Condition {
  /** All of these hold. */
  all?: Condition[];
  /** At least one of these holds. */
  any?: Condition[];
  /** This does not hold. */
  not?: Condition;
  /** The day of this procedure's time limit lies before today. */
  passed?: string;
  /** The day of this procedure's time limit is today or lies before today. */
  reached?: string;
  /** Question id → answers. Keys beside each other mean AND, a list means OR. */
  [question: string]: unknown;
}

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({
      all: z.array(Condition).min(1).optional(),
      any: z.array(Condition).min(1).optional(),
      not: Condition.optional(),
      passed: Id.optional(),
      reached: Id.optional(),
    })
    .catchall(Test)
    .refine((c) => Object.keys(c).length > 0, 'an empty condition says nothing; leave `when` out'),
) as z.ZodType<Condition>;

export type Test = z.infer<typeof Test>;
