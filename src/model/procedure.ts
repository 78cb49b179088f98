/** A procedure: what a person asks of an authority. `content/procedures/<id>/procedure.yaml` and one text file per language. */
import { z } from 'zod';
import { Channel, Day, evidence, Id } from './basic.ts';
import { Condition } from './condition.ts';

const item = { id: Id, when: Condition.optional() };

/** A question splits the cases. Its answer is keyed by its id. */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...item, type: z.literal('choice'), options: z.array(Id).min(2) }),
  z.strictObject({
    ...item,
    type: z.literal('multi'),
    options: z.array(Id).min(2),
    /** The option that excludes all others, such as "none". */
    none: Id,
  }),
  z.strictObject({ ...item, type: z.literal('date'), min: Day.optional(), max: Day.optional() }),
  z.strictObject({ ...item, type: z.literal('number'), min: z.number().int(), max: z.number().int() }),
  /** A country, answered by its ISO 3166 code. Conditions name groups of `content/countries.yaml`. */
  z.strictObject({ ...item, type: z.literal('country') }),
]);

/** A paper or file to bring (CPSV-AP: Evidence). */
export const Document = z.strictObject({
  ...item,
  /** Official name in the country's language, as it stands on the authority's own list. */
  official: z.string().min(2),
  /** In which form it is handed in; several where the reader may choose. */
  form: z
    .array(z.enum(['original', 'signed-original', 'copy', 'certified-copy', 'scan', 'print', 'code', 'show']))
    .min(1),
  /** Where the paper is foreign: whether it needs a translation or an apostille. */
  foreign: z.array(z.enum(['translation', 'apostille'])).optional(),
  /** Time limit that says how old or how valid the paper may be. */
  validity: Id.optional(),
  /** Heading under which it is listed; the text file names the groups. */
  group: Id.optional(),
  ...evidence,
});

/** What it costs (CPSV-AP: Cost). The figure is in `content/law`. */
export const ProcedureFee = z.strictObject({
  ...item,
  fee: Id,
  /** Paid once for each of this number question's answer. */
  times: Id.optional(),
  /** Not part of the total: something that may or may not fall due. */
  extra: z.boolean().optional(),
});

/** A sum that the person must prove or reckon with, computed from dated amounts: the sum of its terms. */
export const ProcedureAmount = z.strictObject({
  ...item,
  terms: z
    .array(
      z.strictObject({
        amount: Id,
        /** Counted once for each of this number question's answer. */
        times: Id.optional(),
        /** Multiplied by a fixed number, such as 12 months. */
        by: z.number().positive().optional(),
      }),
    )
    .min(1),
  ...evidence,
});

/** A time limit of this procedure: the rule is in `content/law`, the day it counts from is an answer or an event. */
export const ProcedureTimeLimit = z.strictObject({
  ...item,
  limit: Id,
  /** A date question of this procedure, `today`, or an event that the text file names. */
  from: z.union([Id, z.strictObject({ event: Id })]),
});

/** Where and how (CPSV-AP: Channel). */
export const ProcedureChannel = z.strictObject({
  ...item,
  kind: Channel,
  authority: Id,
  /** Id of a contact of that authority. */
  contact: Id.optional(),
  ...evidence,
});

export const Step = z.strictObject({
  ...item,
  /** A procedure to do in this step. */
  to: Id.optional(),
  /** Heading under which it is listed; the text file names the groups. */
  group: Id.optional(),
});

/** Something to know. `unknown` marks what could not be established: the text says whom to ask. */
export const Note = z.strictObject({
  ...item,
  kind: z.enum(['warning', 'condition', 'meanwhile', 'next', 'refused', 'silence', 'unknown', 'tip']),
  ...evidence,
});

/** The person is in the wrong place: say so and lead on. */
export const Stop = z.strictObject({
  ...item,
  when: Condition,
  /** The procedure that fits. */
  to: Id.optional(),
  ...evidence,
});

export const Procedure = z.strictObject({
  area: Id,
  authority: Id,
  /** Official name of the procedure in the country's language. */
  official: z.string().min(3),
  /** Points of the coverage list that this procedure answers. */
  covers: z.array(z.string()).default([]),
  related: z.array(Id).default([]),
  ...evidence,
  /** The day the whole entry was last compared with its sources. */
  checkedOn: Day,
  questions: z.array(Question),
  documents: z.array(Document),
  fees: z.array(ProcedureFee),
  amounts: z.array(ProcedureAmount).default([]),
  timeLimits: z.array(ProcedureTimeLimit),
  /** Where and how; only the finder has none. */
  channels: z.array(ProcedureChannel).default([]),
  steps: z.array(Step).min(1),
  notes: z.array(Note),
  stops: z.array(Stop),
});

const words = z.string().min(1);
const named = z.strictObject({ name: words, note: words.optional() });
const titled = z.strictObject({ title: words, body: words });

/** The words of a procedure in one language: exactly the ids of procedure.yaml, no more and no fewer. */
export const ProcedureText = z.strictObject({
  title: words,
  /** One sentence for lists, search results and the page's description. */
  summary: words.max(200, 'keep the summary under 200 characters'),
  forWhom: words,
  notForWhom: words.optional(),
  /** Everyday words that people search for. */
  keywords: z.array(words).default([]),
  questions: z
    .record(
      Id,
      z.strictObject({
        /** The question as a person would ask it. */
        ask: words,
        /** Short name of the answer for summaries and conditions: "Your card". For a date: "End date of your card". */
        label: words,
        hint: words.optional(),
        options: z.record(Id, z.strictObject({ label: words, hint: words.optional() })).optional(),
      }),
    )
    .default({}),
  groups: z.record(Id, words).default({}),
  documents: z.record(Id, named).default({}),
  fees: z.record(Id, named).default({}),
  amounts: z.record(Id, named).default({}),
  timeLimits: z
    .record(Id, z.strictObject({ name: words, missed: words.optional(), note: words.optional() }))
    .default({}),
  events: z.record(Id, words).default({}),
  channels: z.record(Id, named).default({}),
  steps: z.record(Id, z.strictObject({ title: words, body: words.optional() })).default({}),
  notes: z.record(Id, titled).default({}),
  stops: z.record(Id, titled).default({}),
});

/** Answers as they stand in a link: question id → option id, option ids joined by commas, ISO day or number. */
export const RawAnswers = z.record(Id, z.union([z.string(), z.number()]).transform(String));

/** What is paid once: one sum, or the lowest and the highest. */
const Price = z.union([
  z.number().nonnegative(),
  z.tuple([z.number().nonnegative(), z.number().nonnegative()]),
]);

/** A worked case, derived by hand from the sources: answers and day → what must and must not appear. */
export const Example = z.strictObject({
  name: words,
  day: Day,
  answers: RawAnswers,
  /** Ids of the stops that end this case; with a stop nothing else is expected. */
  stops: z.array(Id).default([]),
  documents: z.array(Id).default([]),
  notDocuments: z.array(Id).default([]),
  notes: z.array(Id).default([]),
  notNotes: z.array(Id).default([]),
  steps: z.array(Id).default([]),
  notSteps: z.array(Id).default([]),
  channels: z.array(Id).default([]),
  fees: z.array(Id).default([]),
  /** Computed sums by id, in the guide's currency. */
  amounts: z.record(Id, z.number()).default({}),
  /** Totals by channel, in the guide's currency. */
  totals: z.partialRecord(Channel, z.number()).default({}),
  /** Fee of the law → what it costs on that day: what no total counts, such as extras, fines, ranges and fees that only texts name. */
  prices: z.record(Id, z.union([Price, z.partialRecord(Channel, Price)])).default({}),
  /** Time limit id → the day that must come out, or null where it must not appear. */
  dates: z.record(Id, Day.nullable()).default({}),
  /** Question ids in the order in which they must be asked. */
  asked: z.array(Id).optional(),
});
export const Examples = z.array(Example);

export type Question = z.infer<typeof Question>;
export type Document = z.infer<typeof Document>;
export type ProcedureAmount = z.infer<typeof ProcedureAmount>;
export type ProcedureFee = z.infer<typeof ProcedureFee>;
export type ProcedureTimeLimit = z.infer<typeof ProcedureTimeLimit>;
export type ProcedureChannel = z.infer<typeof ProcedureChannel>;
export type Step = z.infer<typeof Step>;
export type Note = z.infer<typeof Note>;
export type Stop = z.infer<typeof Stop>;
export type Procedure = z.infer<typeof Procedure> & { id: string };
export type ProcedureText = z.infer<typeof ProcedureText>;
export type Price = z.infer<typeof Price>;
export type Example = z.infer<typeof Example>;
