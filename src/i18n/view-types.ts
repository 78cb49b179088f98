/** What a checklist in words consists of: the shape that page, wizard and PDF show. */
import type {
  Channel,
  Contact,
  Day,
  Evidence,
  Note,
  ProcedureText,
  ResolvedProcedure,
  Rich,
  Source,
} from '../model/index.ts';
import type { Locale, T } from './format.ts';

type RichFields = 'forWhom' | 'notForWhom' | 'note' | 'missed' | 'body' | 'hint';
/** The same shape with every rich text compiled to a tree. */
export type Compiled<X> = X extends string
  ? string
  : X extends (infer E)[]
    ? Compiled<E>[]
    : { [K in keyof X]: K extends RichFields ? Rich | Extract<X[K], undefined> : Compiled<X[K]> };

export type ReadyText = Compiled<ProcedureText>;

/** What of an authority a procedure's page needs. */
export interface AuthorityCard {
  id: string;
  official: string;
  short?: string | undefined;
  name: string;
  contacts: Record<string, { name: string; kind: Contact['kind']; value: string }>;
}

/** Everything needed to put one procedure into one language. Plain JSON apart from `t`. */
export interface Kit {
  l: Locale;
  t: T;
  procedure: ResolvedProcedure;
  text: ReadyText;
  /** Sources of the procedure and of its facts, by id. */
  sources: Record<string, Source>;
  authorities: Record<string, AuthorityCard>;
  /** How articles are cited in the country's language. */
  citation: { article: string; paragraph: string; letter: string };
  /** Titles of the procedures that this one may lead to. */
  titles: Record<string, string>;
}

/** How sure something is and where it comes from, in words. */
export interface Proof {
  /** True for grade D: the reader must confirm it. */
  weak: boolean;
  grade: Evidence['grade'];
  checkedOn: Day;
  law: string[];
  sources: string[];
}

export interface ViewItem {
  id: string;
  name: string;
  note?: Rich | undefined;
  /** "Only if …", where an answer is still missing. */
  condition?: string | undefined;
  proof?: Proof;
}
export interface ViewDocument extends ViewItem {
  official: string;
  /** "original", "certified copy", … and demands on foreign papers. */
  forms: string[];
  /** "not older than 30 days". */
  validity?: string | undefined;
  proof: Proof;
}
export interface ViewFee extends ViewItem {
  count?: number | undefined;
  /** Not in the total. */
  extra: boolean;
  prices: { channel: Channel; label: string; text: string; weak: boolean }[];
}
export interface ViewTotal {
  channel: Channel;
  label: string;
  text: string;
  atLeast: boolean;
  weak: boolean;
  /** "Table of 1 March 2026". */
  table?: string | undefined;
}
export interface ViewAmount extends ViewItem {
  /** The sum in words; undefined while a number it needs is not answered. */
  text?: string | undefined;
  proof: Proof;
}
export interface ViewLimit extends ViewItem {
  kind: 'latest' | 'earliest' | 'end' | 'authority';
  /** The rule in words. */
  rule: string;
  day?: Day | undefined;
  /** The day with its weekday. */
  dayText?: string | undefined;
  /** "in 12 days", "today", "3 days ago". */
  left?: string | undefined;
  daysLeft?: number | undefined;
  missed?: Rich | undefined;
  proof: Proof;
}
export interface ViewChannel extends ViewItem {
  kind: Channel;
  kindLabel: string;
  authority: AuthorityCard;
  contact?: { name: string; kind: Contact['kind']; value: string } | undefined;
}
export interface ViewStep extends ViewItem {
  /** Heading under which it stands. */
  group?: string | undefined;
  to?: { id: string; title: string } | undefined;
}
export interface ViewNote extends ViewItem {
  kind: Note['kind'];
  kindLabel: string;
  body: Rich;
  proof: Proof;
}
export interface ViewStop extends ViewItem {
  body: Rich;
  to?: { id: string; title: string } | undefined;
  proof: Proof;
}

export interface View {
  title: string;
  official: string;
  day: Day;
  dayText: string;
  /** Every question that matters was answered. */
  complete: boolean;
  stop?: ViewStop | undefined;
  stops: ViewStop[];
  groups: { id: string; title?: string | undefined; items: ViewDocument[] }[];
  fees: ViewFee[];
  totals: ViewTotal[];
  amounts: ViewAmount[];
  limits: ViewLimit[];
  channels: ViewChannel[];
  steps: ViewStep[];
  notes: ViewNote[];
  checkedText: string;
  /** True where anything shown is of grade D. */
  weak: boolean;
}
