/** The small shapes that everything else is made of: ids, days, durations, evidence. */
import { z } from 'zod';

/** A stable identifier: short English kebab-case, the same in every language. It is part of an address and never changes. */
export const Id = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'an id is lower-case English words joined by hyphens, such as "renew-permit"',
  );

/** A calendar day, ISO 8601, such as 2026-11-22. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD, in quotes')
  .refine((s) => {
    const d = new Date(`${s}T00:00:00Z`);
    return !Number.isNaN(d.getTime()) && d.toISOString().slice(0, 10) === s;
  }, 'this day does not exist in the calendar');

/** A length of time with a sign, ISO 8601: -P30D, P6M, P3Y, PT24H. */
export const Duration = z
  .string()
  .regex(
    /^-?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?)?$/,
    'a duration is ISO 8601, such as P60D, -P30D, P6M or PT24H',
  );

/** A BCP 47 language tag as used in file names: en, es, pt, ro. */
export const Lang = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'a language tag such as "en" or "pt"');

/** A secure web address. */
export const Url = z
  .string()
  .regex(/^https:\/\/[^\s]+$/, 'an address starts with https:// and has no spaces');

/**
 * How sure a statement is: A law text, B official page, C independent secondary sources agree,
 * D one secondary source or an inference. D is always shown with "confirm with the authority".
 */
export const Grade = z.enum(['A', 'B', 'C', 'D']);

/** A place in a law: act id, article, then paragraph and letter, such as lei-23-2007#78/2/d. */
export const LawRef = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]*#[0-9]+(-[A-Z])?(\/[0-9]+(-[A-Z])?)?(\/[a-z]{1,2})?$/,
    'a law reference is act#article/paragraph/letter, such as lei-23-2007#78/2/d',
  );

/** What a statement rests on. `checkedOn` falls back to the day the whole entry was checked. */
export const evidence = {
  /** How sure it is. */
  grade: Grade,
  /** Articles of law, most important first. */
  law: z.array(LawRef).optional(),
  /** Ids of the sources that say so. */
  sources: z.array(Id).min(1, 'name at least one source'),
  /** The day somebody last compared this with its sources. */
  checkedOn: Day.optional(),
  /** After how many days it must be compared again; the guide's setting otherwise. */
  recheckDays: z.number().int().positive().optional(),
};
export const Evidence = z.strictObject(evidence);

/** How a person deals with an authority. Documents, fees and times can differ between channels. */
export const Channel = z.enum(['online', 'counter', 'post', 'consulate', 'phone']);

export type Evidence = z.infer<typeof Evidence>;
export type Grade = z.infer<typeof Grade>;
export type Channel = z.infer<typeof Channel>;
/** A calendar day, ISO 8601 (YYYY-MM-DD). */
export type Day = string;
