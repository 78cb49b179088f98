/** What a procedure means on full answers, in plain two-valued logic: written apart from the rules, to compare them with. */
import type { Answers, Condition, Fact, Holiday, ResolvedProcedure } from '../../src/model/index.ts';
import { easterByEpact, step, stepMonths, works } from './calendar.ts';

/** Holidays of a few years around the answers of the tests. */
function closedDays(holidays: Holiday[]): Set<string> {
  const closed = new Set<string>();
  for (let y = 2020; y <= 2032; y++)
    for (const h of holidays) closed.add('date' in h ? `${y}-${h.date}` : step(easterByEpact(y), h.easter));
  return closed;
}

type Dated = { from: string; until?: string; offset?: string; date?: string; amount?: number };
const current = (fact: Fact, day: string): Dated =>
  (fact.values as Dated[]).find((v) => v.from <= day && day <= (v.until ?? '9999-12-31')) as Dated;

/** Judges conditions of one procedure on one set of answers, which must be full. */
export class Reference {
  private readonly p: ResolvedProcedure;
  private readonly answers: Answers;
  private readonly day: string;
  private readonly closed: Set<string>;
  /** Ids of the questions that are asked. */
  readonly asked = new Set<string>();

  constructor(p: ResolvedProcedure, answers: Answers, day: string) {
    this.p = p;
    this.answers = answers;
    this.day = day;
    this.closed = closedDays(p.holidays);
    for (const q of p.questions) if (!q.when || this.holds(q.when)) this.asked.add(q.id);
  }

  /** The day of a time limit, or undefined if its question is not asked. */
  limit(id: string): string | undefined {
    const item = this.p.timeLimits.find((t) => t.id === id);
    const from = item?.from as string;
    if (from !== 'today' && !this.asked.has(from)) return undefined;
    const fact = this.p.facts[item?.limit as string] as Extract<Fact, { counting: string }>;
    const [, minus, years, months, days] = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(
      current(fact, this.day).offset as string,
    ) as RegExpExecArray;
    const sign = minus ? -1 : 1;
    let day = from === 'today' ? this.day : (this.answers[from] as string);
    day = stepMonths(day, sign * (12 * Number(years ?? 0) + Number(months ?? 0)));
    for (let left = Number(days ?? 0); left > 0; ) {
      day = step(day, sign);
      if (fact.counting === 'calendar' || works(day, this.closed)) left--;
    }
    if (fact.roll === 'next-working-day' && sign > 0) while (!works(day, this.closed)) day = step(day, 1);
    return day;
  }

  /** Whether a condition holds. */
  holds(condition: Condition): boolean {
    return Object.entries(condition).every(([key, value]) => {
      if (key === 'all') return (value as Condition[]).every((x) => this.holds(x));
      if (key === 'any') return (value as Condition[]).some((x) => this.holds(x));
      if (key === 'not') return !this.holds(value as Condition);
      if (key === 'passed' || key === 'reached') {
        const day = this.limit(value as string);
        return day !== undefined && (key === 'passed' ? day < this.day : day <= this.day);
      }
      return this.asked.has(key) && this.fits(key, value);
    });
  }

  private fits(id: string, test: unknown): boolean {
    const answer = this.answers[id] as string;
    const type = this.p.questions.find((q) => q.id === id)?.type;
    const named = typeof test === 'string' ? [test] : test;
    if (Array.isArray(named))
      return named.some((name) =>
        type === 'country' ? this.p.countries?.[name]?.includes(answer) : answer.split(',').includes(name),
      );
    return Object.entries(test as Record<string, string | number>).every(([how, bound]) => {
      const held =
        typeof bound === 'string' && this.p.facts[bound] ? current(this.p.facts[bound], this.day) : undefined;
      const limit = held ? (held.date ?? held.amount) : bound;
      const order = type === 'number' ? Number(answer) - Number(limit) : answer.localeCompare(String(limit));
      return {
        before: order < 0,
        onOrBefore: order <= 0,
        after: order > 0,
        onOrAfter: order >= 0,
        atLeast: order >= 0,
        atMost: order <= 0,
      }[how];
    });
  }
}
