/** Everything that is not law or procedure: guide settings, authorities, questions-and-answers, glossary, pages. */
import { z } from 'zod';
import { Day, evidence, Id, Lang, LawRef, Url } from './basic.ts';

const words = z.string().min(1);

/** A day that exists in a leap year. */
const isYearly = (text: string): boolean => Day.safeParse(`2024-${text}`).success;
/** Whether a call with this value throws nothing: how `Intl` and `RegExp` say that they do not know something. */
const known = (test: () => unknown): boolean => {
  try {
    return test() !== undefined;
  } catch {
    return false;
  }
};

/** A national holiday: the same date every year, or a distance in days from Easter Sunday. */
export const Holiday = z.union([
  z.strictObject({
    id: Id,
    date: z.string().refine(isYearly, 'a yearly date is MM-DD, in quotes, and exists in the calendar'),
  }),
  z.strictObject({ id: Id, easter: z.number().int() }),
]);

/** `content/guide.yaml`: what makes this the guide of one country. */
export const Guide = z.strictObject({
  id: Id,
  country: z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 country code'),
  /** Language of the official names. */
  officialLanguage: Lang,
  /** The texts that the others translate. */
  sourceLanguage: Lang,
  languages: z
    .array(
      z.strictObject({
        code: Lang,
        /** The language's name in itself. */
        name: words,
        /** Locale for dates, numbers and money. */
        locale: words.refine((l) => known(() => Intl.getCanonicalLocales(l)), 'a locale such as "en-GB"'),
        dir: z.enum(['ltr', 'rtl']),
      }),
    )
    .min(1),
  timeZone: words.refine(
    (timeZone) => known(() => new Intl.DateTimeFormat('en', { timeZone })),
    'an IANA time zone such as "Europe/Vienna"',
  ),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 currency code'),
  /** How articles of law are cited in the country's language; {n} stands for the number. */
  citation: z.strictObject({ article: words, paragraph: words, letter: words }),
  recheckDays: z.number().int().positive(),
  holidays: z.array(Holiday),
  /** Order of the areas of procedures and of the topics of questions. */
  areas: z.array(Id),
  topics: z.array(Id),
  /** Procedures shown first on the home page. */
  mostNeeded: z.array(Id).default([]),
  /** Questions shown first on the home page. */
  mostAsked: z.array(Id).default([]),
  /** Form of a postcode, as a regular expression. */
  postcode: z
    .string()
    .refine((p) => known(() => new RegExp(p)), 'a regular expression such as "[0-9]{5}"')
    .optional(),
  /** Where a reader reports a mistake. */
  report: z.strictObject({ url: Url.optional(), email: z.string().optional() }).default({}),
});

/** `content/countries.yaml`: groups that conditions name. Country names come from the reader's language, not from here. */
export const Countries = z.record(
  Id,
  z.array(z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 country code')).min(1),
);

/** `content/guide/<lang>.yaml`: the guide's own words. */
export const GuideText = z.strictObject({
  name: words,
  /** The name's meaning in this language. */
  meaning: words.optional(),
  tagline: words,
  description: words,
  areas: z.record(Id, z.strictObject({ title: words, summary: words })),
  topics: z.record(Id, z.strictObject({ title: words, summary: words })),
  /** Titles of the folders of `content/law`, for the pages of sources. */
  law: z.record(Id, words),
  /** A sentence that stands on every page: what this is and is not. */
  disclaimer: words,
});

/** A way to reach an authority. */
export const Contact = z.strictObject({
  id: Id,
  kind: z.enum(['web', 'phone', 'email', 'post', 'counter', 'form']),
  /** https address, E.164 number, e-mail address, or postal address in one line. */
  value: words,
  ...evidence,
});

/** `content/authorities/<id>/authority.yaml`. */
export const Authority = z.strictObject({
  /** Official name and the short form people know. */
  official: words,
  short: words.optional(),
  kind: z.enum([
    'agency',
    'police',
    'registry',
    'ministry',
    'court',
    'local',
    'ombudsman',
    'consulate',
    'service',
    'ngo',
    'abolished',
  ]),
  /** Bodies whose work it took over, by the name people may still know. */
  replaces: z.array(words).default([]),
  successors: z.array(Id).default([]),
  covers: z.array(z.string()).default([]),
  ...evidence,
  checkedOn: Day,
  contacts: z.array(Contact).default([]),
});

export const AuthorityText = z.strictObject({
  /** Name translated. */
  name: words,
  summary: words.max(200, 'keep the summary under 200 characters'),
  does: z.array(words).min(1),
  doesNot: z.array(words).default([]),
  /** How complaints about it are made. */
  complaints: words.optional(),
  keywords: z.array(words).default([]),
  contacts: z.record(Id, z.strictObject({ name: words, note: words.optional() })).default({}),
});

/** `content/questions/<topic>/<id>/question.yaml`. */
export const Faq = z.strictObject({
  covers: z.array(z.string()).default([]),
  /** Procedures to start, most fitting first. */
  procedures: z.array(Id).default([]),
  authority: Id.optional(),
  related: z.array(Id).default([]),
  ...evidence,
  checkedOn: Day,
  /** The old rule: its year and what changed it. The words are in the text files. */
  then: z
    .strictObject({ year: z.number().int(), changedBy: z.array(z.union([LawRef, Id])).min(1) })
    .optional(),
});

/** Front matter of `content/questions/<topic>/<id>/<lang>.md`; the body is the answer, its first sentence answers. */
export const FaqText = z.strictObject({
  question: words,
  keywords: z.array(words).default([]),
  /** What the old brochure said, and what changed; shown folded and dated. */
  then: words.optional(),
});

/** `content/glossary/terms.yaml`: official words that readers meet. */
export const Term = z.strictObject({
  id: Id,
  /** The word in the country's language, as it stands on forms and letters. */
  official: words,
  kind: z.enum(['document', 'procedure', 'authority', 'person', 'law', 'other']),
});

export const TermText = z.record(
  Id,
  z.strictObject({
    /** The one translation this guide uses. */
    term: words,
    /** One plain sentence. */
    plain: words,
  }),
);

/** Front matter of `content/pages/<id>/<lang>.md`. */
export const PageText = z.strictObject({ title: words, summary: words });
export const Page = z.strictObject({ covers: z.array(z.string()).default([]), checkedOn: Day });

/** `content/changes/changes.yaml`: one change of the rules, for the dated history and the feeds. */
export const Change = z.strictObject({
  id: Id,
  /** The day from which the new rule counts, or on which it was published or reported. */
  date: Day,
  ...evidence,
  checkedOn: Day,
  /** Procedures and questions that this change touches. */
  procedures: z.array(Id).default([]),
  questions: z.array(Id).default([]),
});

export const ChangeText = z.record(
  Id,
  z.strictObject({
    title: words,
    /** What was before, what came, and what it did to people. History: it may name figures. */
    body: words,
  }),
);

export type Change = z.infer<typeof Change>;
export type ChangeText = z.infer<typeof ChangeText>;
export type Guide = z.infer<typeof Guide>;
export type GuideText = z.infer<typeof GuideText>;
export type Holiday = z.infer<typeof Holiday>;
export type Countries = z.infer<typeof Countries>;
export type Contact = z.infer<typeof Contact>;
export type Authority = z.infer<typeof Authority> & { id: string };
export type AuthorityText = z.infer<typeof AuthorityText>;
export type Faq = z.infer<typeof Faq> & { id: string; topic: string };
export type FaqText = z.infer<typeof FaqText>;
export type Term = z.infer<typeof Term>;
export type TermText = z.infer<typeof TermText>;
export type Page = z.infer<typeof Page> & { id: string };
export type PageText = z.infer<typeof PageText>;
