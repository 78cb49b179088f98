/**
 * Conditions in three-valued logic (Kleene): with an answer missing, a condition may be unknown.
 * A question that is not asked makes every test on it false, so an old or changed answer never leaks into a list.
 */
import type {
  Answers,
  Condition,
  Day,
  Question,
  ResolvedProcedure,
  Test,
  TimeLimit,
} from '../model/index.ts';
import { optionsOf, validAnswer } from './answers.ts';
import { limitDay } from './dates.ts';
import { valueOn, worth } from './facts.ts';

/** true, false, or undefined for unknown. */
export type Truth = boolean | undefined;

export const and = (parts: Truth[]): Truth =>
  parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
export const or = (parts: Truth[]): Truth =>
  parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
export const not = (a: Truth): Truth => (a === undefined ? undefined : !a);

/** What conditions are judged against. */
export interface Case {
  procedure: ResolvedProcedure;
  answers: Answers;
  /** The day on which the person asks. */
  day: Day;
}

const questionOf = (c: Case, id: string): Question | undefined =>
  c.procedure.questions.find((q) => q.id === id);

/** Whether a question is asked in this case. */
export const asked = (c: Case, question: Pick<Question, 'when'>): Truth =>
  question.when ? evaluate(question.when, c) : true;

/** The day of a date question's answer, `today`, or why there is none. */
function anchor(c: Case, from: string): { truth: Truth; day?: Day } {
  if (from === 'today') return { truth: true, day: c.day };
  const question = questionOf(c, from);
  if (!question) return { truth: false };
  const day = validAnswer(question, c.answers);
  return { truth: and([asked(c, question), day === undefined ? undefined : true]), ...(day && { day }) };
}

/**
 * The day on which a time limit of the procedure falls. `truth` is false where its question is not asked
 * and undefined where the answer is missing or the limit counts from an event that nobody can know yet.
 */
export function limitOf(c: Case, id: string): { truth: Truth; day?: Day } {
  const item = c.procedure.timeLimits.find((t) => t.id === id);
  if (!item || typeof item.from !== 'string') return { truth: undefined };
  const start = anchor(c, item.from);
  const fact = c.procedure.facts[item.limit] as TimeLimit | undefined;
  const value = fact && valueOn(fact.values, c.day);
  if (start.truth !== true || !start.day || !fact || !value) return { truth: start.truth && undefined };
  const day = limitDay({ ...fact, offset: value.offset }, start.day, c.procedure.holidays);
  return day === null ? { truth: undefined } : { truth: true, day };
}

function limitTest(c: Case, id: string, test: (day: Day) => boolean): Truth {
  const { truth, day } = limitOf(c, id);
  return truth === true && day ? test(day) : truth === false ? false : undefined;
}

/** A bound of a comparison: written out, or held by a dated fact. */
function bound(c: Case, b: string | number): string | number | undefined {
  if (typeof b === 'number' || /^\d{4}-/.test(b)) return b;
  const v = worth(c.procedure.facts, b, c.day);
  return v?.date ?? v?.amount;
}

const comparisons: Record<string, (a: string | number, b: string | number) => boolean> = {
  before: (a, b) => a < b,
  onOrBefore: (a, b) => a <= b,
  after: (a, b) => a > b,
  onOrAfter: (a, b) => a >= b,
  atLeast: (a, b) => a >= b,
  atMost: (a, b) => a <= b,
};

function matches(c: Case, question: Question, test: Test): Truth {
  const answer = validAnswer(question, c.answers);
  if (answer === undefined) return undefined;
  if (typeof test === 'string' || Array.isArray(test)) {
    const wanted = Array.isArray(test) ? test : [test];
    if (question.type === 'country')
      return wanted.some((group) => c.procedure.countries?.[group]?.includes(answer) ?? false);
    const given = question.type === 'multi' ? optionsOf(answer) : [answer];
    return given.some((g) => wanted.includes(g));
  }
  const value = question.type === 'number' ? Number(answer) : answer;
  return and(
    Object.entries(test).map(([how, b]) => {
      const limit = bound(c, b as string | number);
      return limit === undefined
        ? undefined
        : (comparisons[how] as (a: typeof value, b: typeof limit) => boolean)(value, limit);
    }),
  );
}

/** The parts of a condition, each with its own truth; together they are joined by AND. */
function parts(condition: Condition, c: Case): { part: Condition; truth: Truth }[] {
  return Object.entries(condition).map(([key, value]) => {
    const part = { [key]: value } as Condition;
    switch (key) {
      case 'all':
        return { part, truth: and((value as Condition[]).map((x) => evaluate(x, c))) };
      case 'any':
        return { part, truth: or((value as Condition[]).map((x) => evaluate(x, c))) };
      case 'not':
        return { part, truth: not(evaluate(value as Condition, c)) };
      case 'passed':
        return { part, truth: limitTest(c, value as string, (d) => c.day > d) };
      case 'reached':
        return { part, truth: limitTest(c, value as string, (d) => c.day >= d) };
      default: {
        const question = questionOf(c, key);
        if (!question) return { part, truth: undefined };
        return { part, truth: and([asked(c, question), matches(c, question, value as Test)]) };
      }
    }
  });
}

/** Whether a condition holds: true, false, or undefined while an answer that matters is missing. */
export function evaluate(condition: Condition, c: Case): Truth {
  return and(parts(condition, c).map((p) => p.truth));
}

/** What of an unknown condition is still open: decided parts are left out. Call it only where `evaluate` is undefined. */
export function remaining(condition: Condition, c: Case): Condition {
  const open = parts(condition, c).filter((p) => p.truth === undefined);
  const reduced = open.map(({ part }): Condition => {
    const left = (inner: Condition[]): Condition[] =>
      inner.filter((x) => evaluate(x, c) === undefined).map((x) => remaining(x, c));
    if (part.all) return joined('all', left(part.all));
    if (part.any) return joined('any', left(part.any));
    if (part.not) return { not: remaining(part.not, c) };
    return part;
  });
  return joined('all', reduced);
}

/** One condition of several; a single one needs no brackets. */
const joined = (how: 'all' | 'any', list: Condition[]): Condition =>
  list.length === 1 ? (list[0] as Condition) : { [how]: list };
