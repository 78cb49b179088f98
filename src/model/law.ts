/** Sources, dated facts and notices: `content/law/<topic>/`. */
import { z } from 'zod';
import { Channel, Day, Duration, evidence, Id, Lang, Url } from './basic.ts';

/** A text that statements rest on. An act of law carries the citation under which readers find it. */
export const Source = z
  .strictObject({
    id: Id,
    kind: z.enum(['act', 'official', 'court', 'press', 'professional', 'guide', 'community']),
    /** Title in the language of the source; never translated. */
    title: z.string().min(3),
    /** For an act: how it is cited, such as "Lei n.º 23/2007". */
    citation: z.string().optional(),
    lang: Lang,
    url: Url.optional(),
    /** The day the source itself bears, as exactly as it is known: 2026, 2026-03 or 2026-03-01. */
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a source date is 2026, 2026-03 or 2026-03-01')
      .optional(),
    /** The day the source was last read for this guide. */
    seenOn: Day,
    /** True where the text itself was not read, only quoted by others. */
    notSeen: z.boolean().optional(),
  })
  .refine(
    (s) => s.kind !== 'act' || s.citation !== undefined,
    'an act needs a citation: the act as lawyers quote it, with number and year',
  );

/** Period and evidence that every dated value has. Periods may neither overlap nor leave a gap. */
const dated = {
  /** First day on which this value holds. */
  from: Day,
  /** Last day on which it holds; only the newest value may leave it open. */
  until: Day.optional(),
  ...evidence,
  checkedOn: Day,
};

/** One price or amount in one period, for one channel or for all. Exactly one of amount, range, share, unknown. */
export const MoneyValue = z
  .strictObject({
    channel: Channel.optional(),
    ...dated,
    amount: z.number().nonnegative().optional(),
    range: z.tuple([z.number().nonnegative(), z.number().nonnegative()]).optional(),
    /** A percentage of another fact of the same day and channel. */
    share: z.strictObject({ of: Id, percent: z.number().positive() }).optional(),
    /** True where nobody could establish the value; the reader is told to ask before paying. */
    unknown: z.literal(true).optional(),
  })
  .refine(
    (v) => [v.amount, v.range, v.share, v.unknown].filter((x) => x !== undefined).length === 1,
    'give exactly one of amount, range, share or unknown: true',
  );

const ended = {
  /** True for a fact that ended without a successor; then the last period must have an `until`. */
  ended: z.boolean().optional(),
};

/** What somebody pays. `fine` is a penalty, `service` is paid to somebody other than the authority. */
export const Fee = z.strictObject({
  id: Id,
  kind: z.enum(['fee', 'fine', 'service']),
  /** Who receives it. */
  payee: Id.optional(),
  ...ended,
  values: z.array(MoneyValue).min(1),
});

/** A figure that rules use: a wage, an index, a share, a count, a day. */
export const Amount = z.strictObject({
  id: Id,
  unit: z.enum(['currency', 'percent', 'count', 'date', 'years', 'months', 'days', 'hours']),
  ...ended,
  values: z
    .array(
      z
        .strictObject({
          ...dated,
          amount: z.number().optional(),
          range: z.tuple([z.number(), z.number()]).optional(),
          date: Day.optional(),
          share: z.strictObject({ of: Id, percent: z.number().positive() }).optional(),
          unknown: z.literal(true).optional(),
        })
        .refine(
          (v) => [v.amount, v.range, v.date, v.share, v.unknown].filter((x) => x !== undefined).length === 1,
          'give exactly one of amount, range, date, share or unknown: true',
        ),
    )
    .min(1),
});

/**
 * A time limit: how far from which kind of day.
 * `latest` last day to act · `earliest` first day to act · `end` a right or stay ends · `authority` the authority's own time.
 */
export const TimeLimit = z.strictObject({
  id: Id,
  kind: z.enum(['latest', 'earliest', 'end', 'authority']),
  /** Calendar days, or days without Saturdays, Sundays and national holidays. */
  counting: z.enum(['calendar', 'working']),
  /** Whether a day on which offices are closed moves to the next working day (only for `latest`, counted forwards). */
  roll: z.enum(['next-working-day', 'none']),
  ...ended,
  values: z.array(z.strictObject({ ...dated, offset: Duration })).min(1),
});

/** Law in motion: what is reported, on what evidence, what to do meanwhile, and what it touches. */
export const Notice = z.strictObject({
  id: Id,
  /** First day of the report. */
  since: Day,
  /** Set when the matter is settled; the notice then disappears from the pages and stays in the history. */
  closedOn: Day.optional(),
  ...evidence,
  checkedOn: Day,
  touches: z.strictObject({
    procedures: z.array(Id).default([]),
    questions: z.array(Id).default([]),
    facts: z.array(Id).default([]),
  }),
});

export const LawText = z.strictObject({
  fees: z.record(Id, z.string().min(3)).default({}),
  amounts: z.record(Id, z.string().min(3)).default({}),
  timeLimits: z.record(Id, z.string().min(3)).default({}),
  notices: z
    .record(
      Id,
      z.strictObject({
        title: z.string().min(3),
        /** What is reported and on what evidence. */
        reported: z.string().min(3),
        /** What to do meanwhile. */
        meanwhile: z.string().min(3),
      }),
    )
    .default({}),
});

export type Source = z.infer<typeof Source>;
export type Fee = z.infer<typeof Fee>;
export type Amount = z.infer<typeof Amount>;
export type TimeLimit = z.infer<typeof TimeLimit>;
export type MoneyValue = z.infer<typeof MoneyValue>;
export type Notice = z.infer<typeof Notice>;
export type LawText = z.infer<typeof LawText>;
/** Any dated fact. */
export type Fact = Fee | Amount | TimeLimit;
