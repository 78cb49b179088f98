/**
 * A letter that people fill in, print and send: `content/letters/<id>/letter.yaml` and one text file per language.
 * The blocks of the file in the official language are the letter; those of another language are its translation.
 */
import { z } from 'zod';
import { Day, evidence, Id } from './basic.ts';
import { Condition } from './condition.ts';
import { Document, Note, ProcedureChannel, ProcedureFee, ProcedureTimeLimit } from './procedure.ts';
import type { ResolvedProcedure } from './resolved.ts';

/** Types of fields whose form a country decides: `shared.yaml` has a format for each that is used. */
export const FormattedType = z.enum([
  'phone',
  'tax-number',
  'document-number',
  'permit-number',
  'postcode',
  'file-number',
]);

const field = {
  id: Id,
  /** Earlier fields that decide whether this one is asked. */
  when: Condition.optional(),
  /** Only what the law or the authority asks for is required; each such field stands in `requires`. */
  required: z.boolean().optional(),
};
/** Most characters, where the type's own limit is too wide. */
const max = z.number().int().positive().optional();

/** Blanks for one piece of text. */
const Texts = [
  z.strictObject({ ...field, type: z.literal('name'), max }),
  z.strictObject({ ...field, type: z.literal('text'), max }),
  z.strictObject({ ...field, type: z.literal('address'), max }),
  z.strictObject({ ...field, type: z.literal('long'), max }),
  z.strictObject({ ...field, type: z.literal('email'), max }),
  z.strictObject({ ...field, type: FormattedType, max }),
] as const;

/** One blank of a letter. */
export const LetterField = z.discriminatedUnion('type', [
  ...Texts,
  z.strictObject({
    ...field,
    type: z.literal('date'),
    /** A day that has been, today included, or that is to come. */
    is: z.enum(['past', 'future']).optional(),
    min: Day.optional(),
    max: Day.optional(),
  }),
  z.strictObject({ ...field, type: z.literal('country') }),
  z.strictObject({ ...field, type: z.literal('choice'), options: z.array(Id).min(2) }),
  z.strictObject({ ...field, type: z.literal('several'), options: z.array(Id).min(2) }),
  /** One box to tick; conditions name it with "yes" or "no". */
  z.strictObject({ ...field, type: z.literal('checkbox') }),
  /** Rows of the same blanks, such as witnesses. */
  z.strictObject({
    ...field,
    type: z.literal('list'),
    rows: z.number().int().min(1).max(20),
    fields: z.array(z.discriminatedUnion('type', [...Texts])).min(1),
  }),
]);

/** A blank that several letters have: its type and words stand in `content/letters/shared.yaml` and `<lang>.yaml`. */
export const SharedField = z.strictObject({
  like: Id,
  when: Condition.optional(),
  required: z.boolean().optional(),
});

/** How a block stands on the paper. */
export const BlockStyle = z.enum([
  'sender',
  'recipient',
  'subject',
  'heading',
  'text',
  'items',
  'date',
  'signature',
]);

/** A part of the letter. Blocks stand in the order of the file. */
export const LetterBlock = z.strictObject({
  id: Id,
  when: Condition.optional(),
  style: BlockStyle.default('text'),
  /** A list field: the block is repeated for each of its rows, whose number is {n}. */
  each: Id.optional(),
  /** The words are those of `content/letters/<lang>.yaml`. */
  shared: z.boolean().optional(),
});

/** Something that the law or the authority wants in the letter, and the blanks or blocks in which it stands. */
export const Requirement = z.strictObject({ id: Id, by: z.array(Id).min(1) });

export const Letter = z.strictObject({
  authority: Id,
  /** Procedures in which the letter is used. */
  procedures: z.array(Id).default([]),
  /** Points of the coverage list that this letter answers. */
  covers: z.array(z.string()).default([]),
  ...evidence,
  /** The day the whole entry was last compared with its sources. */
  checkedOn: Day,
  requires: z.array(Requirement).min(1),
  fields: z.array(z.union([SharedField, LetterField])).min(1),
  blocks: z.array(LetterBlock).min(1),
  /** Papers to put in the envelope. */
  attach: z.array(Document.omit({ group: true, validity: true })).default([]),
  fees: z.array(ProcedureFee).default([]),
  timeLimits: z.array(ProcedureTimeLimit).default([]),
  channels: z.array(ProcedureChannel).min(1),
  notes: z.array(Note).default([]),
});

/** How a number or code is written in the country. */
export const LetterFormat = z.strictObject({
  /** A regular expression for the whole value, without the characters of `ignore`. */
  pattern: z.string().min(1),
  /** Characters that people put between the others. */
  ignore: z.string().default(''),
  /** A check digit at the end: weights 2, 3, … from the right, modulo 11, where 10 and 11 give 0. */
  check: z.enum(['mod11']).optional(),
  /** A made-up value that fits, shown when one does not. */
  example: z.string().min(1),
});

/** `content/letters/shared.yaml`: formats of numbers, and blanks that several letters have. */
export const LettersShared = z.strictObject({
  formats: z.partialRecord(FormattedType, LetterFormat).default({}),
  fields: z.array(LetterField).default([]),
});

const words = z.string().min(1);
/** The words of an option; `letter` where the letter says it otherwise than the form. */
const option = z.strictObject({ label: words, hint: words.optional(), letter: words.optional() });
const fieldWords = z.strictObject({
  label: words,
  hint: words.optional(),
  options: z.record(Id, option).optional(),
  /** The blanks of a list's row. */
  fields: z.record(Id, z.strictObject({ label: words, hint: words.optional() })).optional(),
});
const named = z.strictObject({ name: words, note: words.optional() });

/** `content/letters/<lang>.yaml`: words of shared blanks and blocks. */
export const LettersSharedText = z.strictObject({
  fields: z.record(Id, fieldWords).default({}),
  /** Lines with {blanks}; a line, or a part in [square brackets], whose blank stays empty is left out. */
  blocks: z.record(Id, words).default({}),
});

/** The words of a letter in one language: exactly the ids of letter.yaml, without those that are shared. */
export const LetterText = z.strictObject({
  title: words,
  /** One sentence for lists, search results and the page's description. */
  summary: words.max(200, 'keep the summary under 200 characters'),
  forWhom: words,
  keywords: z.array(words).default([]),
  requires: z.record(Id, words),
  fields: z.record(Id, fieldWords).default({}),
  blocks: z.record(Id, words),
  attach: z.record(Id, named).default({}),
  fees: z.record(Id, named).default({}),
  timeLimits: z
    .record(Id, z.strictObject({ name: words, missed: words.optional(), note: words.optional() }))
    .default({}),
  events: z.record(Id, words).default({}),
  channels: z.record(Id, named).default({}),
  notes: z.record(Id, z.strictObject({ title: words, body: words })).default({}),
});

export type LetterField = z.infer<typeof LetterField>;
export type SharedField = z.infer<typeof SharedField>;
export type LetterBlock = z.infer<typeof LetterBlock>;
export type LetterFormat = z.infer<typeof LetterFormat>;
export type FormattedType = z.infer<typeof FormattedType>;
export type Letter = z.infer<typeof Letter> & { id: string };
export type LetterText = z.infer<typeof LetterText>;
export type LettersShared = z.infer<typeof LettersShared>;
export type LettersSharedText = z.infer<typeof LettersSharedText>;
export type FieldWords = z.infer<typeof fieldWords>;

/** A letter with everything that its rules need. Plain JSON. */
export interface ResolvedLetter {
  id: string;
  /** Shared blanks filled in. */
  fields: LetterField[];
  blocks: LetterBlock[];
  formats: LettersShared['formats'];
  /** What stands for {authority:id} and {contact:id/contact}: official names and addresses. */
  names: Record<string, string>;
  /** The blanks that conditions can name as questions, with papers, fees, time limits, channels and notes. */
  procedure: ResolvedProcedure;
}

/** The words that a letter is composed of, in one language. */
export interface LetterWords {
  fields: Record<string, FieldWords>;
  blocks: Record<string, string>;
}

/** One row of a list field: blank id → what was typed. */
export type Row = Record<string, string>;
/** What was filled in: text as typed, ISO day, option id, option ids joined by commas, "yes" or "no", or rows. */
export type LetterAnswers = Record<string, string | Row[]>;
