/** Values of dated facts on a day and for a channel. */
import type { Amount, Channel, Day, Fact, Fee, Grade, MoneyValue, TimeLimit } from '../model/index.ts';

/** The period of a dated fact that holds on a day, for a channel if the fact differs between channels. */
export function valueOn<V extends { from: Day; until?: Day | undefined; channel?: Channel | undefined }>(
  values: V[],
  day: Day,
  channel?: Channel,
): V | undefined {
  const now = values.filter((v) => v.from <= day && (v.until === undefined || day <= v.until));
  return (channel && now.find((v) => v.channel === channel)) ?? now.find((v) => v.channel === undefined);
}

/** What a fact is worth on a day: a figure, a range, a day, or not established. */
export interface Value {
  /** In EUR (the guide's currency) for fees, in the fact's unit for amounts. */
  amount?: number;
  range?: [number, number];
  date?: Day;
  /** Nobody could establish it. */
  unknown?: true;
  grade: Grade;
  /** First day of the period that it was taken from. */
  from: Day;
}

const worse = (a: Grade, b: Grade): Grade => (a > b ? a : b);
const later = (a: Day, b: Day): Day => [a, b].sort()[1] as Day;
/** A share of a sum in whole cents, half a cent upwards as fee tables do; digits lost to binary fractions do not count. */
const shareOf = (sum: number, percent: number): number =>
  Math.round(Number((sum * percent).toFixed(6))) / 100;

/** Follows shares to the fact they are part of. Undefined where no period holds on that day for that channel. */
export function worth(
  facts: Record<string, Fact>,
  id: string,
  day: Day,
  channel?: Channel,
  seen: string[] = [],
): Value | undefined {
  // A fact that is a share of itself is worth nothing; the check of the content reports it.
  if (seen.includes(id)) return undefined;
  const fact = facts[id] as Fee | Amount | TimeLimit | undefined;
  if (!fact || 'counting' in fact) return undefined;
  const v = valueOn(fact.values as MoneyValue[], day, channel) as (MoneyValue & { date?: Day }) | undefined;
  if (!v) return undefined;
  const base = { grade: v.grade, from: v.from };
  if (v.share) {
    const of = worth(facts, v.share.of, day, channel, [...seen, id]);
    if (!of) return undefined;
    const { percent } = v.share;
    const part = (x: number) => shareOf(x, percent);
    const grade = worse(v.grade, of.grade);
    const from = later(of.from, v.from);
    if (of.amount !== undefined) return { amount: part(of.amount), grade, from };
    if (of.range) return { range: [part(of.range[0]), part(of.range[1])], grade, from };
    return { unknown: true, grade, from };
  }
  if (v.amount !== undefined) return { ...base, amount: v.amount };
  if (v.range) return { ...base, range: v.range };
  if (v.date) return { ...base, date: v.date };
  return { ...base, unknown: true };
}
