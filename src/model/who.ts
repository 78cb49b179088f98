/** Who does what: needs and where they lead, offices, the heirs of a closed body, and first steps after arrival. */
import { z } from 'zod';
import { Channel, Day, evidence, Id, Url } from './basic.ts';

const words = z.string().min(1);

/** A place in the guide that a reader is sent to: its kind and id, such as procedure:extend-stay. */
export const Target = z
  .string()
  .regex(
    /^(procedure|question|authority):[a-z][a-z0-9-]*$/,
    'a place in the guide is procedure:id, question:id or authority:id',
  );

/** `content/authorities/needs.yaml`: one thing that people want to do, and the body that does it. */
export const Need = z.strictObject({
  id: Id,
  /** Area of `guide.yaml` under which it is listed. */
  area: Id,
  authority: Id,
  /** The usual way to it. */
  channel: Channel,
  /** The authority's contact that serves this need. */
  contact: Id.optional(),
  /** Where the guide says more. */
  to: Target.optional(),
});
/** `content/authorities/<lang>.yaml`. */
export const NeedText = z.record(
  Id,
  z.strictObject({
    /** Goes on from "I want to …". */
    want: words,
    /** One sentence of help, where the name of the body is not enough. */
    tip: words.optional(),
  }),
);

/** `content/offices/offices.yaml`: one counter that people can go or write to. */
export const Office = z.strictObject({
  id: Id,
  /** The body whose counter it is. */
  authority: Id,
  /** Name in the official language, as it stands at the door. */
  official: words,
  /** District and town, as the country writes them. */
  district: words,
  town: words,
  /** Street and number; left out where they are not established. */
  street: words.optional(),
  postcode: words.optional(),
  /** E.164 number. */
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'a phone number is + with country code and number, without spaces')
    .optional(),
  email: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'an e-mail address is name@host')
    .optional(),
  /** Where an appointment is booked. */
  booking: Url.optional(),
  ...evidence,
  checkedOn: Day,
});
/** `content/offices/<lang>.yaml`. */
export const OfficeText = z.record(
  Id,
  z.strictObject({ name: words, hours: words.optional(), note: words.optional() }),
);

/** `content/succession/succession.yaml`: the closed body and the law that set it up. */
export const Succession = z.strictObject({
  /** The closed body among the authorities. */
  body: Id,
  /** Its organic law among the sources. */
  act: Id,
  /** First and last article that gave somebody a duty: every one of them must be listed. */
  articles: z.tuple([z.number().int().positive(), z.number().int().positive()]),
  /** Order of the groups of duties; each has a page. */
  groups: z.array(Id).min(1),
  covers: z.array(z.string()).default([]),
  ...evidence,
  checkedOn: Day,
});

/** `content/succession/duties.yaml`: one office or duty of the closed body. */
export const Duty = z.strictObject({
  id: Id,
  group: Id,
  /** Articles of the organic law; none for what other laws or practice gave the body. */
  articles: z.array(z.number().int().positive()).default([]),
  /** The office's name in the official language. */
  official: words.optional(),
  /** Authorities that have the duty today, or `none` where nobody has it or it is not established who. */
  today: z.union([z.literal('none'), z.array(Id)]).default([]),
  /** First day on which they had it. */
  since: Day.optional(),
  /** Where a person meets it today: a place in the guide, or `none`. */
  meet: z.union([z.literal('none'), Target]).default('none'),
  /** True for work between states: nobody can ask for anything there. */
  background: z.boolean().default(false),
  ...evidence,
  checkedOn: Day.optional(),
});
/** `content/succession/<lang>.yaml`. */
export const SuccessionText = z.strictObject({
  title: words,
  intro: words,
  groups: z.record(Id, words),
  duties: z.record(
    Id,
    z.strictObject({
      /** The office's or duty's name translated. */
      office: words,
      did: words,
      /** Who does it today and where a person meets it. */
      today: words,
    }),
  ),
});

/** `content/hubs/hubs.yaml`: order of the sections, and for whom an item can be marked. */
export const Hubs = z.strictObject({ order: z.array(Id).min(1), audiences: z.array(Id).default([]) });
/** `content/hubs/<lang>.yaml`. */
export const HubsText = z.strictObject({ audiences: z.record(Id, words) });

/** When after arrival an item is due. */
export const Phase = z.enum(['week', 'month', 'year']);

/** `content/hubs/<id>/hub.yaml`: one section on living in the country, as a checklist after arrival. */
export const Hub = z.strictObject({
  covers: z.array(z.string()).default([]),
  items: z
    .array(
      z.strictObject({
        id: Id,
        phase: Phase,
        /** An audience of `hubs.yaml`; everybody if left out. */
        for: Id.optional(),
      }),
    )
    .min(1),
  ...evidence,
  checkedOn: Day,
});
/** `content/hubs/<id>/<lang>.yaml`. */
export const HubText = z.strictObject({
  title: words,
  summary: words,
  /** What to know before the list. */
  body: words,
  items: z.record(Id, z.strictObject({ note: words })),
});

export type Need = z.infer<typeof Need>;
export type NeedText = z.infer<typeof NeedText>;
export type Office = z.infer<typeof Office>;
export type OfficeText = z.infer<typeof OfficeText>;
export type Succession = z.infer<typeof Succession>;
export type SuccessionText = z.infer<typeof SuccessionText>;
export type Duty = z.infer<typeof Duty>;
export type Hubs = z.infer<typeof Hubs>;
export type HubsText = z.infer<typeof HubsText>;
export type Hub = z.infer<typeof Hub> & { id: string };
export type HubText = z.infer<typeof HubText>;
export type Phase = z.infer<typeof Phase>;
