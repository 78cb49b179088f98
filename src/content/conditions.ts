/** Cross-checks of conditions: everything they name exists and can be compared that way. */
import type { Condition, Day, Procedure, Question } from '../model/index.ts';
import { parsePeriod, worth } from '../rules/index.ts';
import type { Say } from './faults.ts';
import type { Content } from './load.ts';

/** Where a condition stands. */
interface Place {
  say: Say;
  content: Content;
  procedure: Procedure;
  file: string;
  key: string;
  today: Day;
}

/** Faults of a condition and of all conditions inside it. */
export function conditionFaults(x: Place, condition: Condition): void {
  for (const [k, value] of Object.entries(condition)) {
    if (k === 'all' || k === 'any') for (const inner of value as Condition[]) conditionFaults(x, inner);
    else if (k === 'not') conditionFaults(x, value as Condition);
    else if (k === 'passed' || k === 'reached') limitFaults(x, value as string);
    else {
      const question = x.procedure.questions.find((q) => q.id === k);
      if (!question)
        x.say(x.file, x.key, `there is no question "${k}"`, 'correct the id or add the question');
      else if (typeof value === 'string') optionFaults(x, question, [value]);
      else if (Array.isArray(value)) optionFaults(x, question, value as string[]);
      else comparisonFaults(x, question, value as Record<string, string | number>);
    }
  }
}

function limitFaults(x: Place, id: string): void {
  const limit = x.procedure.timeLimits.find((t) => t.id === id);
  const fact = limit && x.content.facts.get(limit.limit)?.fact;
  if (!limit)
    x.say(
      x.file,
      x.key,
      `there is no time limit "${id}" in this procedure`,
      'add it to timeLimits or correct the id',
    );
  else if (typeof limit.from !== 'string')
    x.say(
      x.file,
      x.key,
      `"${id}" counts from an event that the wizard cannot know`,
      'use a time limit that counts from a date question',
    );
  else if (fact && 'counting' in fact && fact.values.some((v) => parsePeriod(v.offset).hours > 0))
    x.say(
      x.file,
      x.key,
      `"${id}" is counted in hours, so it has no day of its own`,
      'use a time limit of days, months or years',
    );
}

/** What a question is answered by: options, or groups of countries. Undefined for days and numbers. */
function namesOf(x: Place, question: Question): string[] | undefined {
  if ('options' in question) return question.options;
  return question.type === 'country' ? Object.keys(x.content.countries ?? {}) : undefined;
}

function optionFaults(x: Place, question: Question, named: string[]): void {
  const names = namesOf(x, question);
  if (!names)
    x.say(
      x.file,
      x.key,
      `"${question.id}" is a ${question.type}, not a choice`,
      'compare it with before, onOrBefore, after, onOrAfter, atLeast or atMost',
    );
  if (question.type === 'country' && !x.content.countries) return;
  for (const name of named)
    if (names && !names.includes(name))
      x.say(
        x.file,
        x.key,
        question.type === 'country'
          ? `there is no group of countries "${name}"`
          : `"${question.id}" has no option "${name}"`,
        `use one of: ${names.join(', ')}`,
      );
}

/** What each type of question is compared with. */
const comparisons = {
  date: { words: ['before', 'onOrBefore', 'after', 'onOrAfter'], bound: 'a day', held: 'date' },
  number: { words: ['atLeast', 'atMost'], bound: 'a number', held: 'amount' },
} as const;

function comparisonFaults(x: Place, question: Question, test: Record<string, string | number>): void {
  if (question.type !== 'date' && question.type !== 'number') {
    x.say(
      x.file,
      x.key,
      `"${question.id}" is a ${question.type}, not a day or number`,
      `use one of: ${namesOf(x, question)?.join(', ')}`,
    );
    return;
  }
  const { words, bound, held } = comparisons[question.type];
  for (const [word, value] of Object.entries(test)) {
    if (!(words as readonly string[]).includes(word))
      x.say(
        x.file,
        x.key,
        `"${question.id}" is a ${question.type}, so "${word}" does not fit`,
        `use one of: ${words.join(', ')}`,
      );
    else if (typeof value === 'number') continue;
    else if (/^\d/.test(value)) {
      if (held !== 'date') x.say(x.file, x.key, `"${value}" is not a number`, 'write a number');
    } else if (!x.content.facts.has(value))
      x.say(x.file, x.key, `there is no fact "${value}"`, 'correct the id, or add it to content/law');
    else if (worth(x.content.factTable, value, x.today)?.[held] === undefined)
      x.say(
        x.file,
        x.key,
        `"${value}" does not hold ${bound} on ${x.today}`,
        `name a fact that holds ${bound}, or add a value for that day`,
      );
  }
}
