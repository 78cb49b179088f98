/**
 * The one function behind page, wizard, PDF and open data. With no answers it gives the full list, each item with its
 * condition; with all answers the personal list; with some, what is certain and what is still open.
 */
import type {
  Answers,
  Channel,
  Condition,
  Day,
  Document,
  Note,
  ProcedureAmount,
  ProcedureChannel,
  ProcedureFee,
  ProcedureTimeLimit,
  ResolvedProcedure,
  Step,
  Stop,
} from '../model/index.ts';
import { validAnswer } from './answers.ts';
import { asked, type Case, evaluate, limitOf, remaining } from './condition.ts';
import { daysBetween } from './dates.ts';
import { type Value, worth } from './facts.ts';
import { stopOf, type Walk, walk } from './walk.ts';

/** An item that applies, or may apply: then `condition` is what decides. */
export interface Listed<T> {
  item: T;
  condition?: Condition;
}

export interface FeeLine extends Listed<ProcedureFee> {
  /** How many times it is paid; undefined while that answer is missing. */
  count?: number;
  /** The smallest number of times that may come out. */
  least: number;
  /** What it costs once, by channel; a channel is missing where the fact has no value for it. */
  prices: { channel: Channel; value: Value | undefined }[];
}

export interface Total {
  channel: Channel;
  /** Sum of the certain fees, in the guide's currency; undefined where none has a figure. */
  amount?: number;
  /** True where an open condition, a missing count or a fee that is not established may add to it. */
  atLeast: boolean;
  /** True where a fee that certainly falls due has no figure. */
  unknown: boolean;
  /** First day of the newest table used. */
  tableFrom?: Day;
  /** True where a figure of grade D is in it. */
  weak: boolean;
}

/** A computed sum; `value` is missing while a number it needs is not answered. */
export interface Sum extends Listed<ProcedureAmount> {
  value?: Value;
}

export interface DatedLimit extends Listed<ProcedureTimeLimit> {
  /** The day it falls on, if the day it counts from is known. */
  day?: Day;
  /** Calendar days from the day of asking; negative when it has passed. */
  daysLeft?: number;
}

export interface Checklist {
  day: Day;
  walk: Walk;
  /** The person is in the wrong place; then all lists are empty. */
  stop?: Stop;
  /** Stops that may still apply. */
  stops: Listed<Stop>[];
  documents: Listed<Document>[];
  fees: FeeLine[];
  totals: Total[];
  amounts: Sum[];
  timeLimits: DatedLimit[];
  channels: Listed<ProcedureChannel>[];
  steps: Listed<Step>[];
  notes: Listed<Note>[];
}

function list<T extends { when?: Condition | undefined }>(items: T[], c: Case): Listed<T>[] {
  return items.flatMap((item): Listed<T>[] => {
    const truth = item.when ? evaluate(item.when, c) : true;
    if (truth === false) return [];
    return truth === true ? [{ item }] : [{ item, condition: remaining(item.when as Condition, c) }];
  });
}

/**
 * The answer to a number question; 1 where nothing is counted, 0 where the question is not asked, undefined while the
 * answer is missing. `least` is the smallest number it may still become.
 */
function counted(times: string | undefined, c: Case): { count?: number; least: number } {
  if (!times) return { count: 1, least: 1 };
  const question = c.procedure.questions.find((q) => q.id === times);
  const truth = question?.type === 'number' ? asked(c, question) : false;
  if (!question || truth === false) return { count: 0, least: 0 };
  const answer = validAnswer(question, c.answers);
  if (truth && answer !== undefined) return { count: Number(answer), least: Number(answer) };
  return { least: truth && question.type === 'number' ? Math.max(0, question.min) : 0 };
}

/** Adds up the terms of a computed sum; the weakest grade and the newest table count. */
function sum(item: ProcedureAmount, c: Case): Value | undefined {
  const result: Value = { amount: 0, grade: item.grade, from: '' };
  for (const term of item.terms) {
    const { count: times } = counted(term.times, c);
    const value = worth(c.procedure.facts, term.amount, c.day);
    if (times === undefined || value?.amount === undefined) return undefined;
    result.amount = round((result.amount ?? 0) + value.amount * times * (term.by ?? 1));
    if (value.grade > result.grade) result.grade = value.grade;
    if (value.from > result.from) result.from = value.from;
  }
  return result;
}

const round = (x: number): number => Math.round(x * 100) / 100;

function total(channel: Channel, lines: FeeLine[]): Total {
  const sum: Total = { channel, atLeast: false, unknown: false, weak: false };
  for (const line of lines) {
    if (line.item.extra) continue;
    const price = line.prices.find((p) => p.channel === channel);
    if (!price) continue;
    const { value } = price;
    if (line.condition || line.count === undefined || value?.amount === undefined) sum.atLeast = true;
    sum.unknown ||= !line.condition && value?.amount === undefined;
    if (line.condition || line.least === 0 || value?.amount === undefined) continue;
    sum.amount = round((sum.amount ?? 0) + value.amount * line.least);
    sum.weak ||= value.grade === 'D';
    if (!sum.tableFrom || value.from > sum.tableFrom) sum.tableFrom = value.from;
  }
  return sum;
}

/** Answers (by question id) and the day of asking → what to bring, pay and do, and by when. Pure; never throws on bad answers. */
export function checklist(procedure: ResolvedProcedure, answers: Answers, day: Day): Checklist {
  const way = walk(procedure, answers, day);
  const c: Case = { procedure, answers: way.kept, day };
  const stop = way.stop ?? stopOf(c);
  const empty = {
    documents: [],
    fees: [],
    totals: [],
    amounts: [],
    timeLimits: [],
    channels: [],
    steps: [],
    notes: [],
    stops: [],
  };
  if (stop) return { day, walk: way, stop, ...empty };

  const channels = list(procedure.channels, c);
  const kinds = [...new Set(channels.map((x) => x.item.kind))];
  const fees = list(procedure.fees, c).map((x): FeeLine => {
    const all = kinds.map((channel) => ({
      channel,
      value: worth(procedure.facts, x.item.fee, day, channel),
    }));
    // A fee without a value for a channel is not charged there, unless it has none in any channel of the procedure.
    const known = procedure.channels.some((ch) => worth(procedure.facts, x.item.fee, day, ch.kind));
    return { ...x, ...counted(x.item.times, c), prices: known ? all.filter((p) => p.value) : all };
  });
  const due = fees.filter((f) => f.count !== 0 && (f.prices.length > 0 || kinds.length === 0));
  const official = due.filter((f) => !f.item.extra);
  const timeLimits = list(procedure.timeLimits, c).map((x): DatedLimit => {
    const { day: date } = limitOf(c, x.item.id);
    return date ? { ...x, day: date, daysLeft: daysBetween(day, date) } : x;
  });
  return {
    day,
    walk: way,
    stops: list(procedure.stops, c),
    documents: list(procedure.documents, c),
    fees: due,
    totals: official.length > 0 ? kinds.map((k) => total(k, official)) : [],
    amounts: list(procedure.amounts, c).map((x): Sum => {
      const value = sum(x.item, c);
      return value ? { ...x, value } : x;
    }),
    timeLimits,
    channels,
    steps: list(procedure.steps, c),
    notes: list(procedure.notes, c),
  };
}
