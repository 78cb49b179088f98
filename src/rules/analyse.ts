/**
 * Static analysis of a procedure: what can be known about its rules without a reader.
 * Answers are tried out by search with three-valued pruning, over few representative values for each question.
 */
import type { Answers, Condition, Day, Question, ResolvedProcedure, TimeLimit } from '../model/index.ts';
import { validAnswer } from './answers.ts';
import { asked, type Case, evaluate, not, type Truth } from './condition.ts';
import { addDays, addMonths, parsePeriod } from './dates.ts';
import { valueOn, worth } from './facts.ts';

export interface Finding {
  /** Key inside procedure.yaml. */
  key: string;
  problem: string;
  mend: string;
}

/** Ids of questions on which a condition depends directly; time limits count as their date question. */
export function questionsIn(p: ResolvedProcedure, condition: Condition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap((c) => questionsIn(p, c));
    if (key === 'not') return questionsIn(p, value as Condition);
    if (key === 'passed' || key === 'reached') {
      const from = p.timeLimits.find((t) => t.id === value)?.from;
      return typeof from === 'string' && from !== 'today' ? [from] : [];
    }
    return [key];
  });
}

/** Those questions and all that decide whether they are asked, in the order of the procedure. */
function closure(p: ResolvedProcedure, condition: Condition): Question[] {
  const found = new Set<string>();
  const add = (ids: string[]): void => {
    for (const id of ids) {
      const q = p.questions.find((x) => x.id === id);
      if (!q || found.has(id)) continue;
      found.add(id);
      if (q.when) add(questionsIn(p, q.when));
    }
  };
  add(questionsIn(p, condition));
  return p.questions.filter((q) => found.has(q.id));
}

function boundsIn(p: ResolvedProcedure, condition: Condition, id: string, day: Day): (string | number)[] {
  return Object.entries(condition).flatMap(([key, value]): (string | number)[] => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap((c) => boundsIn(p, c, id, day));
    if (key === 'not') return boundsIn(p, value as Condition, id, day);
    if (key !== id || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.values(value as Record<string, string | number>).flatMap((b) => {
      if (typeof b === 'number' || /^\d{4}-/.test(b)) return [b];
      const v = worth(p.facts, b, day);
      return v?.date ?? v?.amount ?? [];
    });
  });
}

/** Answers worth trying: every option; days and numbers on both sides of every threshold. */
export function candidates(
  p: ResolvedProcedure,
  question: Question,
  conditions: Condition[],
  day: Day,
): string[] {
  const bounds = conditions.flatMap((c) => boundsIn(p, c, question.id, day));
  let values: string[];
  if (question.type === 'choice') values = question.options;
  else if (question.type === 'multi')
    values = [...question.options, question.options.filter((o) => o !== question.none).join(',')];
  else if (question.type === 'country') values = countrySample(p);
  else if (question.type === 'number')
    values = [
      question.min,
      question.max,
      ...bounds.flatMap((b) => [Number(b) - 1, Number(b), Number(b) + 1]),
    ].map(String);
  else {
    const turning = p.timeLimits
      .filter((t) => t.from === question.id)
      .flatMap((t) => {
        const fact = p.facts[t.limit] as TimeLimit | undefined;
        const value = fact && valueOn(fact.values, day);
        if (!value) return [];
        const o = parsePeriod(value.offset);
        const back = addMonths(day, -o.sign * (o.years * 12 + o.months));
        // Working days and moved last days shift a turning point by less than three weeks in ten days.
        return [-21, -5, -2, -1, 0, 1, 2, 5].map((n) => addDays(back, -o.sign * (o.weeks * 7 + o.days) + n));
      });
    values = [
      ...turning,
      ...bounds.flatMap((b) => [-1, 0, 1].map((n) => addDays(String(b), n))),
      ...[-3650, -400, -1, 0, 1, 400].map((n) => addDays(day, n)),
    ];
  }
  return [...new Set(values)].filter((v) => validAnswer(question, { [question.id]: v }) !== undefined);
}

/** One country for each combination of groups, and one that is in none. */
function countrySample(p: ResolvedProcedure): string[] {
  const groups = Object.entries(p.countries ?? {});
  const all = [...new Set(groups.flatMap(([, codes]) => codes))];
  const signature = (code: string): string => groups.map(([, codes]) => codes.includes(code)).join();
  const first = new Map(all.map((code) => [signature(code), code]));
  const none = ['AF', 'CN', 'IN', 'NP', 'PK'].find((code) => !all.includes(code));
  return [...first.values(), ...(none ? [none] : [])];
}

/** Whether some answers make the test true; undefined where the search was cut off. */
function possible(
  p: ResolvedProcedure,
  questions: Question[],
  day: Day,
  test: (c: Case) => Truth,
): boolean | undefined {
  const all = allConditions(p);
  const tried = new Map(questions.map((q) => [q, candidates(p, q, all, day)]));
  let left = 50_000;
  const search = (answers: Answers, rest: Question[]): boolean | undefined => {
    const c: Case = { procedure: p, answers, day };
    const truth = test(c);
    if (truth !== undefined) return truth;
    const [q, ...others] = rest;
    if (!q) return false;
    if (--left < 0) return undefined;
    if (asked(c, q) === false) return search(answers, others);
    for (const value of tried.get(q) ?? []) {
      const found = search({ ...answers, [q.id]: value }, others);
      if (found !== false) return found;
    }
    return false;
  };
  return search({}, questions);
}

const allConditions = (p: ResolvedProcedure): Condition[] =>
  [p.questions, p.documents, p.fees, p.amounts, p.timeLimits, p.channels, p.steps, p.notes, p.stops].flatMap(
    (items) => items.flatMap((i) => (i.when ? [i.when] : [])),
  );

/** Questions that depend on themselves or on later ones. With any of these, nothing else may be evaluated: it need not end. */
export const disorder = (p: ResolvedProcedure): Finding[] =>
  p.questions.flatMap((q, i) =>
    (q.when ? questionsIn(p, q.when) : [])
      .filter((id) => p.questions.findIndex((x) => x.id === id) >= i)
      .map((id) => ({
        key: `questions.${q.id}.when`,
        problem: `depends on "${id}", which is not asked before it`,
        mend: `move "${id}" above "${q.id}" or change the condition`,
      })),
  );

/** Everything that is wrong with the rules of a procedure on a given day. References must be right, questions in order. */
export function analyse(p: ResolvedProcedure, day: Day): Finding[] {
  const findings: Finding[] = [];
  const say = (key: string, problem: string, mend: string): void =>
    void findings.push({ key, problem, mend });

  const lists = {
    documents: p.documents,
    fees: p.fees,
    amounts: p.amounts,
    timeLimits: p.timeLimits,
    channels: p.channels,
    steps: p.steps,
    notes: p.notes,
    stops: p.stops,
    questions: p.questions,
  };
  for (const [name, items] of Object.entries(lists))
    for (const item of items) {
      if (!item.when) continue;
      const when = item.when;
      const key = `${name}.${item.id}.when`;
      const questions = closure(p, when);
      if (possible(p, questions, day, (c) => evaluate(when, c)) === false)
        say(
          key,
          'this condition can never hold: it contradicts itself or the questions before it',
          'correct the condition or remove the item',
        );
      else if (possible(p, questions, day, (c) => not(evaluate(when, c))) === false)
        say(key, 'this condition always holds', 'leave `when` out');
      else if (name !== 'stops') {
        const blocking = p.stops.filter((s) =>
          questionsIn(p, s.when).some((id) => questions.some((q) => q.id === id)),
        );
        const wider = p.questions.filter((q) =>
          [when, ...blocking.map((s) => s.when)].some((c) => closure(p, c).includes(q)),
        );
        const free = (c: Case): Truth => {
          const holds = evaluate(when, c);
          if (holds === false) return false;
          const stopped = blocking.map((s) => evaluate(s.when, c));
          if (stopped.includes(true)) return false;
          return holds === true && !stopped.includes(undefined) ? true : undefined;
        };
        if (possible(p, wider, day, free) === false)
          say(
            key,
            'a stop always comes before this item, so nobody ever sees it',
            'correct the condition or the stop',
          );
      }
    }

  const used = new Set([
    ...allConditions(p).flatMap((c) => questionsIn(p, c)),
    ...p.fees.flatMap((f) => f.times ?? []),
    ...p.amounts.flatMap((a) => a.terms.flatMap((t) => t.times ?? [])),
    ...p.timeLimits.flatMap((t) => (typeof t.from === 'string' ? t.from : [])),
  ]);
  for (const q of p.questions)
    if (!used.has(q.id))
      say(
        `questions.${q.id}`,
        'no answer to this question changes anything',
        'remove the question, or use it in a condition',
      );
    else if (q.type === 'choice' && !distinguishes(p, q))
      say(
        `questions.${q.id}`,
        'all options lead to the same list',
        'use the options in conditions, or remove the question',
      );
  return findings;
}

/** Whether at least one condition tells two options of a choice apart. */
function distinguishes(p: ResolvedProcedure, q: Question & { type: 'choice' }): boolean {
  const named = (c: Condition): string[][] =>
    Object.entries(c).flatMap(([key, value]): string[][] => {
      if (key === 'all' || key === 'any') return (value as Condition[]).flatMap(named);
      if (key === 'not') return named(value as Condition);
      return key === q.id ? [Array.isArray(value) ? (value as string[]) : [value as string]] : [];
    });
  return allConditions(p)
    .flatMap(named)
    .some((options) => q.options.some((o) => !options.includes(o)));
}
