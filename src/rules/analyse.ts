/**
 * Static analysis of a procedure: what can be known about its rules without a reader.
 * Answers are tried out by search with three-valued pruning, over few representative values for each question.
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
import { validAnswer } from './answers.ts';
import { asked, type Case, evaluate, not, type Truth } from './condition.ts';
import { addDays, dayNumber, fromDayNumber, limitDay, parsePeriod } from './dates.ts';
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

/** Every test that a condition makes on a question. */
function testsIn(condition: Condition, id: string): Test[] {
  return Object.entries(condition).flatMap(([key, value]): Test[] => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap((c) => testsIn(c, id));
    if (key === 'not') return testsIn(value as Condition, id);
    return key === id ? [value as Test] : [];
  });
}

/** Every time limit whose day a condition compares with today. */
function limitsIn(condition: Condition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    if (key === 'all' || key === 'any') return (value as Condition[]).flatMap(limitsIn);
    if (key === 'not') return limitsIn(value as Condition);
    return key === 'passed' || key === 'reached' ? [value as string] : [];
  });
}

/** Answers worth trying: every one that these conditions can tell from another; days and numbers on both sides of a threshold. */
export function candidates(
  p: ResolvedProcedure,
  question: Question,
  conditions: Condition[],
  day: Day,
): string[] {
  const tests = conditions.flatMap((c) => testsIn(c, question.id));
  const named = [
    ...new Set(tests.filter((t) => typeof t === 'string' || Array.isArray(t)).flat()),
  ] as string[];
  const bounds = tests
    .filter((t) => typeof t === 'object' && !Array.isArray(t))
    .flatMap((t) => Object.values(t))
    .flatMap((b: string | number) => {
      if (typeof b === 'number' || /^\d{4}-/.test(b)) return [b];
      const v = worth(p.facts, b, day);
      return v?.date ?? v?.amount ?? [];
    });
  const values = {
    choice: () => (question.type === 'choice' ? question.options : []),
    multi: () => (question.type === 'multi' ? combinations(question, named) : []),
    country: () => countrySample(p, named),
    number: () =>
      question.type === 'number'
        ? [question.min, question.max, ...bounds.flatMap((b) => [-1, 0, 1].map((n) => Number(b) + n))].map(
            String,
          )
        : [],
    date: () => [
      ...p.timeLimits
        .filter((t) => t.from === question.id && conditions.some((c) => limitsIn(c).includes(t.id)))
        .flatMap((t) => turningDays(p, t.limit, day)),
      ...bounds.flatMap((b) => [-1, 0, 1].map((n) => addDays(String(b), n))),
      ...(question.type === 'date' ? [question.min ?? day, question.max ?? day] : []),
    ],
  }[question.type]();
  return [...new Set(values)].filter((v) => validAnswer(question, { [question.id]: v }) !== undefined);
}

/** Choices of several: every combination of the options that are named, and one option that is not. */
function combinations(question: Question & { type: 'multi' }, named: string[]): string[] {
  const options = question.options.filter((o) => o !== question.none);
  // More than fourteen named options have more combinations than the search tries before it gives up.
  const told = options.filter((o) => named.includes(o)).slice(0, 14);
  const other = options.find((o) => !named.includes(o));
  const sets = Array.from({ length: 2 ** told.length }, (_, bits) => told.filter((_, i) => bits & (1 << i)));
  return [question.none, ...(other ? [other] : []), ...sets.map((set) => set.join(','))];
}

/** One country for each combination of the groups that are named, and one that is in none of them. */
function countrySample(p: ResolvedProcedure, named: string[]): string[] {
  const groups = Object.entries(p.countries ?? {}).filter(([id]) => named.includes(id));
  const all = [...new Set(groups.flatMap(([, codes]) => codes))];
  const signature = (code: string): string => groups.map(([, codes]) => codes.includes(code)).join();
  const first = new Map(all.map((code) => [signature(code), code]));
  const none = ['AF', 'CN', 'IN', 'NP', 'PK'].find((code) => !all.includes(code));
  return [...first.values(), ...(none ? [none] : [])];
}

/** Days to count from with which a time limit falls just before a day, on it, and after it. A later start never ends earlier. */
function turningDays(p: ResolvedProcedure, limit: string, day: Day): Day[] {
  const fact = p.facts[limit] as TimeLimit | undefined;
  const value = fact && valueOn(fact.values, day);
  if (!fact || !value) return [];
  const period = parsePeriod(value.offset);
  const end = (from: number): Day | null =>
    limitDay({ ...fact, offset: value.offset }, fromDayNumber(from), p.holidays);
  if (end(dayNumber(day)) === null) return [];
  // Working days take at most twice as many calendar days, and a few weeks of holidays.
  const reach = 366 * period.years + 31 * period.months + 14 * period.weeks + 2 * period.days + 60;
  /** The first start from which the limit ends on or after a day. */
  const first = (target: Day): number => {
    let [low, high] = [dayNumber(day) - reach, dayNumber(day) + reach];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((end(middle) as Day) >= target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const [on, after] = [first(day), first(addDays(day, 1))];
  return [on - 1, on, after - 1, after].map(fromDayNumber);
}

/** Whether some answers make the test true; undefined where the search was cut off. */
function possible(
  p: ResolvedProcedure,
  conditions: Condition[],
  day: Day,
  test: (c: Case) => Truth,
): boolean | undefined {
  const questions = p.questions.filter((q) => conditions.some((c) => closure(p, c).includes(q)));
  const all = [...conditions, ...questions.flatMap((q) => (q.when ? [q.when] : []))];
  const tried = new Map(questions.map((q) => [q, candidates(p, q, all, day)]));
  let left = 10_000;
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
      if (possible(p, [when], day, (c) => evaluate(when, c)) === false)
        say(
          key,
          'this condition can never hold: it contradicts itself or the questions before it',
          'correct the condition or remove the item',
        );
      else if (possible(p, [when], day, (c) => not(evaluate(when, c))) === false)
        say(key, 'this condition always holds', 'leave `when` out');
      else if (name !== 'stops') {
        const blocking = p.stops.filter((s) =>
          questionsIn(p, s.when).some((id) => closure(p, when).some((q) => q.id === id)),
        );
        const free = (c: Case): Truth => {
          const holds = evaluate(when, c);
          if (holds === false) return false;
          const stopped = blocking.map((s) => evaluate(s.when, c));
          if (stopped.includes(true)) return false;
          return holds === true && !stopped.includes(undefined) ? true : undefined;
        };
        if (possible(p, [when, ...blocking.map((s) => s.when)], day, free) === false)
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
  return allConditions(p)
    .flatMap((c) => testsIn(c, q.id))
    .some((test) => q.options.some((o) => ![test].flat().includes(o)));
}
