/** The way through the questions: derived from the answers each time, never kept as state. */
import type { Answers, Day, Question, ResolvedProcedure, Stop } from '../model/index.ts';
import { validAnswer } from './answers.ts';
import { asked, type Case, evaluate } from './condition.ts';

export interface Walk {
  /** Questions asked so far, in order, each with its valid answer if there is one. */
  path: { question: Question; answer?: string }[];
  /** The first question without an answer; undefined when the list is complete. */
  next?: Question;
  /** At most so many questions follow after `next`; answers may make it fewer, never more. */
  atMost: number;
  /** The stop that ended the way, if one did. */
  stop?: Stop;
  /** The answers that may still count: valid, and to questions that are or may be asked. */
  kept: Answers;
}

/** The first stop that certainly applies. */
export const stopOf = (c: Case): Stop | undefined =>
  c.procedure.stops.find((s) => evaluate(s.when, c) === true);

/** Walks the questions in their order. Unknown questions and invalid answers are ignored. */
export function walk(procedure: ResolvedProcedure, answers: Answers, day: Day): Walk {
  const c: Case = { procedure, answers, day };
  const kept: Answers = {};
  for (const q of procedure.questions) {
    const answer = validAnswer(q, answers);
    if (answer !== undefined && asked(c, q) !== false) kept[q.id] = answer;
  }
  const path: Walk['path'] = [];
  const soFar: Answers = {};
  for (const [i, question] of procedure.questions.entries()) {
    if (asked({ ...c, answers: soFar }, question) !== true) continue;
    const answer = validAnswer(question, kept);
    if (answer === undefined) {
      const open = { ...c, answers: soFar };
      const atMost = procedure.questions.slice(i + 1).filter((q) => asked(open, q) !== false).length;
      return { path: [...path, { question }], next: question, atMost, kept };
    }
    path.push({ question, answer });
    soFar[question.id] = answer;
    const stop = stopOf({ ...c, answers: soFar });
    if (stop) return { path, stop, atMost: 0, kept };
  }
  return { path, atMost: 0, kept };
}
